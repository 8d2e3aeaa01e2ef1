import { describe, expect, it } from 'vitest';
import {
  contribution,
  count,
  direction,
  growth,
  increase,
  indicator,
  inUnit,
  Lookup,
  magnitude,
  ofWhole,
  rank,
  ratio,
  remainder,
  share,
  siblings,
  sumOf,
  times,
} from '../../src/derive/index.ts';
import type { Quantity } from '../../src/model/quantity.ts';
import { indicatorNames } from '../../src/model/quantity.ts';
import { dimension, published, type Tiny, type TinyCube, tinyDataset } from '../support/tiny.ts';

const fixed = (quantity: Quantity | undefined, decimals = 4) => quantity?.value.toFixed(decimals);
const bounds = (quantity: Quantity | undefined, decimals = 4) =>
  quantity && [quantity.interval.low.toFixed(decimals), quantity.interval.high.toFixed(decimals)];

const trade: TinyCube = {
  codes: ['A', 'B', 'C', 'D'],
  groups: { FIRST: ['A', 'B'] },
  rows: {
    2023: { A: { amount: '20.00' }, B: { amount: '50.00' }, C: { amount: '0' }, D: { amount: '-4.00' } },
    2024: { A: { amount: '60.00' }, B: { amount: '40.00' }, C: { amount: '5.00' }, D: { amount: '3.00' } },
  },
};

function lookupOf(cube: TinyCube = trade, rest: Omit<Tiny, 'cubes'> = {}) {
  const lookup = new Lookup(tinyDataset({ cubes: { trade: cube }, ...rest }));
  const at = (code?: string, year = 2024, measure = 'amount') => {
    const quantity = lookup.at({ cube: 'trade', key: code === undefined ? {} : { [dimension]: code }, measure, year });
    if (quantity === undefined) throw new Error(`No value for ${code} ${year}`);
    return quantity;
  };
  return { lookup, at };
}

describe('share', () => {
  const { lookup, at } = lookupOf();
  it('is the part of the whole in per cent', () => {
    const found = share(lookup, at('A'));
    expect([fixed(found), found?.unit, found?.decimals]).toEqual(['55.5556', 'percent', 1]);
    expect(found?.origin).toMatchObject({ kind: 'derived', indicator: 'share' });
  });
  it('reaches as far as the rounding of part and whole allows', () => {
    // 59.995 of 108.02 to 60.005 of 107.98.
    expect(bounds(share(lookup, at('A')))).toEqual(['55.5406', '55.5705']);
  });
  it('of the whole is one hundred', () => expect(fixed(share(lookup, at()), 0)).toBe('100'));
  it('of a group and of a sum stays within the cube', () => {
    expect(fixed(share(lookup, at('FIRST')), 2)).toBe('92.59');
    const sum = sumOf([at('C'), at('D')]);
    expect(sum && fixed(share(lookup, sum), 2)).toBe('7.41');
  });
  it('is not there where the whole is nothing, or less, or may be', () => {
    const zero = (value: string) =>
      lookupOf({ codes: ['A', 'B'], rows: { 2024: { A: { amount: '5.0' }, B: { amount: value } } } });
    for (const value of ['-5.0', '-9.0', '-4.9']) {
      const tiny = zero(value);
      expect(share(tiny.lookup, tiny.at('A')), value).toBeUndefined();
    }
  });
  it('is not there for a number that stands in no cube', () => expect(share(lookup, published('3'))).toBeUndefined());
  it('of two facts is the first of the second', () => {
    const part = ofWhole(published('8', 'institution', true), published('17', 'institution', true));
    expect(fixed(part, 2)).toBe('47.06');
    expect(ofWhole(published('8', 'institution', true), published('0', 'institution', true))).toBeUndefined();
  });
});

