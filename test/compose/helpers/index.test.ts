import { describe, expect, it } from 'vitest';
import type { Fact, Precision } from '../../../src/model/statements.ts';
import { composing } from '../../support/composing.ts';
import { published, type Tiny } from '../../support/tiny.ts';

const figure = (path: string, value: string, unit: string, precision: Precision = 'exact'): Fact => ({
  kind: 'figure',
  path,
  quantity: { ...published(value, unit, true), origin: { kind: 'fact', path, place: { file: 'facts' }, source: '' } },
  precision,
});
const named = (path: string, ...names: (readonly [zh: string, en: string])[]): Fact => ({
  kind: 'codes',
  path,
  codes: names.map(([zh, en]) => ({ code: en, names: { zh, en }, kind: '' })),
  place: { file: '' },
  source: '',
});
const tiny: Tiny = {
  cubes: {
    trade: {
      codes: [
        { code: 'A', kind: 'division' },
        { code: 'B', kind: 'division' },
        { code: 'C', kind: 'division' },
        { code: 'D', kind: 'division' },
        { code: 'U', kind: 'university' },
        { code: 'Z', kind: 'division' },
      ],
      groups: { EAST: ['A', 'B'] },
      rows: {
        2023: {
          A: { amount: '200.00' },
          B: { amount: '500.00' },
          C: { amount: '50.00' },
          D: { amount: '30.00' },
          U: { amount: '40.00' },
        },
        2024: {
          A: { amount: '610.00' },
          B: { amount: '400.00' },
          C: { amount: '52.00' },
          D: { amount: '30.00' },
          U: { amount: '48.00' },
        },
      },
    },
    bought: {
      codes: ['A', 'B', 'C', 'D', 'U'],
      total: 'own',
      rows: {
        2024: {
          A: { amount: '600.00' },
          B: { amount: '400.00' },
          C: { amount: 'not-applicable' },
          D: { amount: 'missing' },
        },
      },
    },
    type: {
      codes: ['T', 'S', { code: 'S1', parent: 'S' }],
      breakdown: 'partial',
      rows: {
        2024: {
          T: { amount: '700.00', contracts: '3' },
          S: { amount: '400.00', contracts: 'missing' },
          S1: { amount: '90.00', contracts: '1' },
        },
      },
    },
    count: { codes: ['X', 'Y'], rows: { 2024: { X: { contracts: '4' }, Y: { contracts: '6' } } } },
  },
  totals: { amount: 'trade', contracts: 'count' },
  published: [
    { indicator: 'growth', cube: 'type', code: 'T', value: '10', unit: 'multiple' },
    { indicator: 'direction', cube: 'type', code: 'S', value: 'down' },
    { indicator: 'record', cube: 'trade', value: 'high' },
    { indicator: 'record', cube: 'trade', code: 'B', value: 'high' },
  ],
  facts: [
    figure('f.large', '0.01', 'yiyuan'),
    figure('f.inflow', '0.0228', 'yiyuan'),
    figure('f.part', '1', 'institution'),
    figure('f.whole', '3', 'institution'),
    figure('f.books', '2000', 'item', 'above'),
    { kind: 'name', path: 'f.law', names: { zh: '《办法》2023年', en: 'Rules of 2023' } },
    {
      kind: 'codes',
      path: 'f.chosen',
      codes: [{ code: 'T', names: { zh: '转让', en: 'Transfer' }, kind: '' }],
      place: { file: '' },
      source: '',
    },
    named('f.joined', ['农业', 'Agriculture'], ['城市与社会', 'Cities and society'], ['《林和草》', 'Forests']),
    named('f.listed', ['核应用', 'Nuclear'], ['生物、医药', 'Biology, medicine'], ['新材料', 'Materials']),
    named('f.firms', ['甲公司', 'A Co., Ltd.'], ['乙公司', 'B Co., Ltd.']),
  ],
};

const { compose, read, both, problem, codes, holds } = composing(tiny);

