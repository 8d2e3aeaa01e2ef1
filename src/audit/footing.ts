import { Exact } from '../derive/exact.ts';
import { type Lookup, overlap, refText } from '../derive/index.ts';
import type { Cube, Observation } from '../model/dataset.ts';
import { warning } from '../model/problem.ts';
import { isQuantity, type Quantity } from '../model/quantity.ts';
import { compare } from './compare.ts';
import { auditedCubes, yearsOf } from './cubes.ts';
import { cellOf, type Finding, placeOf } from './finding.ts';
import { likelySlip } from './slips.ts';
import { addendsOf, suspectsOfSum } from './suspects.ts';

/** Every cube counts the same contracts: its own sum against the book's total of the measure, which a part must not exceed. */
function againstTotals(lookup: Lookup, cube: Cube): Finding[] {
  if (cube.total === 'own') return [];
  return [...cube.measures.keys()].flatMap((measure) => {
    const reference = lookup.dataset.totals.get(measure) ?? cube.name;
    if (reference === cube.name) return [];
    return yearsOf(cube).flatMap((year): Finding[] => {
      const ref = { cube: cube.name, key: {}, measure, year };
      const complete = lookup.ownSum(ref);
      const own = complete ?? lookup.knownSum(ref);
      const total = lookup.at({ ...ref, cube: reference });
      if (own === undefined || total === undefined) return [];
      if (complete ? overlap(own.interval, total.interval) : own.interval.low.lte(total.interval.high)) return [];
      const slip = complete && likelySlip(lookup, suspectsOfSum(complete, total));
      const name = `footing ${refText(ref)}`;
      const cell = cellOf(own);
      const place = slip?.place ?? placeOf(own) ?? cube.place;
      const decimals = Math.max(own.decimals, total.decimals);
      const figures = {
        printed: own.value.toFixed(own.decimals),
        follows: total.value.toFixed(total.decimals),
        off: own.value.minus(total.value).toFixed(decimals),
        unit: own.unit,
      };
      const values = { cube: cube.name, measure, year, sum: figures.printed, reference, total: figures.follows };
      const problem = warning('audit.footing', place, values);
      const whole = cell && { cell: { ...cell, cube: cube.name, key: {}, measure, year } };
      return [{ name, rule: 'footing', problem, ...figures, ...whole, ...(slip && { slip }) }];
    });
  });
}

/** A figure against the sum of what it is made up of, where the data have all of it; else that must not exceed it. */
function againstSum(lookup: Lookup, name: string, whole: Quantity, all: readonly (Quantity | undefined)[]): Finding[] {
  const parts = all.filter((part) => part !== undefined);
  if (parts.length === 0 || whole.ref === undefined) return [];
  const sum = lookup.sum(parts, whole.ref);
  if (parts.length < all.length && sum.interval.low.lte(whole.interval.high)) return [];
  const suspects = () => addendsOf(sum, whole.interval);
  return compare(lookup, { rule: 'footing', name, printed: whole, follows: sum, place: placeOf(whole), suspects });
}

/** Parts against the code of which they are parts. */
function againstParents(lookup: Lookup, cube: Cube): Finding[] {
  const parents = cube.dimensions.map(({ name, list }) => {
    const children = new Map<string, string[]>();
    for (const { code, parent } of list.codes.values()) {
      if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), code]);
    }
    return { name, children };
  });
  return cube.observations.flatMap((observation) =>
    parents.flatMap(({ name, children }) => {
      const codes = children.get(observation.key[name] ?? '');
      if (codes === undefined) return [];
      return Object.values(observation.values).flatMap((parent) => {
        if (!isQuantity(parent) || parent.ref === undefined) return [];
        const { ref } = parent;
        const parts = codes.map((code) => lookup.at({ ...ref, key: { ...ref.key, [name]: code } }));
        return againstSum(lookup, `parts ${refText(ref)}`, parent, parts);
      });
    }),
  );
}