describe('increase and growth', () => {
  const { lookup, at } = lookupOf();
  it('compare with the year before', () => {
    expect([fixed(increase(lookup, at('A')), 2), increase(lookup, at('A'))?.unit]).toEqual(['40.00', 'wanyuan']);
    expect([fixed(growth(lookup, at('A')), 2), growth(lookup, at('A'))?.unit]).toEqual(['200.00', 'percent']);
    expect(fixed(growth(lookup, at('B')), 2)).toBe('-20.00');
  });
  it('of the whole and of a group follow from their parts', () => {
    expect(fixed(increase(lookup, at()), 2)).toBe('42.00');
    expect(fixed(growth(lookup, at('FIRST')), 2)).toBe('42.86');
  });
  it('widen with rounding', () => {
    // 59.995 ÷ 20.005 to 60.005 ÷ 19.995, less one.
    expect(bounds(growth(lookup, at('A')))).toEqual(['199.9000', '200.1000']);
    expect(bounds(increase(lookup, at('A')), 2)).toEqual(['39.99', '40.01']);
  });
  it('from nothing or from a loss is no growth, but an increase', () => {
    for (const code of ['C', 'D']) {
      expect(growth(lookup, at(code)), code).toBeUndefined();
      expect(increase(lookup, at(code)), code).toBeDefined();
    }
  });
  it('without the year before is what the source prints, or nothing', () => {
    const only = { codes: ['A', 'B'], rows: { 2024: { A: { amount: '60.00' }, B: { amount: '40.00' } } } };
    const tiny = lookupOf(only, {
      published: [{ indicator: 'growth', cube: 'trade', code: 'A', value: '10', unit: 'multiple' }],
    });
    expect(growth(tiny.lookup, tiny.at('A'))).toMatchObject({
      unit: 'multiple',
      origin: { kind: 'published', indicator: 'growth' },
    });
    expect(growth(tiny.lookup, tiny.at('B'))).toBeUndefined();
    expect(increase(tiny.lookup, tiny.at('A'))).toBeUndefined();
  });
});

describe('times and contribution', () => {
  const { lookup, at } = lookupOf();
  it('times is the value over that of the year before', () => {
    expect([fixed(times(lookup, at('A')), 1), times(lookup, at('A'))?.unit]).toEqual(['3.0', 'multiple']);
    expect(times(lookup, at('C'))).toBeUndefined();
    expect(times(lookup, at('D'))).toBeUndefined();
  });
  it('contribution is the part of the whole increase', () => {
    expect(fixed(contribution(lookup, at('A')), 2)).toBe('95.24');
    expect(fixed(contribution(lookup, at('B')), 2)).toBe('-23.81');
  });
  it('nothing contributes to the increase of a whole that fell or stood still', () => {
    for (const before of ['60.00', '90.00']) {
      const fallen = lookupOf({
        codes: ['A', 'B'],
        rows: {
          2023: { A: { amount: '10.00' }, B: { amount: before } },
          2024: { A: { amount: '20.00' }, B: { amount: '50.00' } },
        },
      });
      expect(contribution(fallen.lookup, fallen.at('A')), before).toBeUndefined();
    }
  });
});

describe('units and ratio', () => {
  const { lookup } = lookupOf();
  it('shifts 亿元 and 万元 exactly', () => {
    const converted = inUnit(lookup, published('8.14', 'yiyuan'), 'wanyuan');
    expect([fixed(converted, 0), converted?.decimals, bounds(converted, 0)]).toEqual(['81400', 0, ['81350', '81450']]);
    const back = inUnit(lookup, published('81423.37'), 'yiyuan');
    expect([back?.value.toString(), back?.decimals]).toEqual(['8.142337', 6]);
  });
  it('does not make contracts of money', () => expect(inUnit(lookup, published('8.14'), 'contract')).toBeUndefined());
  it('puts both sides of a ratio into one unit', () => {
    const found = ratio(lookup, published('67.04', 'yiyuan'), published('81423.37'));
    expect([fixed(found), found?.unit, found?.decimals]).toEqual(['8.2335', 'ratio', 1]);
    expect(bounds(found)).toEqual(['8.2329', '8.2341']);
  });
  it('has no ratio to nothing, to a loss, or between different things', () => {
    expect(ratio(lookup, published('1'), published('0'))).toBeUndefined();
    expect(ratio(lookup, published('1'), published('-2'))).toBeUndefined();
    expect(ratio(lookup, published('1'), published('2', 'contract'))).toBeUndefined();
  });
});

