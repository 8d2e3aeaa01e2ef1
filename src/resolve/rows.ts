import { containerOf, type Lookup } from '../derive/index.ts';
import type { Report } from '../load/index.ts';
import type { Code, Cube, Dimension } from '../model/dataset.ts';
import { error } from '../model/problem.ts';
import { checkKind, type OpenValueSpec, type RowBlockSpec, type RowsSpec, type YearsSpec } from '../validate/index.ts';
import { checkCode, cubeOf, dimensionOf, type PlaceOf } from './cubes.ts';
import type { RowItem } from './row-item.ts';
import { cellValue } from './values.ts';

/** The years that a specification names, of those that a cube has, ascending. */
export function yearsOf(lookup: Lookup, cube: Cube, spec: YearsSpec): number[] {
  const { year } = lookup.dataset.edition;
  if (Array.isArray(spec)) return spec.map((name) => (name === 'previous' ? year - 1 : year));
  const all = [...new Set(cube.observations.map((observation) => observation.year))]
    .filter((candidate) => candidate <= year)
    .sort((a, b) => a - b);
  return spec === 'all' ? all : all.slice(-spec.last);
}

/** Codes of a dimension that the rows show, in list order; parts follow their parent where all are shown. */
function codesOf(
  lookup: Lookup,
  cube: Cube,
  dimension: Dimension,
  spec: RowsSpec,
  year: number,
): { code: Code; indent: number }[] {
  const { codes, groups } = dimension.list;
  const present = lookup.codesWithParents(cube, dimension.name, year);
  const isPart = (container: string) => (name: string) => codes.get(name)?.parent === container;
  const ofMembers = (container: string) => groups.get(container) ?? [...codes.keys()].filter(isPart(container));
  const members = spec.members === undefined ? undefined : ofMembers(spec.members);
  const named = spec.items ?? members;
  const all = new Set(named ?? present);
  const entries = [...all].flatMap((name) => codes.get(name) ?? []);
  const ofKind = entries.filter(({ kind }) => spec.kind === undefined || kind === spec.kind);
  return ofKind.flatMap((code) => {
    const inside = containerOf(code, all) !== undefined;
    if (named || spec.kind !== undefined) return [{ code, indent: inside && spec.items ? 1 : 0 }];
    if (spec.level === 'leaves') return present.some(isPart(code.code)) ? [] : [{ code, indent: 0 }];
    if (spec.level === 'top') return inside ? [] : [{ code, indent: 0 }];
    return [{ code, indent: inside ? 1 : 0 }];
  });
}

/** Indented rows moved below the row of which they are parts; otherwise the order stays. */
function underParents(rows: readonly RowItem[]): RowItem[] {
  const withParts = (row: RowItem): RowItem[] => [
    row,
    ...rows
      .filter(
        ({ code, indent }) =>
          indent > 0 &&
          code !== undefined &&
          row.code !== undefined &&
          [code.parent, code.within].includes(row.code.code),
      )
      .flatMap(withParts),
  ];
  return rows.filter(({ indent }) => indent === 0).flatMap(withParts);
}

type Order = NonNullable<RowsSpec['order']>;

/** Rows by a value, the largest first unless asked otherwise; what is not to be ordered follows as it stands. */
function inOrder(rows: readonly RowItem[], order: Order, value: (row: RowItem) => number): RowItem[] {
  const isOrdered = ({ code, indent }: RowItem) =>
    !order.last.includes(code?.code ?? '') && (order.among === undefined || indent > 0 || code?.kind === order.among);
  const sign = order.descending ? -1 : 1;
  const ordered = rows.filter(isOrdered).toSorted((a, b) => sign * (value(a) - value(b)));
  return underParents([...ordered, ...rows.filter((row) => !isOrdered(row))]);
}

