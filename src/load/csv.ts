import { CsvError, parse } from 'csv-parse/sync';
import { error, type Place } from '../model/problem.ts';
import type { ProjectFiles } from '../model/project-files.ts';
import { placeIn, type Report, readText } from './text.ts';

export interface CsvCell {
  readonly text: string;
  readonly place: Place;
}

/** A CSV file as text, each cell with its place; `rows` has a cell for each column of the header. */
export interface CsvTable {
  readonly file: string;
  /** Names of the columns with their places. */
  readonly header: ReadonlyMap<string, Place>;
  readonly rows: readonly ReadonlyMap<string, CsvCell>[];
  /** False if rows at fault were left out. */
  readonly complete: boolean;
}

interface CsvRecord {
  readonly record: readonly string[];
  readonly raw: string;
  readonly info: { readonly lines: number };
}

/** Places of the fields of a record; quoted commas do not count, and a quoted field may go on over several lines. */
function fieldPlaces(file: string, { raw, info }: CsvRecord): Place[] {
  const text = raw.replace(/^\n+/, '').replace(/\n+$/, '');
  const starts = [0];
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    if (text[index] === '"') quoted = !quoted;
    else if (text[index] === ',' && !quoted) starts.push(index + 1);
  }
  const firstLine = info.lines - (text.split('\n').length - 1);
  return starts.map((start) => {
    const { line = 1, column = 1 } = placeIn(file, text, start);
    return { file, line: firstLine + line - 1, column };
  });
}

/** Place of the first quotation mark that is not where it may be: the one that opens and never closes, or one amid a cell. */
function quoteFault(file: string, text: string): Place {
  let opened: number | undefined;
  let atStart = true;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (character !== '"') atStart = opened === undefined && (character === ',' || character === '\n');
    else if (opened === undefined) {
      if (!atStart) return placeIn(file, text, index);
      opened = index;
    } else if (text[index + 1] === '"') index += 1;
    else if (index + 1 < text.length && !/[,\n]/.test(text[index + 1] ?? '')) return placeIn(file, text, index);
    else opened = undefined;
  }
  return placeIn(file, text, opened ?? 0);
}

/**
 * Reads a CSV file with a header line. Reported: no header, a column twice or without a name, rows with too many or
 * too few fields, quotes that do not match. Rows at fault are left out.
 */
export function readCsv(files: ProjectFiles, file: string, report: Report): CsvTable | undefined {
  const text = readText(files, file, report);
  if (text === undefined) return undefined;
  let records: readonly CsvRecord[];
  try {
    const options = { bom: true, info: true, raw: true, relax_column_count: true, skip_empty_lines: true };
    records = parse(text, options) as unknown as readonly CsvRecord[];
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    report(error('csv.quotes', quoteFault(file, text)));
    return undefined;
  }
  const [first, ...rest] = records;
  if (first === undefined) {
    report(error('csv.empty', { file }));
    return undefined;
  }
  const names = first.record.map((name) => name.trim());
  const namePlaces = fieldPlaces(file, first);
  const header = new Map<string, Place>();
  names.forEach((name, index) => {
    const place = namePlaces[index] ?? { file, line: 1 };
    if (name === '') report(error('csv.unnamed-column', place, { number: index + 1 }));
    else if (header.has(name)) report(error('csv.column-twice', place, { name }));
    else header.set(name, place);
  });
  const rows: ReadonlyMap<string, CsvCell>[] = [];
  for (const line of rest) {
    const places = fieldPlaces(file, line);
    const found = line.record.length;
    if (found === names.length) {
      const cell = (index: number) => ({
        text: (line.record[index] ?? '').trim(),
        place: places[index] ?? { file, line: line.info.lines },
      });
      rows.push(new Map([...header.keys()].map((name) => [name, cell(names.indexOf(name))])));
      continue;
    }
    // What is too much has a place; what is too little has only its row.
    const place = places[names.length] ?? { file, line: line.info.lines };
    report(
      error(found > names.length ? 'csv.too-many-fields' : 'csv.too-few-fields', place, {
        expected: names.length,
        found,
      }),
    );
  }
  return { file, header, rows, complete: rows.length === rest.length };
}
