/** Finds a printed number in an edition: by its text, or by table, row and column. */
import { Decimal } from 'decimal.js';
import type { Dataset } from '../model/dataset.ts';
import type { PrintedNumber } from '../publish/printed-numbers.ts';
import { printedNumber, readPrinted } from '../verify/printed.ts';

export interface TraceQuery {
  /** As printed, with or without unit and grouping: `37 294.3`, `CNY 3,729.43 billion`. */
  readonly number: string | undefined;
  /** Label of a table or figure, or its number alone: `表 3-2`, `3-2`. */
  readonly table: string | undefined;
  /** Name of the row, or its number. */
  readonly row: string | undefined;
  /** Head of the column, or its number. */
  readonly column: string | undefined;
}

const bare = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toLowerCase();

/** Spaces between groups of three digits are part of the number, whatever their width. */
const joined = (text: string): string => text.replace(/(?<=\d)[ \u00a0\u2009\u202f](?=\d{3}(?!\d))/g, '');

/** Text of a number without signs and words around it. */
const digitsOf = (text: string): string => /\d[\d,]*(?:\.\d+)?/.exec(joined(text))?.[0].replaceAll(',', '') ?? '';

/** Whether a text says more than a number: a unit, a currency, a word. */
const hasWords = (text: string): boolean => /[^\d\s.,\u00a0\u2009\u202f\u2212+-]/.test(text);

/** Whether a printed number is the one that is asked for: the same digits, and the same value if a unit is named. */
function isSameNumber(asked: string, { text, quantity }: PrintedNumber, units: Dataset['units']): boolean {
  if (!hasWords(asked)) return digitsOf(asked) === digitsOf(text);
  if (bare(text).includes(bare(asked))) return true;
  const power = units.get(quantity.unit)?.power ?? 0;
  const isMoney = units.get(quantity.unit)?.base === 'yuan' && /元|cny|yuan/i.test(asked);
  const value = readPrinted(joined(asked), power)?.value;
  return isMoney && value !== undefined && (printedNumber(text, quantity, units)?.value.eq(value) ?? false);
}

/** Whether a name is the one asked for; a number counts the rows or columns. */
function isNamed(asked: string, name: string | undefined, position: number | undefined): boolean {
  if (/^\d{1,3}$/.test(asked) && position !== undefined) return Number(asked) === position;
  return name !== undefined && bare(name).includes(bare(asked));
}

/** `3-2` is the number of `表 3-2` and of `Figure 3-2`. */
function isLabelled(asked: string, label: string): boolean {
  const [wanted, found] = [bare(asked), bare(label)];
  return (
    wanted === found || (/^[\d-]+$/.test(wanted) && found.replace(/^\D+/, '') === wanted && !/附|appendix/.test(found))
  );
}

export function findNumbers(
  numbers: readonly PrintedNumber[],
  { number, table, row, column }: TraceQuery,
  units: Dataset['units'],
): readonly PrintedNumber[] {
  return numbers.filter(
    (printed) =>
      (number === undefined || isSameNumber(number, printed, units)) &&
      (table === undefined || (printed.label !== undefined && isLabelled(table, printed.label))) &&
      (row === undefined || isNamed(row, printed.stub, printed.row)) &&
      (column === undefined || isNamed(column, printed.head, printed.column)),
  );
}

/** The printed numbers whose values come nearest, for who has mistyped one; each text once. */
export function nearestNumbers(numbers: readonly PrintedNumber[], asked: string, count: number): readonly string[] {
  const digits = digitsOf(asked);
  if (digits === '') return [];
  const wanted = new Decimal(digits);
  const distance = ({ text }: PrintedNumber) => new Decimal(digitsOf(text) || 0).minus(wanted).abs();
  const sorted = numbers
    .map((printed) => ({ text: printed.text, distance: distance(printed) }))
    .toSorted((a, b) => a.distance.comparedTo(b.distance));
  return [...new Set(sorted.map(({ text }) => text))].slice(0, count);
}
