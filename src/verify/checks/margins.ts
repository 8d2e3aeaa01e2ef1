/**
 * Running heads are titles of the book and stand over text, folios are the numbers of their pages; nothing else stands
 * outside of the text.
 */
import { Decimal } from 'decimal.js';
import type { Figure } from '../../model/document.ts';
import type { Check } from '../check.ts';
import { finding } from '../findings.ts';
import { compact, pageAt } from '../finished.ts';
import { marginsOf } from '../margins.ts';
import { matchFigures } from '../parts.ts';

/** Pages with text that every reader counts: from the first heading on. */
function numberedPages({ alignment, file }: Parameters<Check>[0]): readonly number[] {
  const first = alignment.texts.find(({ expected, at }) => expected.kind === 'heading' && at !== undefined)?.at;
  const start = first === undefined ? undefined : pageAt(file, first);
  if (start === undefined) return [];
  return [...new Set(file.pageStarts.flatMap(({ page }) => (page !== undefined && page >= start ? [page] : [])))];
}

/** Whether numbers are the ticks of a scale: evenly spaced by one, two, two and a half or five of a power of ten. */
function isScale(numbers: readonly Decimal[]): boolean {
  const sorted = numbers.toSorted((a, b) => a.comparedTo(b));
  const steps = sorted.slice(1).map((number, index) => number.minus(sorted[index] ?? 0));
  const [step] = steps;
  const isRound = step !== undefined && /^(?:1|2|2\.5|5)$/.test(step.toExponential().replace(/e.*$/, ''));
  return isRound && steps.every((other) => other.eq(step));
}

const plainNumber = /^[\u2212-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/;

/** Numbers with a thin space between groups of three digits, which a reader may take for several: `20 000`. */
function grouped(words: readonly string[]): readonly string[] {
  const numbers: string[] = [];
  for (const word of words) {
    const last = numbers.at(-1) ?? '';
    if (/^[\u2212-]?[1-9]\d*$/.test(last) && /^\d{3}(?:\.\d+)?$/.test(word)) numbers.splice(-1, 1, last + word);
    else numbers.push(word);
  }
  return numbers;
}

/**
 * Texts of a chart that are not tagged: its axes, whose names and titles are those of its data and specification. The
 * numbers of a scale say nothing but where they stand.
 */
function strayOf(figures: readonly Figure[], texts: readonly string[]): readonly string[] {
  const known = compact(JSON.stringify(figures.map(({ data, spec }) => [data, spec])));
  const unknown = texts
    .filter((text) => !known.includes(compact(text)))
    .flatMap((text) => text.split(/\s+/).filter((word) => !known.includes(compact(word)) || plainNumber.test(word)));
  const decimal = (word: string) => new Decimal(word.replaceAll(',', '').replace('\u2212', '-'));
  const areTicks = (words: readonly string[]) =>
    words.length > 2 && words.every((word) => plainNumber.test(word)) && isScale(words.map(decimal));
  if (figures.length > 0 && (areTicks(unknown) || areTicks(grouped(unknown)))) return [];
  return unknown.filter((word) => !known.includes(compact(word)));
}

export const checkMargins: Check = (input) => {
  const { document, file, alignment } = input;
  const { heads, folios, others } = marginsOf(document, file);
  const charts = matchFigures(alignment, file);
  const pages = [...new Set(others.map(({ page }) => page))];
  const stray = pages.flatMap((page) => {
    // Headers of a format without pages of its own belong to no chart.
    const onPage = page === undefined ? [] : charts.filter(({ shown }) => shown.page === page);
    const figures = onPage.map(({ figure }) => figure);
    const texts = others.filter((other) => other.page === page).map(({ text }) => text);
    return strayOf(figures, texts).map((found) => finding('verify.margin', input.name, page, { found }));
  });
  const withFolio = new Set(folios.map(({ page }) => page));
  const unnumbered = numberedPages(input)
    .filter((page) => !withFolio.has(page))
    .map((page) => finding('verify.no-folio', input.name, page, {}));
  const withText = new Set(file.pageStarts.map(({ page }) => page));
  const empty = heads
    .filter(({ page }) => page !== undefined && !withText.has(page))
    .map(({ page }) => finding('verify.empty-page', input.name, page, {}));
  return { proved: { runningHeads: heads.length }, problems: [...stray, ...unnumbered, ...empty] };
};
