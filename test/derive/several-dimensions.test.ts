/** Cubes with several dimensions: sums over those that a place leaves out, and what a code held fast is part of. */
import { describe, expect, it } from 'vitest';
import {
  contribution,
  growth,
  Lookup,
  peers,
  rank,
  remainder,
  share,
  siblings,
  sumOf,
} from '../../src/derive/index.ts';
import type { Key, Quantity } from '../../src/model/quantity.ts';
import { across, dimension, type Tiny, type TinyCube, tinyDataset } from '../support/tiny.ts';

/** Who buys (A, B with its parts B1 and B2 in 2024) from whom (X, Y). */
const trade: TinyCube = {
  codes: ['A', { code: 'B', kind: 'form' }, 'C', { code: 'D', parent: 'E' }, { code: 'E' }],
  groups: { AB: ['A', 'B'] },
  across: ['X', 'Y'],
  rows: {
    2023: { 'A/X': { amount: '10' }, 'A/Y': { amount: '20' }, 'B/X': { amount: '30' }, 'B/Y': { amount: '40' } },
    2024: {
      'A/X': { amount: '60' },
      'A/Y': { amount: '20' },
      'B/X': { amount: '30' },
      'B/Y': { amount: '50' },
      'C/X': { amount: '10' },
      'C/Y': { amount: 'missing' },
    },
  },
};
const lookupOf = (rest: Partial<Tiny> = {}) => new Lookup(tinyDataset({ cubes: { trade }, ...rest }));
const lookup = lookupOf();
const at = (key: Key, year = 2024, held?: Key, data = lookup) =>
  data.at({ cube: 'trade', key, measure: 'amount', year, ...(held && { held }) });
const known = (key: Key, year = 2024, held?: Key, data = lookup): Quantity => {
  const found = at(key, year, held, data);
  if (found === undefined) throw new Error(`No value for ${JSON.stringify(key)}`);
  return found;
};
const number = (quantity: Quantity | undefined) => quantity?.value.toNumber();
const rounded = (quantity: Quantity | undefined) => quantity?.value.toFixed(1);

describe('a place that names some dimensions only', () => {
  it('is the sum over the others', () => {
    expect([number(at({ [across]: 'X' })), number(at({ [dimension]: 'B' }))]).toEqual([100, 80]);
    expect(known({ [across]: 'X' }).origin).toMatchObject({ kind: 'derived', indicator: 'total' });
  });
  it('is unknown if a part is missing', () => {
    expect([at({ [across]: 'Y' }), at({ [dimension]: 'C' })]).toEqual([undefined, undefined]);
    expect(number(at({ [across]: 'Y' }, 2023))).toBe(60);
  });
  it('is unknown for a code that the cube does not have', () => {
    expect([at({ [across]: 'Z' }), at({ other: 'X' }), at({ [dimension]: 'E' })]).toEqual(Array(3).fill(undefined));
  });
  it('adds up groups in one dimension, with or without a code of the other', () => {
    expect([number(at({ [dimension]: 'AB', [across]: 'X' })), number(at({ [dimension]: 'AB' }))]).toEqual([90, 160]);
  });
  it('is the same whatever the order of its key', () => {
    expect(at({ [across]: 'X', [dimension]: 'A' })).toBe(at({ [dimension]: 'A', [across]: 'X' }));
  });
  it('adds up the parts of a code that has no row', () => {
    const parts: TinyCube = {
      codes: ['P', { code: 'P1', parent: 'P' }, { code: 'P2', parent: 'P' }],
      across: ['X'],
      rows: { 2024: { 'P1/X': { amount: '3' }, 'P2/X': { amount: '4' } } },
    };
    const data = lookupOf({ cubes: { trade: parts } });
    expect(number(at({ [dimension]: 'P', [across]: 'X' }, 2024, undefined, data))).toBe(7);
    expect(number(at({ [dimension]: 'P' }, 2024, undefined, data))).toBe(7);
  });
});

