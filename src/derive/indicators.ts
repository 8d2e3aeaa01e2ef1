import type { Decimal } from 'decimal.js';
import type { Quantity } from '../model/quantity.ts';
import { defaultDecimals, derived, quotient, wholeOf } from './derived.ts';
import { divide, Exact, linear, subtract } from './exact.ts';
import type { Lookup } from './lookup.ts';
import { settled } from './settle.ts';
import { sumOf } from './sums.ts';
import { inUnit } from './units.ts';

/**
 * Share of the whole, in per cent; of the sum of the codes that the place holds fast, if it does. Where that is not in
 * the data, the share that the source prints. Undefined if there is none either, or the whole is zero.
 */
export function share(lookup: Lookup, part: Quantity): Quantity | undefined {
  const total = wholeOf(lookup, part);
  const published = part.ref && lookup.publishedIndicator('share', part.ref, { key: part.ref.held ?? {} });
  if (total === undefined) return published?.printed;
  const result = quotient('share', part, total, 'percent');
  return result && settled(result, published);
}

/** A part of a whole that stands in no cube, such as the divisions that have a policy, in per cent. */
export function ofWhole(part: Quantity, total: Quantity): Quantity | undefined {
  return quotient('share', part, total, 'percent');
}

/** Several quantities of one unit together; codes of one cube and year may have a sum that the source prints. */
export function together(lookup: Lookup, parts: readonly Quantity[]): Quantity | undefined {
  const sum = sumOf(parts);
  return sum?.ref ? lookup.settle(sum, lookup.publishedIndicator('value', sum.ref)) : sum;
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
  const published = quantity.ref && lookup.publishedIndicator('growth', quantity.ref);
  if (before === undefined) return published?.printed;
  const result = growthFrom(quantity, before);
  return result && settled(result, published);
}

/** Growth of a quantity against another one, in per cent. Undefined unless that is certainly more than zero. */
export function growthFrom(quantity: Quantity, before: Quantity): Quantity | undefined {
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
  const total = wholeOf(lookup, part);
  const [own, all] = [increase(lookup, part), total && increase(lookup, total)];
  return own && all && quotient('contribution', own, all, 'percent');
}

/** `a` to `b`; units of the same base are converted first. */
export function ratio(lookup: Lookup, a: Quantity, b: Quantity): Quantity | undefined {
  const converted = inUnit(lookup, a, b.unit);
  return converted && quotient('ratio', converted, b, 'ratio');
}

/** `a` less `b`, in the unit of `a`; two percentages differ by percentage points. Undefined if they count different things. */
export function difference(lookup: Lookup, a: Quantity, b: Quantity): Quantity | undefined {
  const converted = inUnit(lookup, b, a.unit);
  if (converted === undefined) return undefined;
  const unit = a.unit === 'percent' ? 'point' : a.unit;
  return derived('difference', [a, b], subtract(a, converted), unit, Math.max(a.decimals, converted.decimals));
}

/** What a cube does not break down: the whole less the parts given; undefined if no more than rounding is left or the whole is unknown. */
export function remainder(lookup: Lookup, parts: readonly Quantity[]): Quantity | undefined {
  const [first] = parts;
  const total = first && wholeOf(lookup, first);
  if (total === undefined) return undefined;
  const rest = parts.reduce<Pick<Quantity, 'value' | 'interval'>>(subtract, total);
  if (rest.interval.low.lte(0)) return undefined;
  const decimals = Math.max(total.decimals, ...parts.map((part) => part.decimals));
  return {
    ...derived('remainder', [total, ...parts], rest, total.unit, decimals),
    ...(total.ref && { ref: { ...total.ref, key: { ...total.ref.key, remainder: total.ref.cube } } }),
  };
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
