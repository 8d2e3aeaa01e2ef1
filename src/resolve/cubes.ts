import type { Lookup } from '../derive/index.ts';
import type { Report } from '../load/index.ts';
import type { Cube, Dimension } from '../model/dataset.ts';
import { suggest } from '../model/nearest.ts';
import { error, type Place } from '../model/problem.ts';

/** Where a value of a specification stands. */
export type PlaceOf = (path: readonly PropertyKey[]) => Place;

/** A cube by its name; one that does not exist is reported with the nearest name. */
export function cubeOf(lookup: Lookup, name: string, place: Place, report: Report): Cube | undefined {
  const { cubes } = lookup.dataset;
  const cube = cubes.get(name);
  if (cube === undefined)
    report(error('spec.unknown-cube', place, { cube: name, suggestion: suggest(name, cubes.keys()) }));
  return cube;
}

/** A dimension of a cube by its name; one that does not exist is reported. */
export function dimensionOf(cube: Cube, name: string, place: Place, report: Report): Dimension | undefined {
  const dimension = cube.dimensions.find((candidate) => candidate.name === name);
  if (dimension === undefined) {
    const known = cube.dimensions.map((candidate) => candidate.name).join(', ');
    report(error('spec.unknown-dimension', place, { dimension: name, cube: cube.name, known }));
  }
  return dimension;
}

/** Reports a code that a dimension's list does not have. */
export function checkCode(code: string, { list }: Dimension, place: Place, report: Report): void {
  if (list.codes.has(code)) return;
  report(error('spec.unknown-code', place, { code, list: list.name, suggestion: suggest(code, list.codes.keys()) }));
}

/** Reports a measure that a cube does not have; `amount/contracts` is an average of two that it has. */
export function checkMeasure(cube: Cube, measure: string, place: Place, report: Report): void {
  if (measure.split('/').every((part) => cube.measures.has(part))) return;
  const values = { measure, cube: cube.name, known: [...cube.measures.keys()].join(', ') };
  report(error('spec.unknown-measure', place, values));
}
