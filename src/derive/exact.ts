import { Decimal } from 'decimal.js';
import type { Interval } from '../model/quantity.ts';

/** Enough digits that no published figure is rounded on the way; printing rounds once, at the end. */
export const Exact = Decimal.clone({ precision: 50, rounding: Decimal.ROUND_HALF_UP, defaults: true });

interface Valued {
  readonly value: Decimal;
  readonly interval: Interval;
}

/** As a number of enough digits; most already are. */
const exact = (x: Decimal): Decimal => (x.constructor === Exact ? x : new Exact(x));

/** Exact arithmetic on a value and on the interval in which its unrounded form lies. */
export function add(a: Valued, b: Valued): Valued {
  const low = exact(a.interval.low).plus(b.interval.low);
  const high = exact(a.interval.high).plus(b.interval.high);
  return { value: exact(a.value).plus(b.value), interval: { low, high } };
}

export function subtract(a: Valued, b: Valued): Valued {
  const low = exact(a.interval.low).minus(b.interval.high);
  const high = exact(a.interval.high).minus(b.interval.low);
  return { value: exact(a.value).minus(b.value), interval: { low, high } };
}

/** `a` ÷ `b`; the interval of `b` must not hold zero. */
export function divide(a: Valued, b: Valued): Valued {
  const value = exact(a.value).div(b.value);
  const [low, high] = [exact(a.interval.low), exact(a.interval.high)];
  if (b.interval.low.gt(0)) {
    const smallest = low.div(low.isNegative() ? b.interval.low : b.interval.high);
    return { value, interval: { low: smallest, high: high.div(high.isNegative() ? b.interval.high : b.interval.low) } };
  }
  const corners = [
    low.div(b.interval.low),
    low.div(b.interval.high),
    high.div(b.interval.low),
    high.div(b.interval.high),
  ];
  return { value, interval: { low: Exact.min(...corners), high: Exact.max(...corners) } };
}

/** `value` × `factor` + `offset`, such as a ratio made a percentage. */
export function linear(a: Valued, factor: Decimal.Value, offset: Decimal.Value = 0): Valued {
  const map = (x: Decimal) => exact(x).times(factor).plus(offset);
  const [low, high] = [map(a.interval.low), map(a.interval.high)];
  return { value: map(a.value), interval: { low: Exact.min(low, high), high: Exact.max(low, high) } };
}

/** Whether two intervals have a value in common. */
export function overlap(a: Interval, b: Interval): boolean {
  return a.low.lte(b.high) && b.low.lte(a.high);
}