describe('rank', () => {
  const ranked: TinyCube = {
    codes: [
      { code: 'A', kind: 'division' },
      { code: 'B', kind: 'division' },
      { code: 'C', kind: 'division' },
      { code: 'D', kind: 'division' },
      { code: 'U', kind: 'university' },
      { code: 'U1', kind: 'university', parent: 'U' },
    ],
    groups: { ALL: ['A', 'B'] },
    rows: {
      2024: {
        A: { amount: '8.1' },
        B: { amount: '12.0' },
        C: { amount: '8.1' },
        D: { amount: '3.0' },
        U: { amount: '99.0' },
        U1: { amount: '98.0' },
      },
    },
  };
  const { lookup, at } = lookupOf(ranked);
  const places = (kind?: string) =>
    ['A', 'B', 'C', 'D', 'U'].map((code) => rank(lookup, at(code), { kind })?.value.toNumber());

  it('counts among a kind; equal values share a place and the next is left out', () => {
    expect(places('division')).toEqual([2, 1, 2, 4, undefined]);
  });
  it('counts among all codes that are no part of another', () => {
    expect(places()).toEqual([3, 2, 3, 5, 1]);
    expect(rank(lookup, at('U1'))).toBeUndefined();
  });
  it('does not rank a group or the whole among its members', () => {
    expect(rank(lookup, at('ALL'))).toBeUndefined();
    expect(rank(lookup, at())).toBeUndefined();
  });
  it('leaves open who was ahead where only rounding made values equal', () => {
    expect(bounds(rank(lookup, at('A'), { kind: 'division' }), 0)).toEqual(['2', '3']);
    expect(bounds(rank(lookup, at('D'), { kind: 'division' }), 0)).toEqual(['4', '4']);
  });
  it('is certain for equal counts', () => {
    const counted = lookupOf({ codes: ['A', 'B'], rows: { 2024: { A: { contracts: '3' }, B: { contracts: '3' } } } });
    expect(bounds(rank(counted.lookup, counted.at('A', 2024, 'contracts')), 0)).toEqual(['1', '1']);
  });
  it('names the ranked quantity first among its inputs', () => {
    const found = rank(lookup, at('D'), { kind: 'division' });
    expect(found?.origin.kind === 'derived' && found.origin.inputs.map(({ ref }) => ref?.key[dimension])).toEqual([
      'D',
      'A',
      'B',
      'C',
    ]);
  });
  it('follows list order for siblings', () => {
    expect(siblings(lookup, at('D')).map(({ ref }) => ref?.key[dimension])).toEqual(['A', 'B', 'C', 'D', 'U']);
  });
});

