/** What helpers are called with, and what they make of it. */
import * as derive from '../../derive/index.ts';
import type { Quantity } from '../../model/quantity.ts';
import type { Words } from '../../words/index.ts';
import { HelperProblem } from '../engine.ts';
import type { Formatter } from '../format.ts';
import { isFigure, isYear, type Session, type Year } from '../session.ts';
import type { Slice } from '../slices.ts';

export interface Tools {
  readonly lookup: derive.Lookup;
  readonly session: Session;
  readonly format: Formatter;
  readonly words: Words;
  /** All tables and figures by id, and whether the edition's arrangement shows them. */
  readonly inserts: ReadonlyMap<string, boolean>;
}

/** Named arguments of a helper. */
export type Named = Readonly<Record<string, unknown>>;

/** The quantity that a figure is bound to. @throws HelperProblem for anything else */
export function quantityOf(value: unknown): Quantity {
  if (!isFigure(value)) throw new HelperProblem('helper.not-a-figure', value === undefined ? { context: 'blank' } : {});
  return value.quantity;
}

const isSlice = (value: unknown): value is Slice => typeof value === 'object' && value !== null && 'code' in value;

/** The members of a list or of a cube: slices, or years. @throws HelperProblem for anything else */
export function membersOf(value: unknown): readonly (Slice | Year)[] {
  if (typeof value === 'object' && value !== null && !('toHTML' in value)) {
    const isMember = (member: unknown) => isSlice(member) || isYear(member);
    // Identity matters: a list that a helper has chosen is remembered by it.
    if (Array.isArray(value) && value.every(isMember)) return value;
    if (!Array.isArray(value) && Object.values(value).every(isMember)) return Object.values(value);
  }
  throw new HelperProblem('helper.not-a-list');
}

/** The members of a list of slices, or of a cube. @throws HelperProblem for anything else */
export function slicesOf(value: unknown): readonly Slice[] {
  const members: readonly unknown[] = membersOf(value);
  if (members.every(isSlice)) return members;
  throw new HelperProblem('helper.not-a-list');
}

/** Those slices of a list that have the measure which `by` names. @throws HelperProblem if none of them knows it */
export function withMeasure(value: unknown, hash: Named): readonly Slice[] {
  const slices = slicesOf(value);
  const measure = measureOf(hash);
  const [first] = slices;
  if (first && !slices.some((slice) => Object.hasOwn(slice, measure))) {
    const known = Object.keys(first).filter((name) => isFigure(first[name]));
    throw new HelperProblem('helper.unknown-measure', { measure, known: known.join(', ') });
  }
  return slices.filter((slice) => isFigure(slice[measure]));
}

/** The first figure of a slice, if it has any. */
export function firstFigure(member: Slice | Year): Quantity | undefined {
  if (isYear(member)) return undefined;
  for (const name of Object.keys(member)) {
    const value = member[name];
    if (isFigure(value)) return value.quantity;
  }
  return undefined;
}

/** A text, or undefined for what is none. */
export const optionalText = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** The measure that `by` names. */
export const measureOf = (hash: Named) => optionalText(hash.by) ?? 'amount';

/** Figures given one by one, or those of a list of slices. */
export function quantitiesOf(values: readonly unknown[], hash: Named): Quantity[] {
  const [list] = values;
  return Array.isArray(list)
    ? slicesOf(list).map((slice) => quantityOf(slice[measureOf(hash)]))
    : values.map(quantityOf);
}

/** A number of things. @throws HelperProblem for what is none */
export function wholeNumber(value: unknown): number {
  if (isFigure(value)) return wholeNumber(value.quantity.value.toNumber());
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  throw new HelperProblem('helper.not-a-whole-number', { found: value === undefined ? '' : String(value) });
}

/** Whether a condition holds, as `#if` sees it: an empty list does not. */
export const isTruthy = (value: unknown): boolean => (Array.isArray(value) ? value.length > 0 : Boolean(value));

/** The quantity with the number of `decimals` asked for. */
export function decimalsIn(hash: Named, quantity: Quantity): Quantity {
  const { decimals } = hash;
  return decimals === undefined ? quantity : { ...quantity, decimals: wholeNumber(decimals) };
}

/** By what the members of a chosen list were judged, members and all others: a count of the list follows from it. */
export type Examined = WeakMap<readonly (Slice | Year)[], readonly Quantity[]>;

/** A limit: a figure of a unit with the same base, or a plain number. @throws HelperProblem for anything else */
export function limitIn(lookup: derive.Lookup, limit: unknown, unit: string): Quantity['value'] | number {
  if (isFigure(limit)) {
    const converted = derive.inUnit(lookup, limit.quantity, unit);
    if (converted === undefined) throw new HelperProblem('helper.not-determined');
    return converted.value;
  }
  const number = typeof limit === 'number' || typeof limit === 'string' ? Number(limit) : Number.NaN;
  if (Number.isNaN(number)) throw new HelperProblem('helper.not-a-number', { found: String(limit) });
  return number;
}
