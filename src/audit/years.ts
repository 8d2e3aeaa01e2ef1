import type { Cube } from '../model/dataset.ts';

/** The years for which a cube has rows. */
export function yearsOf(cube: Cube): readonly number[] {
  return [...new Set(cube.observations.map(({ year }) => year))];
}
