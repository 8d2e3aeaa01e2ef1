import type { Lookup } from '../derive/index.ts';
import type { Cube } from '../model/dataset.ts';

/** The cubes of an edition that rules are about. A long series has been audited with the editions that it is put together from. */
export function auditedCubes({ dataset }: Lookup): readonly Cube[] {
  return [...dataset.cubes.values()].filter(({ vintages }) => vintages === undefined);
}

/** The years for which a cube has rows. */
export function yearsOf(cube: Cube): readonly number[] {
  return [...new Set(cube.observations.map(({ year }) => year))];
}
