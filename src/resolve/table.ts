import type { Composer } from '../compose/index.ts';
import type { Lookup } from '../derive/index.ts';
import type { Report } from '../load/index.ts';
import type { Names } from '../model/dataset.ts';
import type { Cell, HeadCell, Inline, Row, Table } from '../model/document.ts';
import { checkUnit, type Located, type TableSpec, type ValueSpec } from '../validate/index.ts';
import type { InsertLabel } from './labels.ts';
import { cellValue, checkValue, type RowItem, rowsOf } from './rows.ts';

type Column = TableSpec['columns'][number];

/** Turns a name in both languages into the inlines of the composer's language. */
export type ToInlines = (names: Names, path: readonly PropertyKey[]) => Inline[];

/** Decimals of a column: as asked for, else as the measure declares; an indicator brings its own. */
function decimalsOf(lookup: Lookup, cube: string, spec: ValueSpec): number | undefined {
  if (spec.decimals !== undefined || spec.indicator !== undefined) return spec.decimals;
  return lookup.dataset.cubes.get(cube)?.measures.get(spec.measure)?.decimals;
}

function labelCell(row: RowItem, composer: Composer): Cell {
  const text =
    row.code?.names[composer.lang] ?? composer.words.say(row.kind === 'total' ? 'book:total' : 'book:remainder');
  return { type: 'label', inlines: [{ type: 'text', text }], indent: row.indent };
}

function valueCell(lookup: Lookup, cube: string, row: RowItem, column: Column, composer: Composer): Cell {
  const value = cellValue(lookup, cube, row, column.value);
  if (typeof value === 'string') return { type: 'blank', text: composer.words.say(`book:blank.${value}`) };
  const decimals = decimalsOf(lookup, cube, column.value);
  return { type: 'quantity', text: composer.format.cell(value, decimals), quantity: value };
}

const rowRole = (row: RowItem): Row['role'] => (row.kind === 'total' ? 'total' : row.indent > 0 ? 'detail' : 'normal');

/** Head rows: one, or two where columns stand under a spanner. */
function headOf(spec: TableSpec, toInlines: ToInlines): HeadCell[][] {
  const spanned = spec.columns.some((column) => column.spanner);
  const rowspan = spanned ? 2 : 1;
  const stub: HeadCell = { inlines: toInlines(spec.stub.head, ['stub', 'head']), align: 'start', colspan: 1, rowspan };
  const upper: HeadCell[] = [stub];
  const lower: HeadCell[] = [];
  let open: { readonly key: string; readonly at: number } | undefined;
  spec.columns.forEach((column, index) => {
    const cell: HeadCell = {
      inlines: toInlines(column.head, ['columns', index, 'head']),
      align: 'end',
      colspan: 1,
      rowspan: 1,
    };
    if (column.spanner === undefined) {
      open = undefined;
      upper.push({ ...cell, rowspan });
      return;
    }
    lower.push(cell);
    const key = JSON.stringify(column.spanner);
    const last = open?.key === key ? upper[open.at] : undefined;
    if (open && last) upper[open.at] = { ...last, colspan: last.colspan + 1 };
    else {
      open = { key, at: upper.length };
      upper.push({
        inlines: toInlines(column.spanner, ['columns', index, 'spanner']),
        align: 'center',
        colspan: 1,
        rowspan: 1,
      });
    }
  });
  return spanned ? [upper, lower] : [upper];
}

/** A printed table as a projection of a cube: rows, columns, totals, order and notes by its specification. */
export function resolveTable(
  id: string,
  { label, continued }: InsertLabel,
  { spec, tree }: Located<TableSpec>,
  lookup: Lookup,
  composer: Composer,
  toInlines: ToInlines,
  report: Report,
): Table {
  const { words } = composer;
  const values = Object.fromEntries(spec.columns.map((column) => [column.key, column.value]));
  const cube = lookup.dataset.cubes.get(spec.rows.cube);
  spec.columns.forEach((column, index) => {
    checkValue(cube, column.value, (rest) => tree.place(['columns', index, 'value', ...rest]), report);
  });
  const { units } = lookup.dataset;
  if (spec.unit !== undefined) checkUnit(spec.unit, units, tree.place(['unit']), report);
  const rows = rowsOf(lookup, spec.rows, values, (path) => tree.place(['rows', ...path]), report);
  return {
    type: 'table',
    id,
    label,
    continuedLabel: continued,
    caption: toInlines(spec.title, ['title']),
    ...(spec.unit !== undefined && units.has(spec.unit) && { unit: words.say(`units:${spec.unit}.symbol`) }),
    columns: [
      { key: 'stub', align: 'start', width: spec.stub.width },
      ...spec.columns.map(({ key, width }) => ({ key, align: 'end' as const, width })),
    ],
    head: headOf(spec, toInlines),
    rows: rows.map((row) => ({
      role: rowRole(row),
      cells: [
        labelCell(row, composer),
        ...spec.columns.map((column) => valueCell(lookup, spec.rows.cube, row, column, composer)),
      ],
    })),
    notes: spec.notes.map((note, index) => [
      { type: 'text', text: words.say('book:note') },
      ...toInlines(note, ['notes', index]),
    ]),
  };
}
