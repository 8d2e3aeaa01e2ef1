import * as derive from '../../derive/index.ts';
import { suggest } from '../../model/nearest.ts';
import { indicatorNames, type Quantity } from '../../model/quantity.ts';
import type { Slice } from '../context.ts';
import { type Helper, HelperProblem } from '../engine.ts';
import { isFigure } from '../session.ts';
import {
  type Examined,
  isTruthy,
  kindIn,
  limitIn,
  measureOf,
  type Named,
  quantityOf,
  slicesOf,
  type Tools,
  wholeNumber,
} from './arguments.ts';

/** Helpers that answer yes or no, and helpers that choose and order slices. */
export function listHelpers({ lookup }: Tools, examined: Examined): Record<string, Helper> {
  const isAbove = (quantity: Quantity, limit: unknown) => quantity.value.gt(limitIn(lookup, limit, quantity.unit));
  const changeOf = (quantity: Quantity) => derive.increase(lookup, quantity) ?? derive.growth(lookup, quantity);
  const withMeasure = (value: unknown, hash: Named) =>
    slicesOf(value).filter((slice) => isFigure(slice[measureOf(hash)]));
  /** The slices that pass a test, remembering the figures by which all candidates were judged. */
  const choose = (
    list: unknown,
    hash: Named,
    judgedBy: (quantity: Quantity) => Quantity | undefined,
    passes: (quantity: Quantity) => boolean,
  ): readonly Slice[] => {
    const candidates = withMeasure(list, hash).map((slice) => ({
      slice,
      quantity: quantityOf(slice[measureOf(hash)]),
    }));
    const chosen = candidates.filter(({ quantity }) => passes(quantity)).map(({ slice }) => slice);
    examined.set(
      chosen,
      candidates.map(({ quantity }) => judgedBy(quantity) ?? quantity),
    );
    return chosen;
  };
  return {
    rises: ([value]) => derive.direction(lookup, quantityOf(value)) === 1,
    falls: ([value]) => derive.direction(lookup, quantityOf(value)) === -1,
    /** Whether the change against the year before is known. */
    comparable: ([value]) => derive.growth(lookup, quantityOf(value)) !== undefined,
    exceeds: ([value, limit]) => isAbove(quantityOf(value), limit),
    /** Whether the source calls the figure a record and the data do not contradict it. */
    record: ([value]) => {
      const quantity = quantityOf(value);
      const word = quantity.ref && lookup.publishedIndicator('record', quantity.ref)?.word;
      return word === 'high' && derive.direction(lookup, quantity) !== -1;
    },
    /** Whether the edition has a fact, by its path. */
    has: ([path]) => lookup.dataset.facts.has(String(path)),
    not: ([value]) => !isTruthy(value),
    and: (values) => values.every(isTruthy),
    is: ([a, b]) => a === b,
    /** Slices of a cube with a figure, in list order: all without parent, those of a `kind`, or all `except` a kind. */
    slices: ([cube], hash) => {
      const excluded = new Set(
        hash.except === undefined ? [] : slicesOf(cube).filter((slice) => slice.kind === hash.except),
      );
      const named = Object.fromEntries(slicesOf(cube).map((slice) => [slice.code, slice]));
      const [first] = withMeasure(cube, hash);
      if (first === undefined) return [];
      const quantity = quantityOf(first[measureOf(hash)]);
      kindIn(lookup, quantity, hash.except);
      return derive
        .siblings(lookup, quantity, { kind: kindIn(lookup, quantity, hash.kind) })
        .flatMap(({ ref }) => named[Object.values(ref?.key ?? {})[0] ?? ''] ?? [])
        .filter((slice) => !excluded.has(slice));
    },
    /** Largest first, by the measure or by an `indicator` of it; slices that have none are left out. */
    sort: ([list], hash) => {
      const name = indicatorNames.find((candidate) => candidate === hash.indicator);
      if (hash.indicator !== undefined && name === undefined) {
        const suggestion = suggest(String(hash.indicator), indicatorNames);
        throw new HelperProblem('helper.unknown-indicator', { indicator: String(hash.indicator), suggestion });
      }
      const value = (slice: Slice) => {
        const quantity = quantityOf(slice[measureOf(hash)]);
        return (name === undefined ? quantity : derive.indicator(lookup, name, quantity))?.value;
      };
      return withMeasure(list, hash)
        .flatMap((slice) => ({ slice, value: value(slice) ?? [] }))
        .filter((entry): entry is { slice: Slice; value: Quantity['value'] } => !Array.isArray(entry.value))
        .toSorted((a, b) => b.value.comparedTo(a.value))
        .map(({ slice }) => slice);
    },
    take: ([list, number]) => slicesOf(list).slice(0, wholeNumber(number)),
    skip: ([list, number]) => slicesOf(list).slice(wholeNumber(number)),
    first: ([list]) => {
      const [slice] = slicesOf(list);
      if (slice === undefined) throw new HelperProblem('helper.list-empty');
      return slice;
    },
    /** Slices that grew, by more than `above` per cent if given. */
    rising: ([list], hash) => {
      const { above } = hash;
      if (above === undefined)
        return choose(list, hash, changeOf, (quantity) => derive.direction(lookup, quantity) === 1);
      const growth = (quantity: Quantity) => derive.growth(lookup, quantity);
      return choose(
        list,
        hash,
        growth,
        (quantity) => growth(quantity)?.value.gt(limitIn(lookup, above, 'percent')) ?? false,
      );
    },
    falling: ([list], hash) => choose(list, hash, changeOf, (quantity) => derive.direction(lookup, quantity) === -1),
    /** Slices above a limit, a figure of a unit with the same base or a number in their own. */
    above: ([list, limit], hash) =>
      choose(
        list,
        hash,
        (quantity) => quantity,
        (quantity) => isAbove(quantity, limit),
      ),
    /** Slices of which there is exactly nothing. */
    zero: ([list], hash) =>
      choose(
        list,
        hash,
        (quantity) => quantity,
        (quantity) => quantity.value.isZero(),
      ),
    /** Whether a list has any element. */
    any: ([list]) => slicesOf(list).length > 0,
  };
}
