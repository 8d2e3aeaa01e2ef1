import type { Composer } from '../compose/index.ts';
import type { Lookup } from '../derive/index.ts';
import type { Report } from '../load/index.ts';
import type { Names } from '../model/dataset.ts';
import { type Column, type HeadCell, type Inline, type Lang, plainText } from '../model/document.ts';
import { error } from '../model/problem.ts';
import {
  type ColumnSpec,
  type OpenValueSpec,
  type RepeatSpec,
  rowCubesOf,
  type Shown,
  type TableSpec,
  type WidthSpec,
} from '../validate/index.ts';
import { cubeOf, dimensionOf, type PlaceOf } from './cubes.ts';
import { editionsText } from './revisions.ts';
import { yearsOf } from './rows.ts';
import type { ColumnPlace } from './values.ts';

/** Turns a name in both languages into inlines of the composer's language; `names` are what else the text can name. */
export type ToInlines = (
  pair: Names,
  path: readonly PropertyKey[],
  names?: Readonly<Record<string, string>>,
) => Inline[];

/** A column as it is printed: a repeated one once for each year or code. */
export interface ColumnItem {
  readonly spec: ColumnSpec;
  readonly path: readonly PropertyKey[];
  readonly key: string;
  readonly value: OpenValueSpec;
  readonly show: Shown | undefined;
  readonly at: ColumnPlace;
  /** What its head can name: `columnYear` and `columnEdition`, the edition that printed that year, or `columnName`. */
  readonly names: Readonly<Record<string, string>>;
}

const isRepeat = (column: ColumnSpec | RepeatSpec): column is RepeatSpec => 'each' in column;

/** What a repeated column stands for, one after the other. */
function occurrences(
  lookup: Lookup,
  { each }: RepeatSpec,
  rowCube: string,
  composer: Composer,
  place: PlaceOf,
  report: Report,
): { readonly name: string; readonly names: ColumnItem['names']; readonly at: ColumnPlace }[] {
  // A cube of the rows that does not exist is told there.
  const cube =
    each.cube === undefined ? lookup.dataset.cubes.get(rowCube) : cubeOf(lookup, each.cube, place(['cube']), report);
  if (cube === undefined) return [];
  if ('years' in each) {
    return yearsOf(lookup, cube, each.years).map((year) => ({
      name: String(year),
      names: { columnYear: String(year), columnEdition: editionsText(cube, year, {}, composer.words) },
      at: { year },
    }));
  }
  const dimension = dimensionOf(cube, each.dimension, place(['dimension']), report);
  if (dimension === undefined) return [];
  const codes = lookup.topCodes(cube, dimension.name, lookup.dataset.edition.year);
  return [
    ...codes.map((code) => ({
      name: code,
      names: { columnName: dimension.list.codes.get(code)?.names[composer.lang] ?? code },
      at: { code: { cube: cube.name, key: { [dimension.name]: code } } },
    })),
    ...(each.total ? [{ name: 'total', names: { columnName: composer.words.say('book:total') }, at: {} }] : []),
  ];
}

/** Whether an edition has what is optional: cube, measure, what a share is of, and the year before if that is shown. */
export function hasValue(lookup: Lookup, cube: string, value: OpenValueSpec | undefined): boolean {
  const { cubes, edition } = lookup.dataset;
  const found = cubes.get(value?.cube ?? cube);
  const { measure, of, year } = value ?? {};
  return (
    found !== undefined &&
    (of === undefined || hasValue(lookup, of.cube ?? found.name, { measure: of.measure })) &&
    (measure === undefined || measure.split('/').every((part) => found.measures.has(part))) &&
    (year !== 'previous' || found.observations.some((observation) => observation.year === edition.year - 1))
  );
}

/** The columns of a table in the composer's language: those that are `shown`, by their keys, or all of them. */
export function columnsOf(
  lookup: Lookup,
  spec: TableSpec,
  composer: Composer,
  place: PlaceOf,
  report: Report,
  shown?: readonly string[],
): ColumnItem[] {
  const item = (column: ColumnSpec, path: ColumnItem['path']): ColumnItem => ({
    spec: column,
    path,
    key: column.key,
    value: column.value ?? {},
    show: column.show,
    at: {},
    names: {},
  });
  const rowCubes = rowCubesOf(spec);
  const [firstCube = ''] = rowCubes;
  const columns = spec.columns
    .flatMap((column, index): ColumnItem[] => {
      const path = ['columns', index];
      if (!isRepeat(column)) return [item(column, path)];
      const found = occurrences(
        lookup,
        column,
        firstCube,
        composer,
        (rest) => place([...path, 'each', ...rest]),
        report,
      );
      return found.flatMap(({ name, names, at }) =>
        column.columns.map((inner, number) => {
          const one = item(inner, [...path, 'columns', number]);
          return { ...one, key: `${one.key}-${name}`, names, at };
        }),
      );
    })
    .filter(({ spec: { key } }) => shown === undefined || shown.includes(key))
    .filter(({ show }) => show !== 'original' || composer.lang !== 'zh')
    .filter((column) => !column.spec.optional || rowCubes.some((cube) => hasValue(lookup, cube, column.value)));
  // The stub can be named too, to sort by it.
  const seen = new Set(['stub']);
  for (const { key, path } of columns) {
    if (seen.has(key)) report(error('spec.key-twice', place([...path, 'key']), { key }));
    seen.add(key);
  }
  return columns;
}

/** Names stand on the left; figures, places included, on the right. */
export function alignOf(show: Shown | undefined): Column['align'] {
  return show === 'name' || show === 'original' ? 'start' : 'end';
}

/** The stub is centred where it shows a place or a figure. */
export function stubAlign({ stub }: TableSpec): Column['align'] {
  return stub.show || stub.value ? 'center' : 'start';
}

export function widthIn(width: WidthSpec, lang: Lang): number {
  return typeof width === 'number' ? width : width[lang];
}

/** Head rows: one, or two where columns stand under a spanner; one that says nothing in this edition is none. */
export function headOf(spec: TableSpec, columns: readonly ColumnItem[], toInlines: ToInlines): HeadCell[][] {
  const spanners = columns.map(({ spec: { spanner }, path, names }) => {
    const inlines = spanner && toInlines(spanner, [...path, 'spanner'], names);
    return inlines && plainText(inlines) !== '' ? inlines : undefined;
  });
  const spanned = spanners.some((spanner) => spanner !== undefined);
  const rowspan = spanned ? 2 : 1;
  const inlines = toInlines(spec.stub.head, ['stub', 'head']);
  const stub: HeadCell = { inlines, align: stubAlign(spec), colspan: 1, rowspan };
  const upper: HeadCell[] = [stub];
  const lower: HeadCell[] = [];
  let open: { readonly key: string; readonly at: number } | undefined;
  for (const [index, { spec: column, path, names, show }] of columns.entries()) {
    const cell: HeadCell = {
      inlines: toInlines(column.head, [...path, 'head'], names),
      align: alignOf(show),
      colspan: 1,
      rowspan: 1,
    };
    const spanner = spanners[index];
    if (spanner === undefined) {
      open = undefined;
      upper.push({ ...cell, rowspan });
      continue;
    }
    lower.push(cell);
    const key = plainText(spanner);
    const last = open?.key === key ? upper[open.at] : undefined;
    if (open && last) upper[open.at] = { ...last, colspan: last.colspan + 1 };
    else {
      open = { key, at: upper.length };
      upper.push({ inlines: spanner, align: 'center', colspan: 1, rowspan: 1 });
    }
  }
  return spanned ? [upper, lower] : [upper];
}
