import type { Lookup } from '../derive/index.ts';
import type { Report } from '../load/index.ts';
import type { TableSpec } from '../validate/index.ts';
import { cubeOf, dimensionOf, type PlaceOf } from './cubes.ts';
import { type RowItem, titleRow } from './row-item.ts';

/** Rows that are the codes of a cube as it lists them, with a heading row for each code of another dimension. */
export function listRows(
  lookup: Lookup,
  spec: NonNullable<TableSpec['list']>,
  place: PlaceOf,
  report: Report,
): RowItem[] {
  const cube = cubeOf(lookup, spec.cube, place(['cube']), report);
  const dimension = cube && dimensionOf(cube, spec.dimension, place(['dimension']), report);
  const groups =
    cube && spec.groups !== undefined ? dimensionOf(cube, spec.groups, place(['groups']), report) : undefined;
  if (cube === undefined || dimension === undefined) return [];
  const { year } = lookup.dataset.edition;
  const rows: RowItem[] = [];
  let group: string | undefined;
  let counted = 0;
  for (const { key } of cube.observations.filter((observation) => observation.year === year)) {
    const head = groups?.list.codes.get(key[groups.name] ?? '');
    if (head && head.code !== group) {
      rows.push(titleRow(head, year));
      group = head.code;
      counted = 0;
    }
    counted += 1;
    rows.push({
      kind: 'code',
      cube: cube.name,
      code: dimension.list.codes.get(key[dimension.name] ?? ''),
      key,
      held: {},
      year,
      indent: 0,
      place: counted,
      besides: [],
    });
  }
  return rows;
}
