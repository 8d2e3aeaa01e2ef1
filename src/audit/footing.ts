import { type Lookup, overlap, refText } from '../derive/index.ts';
import type { Cube } from '../model/dataset.ts';
import { warning } from '../model/problem.ts';
import { isQuantity, type Quantity } from '../model/quantity.ts';
import { compare } from './compare.ts';
import type { Finding } from './index.ts';

const years = (cube: Cube) => [...new Set(cube.observations.map((observation) => observation.year))];

/** Every cube counts the same contracts: its own sum against the book's total of the measure. */
function againstTotals(lookup: Lookup, cube: Cube): Finding[] {
  return [...cube.measures.keys()].flatMap((measure) =>
    years(cube).flatMap((year): Finding[] => {
      const reference = lookup.dataset.totals.get(measure) ?? cube.name;
      const ref = { cube: cube.name, key: {}, measure, year };
      const own = lookup.ownSum(ref);
      const total = lookup.at({ ...ref, cube: reference });
      if (reference === cube.name || own === undefined || total === undefined) return [];
      if (overlap(own.interval, total.interval)) return [];
      const values = { cube: cube.name, measure, year, sum: own.value.toFixed(own.decimals), reference, total: total.value.toFixed(total.decimals) };
      return [{ name: `footing ${refText(ref)}`, problem: warning('audit.footing', cube.place, values) }];
    }),
  );
}

/** Parts against the code of which they are parts, where the data have all of them; their sum must not exceed it otherwise. */
function againstParents(lookup: Lookup, cube: Cube): Finding[] {
  return cube.observations.flatMap((observation) =>
    [...cube.measures.keys()].flatMap((measure) => {
      const parent = observation.values[measure];
      const [dimension] = cube.dimensions;
      if (dimension === undefined || !isQuantity(parent)) return [];
      const children = [...dimension.list.codes.values()]
        .filter((code) => code.parent !== undefined && code.parent === observation.key[dimension.name])
        .map(({ code }) => lookup.at({ cube: cube.name, key: { [dimension.name]: code }, measure, year: observation.year }));
      const parts = children.filter((child): child is Quantity => child !== undefined);
      if (parts.length === 0 || parts.length < children.length || parent.ref === undefined) return [];
      return compare(lookup, `parts ${refText(parent.ref)}`, parent, lookup.sum(parts, parent.ref), observation.place);
    }),
  );
}

/** Parts against wholes within each cube, and each cube's sum against the book's total. */
export function auditFooting(lookup: Lookup): Finding[] {
  return [...lookup.dataset.cubes.values()].flatMap((cube) => [
    ...againstTotals(lookup, cube),
    ...againstParents(lookup, cube),
  ]);
}
