import * as derive from '../../derive/index.ts';
import type { Cube } from '../../model/dataset.ts';
import { suggest } from '../../model/nearest.ts';
import { indicatorNames, isQuantity, type Quantity } from '../../model/quantity.ts';
import { type Helper, HelperProblem } from '../engine.ts';
import { isFigure } from '../session.ts';
import { placeOf, type Slice } from '../slices.ts';
import {
  type Examined,
  limitIn,
  measureOf,
  membersOf,
  type Named,
  quantityOf,
  type Tools,
  wholeNumber,
  withMeasure,
} from './arguments.ts';
import { amongOf } from './places.ts';

/** Helpers that choose and order slices. */
export function listHelpers({ lookup, session }: Tools, examined: Examined): Record<string, Helper> {
  const changeOf = (quantity: Quantity) => derive.increase(lookup, quantity) ?? derive.growth(lookup, quantity);
  const measured = (list: unknown, hash: Named) =>
    withMeasure(list, hash).map((slice) => ({ slice, quantity: quantityOf(slice[measureOf(hash)]) }));
  /** The slices that pass a test, remembering the figures by which all candidates were judged. */
  const choose = (
    list: unknown,
    hash: Named,
    judgedBy: (quantity: Quantity) => Quantity | readonly Quantity[] | undefined,
    passes: (quantity: Quantity) => boolean,
  ): readonly Slice[] => {
    const candidates = measured(list, hash);
    const chosen = candidates.filter(({ quantity }) => passes(quantity)).map(({ slice }) => slice);
    examined.set(
      chosen,
      candidates.flatMap(({ quantity }) => judgedBy(quantity) ?? quantity),
    );
    return chosen;
  };
  /** The slices whose place among their likes changed against the year before, up (1) or down (−1). */
  const moved = (list: unknown, hash: Named, direction: 1 | -1) => {
    const ranksOf = (quantity: Quantity): readonly Quantity[] => {
      const among = amongOf(lookup, quantity, hash);
      const before = lookup.previous(quantity);
      const ranks = [derive.rank(lookup, quantity, among), before && derive.rank(lookup, before, among)];
      return ranks.filter((rank) => rank !== undefined);
    };
    return choose(list, hash, ranksOf, (quantity) => {
      const [now, before] = ranksOf(quantity);
      return now !== undefined && before !== undefined && before.value.comparedTo(now.value) === direction;
    });
  };
  /** What a cube has of a measure, code by code, in the year of a quantity. */
  const valuesInYear = (cube: Cube, measure: string, { ref }: Quantity): Quantity[] => {
    const rows = cube.observations.filter(({ year }) => year === ref?.year);
    return rows.flatMap(({ values }) => (isQuantity(values[measure]) ? [values[measure]] : []));
  };
  /**
   * What another cube has at the same place, as a list of one: a figure, or none of it where that does not apply. Empty
   * if it is not known.
   */
  const counterpartIn = (cube: Cube, { ref }: Quantity): unknown[] => {
    if (ref === undefined) return [];
    const found = lookup.valueOrBlank({ ...ref, cube: cube.name });
    if (isQuantity(found)) return [session.figure(found)];
    return found.status === 'not-applicable' ? [0] : [];
  };
  const endOf = (list: unknown, index: 0 | -1) => {
    const member = membersOf(list).at(index);
    if (member === undefined) throw new HelperProblem('helper.list-empty');
    return member;
  };
  return {
    /** Largest first (smallest with `descending=false`), by the measure or by an `indicator` of it; slices that have none are left out. */
    sort: ([list], hash) => {
      const name = indicatorNames.find((candidate) => candidate === hash.indicator);
      if (hash.indicator !== undefined && name === undefined) {
        const suggestion = suggest(String(hash.indicator), indicatorNames);
        throw new HelperProblem('helper.unknown-indicator', { indicator: String(hash.indicator), suggestion });
      }
      return measured(list, hash)
        .flatMap(({ slice, quantity }) => {
          const found = name === undefined ? quantity : derive.indicator(lookup, name, quantity);
          return found ? { slice, value: found.value } : [];
        })
        .toSorted((a, b) => (hash.descending === false ? a.value.comparedTo(b.value) : b.value.comparedTo(a.value)))
        .map(({ slice }) => slice);
    },
    take: ([list, number]) => membersOf(list).slice(0, wholeNumber(number)),
    skip: ([list, number]) => membersOf(list).slice(wholeNumber(number)),
    first: ([list]) => endOf(list, 0),
    last: ([list]) => endOf(list, -1),
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
    /** Slices whose rank (`kind`, `within` as for `rank`) is better than in the year before. */
    climbing: ([list], hash) => moved(list, hash, 1),
    /** Slices whose rank is worse than in the year before. */
    slipping: ([list], hash) => moved(list, hash, -1),
    /** Years of a series that are higher than the year before and the year after. */
    peaks: ([list], hash) => {
      const values = new Map(measured(list, hash).map(({ quantity }) => [quantity.ref?.year, quantity.value]));
      return choose(
        list,
        hash,
        (quantity) => quantity,
        ({ ref, value }) => {
          const [before, after] = ref ? [values.get(ref.year - 1), values.get(ref.year + 1)] : [];
          return before !== undefined && after !== undefined && value.gt(before) && value.gt(after);
        },
      );
    },
    /**
     * Slices above a limit, a figure of a unit with the same base or a number in their own; above a cube: above all that
     * it has of the measure in the same year, or, `matched`, above what it has of the same code.
     */
    above: ([list, limit], hash) => {
      const cube = placeOf(limit)?.cube;
      const limitsOf = (quantity: Quantity): readonly unknown[] => {
        if (cube === undefined) return [limit];
        if (hash.matched === true) return counterpartIn(cube, quantity);
        return valuesInYear(cube, measureOf(hash), quantity).map((each) => session.figure(each));
      };
      const isAbove = (quantity: Quantity, other: unknown) => quantity.value.gt(limitIn(lookup, other, quantity.unit));
      return choose(
        list,
        hash,
        (quantity) => [quantity, ...(cube ? limitsOf(quantity).filter(isFigure).map(quantityOf) : [])],
        (quantity) => {
          const limits = limitsOf(quantity);
          return limits.length > 0 && limits.every((each) => isAbove(quantity, each));
        },
      );
    },
    /** Slices of which there is exactly nothing. */
    zero: ([list], hash) =>
      choose(
        list,
        hash,
        (quantity) => quantity,
        (quantity) => quantity.value.isZero(),
      ),
  };
}
