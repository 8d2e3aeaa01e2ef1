import { Exact } from '../derive/exact.ts';
import { type Lookup, overlap, refText } from '../derive/index.ts';
import type { Agreement, Cube } from '../model/dataset.ts';
import { warning } from '../model/problem.ts';
import type { Key, Quantity } from '../model/quantity.ts';
import { compare, inUnitOf } from './compare.ts';
import { auditedCubes, yearsOf } from './cubes.ts';
import { cellOf, type Finding, placeOf } from './finding.ts';
import { priorOf } from './prior.ts';
import { addendsOf } from './suspects.ts';

/** Keys of a cube's own places that stand in the other cube too: every combination of codes that both of them have. */
function sharedKeys(lookup: Lookup, cube: Cube, other: Cube, { by, where }: Agreement, year: number): Key[] {
  return Object.entries(by).reduce<Key[]>(
    (keys, [own, theirs]) => {
      const ownCodes = lookup.codesWithParents(cube, own, year);
      // The other cube may not have the year, and its codes are then those of the year after.
      const years = [year, year + 1];
      const known = new Set(years.flatMap((each) => lookup.codesWithParents(other, theirs, each)));
      // "Other countries" are others in each cube.
      const list = cube.dimensions.find(({ name }) => name === own)?.list.codes;
      const codes = ownCodes.filter((code) => known.has(code) && list?.get(code)?.kind !== 'rest');
      return keys.flatMap((key) => codes.map((code) => ({ ...key, [own]: code })));
    },
    [where],
  );
}

/** A part must only not exceed what it is part of. */
function exceeds(lookup: Lookup, own: Quantity, theirs: Quantity): boolean {
  const converted = inUnitOf(lookup, theirs, own);
  return converted === undefined || own.interval.low.gt(converted.interval.high);
}

/** An average must lie among those of what it is the average of. */
function auditMean(lookup: Lookup, cube: Cube, agreement: Agreement, measure: string, year: number): Finding[] {
  const ref = { cube: agreement.cube, key: agreement.at, measure: agreement.measures[measure] ?? measure, year };
  const [dimension] = cube.dimensions;
  if (dimension === undefined) return [];
  const codes = lookup.topCodes(cube, dimension.name, year);
  const values = codes.flatMap(
    (code) => lookup.at({ cube: cube.name, key: { [dimension.name]: code }, measure, year }) ?? [],
  );
  const [like] = values;
  const found = lookup.at(ref);
  const mean = found && like && inUnitOf(lookup, found, like);
  if (mean === undefined) return [];
  const range = {
    low: Exact.min(...values.map(({ interval }) => interval.low)),
    high: Exact.max(...values.map(({ interval }) => interval.high)),
  };
  if (overlap(range, mean.interval)) return [];
  const name = `bound ${refText(ref)}`;
  const cell = cellOf(mean);
  const { unit } = mean;
  const decimals = Math.max(...values.map((value) => value.decimals));
  const printed = mean.value.toFixed(decimals);
  const follows = `${range.low.toFixed(decimals)} … ${range.high.toFixed(decimals)}`;
  const problem = warning('audit.contradiction', placeOf(mean), { finding: name, printed, follows, unit });
  return [{ name, rule: 'across', problem, printed, follows, unit, ...(cell && { cell }) }];
}

function auditAgreement(lookup: Lookup, cube: Cube, agreement: Agreement): Finding[] {
  const other = lookup.dataset.cubes.get(agreement.cube);
  if (other === undefined) return [];
  const { relation, by, at } = agreement;
  return yearsOf(cube).flatMap((year) =>
    Object.entries(agreement.measures).flatMap(([measure, theirMeasure]) => {
      if (relation === 'mean') return auditMean(lookup, cube, agreement, measure, year);
      return sharedKeys(lookup, cube, other, agreement, year).flatMap((key): Finding[] => {
        const theirKey = Object.fromEntries(Object.entries(by).map(([own, theirs]) => [theirs, key[own] ?? '']));
        const ref = { cube: cube.name, key, measure, year };
        const whole = () => lookup.ownSum(ref) ?? (relation === 'part' ? lookup.knownSum(ref) : undefined);
        const own = Object.keys(key).length === 0 ? whole() : lookup.at(ref);
        const theirs = priorOf(lookup, { cube: other.name, key: { ...theirKey, ...at }, measure: theirMeasure, year });
        if (own === undefined || theirs === undefined) return [];
        if (relation === 'part' && !exceeds(lookup, own, theirs)) return [];
        const name = `across ${refText(ref)} ${other.name}`;
        const suspects = () => (theirs.unit === own.unit ? addendsOf(theirs, own.interval) : []);
        const place = placeOf(own);
        return compare(lookup, { rule: 'across', name, printed: own, follows: theirs, place, suspects });
      });
    }),
  );
}

/** Quantities that a cube's descriptor says to stand in another cube too, or to be part of what stands there. */
export function auditAgreements(lookup: Lookup): Finding[] {
  return auditedCubes(lookup).flatMap((cube) =>
    cube.agrees.flatMap((agreement) => auditAgreement(lookup, cube, agreement)),
  );
}
