import type { IndicatorKind, ObservationRef, Quantity } from '../model/quantity.ts';
import { divide, linear } from './exact.ts';
import type { Lookup } from './lookup.ts';

/** Decimals with which an indicator is printed unless a table or template asks for others. */
export const defaultDecimals = { percent: 1, multiple: 1, ratio: 1, rank: 0 } as const;

/** A quantity that follows from others. */
export function derived(
  indicator: IndicatorKind,
  inputs: readonly Quantity[],
  result: Pick<Quantity, 'value' | 'interval'>,
  unit: string,
  decimals: number,
): Quantity {
  return { ...result, unit, decimals, origin: { kind: 'derived', indicator, inputs } };
}

/** What a quantity is part of: the whole of its cube, or the sum of the codes that its place holds fast. */
export function wholeOf(lookup: Lookup, { ref }: Quantity): Quantity | undefined {
  return ref && lookup.at({ ...ref, key: ref.held ?? {} });
}

/** A sum over the number of what it is the sum of, at the place of the average; undefined unless the number is certainly more than zero. */
export function averageOf(sum: Quantity, number: Quantity, ref: ObservationRef): Quantity | undefined {
  if (number.interval.low.lte(0)) return undefined;
  return { ...derived('average', [sum, number], divide(sum, number), sum.unit, sum.decimals), ref };
}

/** `a` over `b`; undefined unless `b` is certainly more than zero, because a share of nothing or of a loss says nothing. */
export function quotient(
  indicator: IndicatorKind,
  a: Quantity,
  b: Quantity,
  unit: keyof typeof defaultDecimals,
): Quantity | undefined {
  if (b.interval.low.lte(0)) return undefined;
  const result = unit === 'percent' ? linear(divide(a, b), 100) : divide(a, b);
  return derived(indicator, [a, b], result, unit, defaultDecimals[unit]);
}
