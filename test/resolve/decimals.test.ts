/** Percentages of a column have as many decimals as the source prints, the same in all rows. */
import { describe, expect, it } from 'vitest';
import { column, lines, table } from '../support/resolved.ts';
import { dimension, type Tiny, type TinyPublished } from '../support/tiny.ts';

const growth = (code: string, value: string, more: Partial<TinyPublished> = {}): TinyPublished => ({
  indicator: 'growth',
  cube: 'trade',
  code,
  value,
  unit: 'percent',
  ...more,
});
const spec = (published: readonly TinyPublished[]): Tiny => ({
  cubes: {
    trade: {
      codes: ['A', 'B', 'C'],
      rows: {
        2023: { A: { amount: '30000.00' }, B: { amount: '7000.00' } },
        2024: { A: { amount: '31000.00' }, B: { amount: '7100.00' }, C: { amount: '5.00' } },
      },
    },
  },
  published,
});
const rows = { cube: 'trade', dimension };
const shown = (published: readonly TinyPublished[], more: Readonly<Record<string, unknown>> = {}, of: object = rows) =>
  lines(table(of, [column('amount', { indicator: 'growth', ...more })], { spec: spec(published) })).map((line) =>
    line.replace('normal: ', ''),
  );

describe('percentages of a column', () => {
  it('have one decimal where the source prints none of them', () => {
    expect(shown([])).toEqual(['A部 | 3.3', 'B部 | 1.4', 'C部 | …']);
  });
  it('have as many as the source mostly prints, those that it does not print too', () => {
    expect(shown([growth('C', '12.50')])).toEqual(['A部 | 3.33', 'B部 | 1.43', 'C部 | 12.50']);
    expect(shown([growth('A', '3.33')])).toEqual(['A部 | 3.33', 'B部 | 1.43', 'C部 | …']);
  });
  it('have no fewer than usual because the source cuts what can be computed', () => {
    expect(shown([growth('A', '3'), growth('B', '1')])).toEqual(['A部 | 3.3', 'B部 | 1.4', 'C部 | …']);
  });
  it('claim no more than the source of a figure that cannot be computed', () => {
    expect(shown([growth('A', '3.33'), growth('B', '1.43'), growth('C', '12')])).toEqual([
      'A部 | 3',
      'B部 | 1',
      'C部 | 12',
    ]);
  });
  it('are as many as asked for', () => {
    expect(shown([growth('C', '12.50')], { decimals: 0 })).toEqual(['A部 | 3', 'B部 | 1', 'C部 | 13']);
  });
  it('leave figures in other units as they are', () => {
    expect(shown([growth('C', '2', { unit: 'multiple' }), growth('A', '3.33')])).toEqual([
      'A部 | 3.33',
      'B部 | 1.43',
      'C部 | 2',
    ]);
  });
  it('do not change the values beside them, in rows of the same column', () => {
    const blocks = [
      { ...rows, items: ['A'], value: { measure: 'amount' } },
      { ...rows, items: ['A'], value: { measure: 'amount', indicator: 'growth' } },
    ];
    const found = table(undefined, [{ key: 'x', head: { zh: 'x', en: 'x' } }], {
      spec: spec([growth('A', '3.33')]),
      rest: { blocks },
    });
    expect(lines(found)).toEqual(['normal: A部 | 31_000.00', 'normal: A部 | 3.33']);
  });
});

describe('figures of a column that keep the decimals that they were published with', () => {
  it('differ, and their total has those of most', () => {
    const trade = {
      codes: ['A', 'B', 'C'],
      rows: { 2024: { A: { amount: '132.84' }, B: { amount: '1.90' }, C: { amount: '0.003' } } },
    };
    const own = column('amount', { decimals: 'published' });
    const found = table({ ...rows, total: 'last' }, [own], { spec: { cubes: { trade } } });
    expect(lines(found)).toEqual([
      'normal: A部 | 132.84',
      'normal: B部 | 1.90',
      'normal: C部 | 0.003',
      'total: 合计 | 134.74',
    ]);
  });
});
