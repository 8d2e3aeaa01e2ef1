/** Tables and figures of a small dataset, resolved from specifications as an editor writes them. */
import { expect } from 'vitest';
import { createComposer } from '../../src/compose/index.ts';
import { Lookup } from '../../src/derive/index.ts';
import { readYaml, type YamlTree } from '../../src/load/index.ts';
import { type Cell, type Figure, type Lang, plainText, type Table } from '../../src/model/document.ts';
import type { Problem } from '../../src/model/problem.ts';
import type { ToInlines } from '../../src/resolve/columns.ts';
import { resolveDrawing, resolveFigure } from '../../src/resolve/figure.ts';
import { insertLabel } from '../../src/resolve/labels.ts';
import { resolveTable } from '../../src/resolve/table.ts';
import type { BookSpecs } from '../../src/validate/index.ts';
import { bookSchema } from '../../src/validate/schemas/book.ts';
import { chartSchema } from '../../src/validate/schemas/chart.ts';
import { tableSchema } from '../../src/validate/schemas/table.ts';
import { loadWords } from '../../src/words/index.ts';
import { projectWith } from './project.ts';
import { sampleTheme } from './sample.ts';
import { type Tiny, tinyDataset } from './tiny.ts';

const fail = (problem: Problem) => {
  throw new Error(problem.name);
};
const words = loadWords(projectWith(), fail);
const names = { zh: '书', en: 'Book' };
const textOfFile = (content: object) => JSON.stringify(content, null, 1);
/** A specification as the file that an editor would have written. */
function tree(file: string, content: object = {}): YamlTree {
  const read = () => new TextEncoder().encode(textOfFile(content));
  const found = readYaml({ read, list: () => [] }, file, fail);
  if (found === undefined) throw new Error(file);
  return found;
}
const specs: BookSpecs = {
  book: {
    spec: bookSchema.parse({
      title: names,
      fullTitle: names,
      description: names,
      levels: ['section'],
      imprint: [],
      sections: [{ key: 'a', title: names }],
    }),
    tree: tree('book.yaml'),
  },
  arrangement: {
    labels: 'continuous',
    preface: undefined,
    sections: [],
    inserts: new Map(),
    captions: new Map(),
    columns: new Map(),
    rows: new Map(),
  },
  theme: sampleTheme,
  tables: new Map(),
  charts: new Map(),
};

/** Two years of a trade, a partial breakdown by party with parts of parts, and the cube that counts contracts. */
export const tiny: Tiny = {
  cubes: {
    trade: {
      codes: [
        { code: 'A', kind: 'division' },
        { code: 'B', kind: 'division' },
        { code: 'U', kind: 'university' },
      ],
      groups: { AB: ['A', 'B'] },
      rows: {
        2023: { A: { amount: '12345.6' }, B: { amount: '0' }, U: { amount: '40' } },
        2024: { A: { amount: '61000.5' }, B: { amount: '400.25' }, U: { amount: '0.001' } },
      },
    },
    party: {
      codes: ['E', { code: 'E1', parent: 'E' }, { code: 'E2', parent: 'E' }, 'R', 'N'],
      breakdown: 'partial',
      rows: {
        2024: {
          E: { amount: '30000', contracts: '50' },
          E1: { amount: '10000', contracts: '20' },
          E2: { amount: '20000', contracts: '30' },
          R: { amount: '25000', contracts: 'missing' },
          N: { amount: 'not-applicable', contracts: '4' },
        },
      },
    },
    count: { codes: ['X'], rows: { 2024: { X: { contracts: '100' } } } },
  },
  totals: { amount: 'trade', contracts: 'count' },
};

function tools(lang: Lang, spec: Tiny) {
  const problems: Problem[] = [];
  const report = (problem: Problem) => problems.push(problem);
  const lookup = new Lookup(tinyDataset(spec));
  const composer = createComposer(lookup, specs, words[lang], report);
  const toInlines: ToInlines = (pair, path, names) =>
    composer
      .inlines(pair[lang], { file: 't.yaml', line: path.length, column: 1 }, names)
      .flatMap((inline) => (inline.type === 'open-reference' || inline.type === 'emphasis' ? [] : [inline]));
  return { lookup, composer, toInlines, report, problems };
}
/** The same text in both languages. */
export const pair = (text: string) => ({ zh: text, en: text });

/** A column by its measure; `more` says which indicator, year or decimals. */
export const column = (measure: string, more: Readonly<Record<string, unknown>> = {}, rest: object = {}) => ({
  key: typeof more.indicator === 'string' ? more.indicator : measure,
  value: { measure, ...more },
  head: pair(measure),
  ...rest,
});
const textOf = (cell: Cell) =>
  (cell.type === 'label' ? `${'  '.repeat(cell.indent)}${plainText(cell.inlines)}` : cell.text).replaceAll(
    '\u202f',
    '_',
  );
/** The rows of a table that has no problems, as `role: stub | cell | cell`. */
export function lines({ rows, problems = [] }: Table & { problems?: readonly Problem[] }): string[] {
  expect(problems).toEqual([]);
  return rows.map(({ role, cells }) => `${role}: ${cells.map(textOf).join(' | ')}`);
}

/** A table of these rows and columns, with the problems that its specification has, and the text of that. */
export function table(
  rows: object | undefined,
  columns: readonly object[],
  { lang = 'zh' as Lang, spec = tiny, rest = {} } = {},
): Table & { problems: readonly Problem[]; source: string } {
  const { lookup, composer, toInlines, report, problems } = tools(lang, spec);
  const content = { title: pair('{{year}}T'), ...(rows && { rows }), stub: { head: pair('stub') }, columns, ...rest };
  const label = insertLabel('table', { number: '3', appendix: false }, words[lang]);
  const located = { spec: tableSchema.parse(content), tree: tree('t.yaml', content) };
  const resolved = resolveTable('table-t', label, located, lookup, composer, toInlines, report);
  return { ...resolved, problems, source: textOfFile(content) };
}
/** A figure of these queries, with the problems that its specification has. */
export function figure(
  queries: object,
  { lang = 'zh' as Lang, spec = tiny, more = {} } = {},
): Figure & { problems: readonly Problem[] } {
  const { lookup, composer, toInlines, report, problems } = tools(lang, spec);
  const content = {
    $schema: 'vega-lite',
    usermeta: {
      title: pair('{{year}}F'),
      alt: { zh: '甲{{trade.A.amount}}', en: 'A {{trade.A.amount}}' },
      queries,
      notes: [pair('n')],
    },
    ...more,
  };
  const located = { spec: chartSchema.parse(content), tree: tree('f.vl.json', content) };
  return {
    ...resolveFigure(
      insertLabel('figure', { number: '2', appendix: false }, words[lang]),
      located,
      resolveDrawing('figure-f', located, lookup, composer, report),
      lookup,
      composer,
      toInlines,
    ),
    problems,
  };
}
