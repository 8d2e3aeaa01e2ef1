/** What the measuring print tells: where pages, tables and blank pages fall. No file, no browser. */
import type { Document, Table } from '../../model/document.ts';
import { type Sheet, sheetsOf } from './sheets.ts';

/** Page of each linked id in a printed file, counted from 0. */
export type PageIndex = ReadonlyMap<string, number>;

export interface Layout {
  /** Sheets that a blank page precedes, because they open on a recto. */
  readonly blankBefore: ReadonlySet<string>;
  /** Final page of each measured id, counted from 0. */
  readonly pages: PageIndex;
  /** Rows that open a part of a table, by table id; `[0]` for a table on one page. */
  readonly parts: ReadonlyMap<string, readonly number[]>;
  /** Pages in front of the title page, and in front of the body. */
  readonly front: number;
  readonly body: number;
}

export function rowId(table: Table, row: number): string {
  return `${table.id}--row-${row}`;
}

export function tablesOf(document: Document): readonly Table[] {
  return [...document.front.preface, ...document.body].filter((block) => block.type === 'table');
}

/** Every id whose page the measuring print has to tell. */
export function measuredIds(document: Document): readonly string[] {
  const ids = new Set<string>(sheetsOf(document).map((sheet) => sheet.id));
  for (const list of document.front.contents) for (const entry of list.entries) ids.add(entry.target);
  for (const table of tablesOf(document)) for (const row of table.rows.keys()) ids.add(rowId(table, row));
  return [...ids];
}

/** First rows of a table's parts: a part for each page that the measuring print put rows on. */
function partsOf(table: Table, measured: PageIndex): readonly number[] {
  const starts = table.rows.flatMap((_, row) =>
    row === 0 || measured.get(rowId(table, row)) !== measured.get(rowId(table, row - 1)) ? [row] : [],
  );
  return starts.length > 0 ? starts : [0];
}

function blanks(sheets: readonly Sheet[], measured: PageIndex): ReadonlySet<string> {
  const before = new Set<string>();
  for (const sheet of sheets) {
    const page = (measured.get(sheet.id) ?? 0) + before.size;
    if (sheet.recto && page % 2 === 1) before.add(sheet.id);
  }
  return before;
}

/** Plans the final print. Blank pages shift what follows by whole pages, since every sheet starts on a new one. */
export function planLayout(document: Document, measured: PageIndex): Layout {
  const sheets = sheetsOf(document);
  const blankBefore = blanks(sheets, measured);
  const starts = sheets.filter((sheet) => blankBefore.has(sheet.id)).map((sheet) => measured.get(sheet.id) ?? 0);
  const shifted = (page: number) => page + starts.filter((start) => start <= page).length;
  const pages = new Map([...measured].map(([id, page]) => [id, shifted(page)]));
  const first = (part: Sheet['part']) => {
    const sheet = sheets.find((candidate) => candidate.part === part);
    return sheet === undefined ? 0 : (pages.get(sheet.id) ?? 0);
  };
  return {
    blankBefore,
    pages,
    parts: new Map(tablesOf(document).map((table) => [table.id, partsOf(table, measured)])),
    front: first('front'),
    body: first('body'),
  };
}

const romanDigits: readonly (readonly [number, string])[] = [
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** Lower-case Roman numeral of a whole number from 1. */
export function roman(value: number): string {
  const digit = romanDigits.find(([worth]) => worth <= value);
  return digit === undefined ? '' : digit[1] + roman(value - digit[0]);
}

/** The number that is printed on a page and shown by the reader's program: C1 for the cover, then i, then 1. */
export function pageLabel(layout: Layout, page: number): string {
  if (page < layout.front) return `C${page + 1}`;
  return page < layout.body ? roman(page - layout.front + 1) : String(page - layout.body + 1);
}
