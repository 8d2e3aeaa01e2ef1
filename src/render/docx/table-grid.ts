/** The widths of a table's columns. */
import { type Cell, type HeadCell, plainText, type Table } from '../../model/document.ts';
import { headGrid } from '../../model/document-texts.ts';
import type { Theme } from '../../model/theme.ts';
import { cellMargin } from './table-indents.ts';
import { ems, unbroken } from './text-width.ts';
import { twipsFromPoints } from './units.ts';

interface Content {
  readonly text: string;
  /** A figure is never broken. */
  readonly figure: boolean;
  /** Of its type, in points. */
  readonly size: number;
  /** In em. */
  readonly indent: number;
}

/** What stands in each column alone: heads and cells. */
function contentsOfColumns(table: Table, { text }: Theme): readonly (readonly Content[])[] {
  const ofHead = (cell: HeadCell): Content => ({
    text: plainText(cell.inlines),
    figure: false,
    size: text['table-head'].size,
    indent: 0,
  });
  const ofCell = (cell: Cell): Content =>
    cell.type === 'label'
      ? { text: plainText(cell.inlines), figure: false, size: text.table.size, indent: cell.indent }
      : { text: cell.text, figure: true, size: text.table.size, indent: 0 };
  const heads = headGrid(table).flat();
  return table.columns.map((_, at) => [
    ...heads.flatMap((head) => (head.at === at && head.cell.colspan === 1 ? [ofHead(head.cell)] : [])),
    ...table.rows.flatMap((row) => {
      const cell = row.cells[at];
      return cell === undefined || row.role === 'title' ? [] : [ofCell(cell)];
    }),
  ]);
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** The widths with `excess` taken from what columns have beyond `floors`, from each in proportion, as far as it goes. */
function narrowed(widths: readonly number[], floors: readonly number[], excess: number): readonly number[] {
  const free = widths.map((width, index) => Math.max(0, width - (floors[index] ?? 0)));
  const share = Math.min(1, excess / Math.max(1, sum(free)));
  return widths.map((width, index) => width - (free[index] ?? 0) * share);
}

/** Whole twips that add up to `total`, in the proportions of `widths`. */
function shared(widths: readonly number[], total: number): readonly number[] {
  const all = sum(widths);
  let edge = 0;
  let before = 0;
  return widths.map((width) => {
    edge += width;
    const after = Math.round((edge / all) * total);
    const rounded = after - before;
    before = after;
    return rounded;
  });
}

/**
 * Widths of the columns in twips; they add up to `total`. Columns have the shares that the table gives them, but none is
 * narrower than its longest word or figure, which Word would break between any letters. The others make room: first what
 * they do not need for their contents in one line, then what is more than their longest word.
 */
export function columnWidths(table: Table, total: number, theme: Theme): readonly number[] {
  const given = table.columns.map((column) => column.width);
  const all = sum(given);
  const contents = contentsOfColumns(table, theme);
  const widest = (parts: (content: Content) => readonly string[]) =>
    contents.map((column) => {
      const widths = column.flatMap((content) =>
        parts(content).map((part) => twipsFromPoints((ems(part) + content.indent) * content.size)),
      );
      // A point to spare.
      return Math.max(0, ...widths) + 2 * cellMargin + twipsFromPoints(1);
    });
  const least = widest(({ text, figure }) => (figure ? [text] : unbroken(text)));
  const inOneLine = widest(({ text }) => [text]);
  const raised = given.map((width, index) => Math.max((width / all) * total, least[index] ?? 0));
  if (sum(raised) <= total + 1) return shared(given, total);
  const eased = narrowed(raised, inOneLine, sum(raised) - total);
  return shared(narrowed(eased, least, sum(eased) - total), total);
}
