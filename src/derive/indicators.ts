import type { Decimal } from 'decimal.js';
import type { IndicatorKind, Quantity } from '../model/quantity.ts';
import { divide, Exact, linear, subtract } from './exact.ts';
import type { Lookup } from './lookup.ts';

/** Decimals with which an indicator is printed unless a table or template asks for others. */
const defaultDecimals = { percent: 1, multiple: 1, ratio: 1, rank: 0 } as const;

function derived(
  indicator: IndicatorKind,
  inputs: readonly Quantity[],
  result: Pick<Quantity, 'value' | 'interval'>,
  unit: string,
  decimals: number,
): Quantity {
  return { ...result, unit, decimals, origin: { kind: 'derived', indicator, inputs } };
}

function whole(lookup: Lookup, part: Quantity): Quantity | undefined {
  return part.ref && lookup.at({ ...part.ref, key: {} });
}

/** `quantity` in another unit of the same base (亿元 → 万元), shifted exactly; undefined if the bases differ. */
export function inUnit(lookup: Lookup, quantity: Quantity, unit: string): Quantity | undefined {
  const [from, to] = [lookup.dataset.units.get(quantity.unit), lookup.dataset.units.get(unit)];
  if (from === undefined || to === undefined || from.base !== to.base) return undefined;
  const shift = from.power - to.power;
  return { ...quantity, ...linear(quantity, new Exact(10).pow(shift)), unit, decimals: Math.max(0, quantity.decimals - shift) };
}

function quotient(indicator: IndicatorKind, a: Quantity, b: Quantity, unit: keyof typeof defaultDecimals): Quantity | undefined {
  if (b.value.isZero() || (b.interval.low.lte(0) && b.interval.high.gte(0))) return undefined;
  const result = unit === 'percent' ? linear(divide(a, b), 100) : divide(a, b);
  return derived(indicator, [a, b], result, unit, defaultDecimals[unit]);
}

/** Share of the whole, in per cent. Undefined if the whole is not known or zero. */
export function share(lookup: Lookup, part: Quantity): Quantity | undefined {
  const total = whole(lookup, part);
  return total && quotient('share', part, total, 'percent');
}

/** A part of a whole that stands in no cube, such as the divisions that have a policy, in per cent. */
export function ofWhole(part: Quantity, total: Quantity): Quantity | undefined {
  return quotient('share', part, total, 'percent');
}

/** Change against the year before, in the quantity's own unit. */
export function increase(lookup: Lookup, quantity: Quantity): Quantity | undefined {
  const before = lookup.previous(quantity);
  if (before === undefined) return undefined;
  const decimals = Math.max(quantity.decimals, before.decimals);
  return derived('increase', [quantity, before], subtract(quantity, before), quantity.unit, decimals);
}

/**
 * Growth against the year before, in per cent. Where the year before is not in the data, the growth that the source
 * printed (which may be in multiples); undefined where there is none either.
 */
export function growth(lookup: Lookup, quantity: Quantity): Quantity | undefined {
  const before = lookup.previous(quantity);
  if (before === undefined) return quantity.ref && lookup.publishedIndicator('growth', quantity.ref)?.printed;
  if (before.interval.low.lte(0)) return undefined;
  const result = linear(divide(quantity, before), 100, -100);
  return derived('growth', [quantity, before], result, 'percent', defaultDecimals.percent);
}

/** How many times the year before's value. */
export function times(lookup: Lookup, quantity: Quantity): Quantity | undefined {
  const before = lookup.previous(quantity);
  return before && quotient('times', quantity, before, 'multiple');
}

/** Part of the whole's increase that this part's increase makes up, in per cent. */
export function contribution(lookup: Lookup, part: Quantity): Quantity | undefined {
  const total = whole(lookup, part);
  const [own, all] = [increase(lookup, part), total && increase(lookup, total)];
  return own && all && quotient('contribution', own, all, 'percent');
}

