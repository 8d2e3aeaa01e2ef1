import type { Document, Table } from '../model/document.ts';
import type { Words } from '../words/index.ts';

/** Cells that a table fills with a figure or a name, apart from its stub. */
export function filledCells({ columns, rows }: Table): number {
  const isFilled = (cell: Table['rows'][number]['cells'][number]) => cell.type !== 'blank';
  const isStub = (index: number) => index === 0 || columns[index]?.key.startsWith('stub-');
  const counted = (row: Table['rows'][number]) => row.cells.filter((cell, index) => !isStub(index) && isFilled(cell));
  return rows.reduce((sum, row) => sum + counted(row).length, 0);
}

/** One table of the source or of the book: how many cells each fills; undefined where it does not have the table. */
export interface CellCount {
  readonly table: string;
  readonly source: number | undefined;
  readonly book: number | undefined;
}

/** The tables of a book, in its order and by its labels, beside those counted in the source, which has none of the book's own. */
export function cellCounts(document: Document, sourceTables: ReadonlyMap<string, number>): CellCount[] {
  const tables = document.body.filter((block): block is Table => block.type === 'table' && !block.own);
  const counted = tables.map((table) => ({
    table: table.label,
    source: sourceTables.get(table.label),
    book: filledCells(table),
  }));
  const shown = new Set(counted.map(({ table }) => table));
  const missing = [...sourceTables].filter(([table]) => !shown.has(table));
  return [...counted, ...missing.map(([table, source]) => ({ table, source, book: undefined }))];
}

export const agrees = ({ source, book }: CellCount): boolean => source === book;

/** The counts as a table for a terminal, the sum last. */
export function cellCountText(
  edition: { readonly series: string; readonly year: number },
  counts: readonly CellCount[],
  words: Words,
): string {
  const sum = (key: 'source' | 'book') => counts.reduce((total, count) => total + (count[key] ?? 0), 0);
  const total = { table: words.say('book:total'), source: sum('source'), book: sum('book') };
  const line = (name: string, source: string, book: string, verdict: string) =>
    `  ${name.padEnd(10)} ${source.padStart(8)} ${book.padStart(8)}  ${verdict}`.trimEnd();
  const number = (value: number | undefined) => (value === undefined ? '…' : String(value));
  return [
    words.say('cli:count.title', edition),
    line('', words.say('cli:count.source'), words.say('cli:count.book'), ''),
    ...[...counts, total].map((count) =>
      line(
        count.table,
        number(count.source),
        number(count.book),
        words.say(`cli:count.${agrees(count) ? 'same' : 'different'}`),
      ),
    ),
  ].join('\n');
}
