import { Decimal } from 'decimal.js';
import type { CsvCell, Report } from '../load/index.ts';
import { error } from '../model/problem.ts';
import type { Interval, Quantity } from '../model/quantity.ts';

const plain = /^-?\d+(\.\d+)?$/;

/** What was probably meant by a cell such as `37 294.3`, `1,005`, `８８`, `−2.6` or `45.9%`; undefined if unclear. */
function likelyNumber(text: string): string | undefined {
  const cleaned = text
    .normalize('NFKC')
    .replace(/[\s,'%]/g, '')
    .replace(/[−–—]/g, '-');
  return plain.test(cleaned) ? cleaned : undefined;
}

/** The values that round to `value` at a number of decimals: half a unit of the last place to either side. */
function roundingInterval(value: Decimal, decimals: number): Interval {
  const half = new Decimal(10).pow(-decimals).div(2);
  return { low: value.minus(half), high: value.plus(half) };
}

/** Decimals of a number as written: 3 for `1.500`. */
export function decimalsOf(text: string): number {
  return text.split('.')[1]?.length ?? 0;
}

/**
 * A published number with its rounding interval. `text` must be a plain decimal.
 * @param precision `exact` for counts; else the decimals to which it was rounded, by default those that are written
 */
export function publishedQuantity(
  text: string,
  unit: string,
  origin: Quantity['origin'],
  precision: 'exact' | number = decimalsOf(text),
): Quantity {
  const value = new Decimal(text);
  // "0" is none at all, where "0.0" is less than half of the last decimal.
  const interval =
    precision === 'exact' || text === '0' ? { low: value, high: value } : roundingInterval(value, precision);
  return { value, interval, unit, decimals: decimalsOf(text), origin };
}

/**
 * The cell as a plain decimal string; anything else is reported with what would be right.
 * @param context `always` where there is no status to say that a value is missing
 */
export function readNumber(cell: CsvCell, column: string, report: Report, context = ''): string | undefined {
  if (plain.test(cell.text)) return cell.text;
  const likely = likelyNumber(cell.text);
  report(
    likely === undefined
      ? error('csv.not-a-number', cell.place, { text: cell.text, column, context })
      : error('csv.number-format', cell.place, { text: cell.text, column, likely }),
  );
  return undefined;
}
