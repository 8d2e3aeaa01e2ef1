import { describe, expect, it } from 'vitest';
import { column, lines, pair, table } from '../support/resolved.ts';
import { across, dimension, type Tiny } from '../support/tiny.ts';

const spec: Tiny = {
  cubes: {
    top: {
      codes: ['A', 'B', { code: 'C', kind: 'isle' }],
      list: 'countries',
      total: 'own',
      rows: {
        2023: { A: { amount: '30' }, B: { amount: '20' } },
        2024: { A: { amount: '10' }, B: { amount: '25' }, C: { amount: '15' } },
      },
    },
    other: {
      codes: ['A', 'B', 'C'],
      list: 'countries',
      dimension: 'to',
      total: 'own',
      rows: { 2024: { B: { n: '7' } } },
    },
    cross: {
      codes: ['G', 'E'],
      across: ['X', 'Y'],
      total: 'own',
      rows: {
        2024: { 'G/X': { amount: '1' }, 'E/X': { amount: '2' }, 'G/Y': { amount: '9' }, 'E/Y': { amount: '8' } },
      },
    },
  },
};
const rest = (places: object) => ({
  places: { cube: 'top', dimension, measure: 'amount', ...places },
  stub: { head: pair('No'), show: 'place' },
});
const name = { key: 'name', show: 'name', head: pair('name') };
const amount = { key: 'amount', head: pair('amount') };
const show = (columns: readonly object[], places: object) => table(undefined, columns, { spec, rest: rest(places) });

describe('rows that are places', () => {
  it('are held by whoever has the value, anew in each year', () => {
    const years = { each: { cube: 'top', years: 'all' }, columns: [name, column('amount')] };
    expect(lines(show([years], { count: 3 }))).toEqual([
      'normal: 1 | A部 | 30 | B部 | 25',
      'normal: 2 | B部 | 20 | C部 | 15',
      // Nobody was third in 2023.
      'normal: 3 |  |  | A部 | 10',
    ]);
  });
  it('show other values of who holds them, in other cubes too', () => {
    const columns = [
      name,
      column('amount', { indicator: 'growth' }),
      column('n', { cube: 'other' }),
      column('amount', { indicator: 'share' }),
    ];
    expect(lines(show(columns, { count: 2 }))).toEqual([
      'normal: 1 | B部 | 25.0 | 7 | 50.0',
      'normal: 2 | C部 | … | … | 30.0',
    ]);
  });
  it('are ordered by their measure where the column says no other', () => {
    expect(lines(show([name, amount], { count: 1 }))).toEqual(['normal: 1 | B部 | 25']);
  });
  it('can be those of any dimension', () => {
    const places = { cube: 'cross', dimension: across, count: 2 };
    expect(lines(show([name, amount], places))).toEqual(['normal: 1 | Y部 | 17', 'normal: 2 | X部 | 3']);
  });
  it('can begin with the smallest, such as ranks', () => {
    expect(lines(show([name, amount], { count: 2, descending: false }))).toEqual([
      'normal: 1 | A部 | 10',
      'normal: 2 | C部 | 15',
    ]);
  });
  it('can be those of a kind alone, which must be one of the cube', () => {
    expect(lines(show([name, amount], { count: 1, kind: 'isle' }))).toEqual(['normal: 1 | C部 | 15']);
    expect(show([name], { count: 1, kind: 'lake' }).problems.map((problem) => problem.name)).toEqual([
      'codes.unknown-kind',
    ]);
  });
  it('are places in the order as quantities', () => {
    const [first] = show([name], { count: 1 }).rows;
    expect(first?.cells[0]).toMatchObject({ type: 'quantity', quantity: { unit: 'rank' } });
  });
});
