import { describe, expect, it } from 'vitest';
import { growth, keyText, Lookup, refText } from '../../src/derive/index.ts';
import type { ObservationRef, Quantity } from '../../src/model/quantity.ts';
import { dimension, type TinyCube, tinyDataset } from '../support/tiny.ts';

const ref = (cube: string, code?: string, measure = 'amount', year = 2024): ObservationRef => ({
  cube,
  key: code === undefined ? {} : { [dimension]: code },
  measure,
  year,
});
const fixed = (quantity: Quantity | undefined, decimals = 2) => quantity?.value.toFixed(decimals);

const main: TinyCube = {
  codes: ['A', 'B'],
  rows: {
    2023: { A: { amount: '40.00' }, B: { amount: '50.00' } },
    2024: { A: { amount: '60.00' }, B: { amount: '40.00' } },
  },
};
const bySize = (large: string, small: string): TinyCube => ({
  codes: ['L', 'S'],
  rows: { 2024: { L: { amount: large, contracts: '3' }, S: { amount: small, contracts: '7' } } },
});

describe('names of places', () => {
  it('read as in errata and messages', () => {
    expect(refText(ref('flows', 'OUTSIDE'))).toBe(`flows ${dimension}=OUTSIDE amount 2024`);
    expect(refText(ref('flows'))).toBe('flows amount 2024');
    expect(keyText({ region: 'BJ', type: 'TD' })).toBe('region=BJ;type=TD');
  });
});

describe('the total', () => {
  const totals = { amount: 'main', contracts: 'size' };
  const lookupOf = (size: TinyCube) => new Lookup(tinyDataset({ cubes: { main, size }, totals }));

  it('is shared by a cube whose parts differ from it by no more than their rounding', () => {
    const lookup = lookupOf(bySize('55.0', '44.9'));
    const total = lookup.at(ref('size'));
    expect([fixed(total), fixed(lookup.ownSum(ref('size')))]).toEqual(['100.00', '99.90']);
    expect(total?.ref).toEqual(ref('size'));
  });
  it('stays a cube’s own where its parts cannot add up to the shared one', () => {
    expect(fixed(lookupOf(bySize('55.00', '44.90')).at(ref('size')))).toBe('99.90');
  });
  it('is shared where a cube breaks down only a part, or lacks a value', () => {
    expect(fixed(lookupOf({ ...bySize('55.00', '1.00'), breakdown: 'partial' }).at(ref('size')))).toBe('100.00');
    expect(fixed(lookupOf(bySize('55.00', 'missing')).at(ref('size')))).toBe('100.00');
  });
  it('is shared by a year of which the cube has no row', () => {
    expect(fixed(lookupOf(bySize('60.00', '40.00')).at(ref('size', undefined, 'amount', 2023)))).toBe('90.00');
  });
  it('of a measure that no other cube has is the cube’s own', () => {
    expect(fixed(lookupOf(bySize('60', '40')).at(ref('main', undefined, 'contracts')), 0)).toBe('10');
    expect(fixed(new Lookup(tinyDataset({ cubes: { main } })).at(ref('main')))).toBe('100.00');
  });
  it('counts no part twice', () => {
    const nested: TinyCube = {
      codes: ['E', { code: 'E1', parent: 'E' }, { code: 'E2', parent: 'E' }, 'U'],
      rows: {
        2024: { E: { amount: '70.00' }, E1: { amount: '50.00' }, E2: { amount: '20.00' }, U: { amount: '30.00' } },
      },
    };
    expect(fixed(new Lookup(tinyDataset({ cubes: { nested } })).at(ref('nested')))).toBe('100.00');
  });
  it('has the parts as its inputs', () => {
    const total = new Lookup(tinyDataset({ cubes: { main } })).at(ref('main'));
    expect(total?.origin.kind === 'derived' && total.origin.inputs.map((input) => input.ref?.key[dimension])).toEqual([
      'A',
      'B',
    ]);
  });
});

describe('groups', () => {
  const grouped = { ...main, groups: { BOTH: ['A', 'B'], SOME: ['A', 'Z'] } };
  const lookup = new Lookup(tinyDataset({ cubes: { main: grouped } }));
  it('are the sum of their members', () => expect(fixed(lookup.at(ref('main', 'BOTH', 'amount', 2023)))).toBe('90.00'));
  it('are unknown if a member is', () => expect(lookup.at(ref('main', 'SOME'))).toBeUndefined());
});

describe('averages', () => {
  const lookup = new Lookup(tinyDataset({ cubes: { size: bySize('60.00', '40.00') } }));
  it('divide one measure by another, in the unit of the first', () => {
    const average = lookup.at(ref('size', 'L', 'amount/contracts'));
    expect([fixed(average), average?.unit, average?.decimals]).toEqual(['20.00', 'wanyuan', 2]);
    expect(average?.origin).toMatchObject({ indicator: 'average' });
    expect(fixed(lookup.at(ref('size', undefined, 'amount/contracts')))).toBe('10.00');
  });
  it('of nothing do not exist', () => {
    const none = new Lookup(
      tinyDataset({ cubes: { size: { codes: ['L'], rows: { 2024: { L: { amount: '3.0', contracts: '0' } } } } } }),
    );
    expect(none.at(ref('size', 'L', 'amount/contracts'))).toBeUndefined();
    expect(none.at(ref('size', 'L', 'amount/persons'))).toBeUndefined();
  });
});

