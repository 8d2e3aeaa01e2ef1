import * as derive from '../../derive/index.ts';
import type { Quantity } from '../../model/quantity.ts';
import { type Helper, HelperProblem } from '../engine.ts';
import {
  decimalsIn,
  type Examined,
  firstFigure,
  membersOf,
  type Named,
  optionalText,
  quantitiesOf,
  quantityOf,
  type Tools,
} from './arguments.ts';
import { amongOf } from './places.ts';

/** Helpers that compute: each answers with a figure, or says at the template's line that the data do not give it. */
export function indicatorHelpers({ lookup, session }: Tools, examined: Examined): Record<string, Helper> {
  const figure = (quantity: Quantity | undefined, hash: Named) => {
    if (quantity === undefined) throw new HelperProblem('helper.not-determined');
    return session.figure(decimalsIn(hash, quantity));
  };
  const unary =
    (compute: (lookup: derive.Lookup, quantity: Quantity) => Quantity | undefined): Helper =>
    ([value], hash) =>
      figure(compute(lookup, quantityOf(value)), hash);
  return {
    share: unary(derive.share),
    growth: unary(derive.growth),
    increase: unary(derive.increase),
    times: unary(derive.times),
    contribution: unary(derive.contribution),
    previous: unary((data, quantity) => data.previous(quantity)),
    /** Place among all of the cube, or among those of a `kind` or `within` a group or code. */
    rank: ([value], hash) => {
      const quantity = quantityOf(value);
      return figure(derive.rank(lookup, quantity, amongOf(lookup, quantity, hash)), hash);
    },
    ratio: ([a, b], hash) => figure(derive.ratio(lookup, quantityOf(a), quantityOf(b)), hash),
    /** Units of the same base are converted first. */
    'share-of': ([value, of], hash) => {
      const [part, whole] = [quantityOf(value), quantityOf(of)];
      return figure(derive.ofWhole(derive.inUnit(lookup, part, whole.unit) ?? part, whole), hash);
    },
    /** The first figure less the second. */
    minus: ([a, b], hash) => figure(derive.difference(lookup, quantityOf(a), quantityOf(b)), hash),
    /** By how many percentage points the first percentage exceeds the second. */
    points: ([a, b], hash) => {
      const percentages = [quantityOf(a), quantityOf(b)] as const;
      if (percentages.some(({ unit }) => unit !== 'percent')) throw new HelperProblem('helper.not-a-percentage');
      return figure(derive.difference(lookup, ...percentages), hash);
    },
    /** Of figures, or of a list of slices (`by` names the measure). */
    sum: (values, hash) => figure(derive.together(lookup, quantitiesOf(values, hash)), hash),
    /** What figures or slices of a cube leave of its whole. */
    rest: (values, hash) => figure(derive.remainder(lookup, quantitiesOf(values, hash)), hash),
    /** The same quantity in another unit of the same base, such as 亿元 for 万元. */
    in: ([value, unit], hash) => figure(derive.inUnit(lookup, quantityOf(value), String(unit)), hash),
    magnitude: ([value], hash) => figure(derive.magnitude(quantityOf(value)), hash),
    count: ([list], hash) => {
      const unit = optionalText(hash.unit);
      if (unit === undefined || !lookup.dataset.units.has(unit)) throw new HelperProblem('helper.unit-missing');
      const members = membersOf(list);
      const measured = members.flatMap((member) => firstFigure(member) ?? []);
      return figure(derive.count(members.length, unit, examined.get(members) ?? measured), hash);
    },
  };
}
