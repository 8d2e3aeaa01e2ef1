import { describe, expect, it } from 'vitest';
import { plainText, type Table } from '../../src/model/document.ts';
import { column, figure, lines, pair, table } from '../support/resolved.ts';
import { dimension, type Tiny } from '../support/tiny.ts';

const trade = {
  codes: ['A', 'B'],
  list: 'codes',
  rows: {
    2023: { A: { amount: '40.0' }, B: { amount: '51.0' } },
    2024: { A: { amount: '60.0' }, B: { amount: '40.0' } },
  },
};
const spec: Tiny = {
  cubes: { trade },
  earlier: {
    2021: { trade: { ...trade, rows: { 2021: { A: { amount: '7.125' }, B: { amount: '9.5' } } } } },
    2023: { trade: { ...trade, rows: { 2023: { A: { amount: '40.04' }, B: { amount: '50.00' } } } } },
  },
};
const edition = { key: 'edition', show: 'edition', head: pair('edition') };
const notesOf = ({ notes }: Pick<Table, 'notes'>) => notes.map(plainText);
const byYear = (columns: readonly object[], more: object = {}) =>
  table({ cube: 'long-trade', years: 'every' }, columns, { spec, ...more });

describe('a table of a long series', () => {
  it('has a row for every year, gaps shown, each value with its own decimals and the edition that printed it', () => {
    expect(lines(byYear([column('amount', {}, {}), edition]))).toEqual([
      'normal: 2021年 | 16.625 | 2022年版',
      'normal: 2022年 | … | …',
      'normal: 2023年 | 91.0 | 2025年版',
      'normal: 2024年 | 100.0 | 2025年版',
    ]);
  });
  it('can ask for the years that there are alone', () => {
    const found = table({ cube: 'long-trade', years: 'all' }, [column('amount')], { spec });
    expect(found.rows.map(({ cells: [stub] }) => stub?.type === 'label' && plainText(stub.inlines))).toEqual([
      '2021年',
      '2023年',
      '2024年',
    ]);
  });
  it('notes what an earlier edition printed otherwise, bound to that edition’s figure, and nothing else', () => {
    const rows = { cube: 'long-trade', dimension, years: ['previous', 'current'] };
    const found = table(rows, [column('amount')], { spec, lang: 'en' });
    expect(notesOf(found)).toEqual([
      'Note: 2023, Unit B: the 2024 edition printed CNY\u00a0500,000; the figure here is that of the 2025 edition.',
    ]);
    const bound = found.notes.flat().find((inline) => inline.type === 'quantity');
    expect(bound?.type === 'quantity' && bound.quantity.value.toFixed(2)).toBe('50.00');
  });
  it('notes a value once, however many columns show it', () => {
    const rows = { cube: 'long-trade', dimension, years: ['previous'] };
    const again = { ...column('amount'), key: 'again' };
    expect(notesOf(table(rows, [column('amount'), again], { spec }))).toHaveLength(1);
  });
  it('names the edition of each year in the heads of repeated columns', () => {
    const each = {
      each: { cube: 'long-trade', years: 'all' },
      columns: [{ ...column('amount'), head: pair('{{columnYear}} {{columnEdition}}') }],
    };
    const found = table({ cube: 'long-trade', dimension }, [each], { spec });
    expect(
      found.head
        .flat()
        .slice(1)
        .map(({ inlines }) => plainText(inlines)),
    ).toEqual(['2021 2022年版', '2023 2025年版', '2024 2025年版']);
  });
  it('says of a cube of one edition no edition', () => {
    expect(lines(table({ cube: 'trade', years: 'all' }, [edition], { spec }))).toEqual([
      'normal: 2023年 | …',
      'normal: 2024年 | …',
    ]);
  });
});

describe('a figure of a long series', () => {
  it('draws nothing for a gap, and notes what an earlier edition printed otherwise', () => {
    const found = figure(
      {
        rows: { rows: { cube: 'long-trade', years: 'every' }, values: { amount: { measure: 'amount' } } },
        parts: {
          rows: { cube: 'long-trade', dimension, years: ['previous'] },
          values: { amount: { measure: 'amount' } },
        },
      },
      { spec: { ...spec, cubes: { trade } }, more: {} },
    );
    expect(found.data.rows?.map(({ year, amount }) => [year, amount])).toEqual([
      ['2021年', 16.625],
      ['2022年', null],
      ['2023年', 91],
      ['2024年', 100],
    ]);
    expect(notesOf(found).filter((note) => note.includes('版'))).toEqual([
      '注：n2023年、B部：2024年版为50万元，此处用2025年版的数。',
    ]);
  });
});

describe('a table of the book’s own', () => {
  it('is known as such, and one of the source is not', () => {
    expect(table({ cube: 'trade', dimension }, [column('amount')], { spec, rest: { own: true } }).own).toBe(true);
    expect(table({ cube: 'trade', dimension }, [column('amount')], { spec }).own).toBe(false);
  });
});

describe('a note', () => {
  it('is left out where it says nothing', () => {
    const notes = [pair('{{#if (rises trade.B.amount)}}up{{/if}}'), pair('{{#if (rises trade.A.amount)}}up{{/if}}')];
    expect(notesOf(table({ cube: 'trade', dimension }, [column('amount')], { spec, rest: { notes } }))).toEqual([
      '注：up',
    ]);
  });
});
