import type { Composer } from '../compose/index.ts';
import type { Lookup } from '../derive/index.ts';
import type { Report } from '../load/index.ts';
import { type Cell, plainText, type Row, type Table } from '../model/document.ts';
import type { Quantity } from '../model/quantity.ts';
import { checkUnit, type Located, type OpenValueSpec, type Shown, type TableSpec } from '../validate/index.ts';
import { checkColumns } from './check-columns.ts';
import {
  alignOf,
  type ColumnItem,
  columnsOf,
  hasValue,
  headOf,
  stubAlign,
  type ToInlines,
  widthIn,
} from './columns.ts';
import type { PlaceOf } from './cubes.ts';
import { columnDecimals } from './decimals.ts';
import { folded } from './fold.ts';
import type { InsertLabel } from './labels.ts';
import { listRows } from './list.ts';
import { codeAtPlace, placeQuantity, placeRows } from './places.ts';
import { editionsText, notesOf, revisionNotes } from './revisions.ts';
import type { RowItem } from './row-item.ts';
import { rowsOf } from './rows.ts';
import { type CellValue, type ColumnPlace, cellValue } from './values.ts';

interface TableContext {
  readonly lookup: Lookup;
  readonly composer: Composer;
  readonly toInlines: ToInlines;
  readonly report: Report;
}

/** A row with the path of the block it comes from. */
interface PlacedRow {
  readonly item: RowItem;
  readonly path: readonly PropertyKey[];
}

/** The rows of a table from its one block, its blocks, a code list or places in an order. */
function itemsOf(
  located: Located<TableSpec>,
  columns: readonly ColumnItem[],
  { lookup, report }: TableContext,
): PlacedRow[] {
  const { spec, tree } = located;
  const { stub, list, places } = spec;
  const at =
    (...path: PropertyKey[]): PlaceOf =>
    (rest) =>
      tree.place([...path, ...rest]);
  const placed = (items: readonly RowItem[], ...path: PropertyKey[]) => items.map((item) => ({ item, path }));
  if (list) {
    checkColumns(lookup, located, columns, { rows: list, value: undefined, place: at('list') }, report);
    return placed(listRows(lookup, list, at('list'), report), 'list');
  }
  if (places) {
    checkColumns(
      lookup,
      located,
      columns,
      { rows: places, value: { measure: places.measure }, place: at('places') },
      report,
    );
    return placed(placeRows(lookup, places, at('places'), report), 'places');
  }
  const cells = Object.fromEntries([
    ...(stub.value ? [['stub', (row: RowItem) => cellValue(lookup, row, stub.value ?? {})]] : []),
    ...columns.flatMap(({ key, show, value, at: column }) =>
      show ? [] : [[key, (row: RowItem) => cellValue(lookup, row, value, column)]],
    ),
  ]);
  const blocks = [
    ...(spec.rows ? [{ block: spec.rows, path: ['rows'] }] : []),
    ...(spec.blocks ?? []).map((block, index) => ({ block, path: ['blocks', index] })),
  ].filter(({ block }) => !block.optional || hasValue(lookup, block.cube, block.value));
  for (const { block, path } of blocks) {
    const said = { rows: block, value: block.value, place: at(...path, 'value') };
    checkColumns(lookup, located, columns, said, report);
  }
  return blocks.flatMap(({ block, path }) => placed(rowsOf(lookup, block, cells, at(...path), report), ...path));
}

function labelOf({ item, path }: PlacedRow, { composer, toInlines }: TableContext) {
  if (item.label) return toInlines(item.label.names, [...path, ...item.label.path]);
  const { words, lang } = composer;
  const ownText = item.kind === 'whole' ? words.say('book:year', { year: item.year }) : undefined;
  const text =
    item.code?.names[lang] ?? ownText ?? words.say(item.kind === 'remainder' ? 'book:remainder' : 'book:total');
  return [{ type: 'text', text } as const];
}

const blankCell: Cell = { type: 'blank', text: '' };

function valueCell(found: CellValue, decimals: number | undefined, { words, format }: Composer): Cell {
  if (found === undefined) return blankCell;
  if (typeof found === 'string') return { type: 'blank', text: words.say(`book:blank.${found}`) };
  return { type: 'quantity', text: format.cell(found, decimals), quantity: found };
}

/** The cells of a column that shows values, one for each row; all its rows are known, so that their decimals agree. */
function valueCells(rows: readonly PlacedRow[], value: OpenValueSpec, at: ColumnPlace, context: TableContext): Cell[] {
  const { lookup, composer } = context;
  const known = rows.map(({ item }) => ({
    item,
    found: item.kind === 'title' ? undefined : cellValue(lookup, item, value, at),
  }));
  const decimals = columnDecimals(lookup, value, known);
  return known.map(({ found }, index) => valueCell(found, decimals[index], composer));
}

