/** What a printed number says, read from its text alone: `CNY 3,729.43 billion` is 3 729 430 000 000 yuan. */
import { Decimal } from 'decimal.js';
import type { Unit } from '../model/dataset.ts';
import type { Quantity } from '../model/quantity.ts';

/** A number in the base unit, without its sign: words often say which way it goes. */
export interface PrintedNumber {
  readonly value: Decimal;
  /** What the last printed digit is worth. */
  readonly step: Decimal;
}

/** Words of money and the power of ten that each stands for, the more special ones first. */
const magnitudes: readonly (readonly [RegExp, number])[] = [
  [/亿元/u, 8],
  [/万元/u, 4],
  [/元/u, 0],
  [/\btrillion\b/, 12],
  [/\bbillion\b/, 9],
  [/\bmillion\b/, 6],
  [/\bCNY\b/, 0],
];

const powers = new Map<number, Decimal>();

function powerOfTen(exponent: number): Decimal {
  const known = powers.get(exponent) ?? new Decimal(10).pow(exponent);
  powers.set(exponent, known);
  return known;
}

/** A cell has its digits alone. */
const bareNumber = /^[\d.,\u202f\u2009\u2212-]*$/;

const digits = /\d(?:[\d,\u202f\u2009]*\d)?(?:\.\d+)?/;

/** The first number of a text; `power` is that of its unit where the text names none. Undefined if it has no number. */
export function readPrinted(text: string, power: number): PrintedNumber | undefined {
  const found = digits.exec(text)?.[0].replace(/[,\u202f\u2009]/g, '');
  if (found === undefined) return undefined;
  const named = bareNumber.test(text) ? undefined : magnitudes.find(([word]) => word.test(text))?.[1];
  const magnitude = named ?? power;
  const value = new Decimal(found);
  return { value: value.times(powerOfTen(magnitude)), step: powerOfTen(magnitude - decimalsOf(found)) };
}

const decimalsOf = (number: string): number => number.split('.')[1]?.length ?? 0;

/** Powers of the units, by their codes. */
export type Units = ReadonlyMap<string, Unit>;

/** A bound number as it is printed. */
export function printedNumber(text: string, { unit }: Quantity, units: Units): PrintedNumber | undefined {
  return readPrinted(text, units.get(unit)?.power ?? 0);
}

/**
 * Whether a printed number is its quantity, rounded: to the digits that it has, or to the decimals of the quantity where
 * zeros have been put in the place of more (`CNY 838,200` for 83.82 ten thousand yuan).
 */
export function isRounded({ value: printed, step }: PrintedNumber, quantity: Quantity, units: Units): boolean {
  const power = units.get(quantity.unit)?.power ?? 0;
  const exact = quantity.value.abs().times(powerOfTen(power));
  const coarsest = Decimal.max(step, powerOfTen(power - quantity.decimals));
  return exact.minus(printed).abs().times(2).lte(coarsest);
}

/** The printed number in words that are the same in every language: base unit and value. */
export function printedText(text: string, quantity: Quantity, units: Units): string {
  const printed = printedNumber(text, quantity, units);
  const base = units.get(quantity.unit)?.base ?? quantity.unit;
  return `${printed?.value.toFixed() ?? text} ${base}`;
}