describe('the year before', () => {
  const withIncrease = (value: string, unit: string) =>
    new Lookup(
      tinyDataset({
        cubes: { size: bySize('60.00', '40.00') },
        published: [{ indicator: 'increase', cube: 'size', code: 'L', value, unit }],
      }),
    );
  it('follows from a published increase', () => {
    const before = withIncrease('15.5', 'wanyuan').at(ref('size', 'L', 'amount', 2023));
    expect([fixed(before), before?.origin.kind === 'derived' && before.origin.indicator]).toEqual([
      '44.50',
      'previous',
    ]);
    expect(before && [before.interval.low.toFixed(3), before.interval.high.toFixed(3)]).toEqual(['44.445', '44.555']);
  });
  it('follows from an increase that was published in another unit', () => {
    expect(fixed(withIncrease('0.0015', 'yiyuan').at(ref('size', 'L', 'amount', 2023)))).toBe('45.00');
  });
  it('does not follow from an increase of something else', () => {
    expect(withIncrease('3', 'contract').at(ref('size', 'L', 'amount', 2023))).toBeUndefined();
    expect(withIncrease('15.5', 'wanyuan').at(ref('size', 'S', 'amount', 2023))).toBeUndefined();
    expect(withIncrease('15.5', 'wanyuan').at(ref('size', 'L', 'amount', 2022))).toBeUndefined();
  });
  it('is looked up at the same place', () => {
    const lookup = new Lookup(tinyDataset({ cubes: { main } }));
    const now = lookup.at(ref('main', 'A'));
    expect(now && fixed(lookup.previous(now))).toBe('40.00');
  });
});

describe('what is not there', () => {
  const lookup = new Lookup(tinyDataset({ cubes: { main, size: bySize('1', 'not-applicable') } }));
  it('is undefined, whatever is unknown about it', () => {
    const unknown = [
      ref('none'),
      ref('main', 'Z'),
      ref('main', 'A', 'none'),
      ref('main', 'A', 'amount', 2020),
      ref('size', 'S'),
    ];
    expect(unknown.map((place) => lookup.at(place))).toEqual(unknown.map(() => undefined));
  });
  it('codes without a row in the year are left out, the others in list order', () => {
    const cube = lookup.dataset.cubes.get('size');
    expect(cube && lookup.codes(cube, dimension, 2024)).toEqual(['L', 'S']);
    expect(cube && lookup.codes(cube, dimension, 2023)).toEqual([]);
  });
});

describe('a part that does not apply', () => {
  const cube = (of2023: string, of2024: string): TinyCube => ({
    codes: ['E', { code: 'E1', parent: 'E' }, { code: 'E2', parent: 'E' }, 'U'],
    groups: { BOTH: ['E2', 'U'], ONE: ['E2'] },
    rows: {
      2023: { E1: { amount: '50.00' }, E2: { amount: of2023 }, U: { amount: '30.00' } },
      2024: { E1: { amount: '55.00' }, E2: { amount: of2024 }, U: { amount: '35.00' } },
    },
  });
  const lookup = new Lookup(tinyDataset({ cubes: { cube: cube('not-applicable', '10.00') } }));
  const in2023 = (code?: string) => lookup.at(ref('cube', code, 'amount', 2023));

  it('adds nothing to a total, a group or the code of which it is a part', () => {
    expect([in2023(), in2023('BOTH'), in2023('E')].map((sum) => fixed(sum))).toEqual(['80.00', '30.00', '50.00']);
    const total = in2023();
    expect(total?.origin.kind === 'derived' && total.origin.inputs.map((input) => input.ref?.key[dimension])).toEqual([
      'E1',
      'U',
    ]);
  });
  it('lets the growth of a sum be known', () => {
    const now = lookup.at(ref('cube', 'BOTH'));
    expect(now && fixed(growth(lookup, now), 1)).toBe('50.0');
  });
  it('leaves a sum without any other part not applicable itself, and what that is a part of known', () => {
    expect(lookup.valueOrBlank(ref('cube', 'ONE', 'amount', 2023))).toEqual({ status: 'not-applicable' });
    const none = new Lookup(
      tinyDataset({
        cubes: {
          cube: {
            codes: ['E', { code: 'E1', parent: 'E' }, 'U'],
            groups: { ALL: ['E', 'U'] },
            rows: { 2024: { E1: { amount: 'not-applicable' }, U: { amount: '7.00' } } },
          },
        },
      }),
    );
    expect([none.at(ref('cube', 'E')), fixed(none.at(ref('cube', 'ALL')))]).toEqual([undefined, '7.00']);
  });
  it('is not taken for one that is missing, which leaves every sum unknown', () => {
    const missing = new Lookup(tinyDataset({ cubes: { cube: cube('missing', '10.00') } }));
    const sums = [undefined, 'BOTH', 'E', 'ONE'].map((code) => ref('cube', code, 'amount', 2023));
    expect(sums.map((place) => missing.valueOrBlank(place))).toEqual(sums.map(() => ({ status: 'missing' })));
  });
  it('is what the source prints for the place, if it prints something', () => {
    const printed = new Lookup(
      tinyDataset({
        cubes: { cube: cube('1.00', 'not-applicable') },
        published: [{ indicator: 'value', cube: 'cube', code: 'E2', value: '0.50' }],
      }),
    );
    expect([fixed(printed.at(ref('cube', 'E2'))), fixed(printed.at(ref('cube', 'BOTH')))]).toEqual(['0.50', '35.50']);
  });
});
