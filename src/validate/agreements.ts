import type { z } from 'zod';
import type { Report } from '../load/index.ts';
import type { Agreement, Cube } from '../model/dataset.ts';
import type { Place } from '../model/problem.ts';
import type { Key } from '../model/quantity.ts';
import { codeOf, type Lookups } from './codes.ts';
import { type CubeNames, checkMeasure, cubeOf, dimensionOf } from './cube-names.ts';
import type { descriptorSchema } from './schemas/data.ts';

type AgreementSpec = z.infer<typeof descriptorSchema>['resources'][number]['agrees'][number];

/**
 * Which other cubes hold the quantities of a cube, as its descriptor declares; cubes, dimensions, codes and measures that
 * do not exist are reported.
 */
export function readAgreements(
  specs: readonly AgreementSpec[],
  cube: Cube,
  cubes: CubeNames,
  placeOf: (path: readonly PropertyKey[]) => Place,
  lookups: Lookups,
  report: Report,
): Agreement[] {
  return specs.flatMap((spec, index): Agreement[] => {
    const other = cubeOf(cubes, spec.cube, placeOf([index, 'cube']), report);
    if (other === undefined) return [];
    const checkKey = (codes: Key, of: Cube, key: string) => {
      for (const [name, code] of Object.entries(codes)) {
        const list = dimensionOf(of, name, placeOf([index, key]), report)?.list;
        if (list) codeOf(code, list, lookups.unreadable, placeOf([index, key, name]), report);
      }
    };
    for (const [own, others] of Object.entries(spec.by)) {
      dimensionOf(cube, own, placeOf([index, 'by']), report);
      dimensionOf(other, others, placeOf([index, 'by']), report);
    }
    checkKey(spec.where, cube, 'where');
    checkKey(spec.at, other, 'at');
    const shared = [...cube.measures.keys()].filter((measure) => other.measures.has(measure));
    const measures = spec.measures ?? Object.fromEntries(shared.map((measure) => [measure, measure]));
    for (const [own, others] of Object.entries(measures)) {
      checkMeasure(cube, own, placeOf([index, 'measures']), report);
      checkMeasure(other, others, placeOf([index, 'measures']), report);
    }
    const { relation, by, where, at } = spec;
    return [{ cube: spec.cube, relation, by, where, at, measures }];
  });
}
