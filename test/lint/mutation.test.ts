/** Slips of an editor, made at random places of the real templates with a fixed seed: the lint finds each of them. */
import { describe, expect, it } from 'vitest';
import { withLongSeries } from '../../src/derive/index.ts';
import { lintTemplates, type SeriesSources } from '../../src/lint/index.ts';
import { listEditions, loadEdition, readYaml } from '../../src/load/index.ts';
import { languages } from '../../src/model/document.ts';
import type { Problem } from '../../src/model/problem.ts';
import { validateEdition } from '../../src/validate/index.ts';
import { words } from '../support/linting.ts';
import { projectWith } from '../support/project.ts';
import { type Slip, slipped, slips } from '../support/template-mutations.ts';
import { seeded } from '../support/tiny.ts';

const files = projectWith();
const fail = (problem: Problem) => {
  throw new Error(problem.name);
};

const sourcesOf = (series: string): SeriesSources => {
  const editions = listEditions(files).filter((edition) => edition.series === series);
  const raws = editions.map((edition) => loadEdition(files, edition, fail));
  const [raw] = raws;
  if (raw === undefined) throw new Error(series);
  return { raw, datasets: raws.flatMap((each) => validateEdition(each, fail)?.dataset ?? []).map(withLongSeries) };
};
const all = ['national', 'xpcc'].map(sourcesOf);

/** The templates of one section alone, so that many slips can be tried. */
function sectionAlone({ raw, datasets }: SeriesSources, key: string): SeriesSources {
  const only = (lang: (typeof languages)[number]) => {
    const template = raw.templates[lang].get(key);
    return new Map(template ? [[key, template]] : []);
  };
  const none = new Map<string, never>();
  const templates = { zh: only('zh'), en: only('en') };
  return { raw: { ...raw, tables: none, charts: none, chartBases: none, templates }, datasets };
}

/** What is wrong, wherever it stands: a slip moves what is behind it. */
const faults = (sources: SeriesSources) =>
  lintTemplates(sources, words).map(({ name, values }) => `${name} ${JSON.stringify(values)}`);

function isNew(before: readonly string[], after: readonly string[]): boolean {
  const left = [...before];
  return after.some((fault) => {
    const at = left.indexOf(fault);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

interface Site {
  readonly section: SeriesSources;
  readonly lang: (typeof languages)[number];
  readonly key: string;
  readonly file: string;
  readonly text: string;
  readonly slip: Slip;
}

const templates = all.flatMap((sources) =>
  languages.flatMap((lang) =>
    [...sources.raw.templates[lang]].map(([key, { file, text }]) => ({ sources, lang, key, file, text })),
  ),
);

/** Some of the places where a kind of slip can happen. */
function sample(kind: string, count: number): readonly Site[] {
  const random = seeded(2021);
  const sites = templates.flatMap(({ sources, lang, key, file, text }) =>
    (slips[kind]?.({ text, lang, datasets: sources.datasets }) ?? [])
      .filter((slip) => slipped(text, slip) !== text)
      .map((slip): Site => ({ section: sectionAlone(sources, key), lang, key, file, text, slip })),
  );
  const drawn = sites.map((site) => ({ site, order: random() })).sort((a, b) => a.order - b.order);
  return drawn.slice(0, count).map(({ site }) => site);
}

/** The faults that a slip adds. */
function isCaught({ section, lang, key, file, text, slip }: Site): boolean {
  const changed = { ...section.raw.templates, [lang]: new Map([[key, { file, text: slipped(text, slip) }]]) };
  return isNew(faults(section), faults({ ...section, raw: { ...section.raw, templates: changed } }));
}

describe.each(Object.keys(slips))('when %s', (kind) => {
  const sites = sample(kind, 25);
  it('the lint tells it', () => {
    const missed = sites
      .filter((site) => !isCaught(site))
      .map(({ file, text, slip }) => {
        const [from, to] = [Math.max(0, slip.start - 60), slip.end + 30];
        return `${file}: …${text.slice(from, slip.start)}⟦${text.slice(slip.start, slip.end)} → ${slip.text}⟧${text.slice(slip.end, to)}`;
      });
    expect(sites.length).toBeGreaterThan(3);
    expect(missed).toEqual([]);
  });
});

/** What is wrong with a file of a series that is linted alone. */
function faultsOfFile({ raw, datasets }: SeriesSources, kind: 'book' | 'tables', key: string, text: string): string[] {
  const bytes = new TextEncoder().encode(text);
  const tree = readYaml({ read: () => bytes, list: () => [] }, `${key}.yaml`, fail);
  if (tree === undefined) throw new Error(key);
  const none = new Map<string, never>();
  const changed = kind === 'book' ? { book: tree, tables: none } : { tables: new Map([[key, tree]]) };
  const templates = { zh: none, en: none };
  return faults({ raw: { ...raw, templates, charts: none, chartBases: none, ...changed }, datasets });
}

/** All places of a pattern in a text, each replaced on its own. */
const replacedOnce = (text: string, pattern: RegExp, to: (found: string) => string): readonly string[] =>
  [...text.matchAll(pattern)].map(({ 0: found, index }) =>
    slipped(text, { start: index, end: index + found.length, text: to(found) }),
  );

const textOf = (file: string) => new TextDecoder().decode(files.read(file));

describe.each(all)('when a need of a section is misspelt', (sources) => {
  it('the lint tells it', () => {
    const text = textOf(sources.raw.book?.file ?? '');
    const before = faultsOfFile(sources, 'book', 'book', text);
    const needs = replacedOnce(text, /(?<=needs: \[[^\]]*)[a-z][a-zA-Z.-]+/g, (need) => `${need.slice(0, -2)}xq`);
    expect(needs.length).toBeGreaterThan(5);
    const missed = needs.filter((slip) => !isNew(before, faultsOfFile(sources, 'book', 'book', slip)));
    expect(missed).toEqual([]);
  });
});

describe('when the head of a column has another unit', () => {
  it('the lint tells it', () => {
    const [national] = all;
    if (national === undefined) throw new Error('no series');
    const missed = [...national.raw.tables].flatMap(([key, { file }]) => {
      const text = textOf(file);
      const before = faultsOfFile(national, 'tables', key, text);
      const units = { '/亿元': '/万元', '/%': '/亿元' } as const;
      return Object.entries(units).flatMap(([from, to]) =>
        replacedOnce(text, new RegExp(`(?<=head: \\{ zh: [^,}]*)${from}`, 'g'), () => to)
          .filter((slip) => !isNew(before, faultsOfFile(national, 'tables', key, slip)))
          .map(() => `${file} ${from}`),
      );
    });
    expect(missed).toEqual([]);
  });
});