describe('a code held fast', () => {
  const held = { [across]: 'X' };
  const slice = (code: string, year = 2024) => known({ [dimension]: code, ...held }, year, held);
  it('is what its slices are part of', () => {
    expect(rounded(share(lookup, slice('A')))).toBe('60.0');
    expect(rounded(share(lookup, slice('AB')))).toBe('90.0');
    expect(rounded(share(lookup, known(held, 2024, held)))).toBe('100.0');
  });
  it('else the share is of the whole cube', () => {
    const complete = lookupOf({ cubes: { trade: { ...trade, rows: { 2024: trade.rows[2023] ?? {} } } } });
    const part = known({ [dimension]: 'A', ...held }, 2024, undefined, complete);
    expect(rounded(share(complete, part))).toBe('10.0');
  });
  it('stays in the year before, in growth and in contribution', () => {
    expect(lookup.previous(slice('A'))?.ref?.held).toEqual(held);
    expect(rounded(growth(lookup, slice('A')))).toBe('500.0');
    expect(rounded(contribution(lookup, slice('A')))).toBe('83.3');
  });
  it('is what its slices are ranked in', () => {
    expect(siblings(lookup, slice('B')).map(number)).toEqual([60, 30, 10]);
    expect(['A', 'B', 'C'].map((code) => number(rank(lookup, slice(code))))).toEqual([1, 2, 3]);
    expect(number(rank(lookup, slice('B'), { within: 'AB' }))).toBe(2);
    expect(number(rank(lookup, slice('B'), { kind: 'form' }))).toBe(1);
    expect(rank(lookup, slice('C'), { within: 'AB' })).toBeUndefined();
  });
  it('must be told where a place has two codes, but not where it has one', () => {
    expect(rank(lookup, known({ [dimension]: 'A', ...held }))).toBeUndefined();
    expect(number(rank(lookup, known({ [dimension]: 'B' }, 2023)))).toBe(1);
  });
  it('is a published rank’s code that is the quantity’s own', () => {
    expect(peers(lookup, known({ [dimension]: 'B', ...held }), { key: held }).map(number)).toEqual([60, 30, 10]);
  });
  it('keeps sums and remainders of its slices in it', () => {
    const sum = sumOf([slice('A'), slice('B')]);
    expect(sum?.ref?.key).toEqual({ [dimension]: 'A+B', ...held });
    expect(rounded(sum && share(lookup, sum))).toBe('90.0');
    const rest = remainder(lookup, [slice('A'), slice('B')]);
    expect([number(rest), rounded(rest && share(lookup, rest))]).toEqual([10, '10.0']);
  });
  it('has no sum in one place with codes of another', () => {
    expect(sumOf([slice('A'), known({ [dimension]: 'B', [across]: 'Y' })])?.ref).toBeUndefined();
  });
});

describe('what the source prints', () => {
  const only: TinyCube = {
    codes: ['A', 'B', 'G'],
    breakdown: 'partial',
    total: 'own',
    rows: { 2024: { A: { amount: '60' }, B: { amount: '40', contracts: '4' } } },
  };
  const data = lookupOf({
    cubes: { trade: only },
    published: [
      { indicator: 'value', cube: 'trade', code: 'G', value: '0.0025', unit: 'yiyuan' },
      { indicator: 'value', cube: 'trade', code: 'A', value: '61' },
      { indicator: 'value', cube: 'trade', code: 'B', value: '3', unit: 'contract' },
      { indicator: 'value', cube: 'trade', code: 'B', measure: 'amount/contracts', value: '11' },
      { indicator: 'share', cube: 'trade', code: 'A', value: '33.3', unit: 'percent' },
      { indicator: 'share', cube: 'trade', code: 'A', against: { [dimension]: 'B' }, value: '150', unit: 'percent' },
      { indicator: 'rank', cube: 'trade', code: 'G', value: '7', unit: 'rank' },
      { indicator: 'rank', cube: 'trade', code: 'G', against: { kind: 'group' }, value: '2', unit: 'rank' },
      { indicator: 'growth', cube: 'trade', code: 'A', value: '1.5', unit: 'percent' },
      { indicator: 'growth', cube: 'trade', code: 'A', value: '15', unit: 'percent' },
      { indicator: 'growth', cube: 'trade', code: 'A', value: '15.0', unit: 'percent' },
    ],
  });
  const place = (code: string) => known({ [dimension]: code }, 2024, undefined, data);
  it('is the value of a place of which the data have none, in the unit of the measure', () => {
    expect([number(place('G')), place('G').unit, place('G').origin.kind]).toEqual([25, 'wanyuan', 'published']);
    expect(place('G').ref?.key).toEqual({ [dimension]: 'G' });
  });
  it('is not the value where the data have one, or of another unit', () => {
    expect(number(place('A'))).toBe(60);
    expect(number(data.at({ cube: 'trade', key: { [dimension]: 'B' }, measure: 'amount/contracts', year: 2024 }))).toBe(
      10,
    );
  });
  it('is the share of a whole that is not known, not that of something else', () => {
    expect([rounded(share(data, place('A'))), share(data, place('B'))]).toEqual(['33.3', undefined]);
  });
  it('is the rank among what is asked for', () => {
    const ranks = [{}, { kind: 'group' }, { kind: 'other' }].map((among) => number(rank(data, place('G'), among)));
    expect(ranks).toEqual([7, 2, undefined]);
  });
  it('is what it says most often, where it contradicts itself', () => {
    expect(rounded(growth(data, place('A')))).toBe('15.0');
  });
});
