/** Tables of bad input: each row a fault, the place where it is told and the words in which it is told. */
import { expect } from 'vitest';
import type { Lang } from '../../src/model/document.ts';
import { type Changes, problemsOf, projectWith, swap } from './project.ts';

/** Stands in a changed text where the fault is expected to be told; it is no part of the text. */
export const caret = '‸';

/** A whole new text, or a passage and what replaces it; null deletes the file. The caret marks the place expected. */
type Fault = string | readonly [from: string, to: string] | Uint8Array | null;
export type Row = [what: string, file: string, fault: Fault, message: string, place?: string];

export function prepare(file: string, fault: Fault): { readonly changes: Changes; readonly place: string } {
  if (fault === null || fault instanceof Uint8Array) return { changes: { [file]: fault }, place: file };
  const original = new TextDecoder().decode(projectWith().read(file));
  const marked = typeof fault === 'string' ? fault : swap(fault[0], fault[1])(original);
  const lines = marked.split(caret)[0]?.split('\n') ?? [];
  const place = marked.includes(caret) ? `${file}:${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}` : file;
  return { changes: { [file]: marked.replace(caret, '') }, place };
}

/** Place of a passage of a file as it is, for problems that are told in another file than the one at fault. */
export function placeOf(file: string, passage: string): string {
  return prepare(file, [passage, `${caret}${passage}`]).place;
}

/** Problems as one line each, `place message → hint`. */
export function told(changes: Changes, lang: Lang = 'en', langs?: readonly Lang[]): string[] {
  return problemsOf(changes, lang, langs).map(({ place, text }) => `${place} ${text.replace(/\s*\n\s*/, ' ')}`);
}

/** Expects exactly one problem, at the caret; a message that ends in … is a beginning. */
export function check(lang: Lang): (...row: Row) => void {
  return (_what, file, fault, message, place) => {
    const { changes, place: marked } = prepare(file, fault);
    // Templates are at fault in the English book only, and everything else in both alike.
    const problems = told(changes, lang, ['en']);
    const expected = `${place ?? marked} ${lang === 'en' ? 'error: ' : '错误：'}${message}`;
    expect(problems.map((text) => (message.endsWith('…') ? `${text.slice(0, expected.length - 1)}…` : text))).toEqual([
      expected,
    ]);
  };
}

/** The files whose faults the tables show. */
export const data = 'data/xpcc/2024';
export const flows = `${data}/flows.csv`;
export const published = `${data}/published.csv`;
export const descriptor = `${data}/datapackage.json`;
export const edition = `${data}/edition.yaml`;
export const facts = `${data}/facts.yaml`;
export const book = 'templates/xpcc/book.yaml';
export const types = 'templates/xpcc/tables/types.yaml';
export const chart = 'templates/xpcc/charts/fields.vl.json';
export const template = 'templates/xpcc/en/flows.hbs';
