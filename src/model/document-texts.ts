/** The texts of a document, for whoever looks through all of them. */
import { type Block, type Cell, type Document, type Figure, type Inline, plainText, type Table } from './document.ts';

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

/** The heads above each column, the uppermost first: `成交额 / 2021年`. */
export function columnHeads({ head, columns }: Table): readonly string[] {
  const heads: string[][] = columns.map(() => []);
  /** Rows down to which each column is taken. */
  const reached: number[] = columns.map(() => 0);
  for (const [index, row] of head.entries()) {
    let column = 0;
    for (const cell of row) {
      while ((reached[column] ?? 0) > index) column += 1;
      for (let span = 0; span < cell.colspan; span += 1, column += 1) {
        heads[column]?.push(plainText(cell.inlines));
        reached[column] = index + cell.rowspan;
      }
    }
  }
  return heads.map((texts) => texts.filter((text) => text !== '').join(' / '));
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