/** `a` to `b`; units of the same base are converted first. */
export function ratio(lookup: Lookup, a: Quantity, b: Quantity): Quantity | undefined {
  const converted = inUnit(lookup, a, b.unit);
  return converted && quotient('ratio', converted, b, 'ratio');
}

/** What a cube does not break down: the whole less the parts given; undefined if nothing is left or the whole is unknown. */
export function remainder(lookup: Lookup, parts: readonly Quantity[]): Quantity | undefined {
  const [first] = parts;
  const total = first && whole(lookup, first);
  if (total === undefined) return undefined;
  const rest = parts.reduce<Pick<Quantity, 'value' | 'interval'>>(subtract, total);
  if (rest.value.lte(0)) return undefined;
  const decimals = Math.max(total.decimals, ...parts.map((part) => part.decimals));
  return { ...derived('remainder', [total, ...parts], rest, total.unit, decimals), ...(total.ref && { ref: { ...total.ref, key: { remainder: total.ref.cube } } }) };
}

/** The same measure of every code of one kind (every code without parent, if no kind is given) in the quantity's cube and year. */
export function siblings(lookup: Lookup, quantity: Quantity, kind?: string): Quantity[] {
  const ref = quantity.ref;
  const cube = ref && lookup.dataset.cubes.get(ref.cube);
  const dimension = cube?.dimensions[0];
  if (ref === undefined || cube === undefined || dimension === undefined) return [];
  return lookup
    .codes(cube, dimension.name, ref.year)
    .filter((code) => {
      const entry = dimension.list.codes.get(code);
      return kind === undefined ? entry?.parent === undefined : entry?.kind === kind;
    })
    .flatMap((code) => lookup.at({ ...ref, key: { [dimension.name]: code } }) ?? []);
}

/** Place of a value among its siblings, the largest first; equal values share a place. Undefined if it is not one of them. */
export function rank(lookup: Lookup, quantity: Quantity, kind?: string): Quantity | undefined {
  const all = siblings(lookup, quantity, kind);
  const code = quantity.ref && Object.values(quantity.ref.key)[0];
  if (!all.some((other) => other.ref && Object.values(other.ref.key)[0] === code)) return undefined;
  const value = new Exact(1 + all.filter((other) => other.value.gt(quantity.value)).length);
  return derived('rank', all, { value, interval: { low: value, high: value } }, 'rank', 0);
}

/** Number of things, such as the divisions whose value rose. */
export function count(items: readonly Quantity[], unit: string): Quantity {
  const value = new Exact(items.length);
  return derived('count', items, { value, interval: { low: value, high: value } }, unit, 0);
}

/**
 * Direction against the year before: 1 up, −1 down, 0 unchanged; from the data, else from the growth or the direction
 * that the source prints; undefined if nothing tells it.
 */
export function direction(lookup: Lookup, quantity: Quantity): 1 | 0 | -1 | undefined {
  const change: Decimal | undefined = (increase(lookup, quantity) ?? growth(lookup, quantity))?.value;
  if (change !== undefined) return change.isZero() ? 0 : change.isPositive() ? 1 : -1;
  const word = quantity.ref && lookup.publishedIndicator('direction', quantity.ref)?.word;
  return word === undefined ? undefined : word === 'up' ? 1 : -1;
}

/** The figure without its sign, to stand after a word that says the direction. */
export function magnitude(quantity: Quantity): Quantity {
  const { low, high } = quantity.interval;
  const negative = quantity.value.isNegative();
  return { ...quantity, value: quantity.value.abs(), interval: negative ? { low: high.neg(), high: low.neg() } : { low, high } };
}

/** Several quantities of one unit together, such as development and services; codes of one cube stay in it. */
export function sumOf(lookup: Lookup, parts: readonly Quantity[]): Quantity | undefined {
  const [first] = parts;
  if (first === undefined || parts.some(({ unit }) => unit !== first.unit)) return undefined;
  const [dimension = ''] = Object.keys(first.ref?.key ?? {});
  const codes = parts.map((part) => part.ref?.key[dimension]).join('+');
  return lookup.sum(parts, first.ref && { ...first.ref, key: { [dimension]: codes } });
}
