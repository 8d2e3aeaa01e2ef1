import { Exact } from '../derive/exact.ts';
import { type Lookup, overlap } from '../derive/index.ts';
import { type Place, warning } from '../model/problem.ts';
import type { Interval, Quantity } from '../model/quantity.ts';
import type { Finding } from './index.ts';

/** An interval in base units, so that 8.14 亿元 can be compared with 81 423.37 万元, and 10 倍 with 1000 %. */
function inBase(lookup: Lookup, { interval, unit }: Quantity): Interval {
  const factor = unit === 'multiple' ? new Exact(100) : new Exact(10).pow(lookup.dataset.units.get(unit)?.power ?? 0);
  return { low: factor.times(interval.low), high: factor.times(interval.high) };
}

/** What a unit counts; 10 倍 and 1000 % say the same. */
const baseOf = (lookup: Lookup, unit: string) =>
  unit === 'multiple' ? 'percent' : lookup.dataset.units.get(unit)?.base;

/** A finding if what is printed cannot be what follows: their rounding intervals have no value in common. */
export function compare(lookup: Lookup, name: string, printed: Quantity, follows: Quantity, place: Place): Finding[] {
  if (baseOf(lookup, printed.unit) !== baseOf(lookup, follows.unit)) {
    return [
      { name, problem: warning('audit.unit', place, { finding: name, printed: printed.unit, follows: follows.unit }) },
    ];
  }
  const sameUnit = printed.unit === follows.unit;
  const agree = sameUnit
    ? overlap(printed.interval, follows.interval)
    : overlap(inBase(lookup, printed), inBase(lookup, follows));
  if (agree) return [];
  const values = {
    finding: name,
    printed: printed.value.toFixed(printed.decimals),
    follows: follows.value.toFixed(Math.max(printed.decimals, follows.decimals)),
    unit: printed.unit,
  };
  return [{ name, problem: warning('audit.contradiction', place, values) }];
}
