/** Lints texts of a line or two against a dataset of a few numbers. */
import { lintTemplates, type SeriesSources } from '../../src/lint/index.ts';
import { readYaml, type YamlTree } from '../../src/load/index.ts';
import type { Problem } from '../../src/model/problem.ts';
import { loadWords } from '../../src/words/index.ts';
import { projectWith } from './project.ts';
import { published, type Tiny, tinyDataset } from './tiny.ts';

const fail = (problem: Problem) => {
  throw new Error(problem.name);
};
export const words = loadWords(projectWith(), fail);

const figure = (path: string, precision: 'exact' | 'above' = 'exact') =>
  ({ kind: 'figure', path, quantity: published('12.5', 'percent'), precision }) as const;

/** Two years of trade by region, and facts of the text. */
const tiny: Tiny = {
  cubes: {
    output: {
      list: 'regions',
      codes: [
        { code: 'BJ', names: { zh: '北京', en: 'Beijing' }, kind: 'province' },
        { code: 'SH', names: { zh: '上海', en: 'Shanghai' }, kind: 'province' },
      ],
      groups: { COAST: ['SH'] },
      rows: {
        2023: { BJ: { amount: '100', contracts: '7' }, SH: { amount: '90', contracts: '8' } },
        2024: { BJ: { amount: '120', contracts: '9' }, SH: { amount: '80', contracts: '8' } },
      },
      units: { amount: 'yiyuan' },
    },
  },
  facts: [
    figure('plain.growth'),
    figure('plain.floor', 'above'),
    { kind: 'codes', path: 'plain.leaders', codes: [], place: { file: '' }, source: '' },
  ],
};

export interface Texts {
  readonly zh?: string;
  readonly en?: string;
  /** YAML of `book.yaml`, of one table `t` and of one chart `c`. */
  readonly book?: string;
  readonly table?: string;
  readonly chart?: string;
}

function tree(file: string, content: string | undefined): YamlTree | undefined {
  if (content === undefined) return undefined;
  const bytes = new TextEncoder().encode(content);
  return readYaml({ read: () => bytes, list: () => [] }, file, fail);
}

const keyed = (tree: YamlTree | undefined, key: string) => new Map(tree ? [[key, tree]] : []);
const template = (lang: string, text: string | undefined) =>
  new Map(text === undefined ? [] : [['s', { file: `${lang}/s.hbs`, text }]]);

function sources({ zh, en, book, table, chart }: Texts): SeriesSources {
  return {
    raw: {
      series: 'tiny',
      book: tree('book.yaml', book ?? 'sections: [{ key: s, template: s }]'),
      arrangements: new Map(),
      tables: keyed(tree('t.yaml', table), 't'),
      charts: keyed(tree('c.vl.json', chart), 'c'),
      chartBases: new Map(),
      templates: { zh: template('zh', zh), en: template('en', en) },
    },
    datasets: [tinyDataset(tiny)],
  };
}

/** Findings in texts as `file:line:column name`, with what was found where that is a word of the text. */
export function findings(texts: Texts): string[] {
  return lintTemplates(sources(texts), words).map(
    ({ name, place, values }) =>
      `${place?.file}:${place?.line ?? ''}:${place?.column ?? ''} ${name}${values.found === undefined ? '' : ` ${values.found}`}`,
  );
}

/** Findings of one name in a sentence of a language, without places. */
export const found = (lang: 'zh' | 'en', sentence: string, name: string): string[] =>
  findings({ [lang]: `<p>${sentence}</p>` })
    .filter((finding) => finding.split(' ')[1] === `lint.${name}`)
    .map((finding) => finding.split(' ').slice(2).join(' '));
