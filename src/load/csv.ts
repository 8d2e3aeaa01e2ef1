import { CsvError, parse } from 'csv-parse/sync';
import { error, type Place } from '../model/problem.ts';
import type { ProjectFiles } from '../model/project-files.ts';
import { type Report, readText } from './text.ts';

export interface CsvCell {
  readonly text: string;
  readonly place: Place;
}

/** A CSV file as text, each cell with its place; `rows` has a cell for each column of the header. */
export interface CsvTable {
  readonly file: string;
  readonly header: readonly string[];
  readonly rows: readonly ReadonlyMap<string, CsvCell>[];
}

/** Column (from 1) at which each field of a raw CSV record starts; quoted commas do not count. */
function fieldColumns(raw: string): number[] {
  const starts = [1];
  let quoted = false;
  for (let index = 0; index < raw.length; index += 1) {
    const character = raw[index];
    if (character === '"') quoted = !quoted;
    else if (character === ',' && !quoted) starts.push(index + 2);
  }
  return starts;
}

/**
 * Reads a CSV file with a header line. Reported: no header, a column twice or without a name, rows with too many or
 * too few fields, quotes that do not match. Rows at fault are left out.
 */
export function readCsv(files: ProjectFiles, file: string, report: Report): CsvTable | undefined {
  const text = readText(files, file, report);
  if (text === undefined) return undefined;
  let records: { record: string[]; raw: string; info: { lines: number } }[];
  try {
    records = parse(text, {
      bom: true,
      info: true,
      raw: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as typeof records;
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    const line = typeof cause.lines === 'number' ? cause.lines : 1;
    report(error('csv.quotes', { file, line }));
    return undefined;
  }
  const [first, ...rest] = records;
  if (first === undefined) {
    report(error('csv.empty', { file }));
    return undefined;
  }
  const header = first.record.map((name) => name.trim());
  const columns = fieldColumns(first.raw);
  header.forEach((name, index) => {
    const place = { file, line: 1, column: columns[index] ?? 1 };
    if (name === '') report(error('csv.unnamed-column', place, { number: index + 1 }));
    else if (header.indexOf(name) < index) report(error('csv.column-twice', place, { name }));
  });
  const rows: ReadonlyMap<string, CsvCell>[] = [];
  for (const { record, raw, info } of rest) {
    const line = info.lines;
    if (record.length !== header.length) {
      const values = { expected: header.length, found: record.length };
      report(
        error(record.length > header.length ? 'csv.too-many-fields' : 'csv.too-few-fields', { file, line }, values),
      );
      continue;
    }
    const starts = fieldColumns(raw.replace(/^\n+/, ''));
    rows.push(
      new Map(
        header.map((name, index) => [
          name,
          { text: (record[index] ?? '').trim(), place: { file, line, column: starts[index] ?? 1 } },
        ]),
      ),
    );
  }
  return { file, header, rows };
}