describe('a figure', () => {
  it('prints itself with its unit', () =>
    expect(both('{{trade.A.amount}}')).toEqual(['[610万元]', '[CNY~6.1~million]']));
  it('prints a total, a group and an average', () => {
    expect(both('{{trade.total.amount}}, {{trade.EAST.amount}}')).toEqual([
      '[1140万元], [1010万元]',
      '[CNY~11.4~million], [CNY~10.1~million]',
    ]);
    expect(read('{{type.T.average}}')).toBe('[233.33万元]');
    expect(read('{{type.total.average}}')).toBe('[114万元]');
  });
  it('says that the source says more than', () => {
    expect(both('{{facts.f.books}}')).toEqual(['[2000余项]', '[more than~2,000]']);
    expect(both('{{number facts.f.books}}')).toEqual(['[2000余]', '[more than 2,000]']);
  });
  it('without its unit', () => expect(both('{{number type.T.contracts}}')).toEqual(['[3]', '[3]']));
  it('names are names, and their digits no statistic', () => {
    expect(both('{{trade.A.name}} {{facts.f.law}}')).toEqual(['A部 《办法》2023年', 'Unit A Rules of 2023']);
    expect(compose('{{facts.f.law}}{{year}}', 'en').map(({ type }) => type)).toEqual(['literal', 'literal']);
    expect(compose('{{facts.f.law.original}}', 'en')).toEqual([
      { type: 'original', text: '《办法》2023年', lang: 'zh' },
    ]);
  });
  it('that the data do not have is an error where it is named, never nothing', () => {
    expect(problem('a\n {{trade.Q.amount}}')?.[0]).toBe('2:4 template.unknown-name');
    expect(problem('{{trade.A.contracts}}')?.[0]).toBe('1:3 template.unknown-name');
    expect(problem('{{type.S.contracts}}')?.[0]).toBe('1:3 template.unknown-name');
    expect(problem('{{groth trade.A.amount}}')?.[0]).toBe('1:1 template.unknown-helper');
  });
});

describe('computing helpers', () => {
  it.each([
    ['{{share trade.A.amount}}', '[53.5%]', '[53.5%]'],
    ['{{share trade.A.amount decimals=0}}', '[54%]', '[54%]'],
    ['{{growth trade.A.amount}}', '[205.0%]', '[205.0%]'],
    ['{{growth type.T.amount}}', '[10倍]', '[10~times]'],
    ['{{increase trade.A.amount}}', '[410万元]', '[CNY~4.1~million]'],
    ['{{magnitude (increase trade.B.amount)}}', '[100万元]', '[CNY~1~million]'],
    ['{{times trade.A.amount}}', '[3.1倍]', '[3.1~times]'],
    ['{{contribution trade.A.amount}}', '[128.1%]', '[128.1%]'],
    ['{{previous trade.A.amount}}', '[200万元]', '[CNY~2~million]'],
    ['{{rank trade.A.amount kind="division"}}', '[第1位]', '[1st]'],
    ['{{rank (previous trade.A.amount) kind="division"}}', '[第2位]', '[2nd]'],
    ['{{rank trade.U.amount}}', '[第4位]', '[4th]'],
    ['{{ratio trade.A.amount trade.B.amount}}', '[1.5∶1]', '[1.5~to~1]'],
    ['{{ratio facts.f.inflow trade.total.amount}}', '[0.2∶1]', '[0.2~to~1]'],
    ['{{share-of facts.f.part facts.f.whole}}', '[33.3%]', '[33.3%]'],
    ['{{sum trade.A.amount trade.B.amount}}', '[1010万元]', '[CNY~10.1~million]'],
    ['{{sum (take (sort (slices trade)) 2)}}', '[1010万元]', '[CNY~10.1~million]'],
    ['{{share (sum trade.A.amount trade.B.amount)}}', '[88.6%]', '[88.6%]'],
    ['{{rest (slices type)}}', '[40万元]', '[CNY~400,000]'],
    ['{{rest type.T.contracts}}', '[7项]', '[7~contracts]'],
    ['{{in trade.total.amount "yiyuan" decimals=2}}', '[0.11亿元]', '[CNY~11~million]'],
    ['{{in facts.f.large "wanyuan"}}', '[100万元]', '[CNY~1~million]'],
    ['{{count (slices trade kind="division") unit="division"}}', '[4个]', '[4~divisions]'],
    ['{{count (slices type) unit="contract"}}', '[2项]', '[2~contracts]'],
  ])('%s is %s, %s', (template, zh, en) => expect(both(template)).toEqual([zh, en]));

  it.each([
    ['{{share year}}', 'helper.not-a-figure'],
    ['{{share trade.A}}', 'helper.not-a-figure'],
    ['{{growth type.S.amount}}', 'helper.not-determined'],
    ['{{rank trade.U.amount kind="division"}}', 'helper.not-determined'],
    ['{{ratio trade.A.amount type.T.contracts}}', 'helper.not-determined'],
    ['{{rest (slices trade)}}', 'helper.not-determined'],
    ['{{in trade.A.amount "contract"}}', 'helper.not-determined'],
    ['{{count (slices trade)}}', 'helper.unit-missing'],
    ['{{count (slices trade) unit="cow"}}', 'helper.unit-missing'],
    ['{{list "A"}}', 'helper.not-a-list'],
    ['{{#with (first (falling (slices count by="contracts") by="contracts"))}}{{name}}{{/with}}', 'helper.list-empty'],
    ['{{direction trade.A.amount down="fell"}}', 'helper.word-missing'],
  ])('%s: %s', (template, name) => {
    expect(problem(`x\ny ${template}`)?.[0]).toMatch(new RegExp(`^2:\\d+ ${name}$`));
  });

  it('a count of what rose follows from all that might have', () => {
    const [counted] = compose('{{count (rising (slices trade)) unit="division"}}', 'zh');
    if (counted?.type !== 'quantity' || counted.quantity.origin.kind !== 'derived') throw new Error('No count');
    const { inputs, indicator } = counted.quantity.origin;
    expect([counted.text, indicator, inputs.length]).toEqual(['3个', 'count', 5]);
    for (const { origin } of inputs) {
      expect(origin.kind === 'derived' && origin.indicator).toBe('increase');
      expect(origin.kind === 'derived' && origin.inputs.map(({ ref }) => ref?.year)).toEqual([2024, 2023]);
    }
  });
});

