import { competing, containerOf, type Lookup, membersOf } from '../derive/index.ts';
import type { Report } from '../load/index.ts';
import type { Code, Cube, Dimension } from '../model/dataset.ts';
import { error } from '../model/problem.ts';
import { checkKind, type RowBlockSpec, type RowsSpec, type YearsSpec } from '../validate/index.ts';
import { checkCode, cubeOf, dimensionOf, type PlaceOf } from './cubes.ts';
import { type RowItem, titleRow } from './row-item.ts';
import type { CellValue } from './values.ts';

/** The years that a specification names, of those that a cube has, ascending. */
export function yearsOf(lookup: Lookup, cube: Cube, spec: YearsSpec): number[] {
  const { year } = lookup.dataset.edition;
  if (Array.isArray(spec)) return spec.map((name) => (name === 'previous' ? year - 1 : year));
  const all = [...new Set(cube.observations.map((observation) => observation.year))]
    .filter((candidate) => candidate <= year)
    .sort((a, b) => a - b);
  const [first = year] = all;
  if (spec === 'every') return Array.from({ length: year - first + 1 }, (_, index) => first + index);
  return spec === 'all' ? all : all.slice(-spec.last);
}

/** Codes of a dimension that the rows show, in list order; parts are indented where rows of their parents may stand. */
function codesOf(
  lookup: Lookup,
  cube: Cube,
  dimension: Dimension,
  { items, members, kind, level }: RowsSpec,
  year: number,
): { code: Code; indent: number }[] {
  const { codes } = dimension.list;
  const present = lookup.codesWithParents(cube, dimension.name, year);
  const isChosen = members !== undefined || kind !== undefined || level === 'top';
  const chosen = isChosen ? competing(lookup, cube, dimension, year, { kind, within: members }) : present;
  // A part that the edition does not have is no row, where one whose figure is missing is.
  const competitors = chosen.filter((name) => present.includes(name));
  const hasParts = (name: string) => present.some((other) => codes.get(other)?.parent === name);
  const shown = !isChosen && level === 'leaves' ? competitors.filter((name) => !hasParts(name)) : competitors;
  const all = new Set(items ?? shown);
  const indents = items !== undefined || (!isChosen && level === 'all');
  return [...all].flatMap((name) => {
    const code = codes.get(name);
    if (code === undefined || (kind !== undefined && code.kind !== kind)) return [];
    return [{ code, indent: indents && containerOf(code, all) !== undefined ? 1 : 0 }];
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

/** Rows by a value, the largest first unless asked otherwise, those without one last; what is not to be ordered follows. */
function inOrder(rows: readonly RowItem[], order: Order, cellOf: CellOf): RowItem[] {
  const isOrdered = ({ code, indent }: RowItem) =>
    !order.last.includes(code?.code ?? '') && (order.among === undefined || indent > 0 || code?.kind === order.among);
  const sign = order.descending ? -1 : 1;
  const numberOf = (row: RowItem) => {
    const value = cellOf(row);
    return value === undefined || typeof value === 'string' ? undefined : value.value;
  };
  const compare = (a: RowItem, b: RowItem) => {
    const [first, second] = [numberOf(a), numberOf(b)];
    return first && second ? sign * first.comparedTo(second) : Number(!first) - Number(!second);
  };
  const ordered = rows.filter(isOrdered).toSorted(compare);
  return underParents([...ordered, ...rows.filter((row) => !isOrdered(row))]);
}

function checkRows(
  { where, items, members, kind, order }: RowsSpec,
  cube: Cube,
  dimension: Dimension | undefined,
  place: PlaceOf,
  report: Report,
): void {
  for (const [name, code] of Object.entries(where)) {
    const held = dimensionOf(cube, name, place(['where', name]), report);
    if (held) checkCode(code, held, place(['where', name]), report);
    if (held && name === dimension?.name) {
      report(error('spec.dimension-twice', place(['where', name]), { dimension: name, cube: cube.name }));
    }
  }
  if (dimension === undefined) return;
  const { list } = dimension;
  for (const [index, item] of (items ?? []).entries()) checkCode(item, dimension, place(['items', index]), report);
  for (const [index, code] of (order?.last ?? []).entries()) {
    checkCode(code, dimension, place(['order', 'last', index]), report);
  }
  if (kind !== undefined) checkKind(kind, cube, place(['kind']), report);
  if (order?.among !== undefined) checkKind(order.among, cube, place(['order', 'among']), report);
  if (members === undefined) return;
  checkCode(members, dimension, place(['members']), report);
  if (list.codes.has(members) && membersOf(list, members).length === 0) {
    report(error('spec.no-members', place(['members']), { code: members, list: list.name }));
  }
}

/** Value of a row as a column shows it. */
type CellOf = (row: RowItem) => CellValue;

/**
 * The rows that a specification asks for, ordered, with total and remainder.
 *
 * @param cells by name; what `order` can refer to, and what decides whether a remainder is left
 */
export function rowsOf(
  lookup: Lookup,
  spec: RowBlockSpec,
  cells: Readonly<Record<string, CellOf>>,
  place: PlaceOf,
  report: Report,
): RowItem[] {
  const cube = cubeOf(lookup, spec.cube, place(['cube']), report);
  if (cube === undefined) return [];
  const dimension =
    spec.dimension === undefined ? undefined : dimensionOf(cube, spec.dimension, place(['dimension']), report);
  if (spec.dimension !== undefined && dimension === undefined) return [];
  checkRows(spec, cube, dimension, place, report);
  const orderBy = spec.order && cells[spec.order.by];
  if (spec.order && orderBy === undefined) {
    const known = Object.keys(cells).join(', ');
    report(error('spec.unknown-order', place(['order', 'by']), { name: spec.order.by, known }));
  }
  const { year: editionYear } = lookup.dataset.edition;
  const title = spec.title ? [titleRow({ names: spec.title, path: ['title'] }, editionYear)] : [];
  const held = spec.where;
  const members = dimension && spec.members !== undefined ? { [dimension.name]: spec.members } : undefined;
  const rows = yearsOf(lookup, cube, spec.years).flatMap((year) => {
    const common = { cube: cube.name, held, year, indent: 0, place: 0, besides: [], value: spec.value } as const;
    const whole: RowItem = {
      ...common,
      kind: dimension || (Array.isArray(spec.years) && !spec.label) ? 'total' : 'whole',
      code: undefined,
      key: { ...held, ...members },
      ...(spec.label && { label: { names: spec.label, path: ['label'] } }),
    };
    if (dimension === undefined) return [whole];
    const unordered = codesOf(lookup, cube, dimension, spec, year)
      .map(({ code, indent }): RowItem => {
        const key = { ...held, [dimension.name]: code.code };
        return { ...common, kind: 'code', code, key, indent, ...(members && { members }) };
      })
      .filter((row) => row.code?.kind !== 'group' || hasAny(row, cells));
    const ordered = spec.order && orderBy ? inOrder(unordered, spec.order, orderBy) : underParents(unordered);
    const codes = ordered.slice(0, spec.limit).map((row, index) => ({ ...row, place: index + 1 }));
    return [
      ...(spec.total === 'first' ? [whole] : []),
      ...codes,
      ...(spec.remainder ? remainderRow(cube.name, codes, cells) : []),
      ...(spec.total === 'last' ? [whole] : []),
    ];
  });
  return [...title, ...rows];
}

/** Whether any column has a value in a row. An edition knows nothing of a group that its source does not form. */
const hasAny = (row: RowItem, cells: Readonly<Record<string, CellOf>>) =>
  Object.values(cells).some((cellOf) => typeof (cellOf(row) ?? 'missing') !== 'string');

/** The row of what the codes of the other rows leave of their whole; none if it is nothing in every column. */
function remainderRow(cube: string, codes: readonly RowItem[], cells: Readonly<Record<string, CellOf>>): RowItem[] {
  const [first] = codes;
  if (first === undefined) return [];
  // A part of a code that is shown itself is in that code's value already.
  const shown = new Set(codes.flatMap(({ code }) => code?.code ?? []));
  const besides = codes
    .filter(({ code }) => code === undefined || containerOf(code, shown) === undefined)
    .map(({ key }) => key);
  const key = { remainder: cube };
  const rest: RowItem = { ...first, kind: 'remainder', code: undefined, key, indent: 0, place: 0, besides };
  return hasAny(rest, cells) ? [rest] : [];
}