function checkRows(spec: RowsSpec, cube: Cube, dimension: Dimension | undefined, place: PlaceOf, report: Report): void {
  for (const [name, code] of Object.entries(spec.where)) {
    const other = dimensionOf(cube, name, place(['where', name]), report);
    if (other) checkCode(code, other, place(['where', name]), report);
  }
  if (dimension === undefined) return;
  for (const [index, item] of (spec.items ?? []).entries()) checkCode(item, dimension, place(['items', index]), report);
  if (spec.members !== undefined) checkCode(spec.members, dimension, place(['members']), report);
  if (spec.kind !== undefined) checkKind(spec.kind, cube, place(['kind']), report);
  if (spec.order?.among !== undefined) checkKind(spec.order.among, cube, place(['order', 'among']), report);
}

/**
 * The rows that a specification asks for, ordered, with total and remainder.
 *
 * @param values by name; what `order` can refer to, and what decides whether a remainder is left
 */
export function rowsOf(
  lookup: Lookup,
  spec: RowBlockSpec,
  values: Readonly<Record<string, OpenValueSpec>>,
  place: PlaceOf,
  report: Report,
): RowItem[] {
  const cube = cubeOf(lookup, spec.cube, place(['cube']), report);
  if (cube === undefined) return [];
  const dimension =
    spec.dimension === undefined ? undefined : dimensionOf(cube, spec.dimension, place(['dimension']), report);
  if (spec.dimension !== undefined && dimension === undefined) return [];
  checkRows(spec, cube, dimension, place, report);
  const orderBy = spec.order && values[spec.order.by];
  if (spec.order && orderBy === undefined) {
    const known = Object.keys(values).join(', ');
    report(error('spec.unknown-order', place(['order', 'by']), { name: spec.order.by, known }));
  }
  const number = (row: RowItem) => {
    const value = orderBy && cellValue(lookup, row, orderBy);
    return value === undefined || typeof value === 'string' ? Number.NEGATIVE_INFINITY : value.value.toNumber();
  };
  const years = yearsOf(lookup, cube, spec.years);
  const { where, members } = spec;
  const title: RowItem[] =
    spec.title === undefined ? [] : [titleRow({ names: spec.title, path: ['title'] }, lookup.dataset.edition.year)];
  const rows = years.flatMap((year) => {
    const whole: RowItem = {
      kind: 'total',
      cube: cube.name,
      code: undefined,
      key: { ...where, ...(dimension && members !== undefined && { [dimension.name]: members }) },
      where,
      year,
      indent: 0,
      place: 0,
      besides: [],
      value: spec.value,
      ...(dimension && members !== undefined && { peers: { [dimension.name]: members } }),
      ...(spec.label && { label: { names: spec.label, path: ['label'] } }),
    };
    if (dimension === undefined) return [{ ...whole, kind: Array.isArray(spec.years) ? 'total' : 'year' } as const];
    const unordered = codesOf(lookup, cube, dimension, spec, year).map(
      ({ code, indent }): RowItem => ({
        ...whole,
        kind: 'code',
        code,
        key: { ...where, [dimension.name]: code.code },
        indent,
      }),
    );
    const ordered = spec.order && orderBy ? inOrder(unordered, spec.order, number) : underParents(unordered);
    const codes = ordered.slice(0, spec.limit).map((row, index) => ({ ...row, place: index + 1 }));
    // A part of a code that is shown itself is in that code's value already.
    const shown = new Set(codes.flatMap((row) => row.code?.code ?? []));
    const besides = codes
      .filter((row) => row.code === undefined || containerOf(row.code, shown) === undefined)
      .map((row) => row.key);
    const rest: RowItem = { ...whole, kind: 'remainder', key: { remainder: cube.name }, besides };
    const isLeft = () =>
      Object.values(values).some((value) => typeof (cellValue(lookup, rest, value) ?? 'missing') !== 'string');
    return [
      ...(spec.total === 'first' ? [whole] : []),
      ...codes,
      ...(spec.remainder && codes.length > 0 && isLeft() ? [rest] : []),
      ...(spec.total === 'last' ? [whole] : []),
    ];
  });
  return [...title, ...rows];
}

/** A heading row within a table. */
export function titleRow(label: NonNullable<RowItem['label']> | Code, year: number): RowItem {
  const item = { kind: 'title', cube: '', key: {}, where: {}, year, indent: 0, place: 0, besides: [] } as const;
  return 'code' in label ? { ...item, code: label } : { ...item, code: undefined, label };
}