describe('direction words', () => {
  it.each([
    ['A', '增长[205.0%]', 'rose by~[205.0%]'],
    ['B', '下降[20.0%]', 'fell by~[20.0%]'],
    ['D', '持平', 'was unchanged'],
  ])('growth of %s: %s, %s', (code, zh, en) => {
    expect(both(`{{change trade.${code}.amount}}`)).toEqual([zh, en.replace('~', ' ')]);
  });
  it.each([
    ['A', '增加[410万元]', 'rose by [CNY~4.1~million]'],
    ['B', '减少[100万元]', 'fell by [CNY~1~million]'],
    ['D', '持平', 'was unchanged'],
  ])('increase of %s: %s, %s', (code, zh, en) => {
    expect(both(`{{change trade.${code}.amount by="amount"}}`)).toEqual([zh, en]);
  });
  it('takes the number of decimals that is asked for', () =>
    expect(read('{{change trade.A.amount decimals=2}}')).toBe('增长[205.00%]'));
  it('follows the published growth where there is no year before', () => {
    expect(both('{{change type.T.amount}}')).toEqual(['增长[10倍]', 'rose by [10~times]']);
    expect(problem('{{change type.S.amount}}')?.[0]).toBe('1:1 helper.not-determined');
  });
  it('a fall is a positive number after a word that says so', () => {
    const [, number] = compose('{{change trade.B.amount}}', 'zh');
    expect(number?.type === 'quantity' && number.quantity.value.toString()).toBe('20');
  });
  it('chooses among given words', () => {
    const template = (code: string) => `{{direction ${code}.amount up="rose" down="fell" same="stayed"}}`;
    expect(['trade.A', 'trade.B', 'trade.D', 'type.S'].map((code) => read(template(code), 'en'))).toEqual([
      'rose',
      'fell',
      'stayed',
      'fell',
    ]);
  });
});

describe('conditions', () => {
  it.each([
    ['(rises trade.A.amount)', 'yes'],
    ['(rises trade.D.amount)', 'no'],
    ['(falls trade.B.amount)', 'yes'],
    ['(falls trade.D.amount)', 'no'],
    ['(exceeds trade.A.amount 609)', 'yes'],
    ['(exceeds trade.A.amount 610)', 'no'],
    ['(exceeds trade.A.amount trade.B.amount)', 'yes'],
    ['(exceeds trade.A.amount facts.f.large)', 'yes'],
    ['(exceeds trade.C.amount facts.f.large)', 'no'],
    ['(exceeds facts.f.large trade.C.amount)', 'yes'],
    ['(record trade.total.amount)', 'yes'],
    ['(record trade.B.amount)', 'no'],
    ['(record trade.A.amount)', 'no'],
    ['(shows figure="left-out")', 'no'],
    ['(shows figure="kept")', 'yes'],
    ['(shows table="left-out")', 'yes'],
    ['(has "f.law")', 'yes'],
    ['(has "f.lawyer")', 'no'],
    ['(not (has "f.lawyer"))', 'yes'],
    ['(and (rises trade.A.amount) (falls trade.B.amount))', 'yes'],
    ['(and (rises trade.A.amount) (rises trade.B.amount))', 'no'],
    ['(not (falling (slices trade kind="university")))', 'yes'],
    ['(and (falling (slices trade kind="university")))', 'no'],
    ['(is trade.A.code "A")', 'yes'],
    ['(any (falling (slices trade)))', 'yes'],
    ['(any (falling (slices trade kind="university")))', 'no'],
  ])('%s: %s', (condition, answer) => expect(holds(condition)).toBe(answer));

  it('compares no money with contracts', () => {
    expect(problem('{{#if (exceeds trade.A.amount type.T.contracts)}}x{{/if}}')?.[0]).toContain(
      'helper.not-determined',
    );
  });
  it('calls nothing a record that fell', () => {
    const cubes = { trade: { codes: ['A'], rows: { 2023: { A: { amount: '9' } }, 2024: { A: { amount: '8' } } } } };
    const spec: Tiny = { cubes, published: [{ indicator: 'record', cube: 'trade', value: 'high' }] };
    expect(holds('(record trade.total.amount)', spec)).toBe('no');
  });
});

