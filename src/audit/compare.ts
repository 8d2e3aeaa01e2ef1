import type { Decimal } from 'decimal.js';
import { Exact, linear } from '../derive/exact.ts';
import { type Lookup, overlap } from '../derive/index.ts';
import { type Place, warning } from '../model/problem.ts';
import type { Interval, Quantity } from '../model/quantity.ts';
import type { Precision } from '../model/statements.ts';
import { cellOf, type Finding, type Rule } from './finding.ts';
import { likelySlip, type Suspect } from './slips.ts';
import { addendsOf } from './suspects.ts';

/** What 10 倍 and 1000 %, or 8.14 亿元 and 81 400 万元, have in common, and the factor that leads there. */
function baseOf(lookup: Lookup, unit: string): { readonly base: string; readonly factor: Decimal } {
  if (unit === 'multiple' || unit === 'ratio') return { base: 'percent', factor: new Exact(100) };
  // Two percentages differ by percentage points.
  if (unit === 'point') return { base: 'percent', factor: new Exact(1) };
  const { base = unit, power = 0 } = lookup.dataset.units.get(unit) ?? {};
  return { base, factor: new Exact(10).pow(power) };
}

/** `quantity` in the unit of `like`; undefined if the two count different things. */
export function inUnitOf(lookup: Lookup, quantity: Quantity, like: Quantity): Quantity | undefined {
  if (quantity.unit === like.unit) return quantity;
  const [from, to] = [baseOf(lookup, quantity.unit), baseOf(lookup, like.unit)];
  if (from.base !== to.base) return undefined;
  return {
    ...quantity,
    ...linear(quantity, from.factor.div(to.factor)),
    unit: like.unit,
    decimals: Math.max(quantity.decimals, like.decimals),
  };
}

/** Part of a round number by which what is "nearly" or "about" it may be off; of percentage points, at least half a one. */
const tolerance = 0.1;
const pointTolerance = 0.5;

/** Whether a figure that follows fits what the source says of a round number: "over 90 %", "nearly 600". */
function fits(
  { value: said, unit }: Quantity,
  { low, high }: Interval,
  precision: Exclude<Precision, 'exact'>,
): boolean {
  const margin = Exact.max(said.abs().times(tolerance), unit === 'point' ? pointTolerance : 0);
  switch (precision) {
    case 'above':
      return high.gte(said);
    case 'below':
      return low.lte(said);
    case 'nearly':
      return low.lte(said) && high.gte(said.minus(margin));
    case 'about':
      return low.lte(said.plus(margin)) && high.gte(said.minus(margin));
  }
}

/**
 * Whether what is printed can be what follows: some unrounded values give both. A quantity that stands in two places with
 * the same decimals was rounded once, and must be the same in both.
 */
function canBe(printed: Quantity, follows: Quantity, precision: Precision, isSame: boolean): boolean {
  if (precision !== 'exact') return fits(printed, follows.interval, precision);
  if (isSame && printed.decimals === follows.decimals) return printed.value.eq(follows.value);
  return overlap(printed.interval, follows.interval);
}

/** Whether two figures are one quantity in two places: printed in both, and in one unit. */
const areSame = (a: Quantity, b: Quantity) =>
  a.origin.kind !== 'derived' && b.origin.kind !== 'derived' && a.unit === b.unit;

/** Whether what is printed exactly cannot be what follows; so it is if the two count different things. */
export function contradicts(lookup: Lookup, printed: Quantity, follows: Quantity): boolean {
  const converted = inUnitOf(lookup, follows, printed);
  return converted === undefined || !canBe(printed, converted, 'exact', areSame(printed, follows));
}

const signs: Readonly<Record<Precision, string>> = { exact: '', above: '> ', below: '< ', nearly: '≲ ', about: '≈ ' };

export interface Comparison {
  readonly rule: Rule;
  readonly name: string;
  readonly printed: Quantity;
  readonly follows: Quantity;
  readonly place: Place | undefined;
  readonly precision?: Precision;
  /** Other figures that may be the wrong one, with what each would have to be. */
  readonly suspects?: () => readonly Suspect[];
}

/** Decimals with which a difference is told: those of the finer figure, but no more than make sense of the coarser one. */
const decimalsOf = (printed: Quantity, follows: Quantity) =>
  Math.min(Math.max(printed.decimals, follows.decimals), printed.decimals + 2);

/** A finding if what is printed cannot be what follows: their rounding intervals have no value in common. */
export function compare(lookup: Lookup, comparison: Comparison): Finding[] {
  const { rule, name, printed, place, precision = 'exact' } = comparison;
  const follows = inUnitOf(lookup, comparison.follows, printed);
  const cell = cellOf(printed);
  const common = { name, rule, ...(cell && { cell }) };
  if (follows === undefined) {
    const values = { finding: name, printed: printed.unit, follows: comparison.follows.unit };
    return [{ ...common, problem: warning('audit.unit', place, values) }];
  }
  if (canBe(printed, follows, precision, areSame(printed, comparison.follows))) return [];
  const own: readonly Suspect[] =
    printed.origin.kind === 'derived'
      ? addendsOf(printed, follows.interval)
      : [
          {
            quantity: printed,
            needed: follows.interval,
            where: printed.origin.kind === 'observation' ? 'data' : 'printed',
          },
        ];
  const slip = precision === 'exact' ? likelySlip(lookup, [...own, ...(comparison.suspects?.() ?? [])]) : undefined;
  const decimals = decimalsOf(printed, follows);
  const values = {
    finding: name,
    printed: signs[precision] + printed.value.toFixed(printed.decimals),
    follows: follows.value.toFixed(decimals),
    off: printed.value.minus(follows.value).toFixed(decimals),
    unit: printed.unit,
  };
  const { finding: _, ...figures } = values;
  return [{ ...common, ...figures, problem: warning('audit.contradiction', place, values), ...(slip && { slip }) }];
}
