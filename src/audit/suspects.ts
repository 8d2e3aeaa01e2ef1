import { Exact, linear } from '../derive/exact.ts';
import type { Interval, Quantity } from '../model/quantity.ts';
import type { Suspect } from './slips.ts';

/**
 * Each addend of a sum with what it would have to be for the sum to lie in `needed`. Sums of sums are taken apart, so that the
 * suspects are figures of the data.
 */
export function addendsOf(sum: Quantity, needed: Interval): Suspect[] {
  const { origin } = sum;
  if (origin.kind === 'observation') return [{ quantity: sum, needed, where: 'data' }];
  if (origin.kind !== 'derived' || origin.indicator !== 'total') return [];
  return origin.inputs.flatMap((input) => {
    // All other addends together, each with its own rounding.
    const others = {
      low: new Exact(sum.interval.low).minus(input.interval.low),
      high: new Exact(sum.interval.high).minus(input.interval.high),
    };
    return addendsOf(input, {
      low: new Exact(needed.low).minus(others.high),
      high: new Exact(needed.high).minus(others.low),
    });
  });
}

/** The whole with what its parts give, and each part with what the whole would need of it. */
export function suspectsOfSum(sum: Quantity, whole: Quantity): Suspect[] {
  const own: Suspect[] =
    whole.origin.kind === 'derived' ? [] : [{ quantity: whole, needed: sum.interval, where: 'data' }];
  return [...own, ...addendsOf(sum, whole.interval)];
}

/**
 * The figures from which a printed indicator follows, with what each would have to be for it to be right: the addends of a
 * sum, the part of a share, the figure that grew.
 */
export function suspectsOf(printed: Quantity, follows: Quantity): Suspect[] {
  const { origin } = follows;
  if (origin.kind !== 'derived') return [{ quantity: follows, needed: printed.interval, where: 'data' }];
  if (origin.indicator === 'total') return addendsOf(follows, printed.interval);
  const [first, second] = origin.inputs;
  if (first === undefined || second === undefined || printed.unit !== follows.unit) return [];
  const times = ({ low, high }: Interval): Interval => ({
    low: new Exact(low).times(second.interval.low),
    high: new Exact(high).times(second.interval.high),
  });
  if (origin.indicator === 'share') return addendsOf(first, times(linear(printed, '0.01').interval));
  if (origin.indicator === 'growth') return addendsOf(first, times(linear(printed, '0.01', 1).interval));
  return [];
}
