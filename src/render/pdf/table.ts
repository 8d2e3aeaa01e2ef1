/**
 * Tables. The measuring print takes a table whole, its caption inside the repeated head, and a probe for every row; the
 * final print takes it in the parts that were measured, each with its own caption and head. Both are equally high: the
 * rule at the end of every part is measured at the head, which is repeated, since a foot is not repeated everywhere.
 */
import {
  type Cell,
  type Column,
  type HeadCell,
  type Lang,
  type Row,
  type Table,
  unreachable,
} from '../../model/document.ts';
import { inlinesHtml, proseHtml } from './inlines.ts';
import { rowId } from './layout.ts';
import { html, type Markup, trusted } from './markup.ts';

/** Width of set figures in digit widths: a point, a comma and a space are about half a digit wide. */
function digitWidths(text: string): number {
  return [...text].reduce((width, character) => width + (/[.,\s]/u.test(character) ? 0.5 : 1), 0);
}

/**
 * Under centred heads, figures stand as a block in the middle of their column: still flush right, so that the decimals
 * align, but indented from the right by half of what the widest leaves free.
 */
function figureIndents(table: Table): readonly (string | undefined)[] {
  const total = table.columns.reduce((sum, column) => sum + column.width, 0);
  const centred = table.head.every((row) => row.every((cell) => cell.align !== 'end'));
  return table.columns.map((column, index) => {
    if (column.align !== 'end' || !centred) return undefined;
    const widest = Math.max(0, ...table.rows.map((row) => cellWidth(row.cells[index])));
    const share = Math.round((column.width / total) * 10000) / 10000;
    return `padding-right:max(var(--cell),calc((var(--measure)*${share} - ${widest}ch)/2))`;
  });
}

function cellWidth(cell: Cell | undefined): number {
  return cell?.type === 'quantity' ? digitWidths(cell.text) : 0;
}

function bodyCell(cell: Cell, column: Column | undefined, header: boolean, indent: string | undefined): Markup {
  const align = column?.align ?? 'start';
  switch (cell.type) {
    case 'label': {
      const content = inlinesHtml(cell.inlines);
      const style = cell.indent > 0 ? html` style="padding-left:calc(var(--cell) + ${cell.indent}em)"` : html``;
      return header
        ? html`<th scope="row" class="${align}"${style}>${content}</th>`
        : html`<td class="${align}"${style}>${content}</td>`;
    }
    case 'quantity':
    case 'blank': {
      const style = indent === undefined ? html`` : html` style="${indent}"`;
      return header
        ? html`<th scope="row" class="${align}"${style}>${cell.text}</th>`
        : html`<td class="${align}"${style}>${cell.text}</td>`;
    }
    default:
      return unreachable(cell);
  }
}

function bodyRow(table: Table, row: Row, index: number, indents: ReturnType<typeof figureIndents>): Markup {
  if (row.role === 'title') {
    const [label] = row.cells;
    const content = label?.type === 'label' ? inlinesHtml(label.inlines) : html``;
    return html`<tr id="${rowId(table, index)}" class="title"><th scope="rowgroup" colspan="${table.columns.length}" class="start">${content}</th></tr>`;
  }
  const cells = row.cells.map((cell, column) => bodyCell(cell, table.columns[column], column === 0, indents[column]));
  return html`<tr id="${rowId(table, index)}" class="${row.role}">${cells}</tr>`;
}

/** `base`: the cell stands on the header rule. */
function headCell(cell: HeadCell, base: boolean): Markup {
  const spans = `${cell.colspan > 1 ? ` colspan="${cell.colspan}"` : ''}${cell.rowspan > 1 ? ` rowspan="${cell.rowspan}"` : ''}`;
  const text = inlinesHtml(cell.inlines);
  const content = cell.colspan > 1 ? html`<span class="spanner">${text}</span>` : text;
  const scope = cell.colspan > 1 ? 'colgroup' : 'col';
  return html`<th scope="${scope}" class="${cell.align}${base ? ' base' : ''}"${trusted(spans)}>${content}</th>`;
}

/** The caption of a further part: below a heading row, it says which. */
function continuedLabel({ rows, continuedLabel: label }: Table, first: number): string {
  if (rows[first]?.role === 'title') return label;
  return rows.slice(0, first).findLast(({ role }) => role === 'title')?.continuedLabel ?? label;
}

/** The caption line of a part. The full caption is always there, so that every part's line is as high as the first. */
function captionLine(table: Table, first: number): Markup {
  const full = html`<span class="label">${table.label}</span> ${inlinesHtml(table.caption)}`;
  const line =
    first === 0
      ? html`<span class="line">${full}</span>`
      : html`<span class="line"><span class="label">${continuedLabel(table, first)}</span></span><span class="line strut" aria-hidden="true">${full}</span>`;
  const unit = table.unit === undefined ? html`` : html`<span class="unit table">${table.unit}</span>`;
  return html`<span class="caption-line">${line}${unit}</span>`;
}

function headRows(table: Table): readonly Markup[] {
  return table.head.map((row, index) => {
    const cells = row.map((cell) => headCell(cell, index + cell.rowspan >= table.head.length));
    return html`<tr class="table-head${index === 0 ? ' top' : ''}">${cells}</tr>`;
  });
}

interface Part {
  readonly first: number;
  readonly end: number;
}

function partsOf(table: Table, starts: readonly number[]): readonly Part[] {
  return starts.map((first, index) => ({ first, end: starts[index + 1] ?? table.rows.length }));
}

/** Tables of so few rows are not split over pages. */
const keptWhole = 9;

/**
 * `starts` are the first rows of the parts; undefined in the measuring print, which has a table in one piece to find where
 * it breaks. One that is not split is in both prints the same to the last point, so that it floats to the same page.
 */
export function tableHtml(table: Table, starts: readonly number[] | undefined, lang: Lang): Markup {
  const total = table.columns.reduce((sum, column) => sum + column.width, 0);
  const columns = table.columns.map(
    (column) => html`<col style="width:${((column.width / total) * 100).toFixed(3)}%">`,
  );
  const head = headRows(table);
  const indents = figureIndents(table);
  const rows = table.rows.map((row, index) => bodyRow(table, row, index, indents));
  const isShort = table.rows.length <= keptWhole;
  const first = isShort ? [0] : starts;
  const parts = first === undefined ? undefined : partsOf(table, first);
  const notes = table.notes.map((note) => html`<p class="note">${proseHtml(note, lang)}</p>`);
  // Chromium breaks between a table and what follows even where that is to be avoided; between rows it does not.
  const notesRow =
    notes.length === 0 ? html`` : html`<tr><td class="notes" colspan="${table.columns.length}">${notes}</td></tr>`;
  const tables =
    parts?.map(
      ({ first, end }) =>
        html`<div class="table-part"><table class="table"><caption class="caption">${captionLine(table, first)}</caption><colgroup>${columns}</colgroup><thead>${head}</thead><tbody>${rows.slice(first, end)}</tbody></table></div>`,
    ) ??
    html`<div class="table-whole"><table class="table"><colgroup>${columns}</colgroup><thead><tr><th class="caption" colspan="${table.columns.length}">${captionLine(table, 0)}</th></tr>${head}</thead><tbody>${rows}${notesRow}</tbody></table></div>`;
  const length = isShort ? ' short' : '';
  return html`<div class="table-block${length}" id="${table.id}">${tables}${parts ? notes : html``}</div>`;
}
