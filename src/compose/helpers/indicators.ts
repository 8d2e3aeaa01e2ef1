import * as derive from '../../derive/index.ts';
import type { Quantity } from '../../model/quantity.ts';
import { type Helper, HelperProblem } from '../engine.ts';
import { isFigure } from '../session.ts';
import {
  decimalsIn,
  type Examined,
  kindIn,
  type Named,
  optionalText,
  quantitiesOf,
  quantityOf,
  slicesOf,
  type Tools,
} from './arguments.ts';

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
    rank: ([value], hash) => {
      const quantity = quantityOf(value);
      return figure(derive.rank(lookup, quantity, { kind: kindIn(lookup, quantity, hash.kind) }), hash);
    },
    ratio: ([a, b], hash) => figure(derive.ratio(lookup, quantityOf(a), quantityOf(b)), hash),
    'share-of': ([part, whole], hash) => figure(derive.ofWhole(quantityOf(part), quantityOf(whole)), hash),
    /** Of figures, or of a list of slices (`by` names the measure). */
    sum: (values, hash) => figure(derive.sumOf(quantitiesOf(values, hash)), hash),
    /** What figures or slices of a cube leave of its whole. */
    rest: (values, hash) => figure(derive.remainder(lookup, quantitiesOf(values, hash)), hash),
    /** The same quantity in another unit of the same base, such as 亿元 for 万元. */
    in: ([value, unit], hash) => figure(derive.inUnit(lookup, quantityOf(value), String(unit)), hash),
    magnitude: ([value], hash) => figure(derive.magnitude(quantityOf(value)), hash),
    count: ([list], hash) => {
      const unit = optionalText(hash.unit);
      if (unit === undefined || !lookup.dataset.units.has(unit)) throw new HelperProblem('helper.unit-missing');
      const slices = slicesOf(list);
      const measured = slices.flatMap((slice) => Object.values(slice).find(isFigure)?.quantity ?? []);
      return figure(derive.count(slices.length, unit, examined.get(slices) ?? measured), hash);
    },
  };
}
