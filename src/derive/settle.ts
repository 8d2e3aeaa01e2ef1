import { Decimal } from 'decimal.js';
import type { Quantity } from '../model/quantity.ts';
import type { PublishedIndicator } from '../model/statements.ts';
import { overlap } from './exact.ts';

/**
 * A computed quantity whose rounded inputs leave open how it rounds: of the values that they allow, the one that the
 * source prints, which it computed from unrounded ones. What the inputs determine stays as computed, and so does what
 * the source prints outside of what they allow, which is a contradiction and for the audit to report. It has the decimals
 * of its like, not more where the source prints more.
 */
export function settled(computed: Quantity, published: PublishedIndicator | undefined): Quantity {
  const printed = published?.printed;
  if (published === undefined || printed === undefined || printed.unit !== computed.unit) return computed;
  const { decimals } = printed;
  const rounds = (value: Decimal) => value.toDecimalPlaces(decimals);
  const { low, high } = computed.interval;
  const isOpen = !rounds(low).eq(rounds(high)) && !rounds(computed.value).eq(printed.value);
  if (!isOpen || !overlap(computed.interval, printed.interval) || computed.origin.kind !== 'derived') return computed;
  return {
    ...computed,
    value: printed.value,
    interval: { low: Decimal.max(low, printed.interval.low), high: Decimal.min(high, printed.interval.high) },
    decimals: Math.min(decimals, computed.decimals),
    origin: { ...computed.origin, printed: { place: published.place, source: published.source } },
  };
}