describe('sum, remainder and count', () => {
  const partial: TinyCube = {
    codes: ['A', 'B'],
    breakdown: 'partial',
    rows: { 2024: { A: { amount: '30.00' }, B: { amount: '20.00' } } },
  };
  const dataset = (whole: string) =>
    new Lookup(
      tinyDataset({
        cubes: {
          trade: partial,
          all: { codes: ['X'], rows: { 2023: { X: { amount: '1.00' } }, 2024: { X: { amount: whole } } } },
        },
        totals: { amount: 'all' },
      }),
    );
  const parts = (lookup: Lookup) =>
    siblings(
      lookup,
      lookup.at({ cube: 'trade', key: { [dimension]: 'A' }, measure: 'amount', year: 2024 }) ?? published('0'),
    );

  it('the remainder is the whole less the parts, with the rounding of all', () => {
    const lookup = dataset('60.5');
    const rest = remainder(lookup, parts(lookup));
    expect([fixed(rest, 2), bounds(rest, 2), rest?.decimals]).toEqual(['10.50', ['10.44', '10.56'], 2]);
    expect(rest && fixed(share(lookup, rest), 2)).toBe('17.36');
  });
  it('there is no remainder of nothing, of less, or of what may be rounding alone', () => {
    for (const whole of ['50.00', '49.00', '50.01'])
      expect(remainder(dataset(whole), parts(dataset(whole))), whole).toBeUndefined();
    expect(remainder(dataset('60'), [])).toBeUndefined();
  });
  it('quantities of different cubes or years have a sum but no place', () => {
    const lookup = dataset('60.5');
    const [a] = parts(lookup);
    const x = lookup.at({ cube: 'all', key: { [dimension]: 'X' }, measure: 'amount', year: 2024 });
    const before = lookup.at({ cube: 'all', key: { [dimension]: 'X' }, measure: 'amount', year: 2023 });
    const sums = [a && x && sumOf([a, x]), x && before && sumOf([x, before])];
    expect(sums.map((sum) => fixed(sum, 2))).toEqual(['90.50', '61.50']);
    expect(sums.map((sum) => sum?.ref)).toEqual([undefined, undefined]);
    expect(sums.map((sum) => sum && share(lookup, sum))).toEqual([undefined, undefined]);
  });
  it('different units have no sum', () => {
    expect(sumOf([published('1'), published('1', 'contract')])).toBeUndefined();
    expect(sumOf([])).toBeUndefined();
  });
  it('facts add up exactly', () => {
    const sum = sumOf(['140', '31', '2'].map((text) => published(text, 'item', true)));
    expect([fixed(sum, 0), bounds(sum, 0)]).toEqual(['173', ['173', '173']]);
  });
  it('a count is exact and follows from what was examined', () => {
    const items = [published('1'), published('2')];
    expect(count(items.length, 'division', items)).toMatchObject({
      unit: 'division',
      decimals: 0,
      origin: { inputs: items },
    });
    const examined = [...items, published('3')];
    const found = count(items.length, 'division', examined);
    expect([fixed(found, 0), bounds(found, 0)]).toEqual(['2', ['2', '2']]);
    expect(found.origin).toMatchObject({ inputs: examined });
    expect(fixed(count(0, 'division', []), 0)).toBe('0');
  });
});

describe('direction', () => {
  it('follows the data', () => {
    const { lookup, at } = lookupOf();
    expect([direction(lookup, at('A')), direction(lookup, at('B'))]).toEqual([1, -1]);
    const same = lookupOf({ codes: ['A'], rows: { 2023: { A: { amount: '7' } }, 2024: { A: { amount: '7.0' } } } });
    expect(direction(same.lookup, same.at('A'))).toBe(0);
  });
  it('follows from an increase where growth does not exist', () => {
    const { lookup, at } = lookupOf();
    expect([direction(lookup, at('C')), direction(lookup, at('D'))]).toEqual([1, 1]);
  });
  it('follows what the source prints where the data are silent', () => {
    const only = {
      codes: ['A', 'B', 'C', 'D', 'E'],
      rows: {
        2024: { A: { amount: '6' }, B: { amount: '4' }, C: { amount: '4' }, D: { amount: '4' }, E: { amount: '4' } },
      },
    };
    const { lookup, at } = lookupOf(only, {
      published: [
        { indicator: 'direction', cube: 'trade', code: 'A', value: 'down' },
        { indicator: 'direction', cube: 'trade', code: 'B', value: 'up' },
        { indicator: 'growth', cube: 'trade', code: 'C', value: '-3.5', unit: 'percent' },
        { indicator: 'increase', cube: 'trade', code: 'D', value: '1.5' },
      ],
    });
    expect(['A', 'B', 'C', 'D', 'E'].map((code) => direction(lookup, at(code)))).toEqual([-1, 1, -1, 1, undefined]);
  });
  it('leaves the figure that stands after its word without a sign', () => {
    const { lookup, at } = lookupOf();
    const fall = growth(lookup, at('B'));
    const shown = fall && magnitude(fall);
    expect([fixed(shown, 1), bounds(shown, 2), shown?.origin === fall?.origin]).toEqual([
      '20.0',
      ['19.98', '20.02'],
      true,
    ]);
    const rise = growth(lookup, at('A'));
    expect(fixed(rise && magnitude(rise), 1)).toBe('200.0');
  });
});

describe('indicator', () => {
  it('knows every name that a table may use', () => {
    const { lookup, at } = lookupOf();
    const found = Object.fromEntries(indicatorNames.map((name) => [name, fixed(indicator(lookup, name, at('A')), 1)]));
    expect(found).toEqual({ growth: '200.0', share: '55.6', rank: '1.0', increase: '40.0', contribution: '95.2' });
  });
});
