/** Names by which data and specifications ask for a cube and for what it has. */
import type { Report } from '../load/index.ts';
import type { Cube, Dimension } from '../model/dataset.ts';
import { suggest } from '../model/nearest.ts';
import { error, type Place } from '../model/problem.ts';

/** The cubes that can be asked for. */
export interface CubeNames {
  readonly cubes: ReadonlyMap<string, Cube>;
  /** Cubes of the descriptor; one that could not be read is not missed again. */
  readonly declared: ReadonlySet<string>;
}

/** The cube of a name; one that does not exist is reported. */
export function cubeOf({ cubes, declared }: CubeNames, name: string, place: Place, report: Report): Cube | undefined {
  const cube = cubes.get(name);
  if (cube === undefined && !declared.has(name)) {
    report(error('spec.unknown-cube', place, { cube: name, suggestion: suggest(name, declared) }));
  }
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

/** Reports a measure that a cube does not have; `amount/contracts` is an average of two that it has. */
export function checkMeasure(
  { name, measures }: Pick<Cube, 'name' | 'measures'>,
  measure: string,
  place: Place,
  report: Report,
): void {
  for (const part of measure.split('/')) {
    if (measures.has(part)) continue;
    const known = [...measures.keys()].join(', ');
    report(error('spec.unknown-measure', place, { measure: part, cube: name, known }));
  }
}