describe('lists of slices', () => {
  it.each([
    ['(slices trade)', 'ABCDU'],
    ['(slices trade kind="division")', 'ABCD'],
    ['(slices trade except="division")', 'U'],
    ['(slices type)', 'TS'],
    ['(slices type by="contracts")', 'T'],
    ['(sort (slices trade))', 'ABCUD'],
    ['(sort (slices trade) indicator="increase")', 'AUCDB'],
    ['(sort (slices trade) indicator="growth")', 'AUCDB'],
    ['(sort (slices type) indicator="growth")', 'T'],
    ['(sort (slices count by="contracts") by="contracts")', 'YX'],
    ['(take (slices trade) 2)', 'AB'],
    ['(skip (slices trade) 3)', 'DU'],
    ['(take (skip (sort (slices trade)) 1) 2)', 'BC'],
    ['(rising (slices trade))', 'ACU'],
    ['(rising (slices trade) above=10)', 'AU'],
    ['(rising (slices trade) above=20)', 'A'],
    ['(falling (slices trade))', 'B'],
    ['(falling (slices type))', 'S'],
    ['(above (slices trade) 52)', 'AB'],
    ['(above (slices trade) facts.f.large)', 'AB'],
    ['(above (slices trade) trade.C.amount)', 'AB'],
    ['(above (slices trade) bought matched=true)', 'AC'],
    ['(skip (slices trade) (count (above (slices trade) 52) unit="division"))', 'CDU'],
    ['facts.f.chosen', 'T'],
  ])('%s: %s', (list, expected) => expect(codes(list)).toBe(expected));

  it('are named with the language’s last word', () => {
    expect(both('{{list (take (slices trade) 1)}}')).toEqual(['A部', 'Unit A']);
    expect(both('{{list (take (slices trade) 2)}}')).toEqual(['A部和B部', 'Unit A and Unit B']);
    expect(both('{{list (take (slices trade) 3)}}')).toEqual(['A部、B部和C部', 'Unit A, Unit B and Unit C']);
    expect(read('{{list (take (slices trade) 3) last="、"}}')).toBe('A部、B部、C部');
    expect(read('{{list (falling (slices count by="contracts") by="contracts")}}')).toBe('');
  });
  it('are told apart where they are joined or lists themselves', () => {
    expect(both('{{list facts.f.joined}}')).toEqual([
      '农业、城市与社会，以及《林和草》',
      'Agriculture, Cities and society, and Forests',
    ]);
    expect(both('{{list facts.f.listed}}')).toEqual([
      '核应用，生物、医药，以及新材料',
      'Nuclear; Biology, medicine; and Materials',
    ]);
    expect(read('{{list facts.f.listed last="；"}}')).toBe('核应用、生物、医药；新材料');
    expect(both('{{list facts.f.firms}}')).toEqual(['甲公司和乙公司', 'A Co., Ltd. and B Co., Ltd.']);
    expect(read('{{list (skip facts.f.joined 2)}}')).toBe('《林和草》');
  });
  it('give their first slice with its figures', () => {
    expect(read('{{#with (first (sort (slices trade)))}}{{name}}{{amount}}{{/with}}')).toBe('A部[610万元]');
  });
  it('lower case begins a name within an English sentence', () =>
    expect(read('{{lower trade.A.name}}', 'en')).toBe('unit A'));
  it('know what they are', () => {
    expect(read('{{#each (slices trade)}}{{kind}} {{/each}}', 'en')).toBe(
      'division division division division university',
    );
  });
  it('words come from the locale', () => expect(both("{{t 'total'}}")).toEqual(['合计', 'Total']));
});
