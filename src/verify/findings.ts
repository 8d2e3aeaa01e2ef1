/** How a check tells what is wrong: the file, the page where it has any, the place in the book, expected and found. */
import { error, type Problem } from '../model/problem.ts';
import type { PageNumber } from './finished.ts';

/** The number that a reader sees for a page. */
export function pageLabel({ pageLabels }: { readonly pageLabels: readonly string[] }, page: number): string {
  return pageLabels[page] ?? String(page + 1);
}

/**
 * A finding; `values` are those of its message. Its place is the file, with the page as addresses of
 * PDF pages have it (RFC 8118), so that a reader's program can be led there.
 */
export function finding(name: string, file: string, page: PageNumber, values: Problem['values']): Problem {
  return error(name, { file: page === undefined ? file : `${file}#page=${page + 1}` }, values);
}

/** So much of two texts is shown as lets a reader find the difference. */
const before = 16;
const shown = 60;

/** The stretches of two texts around the first place where they differ. */
export function difference(expected: string, found: string): { readonly expected: string; readonly found: string } {
  let at = 0;
  while (at < expected.length && expected[at] === found[at]) at += 1;
  const from = Math.max(0, at - before);
  const stretch = (text: string) =>
    `${from > 0 ? '…' : ''}${text.slice(from, from + shown)}${text.length > from + shown ? '…' : ''}`;
  return { expected: stretch(expected), found: stretch(found) };
}
