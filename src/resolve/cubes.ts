import type { Lookup } from '../derive/index.ts';
import type { Report } from '../load/index.ts';
import type { Cube, Dimension } from '../model/dataset.ts';
import { suggest } from '../model/nearest.ts';
import { error, type Place } from '../model/problem.ts';
import { cubeOf as cubeNamed } from '../validate/index.ts';

export { checkMeasure, dimensionOf } from '../validate/index.ts';

/** Where a value of a specification stands. */
export type PlaceOf = (path: readonly PropertyKey[]) => Place;

/** A cube by its name; one that does not exist is reported with the nearest name. */
export function cubeOf(lookup: Lookup, name: string, place: Place, report: Report): Cube | undefined {
  const { cubes } = lookup.dataset;
  return cubeNamed({ cubes, declared: new Set(cubes.keys()) }, name, place, report);
}

/** Reports a code that a dimension's list does not have. */
export function checkCode(code: string, { list }: Dimension, place: Place, report: Report): void {
  if (list.codes.has(code)) return;
  report(error('spec.unknown-code', place, { code, list: list.name, suggestion: suggest(code, list.codes.keys()) }));
}
