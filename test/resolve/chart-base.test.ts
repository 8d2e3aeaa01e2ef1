/** A chart that builds on a specification of templates/shared/charts: what it gets, and what is told if it does not fit. */
import { describe, expect, it } from 'vitest';
import type { Figure } from '../../src/model/document.ts';
import { checkSpec } from '../../src/render/charts/check-spec.ts';
import { caret, chart, prepare, told } from '../support/bad-input.ts';
import { buildDocuments, type Changes, swap } from '../support/project.ts';

const base = 'templates/shared/charts/plain.vl.json';
const file = JSON.stringify(
  {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    usermeta: { words: { head: { zh: '{{year}}年金额', en: 'Amount in {{year}}' }, foot: { zh: '脚', en: 'foot' } } },
    params: [
      { name: 'bar', value: 'amount' },
      { name: 'gap', value: 4 },
    ],
    data: { name: 'rows' },
    height: 100,
    mark: 'bar',
    encoding: { x: { field: 'amount', type: 'quantitative', title: '{{year}}' } },
  },
  null,
  1,
);
const rows = { rows: { cube: 'fields', dimension: 'field' }, values: { amount: { measure: 'amount' } } };
/** The chart of fields, on the base. */
function onBase(usermeta: object = {}, more: object = {}): string {
  const names = { zh: '图', en: 'Chart' };
  const meta = { title: names, alt: names, base: 'plain', queries: { rows }, ...usermeta };
  return JSON.stringify({ $schema: 'vega-lite', usermeta: meta, ...more }, null, 1);
}

function figureOf(changes: Changes): Figure {
  const found = buildDocuments(changes).zh.body.find(
    (block) => block.type === 'figure' && block.id === 'figure-fields',
  );
  if (found?.type !== 'figure') throw new Error('No figure');
  return found;
}

describe('a chart on a base', () => {
  it('has what the base has, with its words and templates filled in', () => {
    const { spec } = figureOf({ [base]: file, [chart]: onBase() });
    expect(spec).toEqual({
      $schema: 'vega-lite',
      params: [
        { name: 'words', value: { head: '2024年金额', foot: '脚' } },
        { name: 'bar', value: 'amount' },
        { name: 'gap', value: 4 },
      ],
      data: { name: 'rows' },
      height: 100,
      mark: 'bar',
      encoding: { x: { field: 'amount', type: 'quantitative', title: '2024' } },
    });
  });
  it('overrides properties, single parameters and single words', () => {
    const words = { foot: { zh: '共{{contract-types.TD.amount}}', en: '{{contract-types.TD.amount}} in all' } };
    const more = { height: 50, params: [{ name: 'gap', value: 8 }] };
    const { spec } = figureOf({ [base]: file, [chart]: onBase({ words }, more) });
    expect(spec).toMatchObject({
      height: 50,
      params: [
        { name: 'words', value: { head: '2024年金额', foot: expect.stringMatching(/^共[\d.\u202f]+万元$/) } },
        { name: 'bar', value: 'amount' },
        { name: 'gap', value: 8 },
      ],
    });
  });
  it('is told of faults of the base where they stand, and of fields it lacks at its own place', () => {
    const broken = swap('"mark": "bar"', '"mark": "bra"')(file);
    const figure = figureOf({ [base]: broken, [chart]: onBase() });
    expect(checkSpec(figure)).toMatchObject([
      { name: 'chart.unknown-mark', place: { file: base, line: 29, column: 2 } },
    ]);
    const values = { sum: { measure: 'amount' } };
    const other = figureOf({ [base]: file, [chart]: onBase({ queries: { rows: { ...rows, values } } }) });
    expect(checkSpec(other)).toMatchObject([{ name: 'chart.unknown-field', place: { file: chart } }]);
  });
});

describe('what does not fit its base', () => {
  const toldOf = (own: string, shared = file, lang: 'zh' | 'en' = 'en') =>
    told({ [base]: shared, [chart]: own }, lang, ['en']);
  /** The place of a passage of a changed file. */
  const at = (path: string, text: string, passage: string) =>
    prepare(path, text.replace(passage, caret + passage)).place;

  it.each([
    ['en', 'error: There is no base “plian”. → Did you mean plain? Bases are files in templates/shared/charts.'],
    ['zh', '错误：没有图表底稿“plian” → 是否想写 plain？底稿放在 templates/shared/charts 中'],
  ] as const)('is an unknown base, %s', (lang, message) => {
    const own = onBase({ base: 'plian' });
    expect(toldOf(own, file, lang)).toEqual([`${at(chart, own, '"plian"')} ${message}`]);
  });
  it.each([
    ['en', 'error: The base “plain” has no word “haed”. → Did you mean head?'],
    ['zh', '错误：图表底稿“plain”没有文字“haed” → 是否想写 head？'],
  ] as const)('is an unknown word, %s', (lang, message) => {
    const own = onBase({ words: { haed: { zh: '头', en: 'head' } } });
    expect(toldOf(own, file, lang)).toEqual([`${at(chart, own, '"haed"')} ${message}`]);
  });
  it('is an unknown parameter', () => {
    const own = onBase({}, { params: [{ name: 'gpa', value: 1 }] });
    expect(toldOf(own)).toEqual([
      `${at(chart, own, '"gpa"')} error: The base “plain” has no parameter “gpa”. → Did you mean gap?`,
    ]);
  });
  it('is a word without a base', () => {
    const words = `"words": { ${caret}"head": { "zh": "头", "en": "head" } }, `;
    const { changes, place } = prepare(chart, ['"queries": {', `${words}"queries": {`]);
    expect(told(changes, 'en', ['en'])).toEqual([
      `${place} error: The word “head” belongs to no base. → Name a base in usermeta, or write the text where it stands.`,
    ]);
  });
  it('is a base with a fault of its own, told there', () => {
    const shared = swap('Amount in {{year}}', 'Amount in {{yaer}}')(file);
    expect(toldOf(onBase(), shared)).toEqual([
      `${at(base, shared, 'yaer')} error: “yaer” does not exist. → Did you mean year? Cubes, codes and facts have the names that the data folder gives them.`,
    ]);
    const number = swap('"name": "gap"', '"name": 3')(file);
    expect(toldOf(onBase(), number)).toEqual([expect.stringContaining(`${at(base, number, '3')} error: `)]);
  });
});
