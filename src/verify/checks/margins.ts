/** Running heads are titles of the book, folios the numbers of their pages; nothing else stands outside of the text. */
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

export const checkMargins: Check = (input) => {
  const { document, file, alignment } = input;
  const { heads, folios, others } = marginsOf(document, file);
  const charts = matchFigures(alignment, file);
  // A chart's axis may stand outside of its tag; it has texts of the chart, which are checked with it.
  const isOfChart = (text: string, page: number | undefined) =>
    charts.some(({ figure, shown }) => {
      if (shown.page !== page) return false;
      const known = compact(JSON.stringify([figure.data, figure.spec]));
      return text.split(/\s+/).every((word) => known.includes(compact(word)));
    });
  const stray = others
    .filter(({ text, page }) => !isOfChart(text, page))
    .map(({ text, page }) => finding('verify.margin', input.name, page, { found: text }));
  const withFolio = new Set(folios.map(({ page }) => page));
  const unnumbered = numberedPages(input)
    .filter((page) => !withFolio.has(page))
    .map((page) => finding('verify.no-folio', input.name, page, {}));
  return { proved: { runningHeads: heads.length }, problems: [...stray, ...unnumbered] };
};
