import type { z } from 'zod';
import type { Report } from '../load/index.ts';
import type { Agreement, Cube } from '../model/dataset.ts';
import { suggest } from '../model/nearest.ts';
import { error, type Place } from '../model/problem.ts';
import type { Key } from '../model/quantity.ts';
import { codeOf, type Lookups } from './codes.ts';
import type { descriptorSchema } from './schemas/data.ts';

type AgreementSpec = z.infer<typeof descriptorSchema>['resources'][number]['agrees'][number];

/**
 * Which other cubes hold the quantities of a cube, as its descriptor declares; cubes, dimensions, codes and measures that
 * do not exist are reported.
 * @param declared cubes of the descriptor; one that could not be read is not missed here again
 */
export function readAgreements(
  specs: readonly AgreementSpec[],
  cube: Cube,
  cubes: ReadonlyMap<string, Cube>,
  declared: ReadonlySet<string>,
  placeOf: (path: readonly PropertyKey[]) => Place,
  lookups: Lookups,
  report: Report,
): Agreement[] {
  return specs.flatMap((spec, index): Agreement[] => {
    const other = cubes.get(spec.cube);
    if (other === undefined) {
      const values = { cube: spec.cube, suggestion: suggest(spec.cube, declared) };
      if (!declared.has(spec.cube)) report(error('published.unknown-cube', placeOf([index, 'cube']), values));
      return [];
    }
    const dimensionOf = (name: string, of: Cube, key: string) => {
      const dimension = of.dimensions.find((candidate) => candidate.name === name);
      const values = { name, cube: of.name, known: of.dimensions.map((candidate) => candidate.name).join(', ') };
      if (dimension === undefined) report(error('published.unknown-dimension', placeOf([index, key]), values));
      return dimension;
    };
    const checkKey = (codes: Key, of: Cube, key: string) => {
      for (const [name, code] of Object.entries(codes)) {
        const list = dimensionOf(name, of, key)?.list;
        if (list) codeOf(code, list, lookups.unreadable, placeOf([index, key, name]), report);
      }
    };
    const checkMeasure = (measure: string, of: Cube) => {
      for (const name of measure.split('/')) {
        const values = { measure: name, cube: of.name, known: [...of.measures.keys()].join(', ') };
        if (!of.measures.has(name)) report(error('published.unknown-measure', placeOf([index, 'measures']), values));
      }
    };
    for (const [own, others] of Object.entries(spec.by)) {
      dimensionOf(own, cube, 'by');
      dimensionOf(others, other, 'by');
    }
    checkKey(spec.where, cube, 'where');
    checkKey(spec.at, other, 'at');
    const shared = [...cube.measures.keys()].filter((measure) => other.measures.has(measure));
    const measures = spec.measures ?? Object.fromEntries(shared.map((measure) => [measure, measure]));
    for (const [own, others] of Object.entries(measures)) {
      checkMeasure(own, cube);
      checkMeasure(others, other);
    }
    const { relation, by, where, at } = spec;
    return [{ cube: spec.cube, relation, by, where, at, measures }];
  });
}
