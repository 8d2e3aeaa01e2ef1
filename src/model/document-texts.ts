/** The texts of a document, for whoever looks through all of them. */
import {
  type Block,
  type Cell,
  type Document,
  type Figure,
  type HeadCell,
  type Inline,
  plainText,
  type Table,
} from './document.ts';

/** Preface and body, in the order in which blocks are counted. */
export const blocksOf = ({ front, body }: Document): readonly Block[] => [...front.preface, ...body];

/** The running texts of a block: not a table's heads and cells, nor a figure's data. */
export function runningTexts(block: Block): readonly (readonly Inline[])[] {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return [block.inlines];
    case 'list':
      return block.items;
    case 'chronicle':
      return block.entries.map(({ inlines }) => inlines);
    case 'table':
    case 'figure':
      return [block.caption, ...block.notes];
  }
}

/** What a cell shows. */
export const cellText = (cell: Cell): string => (cell.type === 'label' ? plainText(cell.inlines) : cell.text);

/** The texts of a table's heads and of those of its cells that are no figures. */
export function gridTexts({ head, rows }: Table): readonly (readonly Inline[])[] {
  const labels = rows.flatMap(({ cells }) => cells.flatMap((cell) => (cell.type === 'label' ? [cell.inlines] : [])));
  return [...head.flat().map(({ inlines }) => inlines), ...labels];
}

/** All inlines of a text, those in emphasis in place of it. */
export function flatInlines(inlines: readonly Inline[]): readonly Exclude<Inline, { readonly type: 'emphasis' }>[] {
  return inlines.flatMap((inline) => (inline.type === 'emphasis' ? flatInlines(inline.children) : [inline]));
}

/** A number of the book in a text. */
export type BoundNumber = Extract<Inline, { readonly type: 'quantity' }>;

export function numbersIn(inlines: readonly Inline[]): readonly BoundNumber[] {
  return flatInlines(inlines).filter((inline) => inline.type === 'quantity');
}

/** A head cell in one of the rows that it takes. */
export interface HeadSlot {
  /** Its first column. */
  readonly at: number;
  readonly cell: HeadCell;
  /** Rows that the cell still reaches down, this one included. */
  readonly down: number;
  readonly continued: boolean;
}

/** The cells of each head row, with those that reach down from the rows above in their places. */
export function headGrid({ head, columns }: Table): readonly (readonly HeadSlot[])[] {
  let above: readonly HeadSlot[] = [];
  return head.map((row) => {
    const waiting = [...row];
    const placed: HeadSlot[] = [];
    for (let at = 0; at < columns.length; ) {
      const upper = above.find((slot) => slot.at === at && slot.down > 1);
      const cell = upper === undefined ? waiting.shift() : upper.cell;
      if (cell === undefined) break;
      placed.push({ at, cell, down: upper ? upper.down - 1 : cell.rowspan, continued: upper !== undefined });
      at += cell.colspan;
    }
    above = placed;
    return placed;
  });
}

/** The heads above each column, the uppermost first: `成交额 / 2021年`. */
export function columnHeads(table: Table): readonly string[] {
  const slots = headGrid(table).flatMap((row) => row.filter(({ continued }) => !continued));
  return table.columns.map((_, column) => {
    const heads = slots.filter(({ at, cell }) => at <= column && column < at + cell.colspan);
    const texts = heads.map(({ cell }) => plainText(cell.inlines));
    return texts.filter((text) => text !== '').join(' / ');
  });
}

/** The suffix of the field that holds a number of a chart as text. */
export const labelSuffix = '_label';

/** A number of a chart with its label, the name of its row and the field that it stands in. */
export interface Datum {
  readonly value: number;
  readonly label: string;
  readonly name: string;
  readonly field: string;
}

/** The numbers that a chart draws, in the order of its quantities (`resolve/figure.ts`). */
export function drawnData({ data }: Figure): readonly Datum[] {
  return Object.values(data).flatMap((rows) =>
    rows.flatMap((row) =>
      Object.entries(row).flatMap(([field, value]): readonly Datum[] => {
        const label = row[`${field}${labelSuffix}`];
        if (typeof value !== 'number' || typeof label !== 'string') return [];
        return [{ value, label, field, name: [...new Set([row.name, row.year])].join(', ') }];
      }),
    ),
  );
}
