import { competing, count, type Lookup } from '../derive/index.ts';
import type { Report } from '../load/index.ts';
import type { Code } from '../model/dataset.ts';
import type { Key, Quantity } from '../model/quantity.ts';
import { checkKind, type TableSpec } from '../validate/index.ts';
import { checkMeasure, cubeOf, dimensionOf, type PlaceOf } from './cubes.ts';
import type { RowItem } from './row-item.ts';

/** A row's place in an order, as a quantity that follows from the order itself. */
export function placeQuantity(place: number): Quantity {
  return count(place, 'rank', []);
}

type PlacesSpec = NonNullable<TableSpec['places']>;

/** Rows that are the first, second … places of an order, which other codes hold in other years. */
export function placeRows(lookup: Lookup, spec: PlacesSpec, place: PlaceOf, report: Report): RowItem[] {
  const cube = cubeOf(lookup, spec.cube, place(['cube']), report);
  const dimension = cube && dimensionOf(cube, spec.dimension, place(['dimension']), report);
  if (cube === undefined || dimension === undefined) return [];
  checkMeasure(cube, spec.measure, place(['measure']), report);
  if (spec.kind !== undefined) checkKind(spec.kind, cube, place(['kind']), report);
  return Array.from({ length: spec.count }, (_, index) => ({
    kind: 'place',
    cube: cube.name,
    code: undefined,
    key: {},
    held: {},
    year: lookup.dataset.edition.year,
    indent: 0,
    place: index + 1,
    besides: [],
    order: { dimension: dimension.name, measure: spec.measure, descending: spec.descending, kind: spec.kind },
    value: { measure: spec.measure },
  }));
}

/** The code that holds a row's place in a year; undefined if fewer have one. */
export function codeAtPlace(
  lookup: Lookup,
  row: RowItem,
  year: number,
): { readonly code: Code | undefined; readonly key: Key } | undefined {
  const cube = lookup.dataset.cubes.get(row.cube);
  const { order } = row;
  const dimension = cube?.dimensions.find(({ name }) => name === order?.dimension);
  if (cube === undefined || order === undefined || dimension === undefined) return undefined;
  const { measure, kind } = order;
  const sign = order.descending ? -1 : 1;
  const codes = competing(lookup, cube, dimension, year, { kind });
  const values = codes
    .flatMap((code) => lookup.at({ cube: cube.name, key: { [dimension.name]: code }, measure, year }) ?? [])
    .toSorted((a, b) => sign * a.value.comparedTo(b.value));
  const key = values[row.place - 1]?.ref?.key;
  return key && { key, code: dimension.list.codes.get(key[dimension.name] ?? '') };
}
