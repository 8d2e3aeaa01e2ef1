import type { Names } from '../model/dataset.ts';
import type { Lang } from '../model/document.ts';
import type { Quantity } from '../model/quantity.ts';
import type { Precision } from '../model/statements.ts';
import { escapeMarkup, type Printable } from './engine.ts';
import type { Formatter } from './format.ts';
import type { Bound } from './markup.ts';

/** A quantity in a template: prints itself formatted and bound; `{{total.amount}}` is enough. */
export interface Figure extends Printable {
  readonly quantity: Quantity;
  readonly precision: Precision;
}

/** The numbers that one rendering has printed, in order; each `<q n>` of its markup points here. */
export interface Session {
  readonly bound: Bound;
  figure(quantity: Quantity, precision?: Precision): Figure;
  /** A quantity printed with its number only, or in another form. */
  bind(quantity: Quantity, text: string): Printable;
}

export function createSession(format: Formatter): Session {
  const bound: { text: string; quantity: Quantity }[] = [];
  const bind = (quantity: Quantity, text: string): Printable => ({
    toHTML: () => `<q n="${bound.push({ text, quantity }) - 1}"/>`,
  });
  return {
    bound,
    bind,
    figure: (quantity, precision = 'exact') => ({
      quantity,
      precision,
      toHTML: () => bind(quantity, format.prose(quantity, precision)).toHTML(),
    }),
  };
}

/** Digits that are no statistic, such as the year. */
export function literal(text: string): Printable {
  return { toHTML: () => `<lit>${escapeMarkup(text)}</lit>` };
}

/** A year: it prints itself, and helpers that ask for a year take it. */
export interface Year extends Printable {
  readonly number: number;
}

const years = new Map<number, Year>();

/** The same object for the same year, so that `is` can compare years. */
export function yearOf(number: number): Year {
  const year = years.get(number) ?? Object.freeze({ number, ...literal(String(number)) });
  years.set(number, year);
  return year;
}

export const isYear = (value: unknown): value is Year =>
  typeof value === 'object' && value !== null && 'number' in value && 'toHTML' in value;

/** A name in Chinese, to stand beside its translation. */
export function original(text: string): Printable {
  return { toHTML: () => `<original lang="zh">${escapeMarkup(text)}</original>` };
}

/** A name that prints itself, and that knows its Chinese original (`{{name.original}}`). */
export function named(names: Names, lang: Lang): Printable & { readonly original: Printable } {
  return { ...literal(names[lang]), original: original(names.zh) };
}

/** Markup that a helper has put together itself. */
export function markup(text: string): Printable {
  return { toHTML: () => text };
}

export function isFigure(value: unknown): value is Figure {
  return typeof value === 'object' && value !== null && 'quantity' in value && 'toHTML' in value;
}
