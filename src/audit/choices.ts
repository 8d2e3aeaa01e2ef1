import { Exact, linear } from '../derive/exact.ts';
import { competing, indicator, type Lookup } from '../derive/index.ts';
import type { Quantity } from '../model/quantity.ts';
import type { Choice } from '../model/statements.ts';

/** What a code is chosen by, and whether it is chosen: certainly, certainly not, or as rounding hides (undefined). */
export interface Candidate {
  readonly code: string;
  readonly quantity: Quantity;
  readonly chosen: boolean | undefined;
}

function measured(lookup: Lookup, choice: Choice, code: string): Quantity | undefined {
  const cube = lookup.dataset.cubes.get(choice.cube);
  const [dimension] = cube?.dimensions ?? [];
  if (dimension === undefined) return undefined;
  const { year } = lookup.dataset.edition;
  const quantity = lookup.at({ cube: choice.cube, key: { [dimension.name]: code }, measure: choice.measure, year });
  if (quantity === undefined || choice.indicator === 'value') return quantity;
  const found = indicator(lookup, choice.indicator, quantity);
  // 10 倍 beside 45 %.
  return found?.unit === 'multiple' ? { ...found, ...linear(found, 100), unit: 'percent' } : found;
}

/** The quantity that each candidate is above or below. */
function limitOf(lookup: Lookup, { limit, than, cube }: Choice, code: string) {
  const value = new Exact(limit ?? 0);
  if (than === undefined) return { low: value, high: value };
  const [dimension] = lookup.dataset.cubes.get(cube)?.dimensions ?? [];
  const { year } = lookup.dataset.edition;
  return lookup.at({ cube: than.cube, key: { [dimension?.name ?? '']: code }, measure: than.measure, year })?.interval;
}

function againstLimit(lookup: Lookup, choice: Choice, code: string, quantity: Quantity): boolean | undefined {
  const limit = limitOf(lookup, choice, code);
  const { low, high } = quantity.interval;
  if (limit === undefined) return undefined;
  // What is exactly on the limit is both: 以上 and 以下 include it.
  const [above, below] = [low.gt(limit.high), high.lt(limit.low)];
  if (!above && !below) return undefined;
  return choice.rule === 'above' ? above : below;
}

/**
 * The codes that compete in a choice, with whether each is among those chosen.
 * @param number how many are chosen of the largest or smallest
 */
export function candidates(lookup: Lookup, choice: Choice, number: number): Candidate[] {
  const cube = lookup.dataset.cubes.get(choice.cube);
  const [dimension] = cube?.dimensions ?? [];
  if (cube === undefined || dimension === undefined) return [];
  const among = {
    ...(choice.kind !== undefined && { kind: choice.kind }),
    ...(choice.within !== undefined && { within: choice.within }),
  };
  const codes = competing(lookup, cube, dimension, lookup.dataset.edition.year, among);
  const all = codes.flatMap((code) => {
    const quantity = choice.except.includes(code) ? undefined : measured(lookup, choice, code);
    return quantity ? [{ code, quantity }] : [];
  });
  return all.map(({ code, quantity }): Candidate => {
    if (choice.rule === 'above' || choice.rule === 'below')
      return { code, quantity, chosen: againstLimit(lookup, choice, code, quantity) };
    const isAhead = (a: Quantity, b: Quantity) =>
      choice.rule === 'largest' ? a.interval.low.gt(b.interval.high) : a.interval.high.lt(b.interval.low);
    const ahead = all.filter((other) => isAhead(other.quantity, quantity)).length;
    const behind = all.filter((other) => isAhead(quantity, other.quantity)).length;
    const chosen = ahead >= number ? false : all.length - behind <= number ? true : undefined;
    return { code, quantity, chosen };
  });
}
