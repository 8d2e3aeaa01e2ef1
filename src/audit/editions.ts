import { type Lookup, refText } from '../derive/index.ts';
import type { Dataset } from '../model/dataset.ts';
import { isQuantity } from '../model/quantity.ts';
import { compare } from './compare.ts';
import { yearsOf } from './cubes.ts';
import type { Finding } from './finding.ts';

/**
 * Figures of an edition against those of the same places in earlier editions of its series: cubes of the same name count
 * the same things. A later edition may have revised a figure, which then is an erratum that says so.
 */
export function auditEditions(lookup: Lookup, editions: readonly Dataset[]): Finding[] {
  const { edition, cubes } = lookup.dataset;
  const earlier = editions.filter(
    (other) => other.edition.series === edition.series && other.edition.year < edition.year,
  );
  return earlier.flatMap((other) =>
    [...other.cubes.values()].flatMap((cube) => {
      const own = cubes.get(cube.name);
      if (own === undefined) return [];
      const years = yearsOf(own);
      return cube.observations.flatMap(({ values, year }) => {
        if (!years.includes(year)) return [];
        return Object.values(values).flatMap((then): Finding[] => {
          const now = isQuantity(then) && then.ref ? lookup.at(then.ref) : undefined;
          if (!isQuantity(then) || then.ref === undefined || now?.origin.kind !== 'observation') return [];
          const name = `edition ${refText(then.ref)} ${other.edition.year}`;
          return compare(lookup, { rule: 'across', name, printed: now, follows: then, place: now.origin.place });
        });
      });
    }),
  );
}