/** A cell that shows which row it is: its name, its name in Chinese, its place, or the edition that printed it. */
function shownCell(placed: PlacedRow, show: Shown, at: ColumnPlace, context: TableContext): Cell {
  const { item } = placed;
  const { lookup, composer } = context;
  if (show === 'place') {
    const quantity: Quantity = placeQuantity(item.place);
    return item.place > 0 ? { type: 'quantity', text: composer.format.cell(quantity), quantity } : blankCell;
  }
  if (show === 'edition') {
    const cube = lookup.dataset.cubes.get(item.cube);
    const text = cube ? editionsText(cube, at.year ?? item.year, item.key, composer.words) : '';
    if (text === '') return { type: 'blank', text: composer.words.say('book:blank.missing') };
    return { type: 'label', inlines: [{ type: 'literal', text }], indent: 0 };
  }
  const code = item.kind === 'place' ? codeAtPlace(lookup, item, at.year ?? item.year)?.code : item.code;
  if (show === 'original') {
    if (code === undefined) return blankCell;
    return { type: 'label', inlines: [{ type: 'original', text: code.names.zh, lang: 'zh' }], indent: 0 };
  }
  const inlines = code ? [{ type: 'text', text: code.names[composer.lang] } as const] : labelOf(placed, context);
  return item.kind === 'place' && code === undefined ? blankCell : { type: 'label', inlines, indent: 0 };
}

function roleOf({ kind, indent }: RowItem): Row['role'] {
  if (kind === 'total' || kind === 'title') return kind;
  return indent > 0 ? 'detail' : 'normal';
}

/** The rows of a table, put together from its columns. */
function rowsFrom(
  placed: readonly PlacedRow[],
  { stub: { show, value } }: TableSpec,
  columns: readonly ColumnItem[],
  context: TableContext,
): Row[] {
  const labelCell = (row: PlacedRow): Cell => ({
    type: 'label',
    inlines: labelOf(row, context),
    indent: row.item.indent,
  });
  const stubCells = value
    ? valueCells(placed, value, {}, context)
    : placed.map((row) => (show ? shownCell(row, show, {}, context) : labelCell(row)));
  const others = columns.map(({ show: shown, value: shownValue, at }) =>
    shown
      ? placed.map((row) => (row.item.kind === 'title' ? blankCell : shownCell(row, shown, at, context)))
      : valueCells(placed, shownValue, at, context),
  );
  return placed.map((row, index): Row => {
    if (row.item.kind === 'title') return { role: 'title', cells: [labelCell(row)] };
    return { role: roleOf(row.item), cells: [stubCells, ...others].map((cells) => cells[index] ?? blankCell) };
  });
}

/** What the caption of a further part says that begins below a heading row. */
function withContinuedLabel(row: Row, label: string, words: Composer['words']): Row {
  const title = row.cells.map((cell) => (cell.type === 'label' ? plainText(cell.inlines) : '')).join('');
  return { ...row, continuedLabel: words.say('book:continued-within', { label, title }) };
}

/**
 * A printed table as a projection of cubes: rows, columns, totals, order and notes by its specification.
 * @param shown keys of the columns that are shown, all of them if not given
 */
export function resolveTable(
  id: string,
  { label, continued }: InsertLabel,
  located: Located<TableSpec>,
  lookup: Lookup,
  composer: Composer,
  toInlines: ToInlines,
  report: Report,
  shown?: readonly string[],
): Table {
  const { spec, tree } = located;
  const { words } = composer;
  const { units } = lookup.dataset;
  const context: TableContext = { lookup, composer, toInlines, report };
  const columns = columnsOf(lookup, spec, composer, (path) => tree.place(path), report, shown);
  if (spec.unit !== undefined) checkUnit(spec.unit, units, tree.place(['unit']), report);
  const rows = rowsFrom(itemsOf(located, columns, context), spec, columns, context).map((row) =>
    row.role === 'title' ? withContinuedLabel(row, continued, words) : row,
  );
  const found = rows.flatMap(({ cells }) => cells.flatMap((cell) => (cell.type === 'quantity' ? cell.quantity : [])));
  return {
    type: 'table',
    id,
    own: spec.own,
    label,
    continuedLabel: continued,
    caption: toInlines(spec.title, ['title']),
    ...(spec.unit !== undefined && units.has(spec.unit) && { unit: words.say(`units:${spec.unit}.symbol`) }),
    ...folded(
      {
        columns: [
          { key: 'stub', align: stubAlign(spec), width: widthIn(spec.stub.width, composer.lang) },
          ...columns.map(({ key, show, spec: { width } }) => ({
            key,
            align: alignOf(show),
            width: widthIn(width, composer.lang),
          })),
        ],
        head: headOf(spec, columns, toInlines),
        rows,
      },
      spec.fold[composer.lang] ?? 1,
    ),
    notes: notesOf(
      [
        ...spec.notes.flatMap((note, index) => {
          const isShown = note.column === undefined || columns.some(({ spec: { key } }) => key === note.column);
          return isShown ? [toInlines(note, ['notes', index])] : [];
        }),
        ...revisionNotes(found, lookup, composer),
      ],
      words,
    ),
  };
}
