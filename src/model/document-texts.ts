/** The texts of a document, for whoever looks through all of them. */
import type { Block, Document, Inline, Table } from './document.ts';

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
