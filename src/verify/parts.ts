/** Which tables and figures of a finished file are which of the document's. */
import type { Figure, Table } from '../model/document.ts';
import type { Alignment } from './align.ts';
import {
  type FinishedFile,
  figureMark,
  type ShownFigure,
  type ShownRow,
  type ShownTable,
  tableMark,
} from './finished.ts';

/** Index of every mark by its place in the flow. */
function marksOf(flow: string, mark: string): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (let at = flow.indexOf(mark); at !== -1; at = flow.indexOf(mark, at + 1)) found.set(at, found.size);
  return found;
}

/** A table of the document and the parts in which the file shows it, one on each page. */
export interface MatchedTable {
  readonly table: Table;
  readonly parts: readonly ShownTable[];
  /** Where the mark of the first part stands in the flow. */
  readonly at: number;
}

export function matchTables({ texts }: Alignment, { flow, tables }: FinishedFile): readonly MatchedTable[] {
  const marks = marksOf(flow, tableMark);
  const found = texts.flatMap(({ expected, at }) => {
    const index = at === undefined ? undefined : marks.get(at);
    return expected.kind === 'table' && at !== undefined && index !== undefined
      ? [{ table: expected.table, index, at }]
      : [];
  });
  return found.map(({ table, index, at }, position) => ({
    table,
    parts: tables.slice(index, found[position + 1]?.index ?? tables.length),
    at,
  }));
}

export interface MatchedFigure {
  readonly figure: Figure;
  readonly shown: ShownFigure;
}

export function matchFigures({ texts }: Alignment, { flow, figures }: FinishedFile): readonly MatchedFigure[] {
  const marks = marksOf(flow, figureMark);
  return texts.flatMap(({ expected, at }) => {
    const shown = figures[marks.get(at ?? -1) ?? -1];
    return expected.kind === 'figure' && shown ? [{ figure: expected.figure, shown }] : [];
  });
}

/** A row of a table's body with the page on which it stands. */
export interface BodyRow extends ShownRow {
  readonly page: ShownTable['page'];
}

/** Rows of all parts below their heads. */
export function bodyRows({ table, parts }: MatchedTable): readonly BodyRow[] {
  return parts.flatMap(({ rows, page }) => rows.slice(table.head.length).map((row) => ({ ...row, page })));
}
