import type { Decimal } from 'decimal.js';
import { increase, type Lookup } from '../derive/index.ts';
import { warning } from '../model/problem.ts';
import type { Interval, Quantity } from '../model/quantity.ts';
import type { PublishedIndicator } from '../model/statements.ts';
import type { Finding } from './finding.ts';
import { priorOf } from './prior.ts';

/** Change in per cent up to which a figure is said to be flat (持平、基本持平). */
const flat = 5;

interface Change {
  readonly interval: Interval;
  readonly text: string;
  /** Smallest and largest change in per cent. */
  readonly percent: Interval | undefined;
}

/** Change against the year before, as the data give it, or the growth that the source prints. */
function changeOf(lookup: Lookup, { ref }: PublishedIndicator, quantity: Quantity): Change | undefined {
  const before = priorOf(lookup, { ...ref, year: ref.year - 1 });
  const percentOf = (base: Quantity | undefined, { low, high }: Interval) => {
    if (base === undefined || base.interval.low.lte(0)) return undefined;
    const against = (value: Decimal) => value.div(base.value).times(100);
    return { low: against(low), high: against(high) };
  };
  const known = increase(lookup, quantity);
  if (known) {
    const text = known.value.toFixed(known.decimals);
    return { interval: known.interval, text, percent: percentOf(before, known.interval) };
  }
  if (before === undefined) return undefined;
  const interval = {
    low: quantity.interval.low.minus(before.interval.high),
    high: quantity.interval.high.minus(before.interval.low),
  };
  const text = quantity.value.minus(before.value).toFixed(quantity.decimals);
  return { interval, text, percent: percentOf(before, interval) };
}

function fits(word: string, { interval, percent }: Change): boolean {
  switch (word) {
    case 'up':
    case 'high':
      return interval.high.gt(0);
    case 'down':
    case 'low':
      return interval.low.lt(0);
    default:
      return percent === undefined || (percent.low.lte(flat) && percent.high.gte(-flat));
  }
}

/**
 * A direction, a record (which must at least exceed the year before) or a comparison that no unrounded values could have
 * shown.
 */
export function auditWord(
  lookup: Lookup,
  entry: PublishedIndicator,
  name: () => string,
  operandOf: (lookup: Lookup, entry: PublishedIndicator) => Quantity | undefined,
): Finding[] {
  const { word, indicator, ref, place, source } = entry;
  const quantity = lookup.at(ref);
  if (word === undefined || quantity === undefined) return [];
  const finding = (follows: string): Finding => ({
    name: name(),
    rule: 'published',
    cell: { table: source, ...ref },
    printed: word,
    follows,
    unit: quantity.unit,
    problem: warning('audit.direction', place, { finding: name(), word, increase: follows }),
  });
  if (indicator === 'comparison') {
    const other = operandOf(lookup, entry);
    if (other === undefined || other.unit !== quantity.unit) return [];
    const holds =
      word === 'above' ? quantity.interval.high.gt(other.interval.low) : quantity.interval.low.lt(other.interval.high);
    return holds ? [] : [finding(quantity.value.minus(other.value).toFixed(quantity.decimals))];
  }
  const change = changeOf(lookup, entry, quantity);
  return change === undefined || fits(word, change) ? [] : [finding(change.text)];
}
