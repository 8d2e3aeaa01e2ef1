import { Decimal } from 'decimal.js';
import type { Lang } from '../model/document.ts';
import type { Quantity } from '../model/quantity.ts';
import type { Precision } from '../model/statements.ts';
import type { Words } from '../words/index.ts';

export type RoundingMode = 'half-up' | 'half-even';

/** Thin space that no line ends at, between groups of three digits in Chinese text (GB/T 15835). */
const thinSpace = '\u202f';
const minus = '\u2212';

/** A number keeps its currency and its unit on its line. */
const noBreakSpace = '\u00a0';
const besideDigits = / (?=\d)|(?<=\d) /g;

/** Units whose numbers are calculated and therefore always show their decimals, even zeros. */
const calculated = new Set(['percent', 'point', 'multiple', 'ratio']);

/** The one formatter of prose, tables, charts and Word. */
export interface Formatter {
  /** Digits only, rounded once: `37 294.3` or `37,294.3`; a negative number with U+2212. */
  number(value: Decimal, decimals: number): string;
  /** In running text, with unit: `81 423.37万元`, `CNY 814.2337 million`, `第2位`, `2nd`. */
  prose(quantity: Quantity, precision?: Precision): string;
  /** Digits with the word that says how sure the source is of them: `more than 2,000`. */
  qualified(digits: string, precision: Precision): string;
  /** In a table or chart, without unit. */
  cell(quantity: Quantity, decimals?: number): string;
}

function group(digits: string, lang: Lang): string {
  if (lang === 'zh' && digits.length < 5) return digits;
  return digits.replace(/\B(?=(\d{3})+$)/g, lang === 'zh' ? thinSpace : ',');
}

/**
 * How a unit is said in prose: its pattern and the power of ten by which its number is shifted. A unit may be said in
 * another way below a limit (`small`), and in a third way below a smaller one: CNY 814 million rather than CNY 0.814
 * billion, CNY 300,000 rather than CNY 0.3 million.
 */
function formOf(words: Words, key: string, value: Decimal): { readonly key: string; readonly shift: number } {
  const below = words.entry(`${key}.small.below`);
  if (typeof below === 'number' && value.abs().lt(below)) return formOf(words, `${key}.small`, value);
  return { key, shift: Number(words.entry(`${key}.shift`) ?? 0) };
}

/**
 * @param rounding how halves are rounded: away from zero, or to even (GB/T 8170)
 * @param closingZeros whether amounts in prose keep them (1817.0) or drop them (61 442.8 rather than 61 442.80)
 */
export function createFormatter(
  words: Words,
  rounding: RoundingMode,
  closingZeros: 'kept' | 'dropped' = 'dropped',
): Formatter {
  const mode = rounding === 'half-up' ? Decimal.ROUND_HALF_UP : Decimal.ROUND_HALF_EVEN;
  const number = (value: Decimal, decimals: number): string => {
    const rounded = value.toDecimalPlaces(decimals, mode);
    const [whole = '', fraction] = rounded.abs().toFixed(decimals).split('.');
    const sign = rounded.isNegative() && !rounded.isZero() ? minus : '';
    return `${sign}${group(whole, words.lang)}${fraction === undefined ? '' : `.${fraction}`}`;
  };
  const qualified: Formatter['qualified'] = (digits, precision) =>
    precision === 'exact' ? digits : words.say(`units:precision.${precision}`, { number: digits });
  const prose: Formatter['prose'] = (quantity, precision = 'exact') => {
    const rounded = quantity.value.toDecimalPlaces(quantity.decimals, mode);
    const form = formOf(words, `units:${quantity.unit}`, rounded);
    const shifted = rounded.times(new Decimal(10).pow(form.shift));
    // A calculated figure always keeps its closing zeros, a whole number never gets any.
    const drops = closingZeros === 'dropped' || quantity.decimals === 0;
    const exact = drops && rounded.eq(quantity.value) && !calculated.has(quantity.unit);
    const decimals = exact ? shifted.decimalPlaces() : Math.max(0, quantity.decimals - form.shift);
    const digits = number(shifted, decimals);
    const text = words.say(`${form.key}.prose`, {
      number: qualified(digits, precision),
      count: shifted.toNumber(),
      ordinal: quantity.unit === 'rank',
    });
    return text.replace(besideDigits, noBreakSpace);
  };
  // Exactly none is a bare 0; "0.00" says less than half of the last decimal.
  const isNone = ({ low, high }: Quantity['interval']) => low.isZero() && high.isZero();
  const cell: Formatter['cell'] = (quantity, decimals = quantity.decimals) =>
    number(quantity.value, isNone(quantity.interval) ? 0 : decimals);
  return { number, prose, qualified, cell };
}
