import type { CsvCell, CsvTable, Report } from '../load/index.ts';
import { error } from '../model/problem.ts';

export type CsvRow = CsvTable['rows'][number];

/** Cell of a row, empty where the table has no such column. */
export function cellOf(row: CsvRow, column: string): CsvCell {
  return row.get(column) ?? { text: '', place: row.values().next().value?.place ?? { file: '' } };
}

/** Reports columns that a table lacks or does not know; false if it lacks one. */
export function checkColumns(
  table: CsvTable,
  required: readonly string[],
  optional: readonly string[],
  report: Report,
): boolean {
  const missing = required.filter((column) => !table.header.has(column));
  for (const column of missing) report(error('csv.column-missing', { file: table.file, line: 1 }, { column }));
  for (const [column, place] of table.header) {
    if (!required.includes(column) && !optional.includes(column)) {
      report(error('csv.unknown-column', place, { column, known: [...required, ...optional].join(', ') }));
    }
  }
  return missing.length === 0;
}

/** A year that a cell names; undefined if it is no year, which is reported. */
export function readYear(cell: CsvCell, report: Report): number | undefined {
  if (/^\d{4}$/.test(cell.text)) return Number(cell.text);
  report(error('csv.year-format', cell.place, { text: cell.text }));
  return undefined;
}

/** The same where the cell may be empty. */
export function optionalYear(cell: CsvCell, report: Report): number | undefined {
  return cell.text === '' ? undefined : readYear(cell, report);
}
