/** The charts of the national yearbook, drawn from its data: every one on a base, legible, and saying what it shows. */
import { describe, expect, it } from 'vitest';
import { createComposer } from '../../src/compose/index.ts';
import { Lookup } from '../../src/derive/index.ts';
import { loadEdition } from '../../src/load/index.ts';
import { type ChartRow, type Figure, type Lang, languages } from '../../src/model/document.ts';
import type { Problem } from '../../src/model/problem.ts';
import { renderCharts } from '../../src/render/charts/index.ts';
import { resolveDrawing, resolveFigure } from '../../src/resolve/figure.ts';
import { validateEdition } from '../../src/validate/index.ts';
import { loadWords } from '../../src/words/index.ts';
import { projectWith } from '../support/project.ts';

const names = { zh: '书', en: 'Book' };
/** Any book will do: the charts are drawn whether its sections place them or not. */
const book = JSON.stringify({
  title: names,
  fullTitle: names,
  description: names,
  levels: ['section'],
  imprint: [],
  sections: [{ key: 'only', title: names }],
});

const problems: Problem[] = [];
const report = (problem: Problem) => problems.push(problem);
const files = projectWith({ 'templates/national/book.yaml': book });
const words = loadWords(files, report);
const valid = validateEdition(loadEdition(files, { series: 'national', year: 2021 }, report), report);
if (valid === undefined) throw new Error(JSON.stringify(problems));
const { dataset, specs } = valid;
const lookup = new Lookup(dataset);

function figuresOf(lang: Lang): Figure[] {
  const composer = createComposer(lookup, specs, words[lang], report);
  return [...specs.charts].map(([key, chart]) =>
    resolveFigure(
      { label: key, continued: key },
      chart,
      resolveDrawing(`figure-${key}`, chart, lookup, composer, report),
      lookup,
      composer,
      (pair, path) =>
        composer
          .inlines(pair[lang], chart.tree.textPlace([...path, lang]))
          .flatMap((inline) => (inline.type === 'open-reference' || inline.type === 'emphasis' ? [] : [inline])),
    ),
  );
}

const figures = { zh: figuresOf('zh'), en: figuresOf('en') };

describe.each(languages)('the charts of the national yearbook, %s', (lang) => {
  it('are without problems, and all on a base', () => {
    expect(problems).toEqual([]);
    expect(specs.charts.size).toBeGreaterThanOrEqual(40);
    expect([...specs.charts].filter(([, { base }]) => base === undefined).map(([key]) => key)).toEqual([]);
  });

  it('have data, and an alternative text with numbers', () => {
    for (const { id, data, alt } of figures[lang]) {
      for (const rows of Object.values(data)) expect(rows.length, id).toBeGreaterThan(1);
      expect(alt.match(/\d/g)?.length, id).toBeGreaterThan(4);
    }
  });

  it('are legible, as wide as the book allows and no higher than a third of a page', async () => {
    const drawn = await renderCharts(figures[lang], lang, specs.theme);
    expect(drawn.problems).toEqual([]);
    for (const [id, { width, height, svg }] of drawn.images) {
      expect((width * 25.4) / 96, id).toBeGreaterThan(160);
      expect((height * 25.4) / 96, id).toBeLessThan(88);
      const printed = [...svg.matchAll(/>([^<>]+)<\/(?:text|tspan)>/g)].map(([, text]) => text).join(' ');
      expect(printed, id).not.toMatch(/undefined|null|NaN/);
      const figure = figures[lang].find((candidate) => candidate.id === id);
      for (const row of Object.values(figure?.data ?? {}).flat()) {
        const label = row.amount_label ?? row.agencies_label ?? row.people_label ?? row.average_label ?? row.sold_label;
        expect(printed, id).toContain(String(label));
      }
    }
  });
});

describe('a comparison with the year before', () => {
  const textsOf = (svg: string) => [...svg.matchAll(/>([^<>]+)<\/(?:text|tspan)>/g)].map(([, text]) => text ?? '');
  const comparison = figures.en.find(({ id }) => id === 'figure-top-registrations');
  if (comparison === undefined) throw new Error('No comparison');
  const unknown = (fields: readonly string[]) => (row: ChartRow) => ({
    ...row,
    ...Object.fromEntries(fields.flatMap((field) => [[field, null] as const, [`${field}_label`, '…'] as const])),
  });
  async function printed(fields: readonly string[], rows: readonly number[] = [...Array(10).keys()]) {
    const { rows: all = [] } = comparison?.data ?? {};
    const data = { rows: all.map((row, index) => (rows.includes(index) ? unknown(fields)(row) : row)) };
    const figure = { ...(comparison as Figure), data };
    const { images, problems: found } = await renderCharts([figure], 'en', specs.theme);
    expect(found).toEqual([]);
    return textsOf(images.get(figure.id)?.svg ?? '');
  }

  it('shows the two years, the growth, the rank before and the share where they are known', async () => {
    const texts = await printed([]);
    expect(['2021', '2020', 'Growth', '2020 rank', 'Share'].filter((text) => !texts.includes(text))).toEqual([]);
  });
  it('shows neither year nor columns of which no row knows anything', async () => {
    const texts = await printed(['previous', 'growth', 'before']);
    expect(['2021', '2020', 'Growth', '2020 rank', '…'].filter((text) => texts.includes(text))).toEqual([]);
    expect(texts).toContain('Share');
  });
  it('shows that a value is not known where those of other rows are', async () => {
    const texts = await printed(['previous', 'growth', 'before'], [3]);
    expect(texts.filter((text) => text === '…')).toHaveLength(2);
    expect(texts).toContain('2020');
  });
});
