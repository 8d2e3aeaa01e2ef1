import { Decimal } from 'decimal.js';
import type { Interval } from '../model/quantity.ts';

/** Enough digits that no published figure is rounded on the way; printing rounds once, at the end. */
export const Exact = Decimal.clone({ precision: 50, rounding: Decimal.ROUND_HALF_UP, defaults: true });

/** Smallest and largest result that `combine` gives at the corners of two intervals; right for + − × and for ÷ by an interval without zero. */
function corners(a: Interval, b: Interval, combine: (x: Decimal, y: Decimal) => Decimal): Interval {
  const results = [combine(a.low, b.low), combine(a.low, b.high), combine(a.high, b.low), combine(a.high, b.high)];
  return { low: Exact.min(...results), high: Exact.max(...results) };
}

interface Valued {
  readonly value: Decimal;
  readonly interval: Interval;
}

const apply =
  (combine: (x: Decimal, y: Decimal) => Decimal) =>
  (a: Valued, b: Valued): Valued => ({
    value: combine(new Exact(a.value), new Exact(b.value)),
    interval: corners(a.interval, b.interval, combine),
  });

/** Exact arithmetic on a value and on the interval in which its unrounded form lies. */
export const add = apply((x, y) => new Exact(x).plus(y));
export const subtract = apply((x, y) => new Exact(x).minus(y));
export const divide = apply((x, y) => new Exact(x).div(y));

/** `value` × `factor` + `offset`, such as a ratio made a percentage. */
export function linear(a: Valued, factor: Decimal.Value, offset: Decimal.Value = 0): Valued {
  const map = (x: Decimal) => new Exact(x).times(factor).plus(offset);
  const [low, high] = [map(a.interval.low), map(a.interval.high)];
  return { value: map(a.value), interval: { low: Exact.min(low, high), high: Exact.max(low, high) } };
}

/** Whether two intervals have a value in common. */
export function overlap(a: Interval, b: Interval): boolean {
  return a.low.lte(b.high) && b.low.lte(a.high);
}
