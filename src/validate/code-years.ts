/** From when to when a code holds, and what took its place. */
import type { CsvTable, Report } from '../load/index.ts';
import type { Code } from '../model/dataset.ts';
import { suggest } from '../model/nearest.ts';
import { error, type Place } from '../model/problem.ts';
import { type CsvRow, cellOf, optionalYear } from './cells.ts';

/** First and last year of something; without one of them, it has no beginning or end that is known. */
interface Span {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

export const holdsIn = ({ from, to }: Span, year: number): boolean =>
  (from === undefined || from <= year) && (to === undefined || year <= to);

/** The columns `from`, `to` and `successor` of a code list; an end before the beginning is reported. */
export function readSpan(row: CsvRow, report: Report): Pick<Code, 'from' | 'to' | 'successor'> {
  const [from, to] = [optionalYear(cellOf(row, 'from'), report), optionalYear(cellOf(row, 'to'), report)];
  const successor = cellOf(row, 'successor').text;
  if (from !== undefined && to !== undefined && to < from) {
    report(error('codes.ends-before', cellOf(row, 'to').place, { from, to }));
  }
  return {
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(successor !== '' && { successor }),
  };
}

/** Reports successors that the list does not have, and those of codes that do not end. */
export function checkSuccessors(table: CsvTable, codes: ReadonlyMap<string, Code>, report: Report): void {
  for (const row of table.rows) {
    const { text, place } = cellOf(row, 'successor');
    if (text === '') continue;
    if (!codes.has(text)) {
      report(error('codes.unknown-successor', place, { code: text, suggestion: suggest(text, codes.keys()) }));
    } else if (cellOf(row, 'to').text === '') report(error('codes.successor-of-current', place, { successor: text }));
  }
}

/** Reports a code that stands in a year in which it does not hold, with the code that took its place. */
export function checkYear(code: Code, list: string, year: number, place: Place, report: Report): void {
  if (holdsIn(code, year)) return;
  const { from, to, successor } = code;
  const values = { code: code.code, list, year };
  if (from !== undefined && year < from) report(error('codes.not-yet', place, { ...values, from }));
  else if (to !== undefined) {
    report(
      error('codes.no-longer', place, {
        ...values,
        to,
        ...(successor !== undefined && { successor, context: 'succeeded' }),
      }),
    );
  }
}
