/** The pages that the contents name are those on which the headings, tables and figures stand. */
import type { Problem } from '../../model/problem.ts';
import type { Check, CheckInput } from '../check.ts';
import { finding, pageLabel } from '../findings.ts';
import { pageAt } from '../finished.ts';

/** Value of a folio: front matter is numbered i, ii … and comes before 1. */
function order(folio: string): number {
  if (/^\d+$/.test(folio)) return Number(folio) + 1000;
  const digits: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };
  const values = [...folio].map((letter) => digits[letter] ?? Number.NaN);
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
}

/** The folio behind each line of the contents, with the place of the line. */
function foliosOf({ alignment }: CheckInput) {
  return alignment.gaps.flatMap(({ text, after, missing }) => {
    const expected = alignment.texts[after]?.expected;
    return expected?.kind === 'contents' && missing.length === 0 ? [{ expected, folio: text }] : [];
  });
}

/** Where the file has pages, each folio is the label of the page of its target. */
function checkPages(input: CheckInput): Problem[] {
  const { alignment, file } = input;
  const targets = new Map(
    alignment.texts.flatMap(({ expected, at }) => {
      const named = expected.kind === 'heading' || expected.kind === 'caption';
      return named && expected.id !== undefined && at !== undefined ? [[expected.id, at] as const] : [];
    }),
  );
  return foliosOf(input).flatMap(({ expected, folio }) => {
    const at = targets.get(expected.id ?? '');
    const page = at === undefined ? undefined : pageAt(file, at);
    if (page === undefined || pageLabel(file, page) === folio) return [];
    const values = { place: expected.place, entry: expected.text, expected: pageLabel(file, page), found: folio };
    return [finding('verify.contents-page', input.name, page, values)];
  });
}

/** Where it has none before a program lays it out, the folios are there, and never go back within a list. */
function checkOrder(input: CheckInput): Problem[] {
  const lines = foliosOf(input);
  return lines.flatMap(({ expected, folio }, index) => {
    const before = lines[index - 1];
    const follows = before?.expected.place !== expected.place || order(before.folio) <= order(folio);
    if (follows) return [];
    const values = { place: expected.place, entry: expected.text, expected: `≥ ${before?.folio}`, found: folio };
    return [finding('verify.contents-page', input.name, undefined, values)];
  });
}

/** A line without a page, which the texts alone would not tell. */
function checkBlank(input: CheckInput): Problem[] {
  const { texts } = input.alignment;
  const withPage = new Set(foliosOf(input).map(({ expected }) => expected));
  return texts.flatMap(({ expected, at }) => {
    if (expected.kind !== 'contents' || at === undefined || withPage.has(expected)) return [];
    return [
      finding('verify.contents-page', input.name, undefined, {
        place: expected.place,
        entry: expected.text,
        expected: '1',
        found: '',
      }),
    ];
  });
}

export const checkContents: Check = (input) => ({
  proved: {},
  problems: [...checkBlank(input), ...(input.file.format === 'pdf' ? checkPages(input) : checkOrder(input))],
});
