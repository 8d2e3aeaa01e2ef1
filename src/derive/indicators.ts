import type { Decimal } from 'decimal.js';
import type { IndicatorKind, Key, Quantity } from '../model/quantity.ts';
import { divide, Exact, linear, subtract } from './exact.ts';
import { keyText, type Lookup, refText } from './lookup.ts';
import { inUnit } from './units.ts';

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

/** `a` over `b`; undefined unless `b` is certainly more than zero, because a share of nothing or of a loss says nothing. */
function quotient(
  indicator: IndicatorKind,
  a: Quantity,
  b: Quantity,
  unit: keyof typeof defaultDecimals,
): Quantity | undefined {
  if (b.interval.low.lte(0)) return undefined;
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

/** How many times another quantity; units of the same base are converted first. */
export function multipleOf(lookup: Lookup, a: Quantity, b: Quantity): Quantity | undefined {
  const converted = inUnit(lookup, a, b.unit);
  return converted && quotient('times', converted, b, 'multiple');
}

/** How many times the year before's value. */
export function times(lookup: Lookup, quantity: Quantity): Quantity | undefined {
  const before = lookup.previous(quantity);
  return before && quotient('times', quantity, before, 'multiple');
}

/** Part of the whole's increase that this part's increase makes up, in per cent. Undefined unless the whole rose. */
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

/** What a cube, or a slice `of` it, does not break down: the whole less the parts given; undefined if no more than rounding is left or the whole is unknown. */
export function remainder(lookup: Lookup, parts: readonly Quantity[], of: Key = {}): Quantity | undefined {
  const [first] = parts;
  const total = first?.ref && lookup.at({ ...first.ref, key: of });
  if (total === undefined) return undefined;
  const rest = parts.reduce<Pick<Quantity, 'value' | 'interval'>>(subtract, total);
  if (rest.interval.low.lte(0)) return undefined;
  const decimals = Math.max(total.decimals, ...parts.map((part) => part.decimals));
  return {
    ...derived('remainder', [total, ...parts], rest, total.unit, decimals),
    ...(total.ref && { ref: { ...total.ref, key: { remainder: total.ref.cube } } }),
  };
}

/** The same measure of every code of one kind (every code without parent, if no kind is given) in the quantity's cube and year. */
export function siblings(lookup: Lookup, quantity: Quantity, kind?: string): Quantity[] {
  const ref = quantity.ref;
  const cube = ref && lookup.dataset.cubes.get(ref.cube);
  const dimension = cube?.dimensions[0];
  if (ref === undefined || cube === undefined || dimension === undefined) return [];
  const codes =
    kind === undefined
      ? lookup.topCodes(cube, dimension.name, ref.year)
      : lookup.codes(cube, dimension.name, ref.year).filter((code) => dimension.list.codes.get(code)?.kind === kind);
  return codes.flatMap((code) => lookup.at({ ...ref, key: { [dimension.name]: code } }) ?? []);
}

/**
 * Place of a value among its siblings, the largest first; equal values share a place. Undefined if it is not one of
 * them. Its interval holds the places that the unrounded values may have had: values that look equal may not have been.
 */
export function rank(lookup: Lookup, quantity: Quantity, kind?: string): Quantity | undefined {
  return rankAmong(quantity, siblings(lookup, quantity, kind));
}

/** Place of a quantity among others of its cube, itself included. Undefined if it is not one of them. */
export function rankAmong(quantity: Quantity, all: readonly Quantity[]): Quantity | undefined {
  const codeOf = ({ ref }: Quantity) => ref && keyText(ref.key);
  const others = all.filter((other) => codeOf(other) !== codeOf(quantity));
  if (others.length === all.length) return undefined;
  const place = (isAhead: (other: Quantity) => boolean) => new Exact(1 + others.filter(isAhead).length);
  const value = place((other) => other.value.gt(quantity.value));
  const low = place((other) => other.interval.low.gt(quantity.interval.high));
  const high = place((other) => other.interval.high.gt(quantity.interval.low));
  return derived('rank', [quantity, ...others], { value, interval: { low, high } }, 'rank', 0);
}

/** Number of things, such as the divisions whose value rose; `examined` is what decided which of them count. */
export function count(number: number, unit: string, examined: readonly Quantity[]): Quantity {
  const value = new Exact(number);
  return derived('count', examined, { value, interval: { low: value, high: value } }, unit, 0);
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
  return {
    ...quantity,
    value: quantity.value.abs(),
    interval: negative ? { low: high.neg(), high: low.neg() } : { low, high },
  };
}

/** Several quantities of one unit together, such as development and services; codes of one cube and year stay in it. */
export function sumOf(lookup: Lookup, parts: readonly Quantity[]): Quantity | undefined {
  const [first] = parts;
  if (first === undefined || parts.some(({ unit }) => unit !== first.unit)) return undefined;
  const { ref } = first;
  const [dimension = ''] = Object.keys(ref?.key ?? {});
  const codes = parts.flatMap((part) => {
    const together = ref && part.ref && refText({ ...part.ref, key: {} }) === refText({ ...ref, key: {} });
    return (together && part.ref?.key[dimension]) || [];
  });
  const inCube = ref && new Set(codes).size === parts.length;
  return lookup.sum(parts, inCube ? { ...ref, key: { [dimension]: codes.join('+') } } : undefined);
}
