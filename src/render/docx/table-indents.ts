/** Indents in the cells of tables: of details under their total, and of figures under centred heads. */
import type { Cell, Table } from '../../model/document.ts';
import type { Context } from './context.ts';
import { twipsFromPoints } from './units.ts';

/** Space at the left and right of a cell's content, in twips. */
export const cellMargin = 91;

/** Space above and below the content of a cell, in twips. */
export const cellSpace = 57;

/** Indents are rounded to this, so that a book needs few styles for them. */
const step = 45;

/** The style with an indent, in twips, made on demand. */
function indented(context: Context, based: string, left: number, right: number): string {
  if (left === 0 && right === 0) return based;
  const id = `${based}-indent-${left + right}`;
  context.indents.set(id, { based, left, right });
  return id;
}

/** Style of a label, indented by so many em. */
export function detailIndent(context: Context, em: number): string {
  return indented(context, 'table', twipsFromPoints(em * context.theme.text.table.size), 0);
}

/** Width of set figures in twips: digits are half an em wide in Word's text fonts, marks and spaces a quarter. */
function figureWidth(cell: Cell | undefined, size: number): number {
  if (cell?.type !== 'quantity') return 0;
  const halves = [...cell.text].reduce((sum, character) => sum + (/[.,\s]/u.test(character) ? 0.5 : 1), 0);
  return halves * 0.5 * twipsFromPoints(size);
}

/**
 * Styles of the figures of each column. Under centred heads, figures stand as a block in the middle of their column:
 * still flush right, so that the decimals align, but indented by half of what the widest leaves free.
 */
export function figureIndents(
  context: Context,
  table: Table,
  widths: readonly number[],
): readonly (string | undefined)[] {
  const centred = table.head.every((row) => row.every((cell) => cell.align !== 'end'));
  const { size } = context.theme.text.table;
  return table.columns.map((column, index) => {
    if (column.align !== 'end' || !centred) return undefined;
    const widest = Math.max(0, ...table.rows.map((row) => figureWidth(row.cells[index], size)));
    const free = (widths[index] ?? 0) - 2 * cellMargin - widest;
    return indented(context, 'table-number', 0, Math.max(0, Math.floor(free / 2 / step) * step));
  });
}
