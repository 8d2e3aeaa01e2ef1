/** Facts of the text that repeat a table: figures, lists of codes, and their numbers. */
import { describe, expect, it } from 'vitest';
import { audit } from '../../src/audit/index.ts';
import { Lookup } from '../../src/derive/index.ts';
import type { Choice, Fact, FigureFact, Operand } from '../../src/model/statements.ts';
import { dimension, published, type TinyCube, tinyDataset } from '../support/tiny.ts';

const codes = ['A', 'B', 'C', 'D'];
const trade: TinyCube = {
  codes: codes.map((code) => ({ code, kind: code === 'D' ? 'rest' : 'region' })),
  rows: {
    2023: { A: { amount: '40.0' }, B: { amount: '40.0' }, C: { amount: '10.0' }, D: { amount: '10.0' } },
    2024: { A: { amount: '60.0' }, B: { amount: '30.0' }, C: { amount: '30.0' }, D: { amount: '80.0' } },
  },
};
const bought: TinyCube = {
  codes,
  list: 'trade',
  total: 'own',
  rows: { 2024: { A: { amount: '20' }, B: { amount: '45' }, C: { amount: '35' }, D: { amount: '5' } } },
};

const place = { file: 'facts.yaml', line: 3 };
const found = (fact: Fact) =>
  audit(new Lookup(tinyDataset({ cubes: { trade, bought }, totals: { amount: 'trade' }, facts: [fact] })));

const at = (codesOf: string, indicator: 'value' | 'share' | 'growth' = 'value', year = 2024): Operand => ({
  kind: 'place',
  indicator,
  refs: codesOf
    .split('+')
    .map((code) => ({ cube: 'trade', key: code === '' ? {} : { [dimension]: code }, measure: 'amount', year })),
});
const figure = (value: string, unit: string, rest: Partial<FigureFact>): FigureFact => ({
  kind: 'figure',
  path: 'f.x',
  quantity: {
    ...published(value, unit, unit === 'item'),
    origin: { kind: 'fact', path: 'f.x', place, source: 'part 1' },
  },
  precision: 'exact',
  ...rest,
});

describe('a figure of the text', () => {
  it.each([
    ['same', '60', '61', 'wanyuan', [at('A')]],
    ['same', '0.009', '0.010', 'yiyuan', [at('A+B')]],
    ['same', '30.0', '33.0', 'percent', [at('A', 'share')]],
    ['same', '45.0', '48.0', 'percent', [at('A+B', 'share')]],
    ['same', '50.0', '60.0', 'percent', [at('A', 'growth')]],
    ['sum', '90', '92', 'wanyuan', [at('A'), at('B')]],
    ['share', '75.0', '57.0', 'percent', [at('A'), at('B'), at('A+B+C')]],
    ['ratio', '2.0', '2.2', 'ratio', [at('A'), at('B')]],
    ['difference', '-10.0', '10.0', 'point', [at('A', 'share'), at('A', 'share', 2023)]],
    ['at-least', '60', '50', 'wanyuan', [at('A')]],
    ['at-most', '60', '70', 'wanyuan', [at('A')]],
  ] as const)('that is the %s is %s and not %s %s', (indicator, right, wrong, unit, of) => {
    expect(found(figure(right, unit, { follows: { indicator, of } }))).toEqual([]);
    expect(
      found(figure(wrong, unit, { follows: { indicator, of } })).map(({ name, cell }) => [name, cell?.table]),
    ).toEqual([['fact f.x', 'part 1']]);
  });
  it('may be rough', () => {
    const follows = { indicator: 'same', of: [at('A', 'share')] } as const;
    expect(found(figure('25', 'percent', { follows, precision: 'above' }))).toEqual([]);
    expect(found(figure('35', 'percent', { follows, precision: 'above' }))).toHaveLength(1);
  });
  it('whose place is not in the data is found', () => {
    const [finding] = found(figure('1', 'wanyuan', { follows: { indicator: 'same', of: [at('A', 'value', 2001)] } }));
    expect(finding?.problem).toMatchObject({
      name: 'audit.unknown-fact',
      place,
      values: { path: 'trade amount 2001' },
    });
  });
});

describe('codes that the text names', () => {
  const choice = (rest: Partial<Choice>): Choice => ({
    rule: 'largest',
    cube: 'trade',
    measure: 'amount',
    indicator: 'value',
    except: [],
    examples: false,
    ...rest,
  });
  const list = (names: string, rest: Partial<Choice>): Fact => ({
    kind: 'codes',
    path: 'f.list',
    codes: names.split('').map((code) => ({ code, names: { zh: code, en: code }, kind: '' })),
    chosen: choice(rest),
    place,
    source: 'part 1',
  });
  it.each([
    ['are the largest', 'DA', 'DB', {}],
    ['are the largest of their kind', 'A', 'D', { kind: 'region' }],
    ['are the largest but for others', 'A', 'B', { except: ['D'] }],
    ['are the smallest', 'BC', 'BA', { rule: 'smallest' }],
    ['grew most', 'D', 'C', { indicator: 'growth' }],
    ['fell', 'B', 'BC', { rule: 'below', indicator: 'growth', limit: '0' }],
    ['are all above a limit', 'AD', 'A', { rule: 'above', limit: '50' }],
    ['are above another cube', 'AD', 'ABD', { rule: 'above', than: { cube: 'bought', measure: 'amount' } }],
  ] as const)('%s: %s and not %s', (_what, right, wrong, rest) => {
    expect(found(list(right, rest))).toEqual([]);
    expect(found(list(wrong, rest)).map(({ name }) => name)).toEqual(['fact f.list']);
  });
  it('need not be all if they are examples', () =>
    expect(found(list('A', { rule: 'above', limit: '50', examples: true }))).toEqual([]));
  it('may be either of two that rounding does not tell apart', () => {
    expect(found(list('DAB', {}))).toEqual([]);
    expect(found(list('DAC', {}))).toEqual([]);
  });
  it('say which are wrong and which are missing', () => {
    expect(found(list('DB', {}))[0]?.problem.values).toEqual({ finding: 'fact f.list', wrong: 'B', missing: 'A' });
  });
  it('may be counted only', () => {
    const counts = choice({ rule: 'above', than: { cube: 'bought', measure: 'amount' } });
    expect(found(figure('2', 'item', { counts }))).toEqual([]);
    expect(found(figure('3', 'item', { counts })).map(({ printed, follows }) => [printed, follows])).toEqual([
      ['3', '2'],
    ]);
  });
});
