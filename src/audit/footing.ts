import { type Lookup, overlap, refText } from '../derive/index.ts';
import type { Cube } from '../model/dataset.ts';
import { warning } from '../model/problem.ts';
import { isQuantity, type Quantity } from '../model/quantity.ts';
import { compare } from './compare.ts';
import type { Finding } from './index.ts';

const years = (cube: Cube) => [...new Set(cube.observations.map((observation) => observation.year))];

/** Every cube counts the same contracts: its own sum against the book's total of the measure, which a part must not exceed. */
function againstTotals(lookup: Lookup, cube: Cube): Finding[] {
  return [...cube.measures.keys()].flatMap((measure) =>
    years(cube).flatMap((year): Finding[] => {
      if (cube.total === 'own') return [];
      const reference = lookup.dataset.totals.get(measure) ?? cube.name;
      const ref = { cube: cube.name, key: {}, measure, year };
      const complete = lookup.ownSum(ref);
      const own = complete ?? lookup.knownSum(ref);
      const total = lookup.at({ ...ref, cube: reference });
      if (reference === cube.name || own === undefined || total === undefined) return [];
      if (complete ? overlap(own.interval, total.interval) : own.interval.low.lte(total.interval.high)) return [];
      const values = {
        cube: cube.name,
        measure,
        year,
        sum: own.value.toFixed(own.decimals),
        reference,
        total: total.value.toFixed(total.decimals),
      };
      return [{ name: `footing ${refText(ref)}`, problem: warning('audit.footing', cube.place, values) }];
    }),
  );
}

/** Parts against the code of which they are parts, where the data have all of them; their sum must not exceed it otherwise. */
function againstParents(lookup: Lookup, cube: Cube): Finding[] {
  return cube.observations.flatMap((observation) =>
    [...cube.measures.keys()].flatMap((measure) => {
      const parent = observation.values[measure];
      if (!isQuantity(parent)) return [];
      return cube.dimensions.flatMap(({ name, list }) => {
        const children = [...list.codes.values()]
          .filter((code) => code.parent !== undefined && code.parent === observation.key[name])
          .map(({ code }) =>
            lookup.at({ cube: cube.name, key: { ...observation.key, [name]: code }, measure, year: observation.year }),
          );
        const parts = children.filter((child): child is Quantity => child !== undefined);
        if (parts.length === 0 || parent.ref === undefined) return [];
        const sum = lookup.sum(parts, parent.ref);
        if (parts.length < children.length && sum.interval.low.lte(parent.interval.high)) return [];
        return compare(lookup, `parts ${refText(parent.ref)}`, parent, sum, observation.place);
      });
    }),
  );
}

/** Parts against wholes within each cube, and each cube's sum against the book's total. */
export function auditFooting(lookup: Lookup): Finding[] {
  // A long series has been audited with the editions that it is put together from.
  const own = [...lookup.dataset.cubes.values()].filter(({ vintages }) => vintages === undefined);
  return own.flatMap((cube) => [...againstTotals(lookup, cube), ...againstParents(lookup, cube)]);
}
