import { describe, expect, it } from 'vitest';
import { audit } from '../../src/audit/index.ts';
import { growth, Lookup, share, vintagesOf } from '../../src/derive/index.ts';
import type { ObservationRef, Quantity } from '../../src/model/quantity.ts';
import { dimension, type TinyCube, tinyDataset } from '../support/tiny.ts';

const codes = ['A', 'B'];
const cube = (rows: TinyCube['rows'], more: Partial<TinyCube> = {}): TinyCube => ({
  codes,
  list: 'codes',
  rows,
  ...more,
});
const own = cube({
  2023: { A: { amount: '40.0' }, B: { amount: '51.0' } },
  2024: { A: { amount: '60.0' }, B: { amount: '40.0' } },
});
const of2023 = cube({
  2022: { A: { amount: '35.55' }, B: { amount: '44.45' } },
  2023: { A: { amount: '40.04' }, B: { amount: '50.00' } },
});
const of2019 = cube({ 2019: { A: { amount: '20' }, B: { amount: '30' } } });
const lookup = new Lookup(
  tinyDataset({
    cubes: { trade: own, alone: own },
    totals: { amount: 'alone' },
    earlier: { 2019: { trade: of2019 }, 2023: { trade: of2023 } },
  }),
);
const at = (year: number, code?: string, name = 'long-trade'): ObservationRef => ({
  cube: name,
  key: code === undefined ? {} : { [dimension]: code },
  measure: 'amount',
  year,
});
const text = (quantity: Quantity | undefined) => quantity?.value.toFixed(quantity.decimals);
const observed = (quantity: Quantity | undefined) =>
  quantity?.origin.kind === 'observation' ? quantity.origin : undefined;
const long = lookup.dataset.cubes.get('long-trade');

describe('a long series', () => {
  it('has the values of all editions, each as its edition printed it', () => {
    const years = [2019, 2022, 2023, 2024];
    expect(years.map((year) => text(lookup.at(at(year, 'A'))))).toEqual(['20', '35.55', '40.0', '60.0']);
    expect(years.map((year) => observed(lookup.at(at(year, 'A')))?.vintage?.year)).toEqual([2019, 2023, 2024, 2024]);
  });
  it('has gaps where no edition has a year, and guesses nothing', () => {
    expect([2020, 2021].map((year) => lookup.at(at(year, 'A')) ?? lookup.at(at(year)))).toEqual([undefined, undefined]);
    const after = lookup.at(at(2022, 'A'));
    expect(after && growth(lookup, after)).toBeUndefined();
  });
  it('lets the later edition count, and keeps what an earlier one printed otherwise', () => {
    const revised = observed(lookup.at(at(2023, 'B')));
    expect([text(lookup.at(at(2023, 'B'))), revised?.superseded?.map(text)]).toEqual(['51.0', ['50.00']]);
    expect(revised?.superseded?.map((earlier) => observed(earlier)?.vintage?.published.year)).toEqual([2024]);
  });
  it('takes a number with more decimals for the same if it rounds to it', () => {
    expect(observed(lookup.at(at(2023, 'A')))?.superseded).toBeUndefined();
  });
  it('has an earlier edition’s value where the later one has none', () => {
    const blank = cube({ 2023: { A: { amount: 'missing' } }, 2024: { A: { amount: '1.0' } } });
    const found = new Lookup(tinyDataset({ cubes: { trade: blank }, earlier: { 2023: { trade: of2023 } } }));
    expect([text(found.at(at(2023, 'A'))), observed(found.at(at(2023, 'A')))?.vintage?.year]).toEqual(['40.04', 2023]);
  });
  it('grows from one edition to the next, and has shares of its own total', () => {
    const [a2023, a2024] = [lookup.at(at(2023, 'A')), lookup.at(at(2024, 'A'))];
    expect(a2023 && growth(lookup, a2023)?.value.toFixed(1)).toBe('12.5');
    expect(a2024 && share(lookup, a2024)?.value.toFixed(1)).toBe('60.0');
    expect(text(lookup.at(at(2019)))).toBe('50');
  });
  it('leaves the edition’s own cube as it is', () => {
    expect([text(lookup.at(at(2023, 'A', 'trade'))), lookup.at(at(2022, 'A', 'trade'))]).toEqual(['40.0', undefined]);
    expect(observed(lookup.at(at(2023, 'A', 'trade')))?.vintage).toBeUndefined();
  });
  it('is of the editions that printed it', () => {
    const years = (year: number, key = {}) => long && vintagesOf(long, year, key).map((vintage) => vintage.year);
    expect([years(2022), years(2023), years(2021), years(2023, { [dimension]: 'B' })]).toEqual([
      [2023],
      [2024],
      [],
      [2024],
    ]);
  });
  it('declares no decimals where editions differ in them', () => {
    expect(long?.measures.get('amount')).toEqual({ name: 'amount', unit: 'wanyuan', decimals: undefined });
  });
  it('needs two editions', () => {
    const one = new Lookup(tinyDataset({ cubes: { trade: own }, earlier: { 2023: { other: of2023 } } }));
    expect([...one.dataset.cubes.keys()]).toEqual(['trade']);
  });
  it('is not audited again: its editions have been', () => {
    const wrong = cube(
      { 2022: { A: { amount: '90' }, A1: { amount: '1' } } },
      { codes: ['A', { code: 'A1', parent: 'A' }, 'B'] },
    );
    const same = { ...own, codes: wrong.codes };
    const found = (spec: TinyCube) =>
      audit(new Lookup(tinyDataset({ cubes: { trade: same }, earlier: { 2022: { trade: spec } } }))).map(
        ({ name }) => name,
      );
    expect(found(wrong)).toEqual([]);
    expect(audit(new Lookup(tinyDataset({ cubes: { trade: wrong }, year: 2022 }))).length).toBeGreaterThan(0);
  });
});