/** Measures of a row that are made up of others of the same row; a measure that does not apply adds nothing. */
function againstColumns(lookup: Lookup, cube: Cube, { values }: Observation): Finding[] {
  return [...cube.measures.values()].flatMap(({ name, sumOf = [] }) => {
    const whole = values[name];
    if (sumOf.length === 0 || !isQuantity(whole) || whole.ref === undefined) return [];
    const parts = sumOf.flatMap((measure) => {
      const part = values[measure];
      if (isQuantity(part)) return [part];
      return part?.status === 'not-applicable' ? [] : [undefined];
    });
    return againstSum(lookup, `columns ${refText(whole.ref)}`, whole, parts);
  });
}

/** A measure that is some of another one must not exceed it, and what it leaves over must be possible. */
function againstBounds(lookup: Lookup, cube: Cube, { values }: Observation): Finding[] {
  return [...cube.measures.values()].flatMap(({ name, partOf, above }): Finding[] => {
    const [part, whole] = [values[name], partOf === undefined ? undefined : values[partOf]];
    if (!isQuantity(part) || !isQuantity(whole) || part.ref === undefined) return [];
    const finding = `bound ${refText(part.ref)}`;
    if (part.interval.low.gt(whole.interval.high)) {
      return compare(lookup, { rule: 'footing', name: finding, printed: part, follows: whole, place: placeOf(part) });
    }
    const number = above && values[above.count];
    if (above === undefined || !isQuantity(number)) return [];
    // Of that many things, each of which is worth less than the limit, no more can be left over than this.
    const most = number.interval.high.times(above.each);
    // Less than one of them is none.
    const largest = part.interval.high.lt(above.each) ? 0 : part.interval.high;
    const rest = whole.interval.low.minus(largest);
    if (rest.lte(most)) return [];
    const unit = part.unit;
    const decimals = whole.decimals;
    const figures = {
      printed: part.value.toFixed(part.decimals),
      follows: `≥ ${whole.value.minus(most).toFixed(decimals)}`,
      off: part.value.minus(whole.value).plus(most).toFixed(decimals),
      unit,
    };
    const cell = cellOf(part);
    const problem = warning('audit.contradiction', placeOf(part), { finding, ...figures });
    return [{ name: finding, rule: 'footing', problem, ...figures, ...(cell && { cell }) }];
  });
}

/** A measure that numbers the rows of a year has every number once. */
function againstNumbers(lookup: Lookup, cube: Cube, measure: string): Finding[] {
  return yearsOf(cube).flatMap((year) => {
    const cells = cube.observations.flatMap(({ values, year: of }) => (of === year ? [values[measure]] : []));
    const figures = cells.filter(isQuantity);
    const due = new Set(figures.map((_, index) => index + 1));
    const wrong = figures.filter(({ value }) => !due.delete(value.toNumber()));
    return wrong.flatMap((figure): Finding[] => {
      // The number that is missing in its place; of several, the next.
      const [missing] = due;
      if (missing === undefined || figure.ref === undefined) return [];
      due.delete(missing);
      const value = new Exact(missing);
      const origin = { kind: 'derived', indicator: 'count', inputs: figures } as const;
      const follows = { ...figure, value, interval: { low: value, high: value }, origin };
      const name = `numbers ${refText(figure.ref)}`;
      return compare(lookup, { rule: 'footing', name, printed: figure, follows, place: placeOf(figure) });
    });
  });
}

/** Parts against wholes within each cube, down its columns and along its rows, and each cube's sum against the book's total. */
export function auditFooting(lookup: Lookup): Finding[] {
  return auditedCubes(lookup).flatMap((cube) => {
    const hasRules = [...cube.measures.values()].some(({ sumOf, partOf }) => sumOf ?? partOf);
    const rows = hasRules ? cube.observations : [];
    return [
      ...againstTotals(lookup, cube),
      ...againstParents(lookup, cube),
      ...[...cube.measures.values()].flatMap(({ name, numbers }) =>
        numbers ? againstNumbers(lookup, cube, name) : [],
      ),
      ...rows.flatMap((row) => [...againstColumns(lookup, cube, row), ...againstBounds(lookup, cube, row)]),
    ];
  });
}
