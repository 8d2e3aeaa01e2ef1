/** Every number that a document prints, with its place in the book. */
import {
  type Block,
  type Document,
  type Figure,
  headingRoles,
  type Inline,
  plainText,
  type Table,
} from '../model/document.ts';
import { blocksOf, cellText, columnHeads, drawnData, flatInlines, runningTexts } from '../model/document-texts.ts';
import type { Quantity } from '../model/quantity.ts';
import { headingText } from '../render/stretches.ts';

/** A number as it is printed, and where in the book. */
export interface PrintedNumber {
  readonly text: string;
  readonly quantity: Quantity;
  /** Number of its block, counted from 0 through preface and body. */
  readonly block: number;
  /** Headings above it, the outermost first. */
  readonly section: readonly string[];
  /** Label of the table or figure. */
  readonly label?: string;
  /** Of a cell: its row and column, from 1, with their names. */
  readonly row?: number;
  readonly stub?: string;
  readonly column?: number;
  readonly head?: string;
  /** Of a number in prose: the sentence. Of a chart: what it is drawn for. */
  readonly context?: string;
}

type Found = Omit<PrintedNumber, 'block' | 'section'>;

/** Where sentences end: behind a full stop, not behind the point of a number or an initial. */
const sentenceEnd = /[。！？；]|[.!?;](?= +[\p{Lu}\d])/gu;

/** The sentence around a stretch of a text. */
function sentenceAt(text: string, from: number, to: number): string {
  const ends = [...text.matchAll(sentenceEnd)].map(({ index }) => index + 1);
  const start = ends.findLast((end) => end <= from) ?? 0;
  return text.slice(start, ends.find((end) => end >= to) ?? text.length).trim();
}

function inText(inlines: readonly Inline[]): readonly Found[] {
  const text = plainText(inlines);
  let at = 0;
  return flatInlines(inlines).flatMap((inline): readonly Found[] => {
    const from = at;
    at += inline.text.length;
    if (inline.type !== 'quantity') return [];
    return [{ text: inline.text, quantity: inline.quantity, context: sentenceAt(text, from, at) }];
  });
}

/** The column that names the rows for each column: the nearest stub before it, since narrow rows may stand side by side. */
function stubColumns({ columns }: Table): readonly number[] {
  let stub = 0;
  return columns.map(({ key }, index) => {
    if (key.startsWith('stub-')) stub = index;
    return stub;
  });
}

function inTable(table: Table): readonly Found[] {
  const heads = columnHeads(table);
  const stubs = stubColumns(table);
  return table.rows.flatMap(({ cells }, index) =>
    cells.flatMap((cell, column): readonly Found[] => {
      if (cell.type !== 'quantity') return [];
      const naming = cells[stubs[column] ?? 0];
      const stub = naming === undefined ? '' : cellText(naming);
      const place = { label: table.label, row: index + 1, stub, column: column + 1, head: heads[column] ?? '' };
      return [{ ...place, text: cell.text, quantity: cell.quantity }];
    }),
  );
}

function inFigure(figure: Figure): readonly Found[] {
  const drawn = drawnData(figure);
  return figure.quantities.flatMap((quantity, index): readonly Found[] => {
    const datum = drawn[index];
    if (datum === undefined) return [];
    return [{ text: datum.label, quantity, label: figure.label, context: `${datum.name}, ${datum.field}` }];
  });
}

function inBlock(block: Block): readonly Found[] {
  const label = 'label' in block ? { label: block.label } : {};
  const running = runningTexts(block).flatMap((text) => inText(text).map((found) => ({ ...label, ...found })));
  switch (block.type) {
    case 'table':
      return [...running, ...inTable(block)];
    case 'figure':
      return [...running, ...inFigure(block)];
    default:
      return running;
  }
}

/** All of them, block by block. */
export function printedNumbers(document: Document): readonly PrintedNumber[] {
  const section: string[] = [];
  return blocksOf(document).flatMap((block, index) => {
    if (block.type === 'heading') section.splice(block.level - 1, headingRoles.length, headingText(block));
    const above = [...section];
    return inBlock(block).map((found) => ({ ...found, block: index, section: above }));
  });
}
