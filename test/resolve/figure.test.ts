import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/model/document.ts';
import { figure } from '../support/resolved.ts';
import { dimension } from '../support/tiny.ts';

describe('a figure', () => {
  const values = {
    amount: { measure: 'amount', decimals: 1 },
    share: { measure: 'amount', indicator: 'share', decimals: 1 },
  };

  it('has numbers as numbers and as formatted labels, in the edition’s language', () => {
    const { data, label, alt, caption, notes } = figure({
      rows: { rows: { cube: 'trade', dimension, items: ['A'] }, values },
    });
    expect(data).toEqual({
      rows: [
        {
          code: 'A',
          name: 'A部',
          year: '2024年',
          remainder: false,
          amount: 61000.5,
          amount_label: '61\u202f000.5',
          share: expect.closeTo(99.348133, 6),
          share_label: '99.3%',
        },
      ],
    });
    expect([label, alt.replace('\u202f', '_'), plainText(caption), notes.map((note) => plainText(note))]).toEqual([
      '图2',
      '甲61_000.5万元',
      '2024F',
      ['注：n'],
    ]);
    const english = figure({ rows: { rows: { cube: 'trade', dimension, items: ['A'] }, values } }, { lang: 'en' });
    expect(english.data.rows?.[0]).toMatchObject({
      name: 'Unit A',
      year: '2024',
      amount: 61000.5,
      amount_label: '61,000.5',
      share_label: '99.3%',
    });
  });
  it('shows no more decimals than the data have', () => {
    const values = { contracts: { measure: 'contracts', decimals: 1 } };
    const found = figure({ rows: { rows: { cube: 'party', dimension, items: ['E'] }, values } });
    expect(found.data.rows?.[0]).toMatchObject({ contracts: 50, contracts_label: '50' });
  });
  it('draws a remainder, and a blank where there is no value', () => {
    const found = figure({
      rows: { rows: { cube: 'party', dimension, remainder: true }, values: { contracts: { measure: 'contracts' } } },
    });
    expect(found.data.rows?.map((row) => [row.name, row.contracts, row.contracts_label])).toEqual([
      ['E部', 50, '50'],
      ['R部', null, '…'],
      ['N部', 4, '4'],
    ]);
  });
  it('lists every quantity that it draws, in the order of its rows', () => {
    const found = figure({ rows: { rows: { cube: 'trade', dimension, order: { by: 'amount' } }, values } });
    expect(found.quantities.map(({ value, unit }) => `${value.toFixed(2)} ${unit}`)).toEqual([
      '61000.50 wanyuan',
      '99.35 percent',
      '400.25 wanyuan',
      '0.65 percent',
      '0.00 wanyuan',
      '0.00 percent',
    ]);
  });
  it('takes a share of a certain code, and tells of one that does not exist', () => {
    const share = (code: string) => ({
      share: { measure: 'amount', indicator: 'share', of: { measure: 'amount', at: { code } }, decimals: 1 },
    });
    const rows = { cube: 'party', dimension, members: 'E' };
    const found = figure({ rows: { rows, values: share('E') } });
    expect(found.data.rows?.map((row) => [row.name, row.share_label])).toEqual([
      ['E1部', '33.3%'],
      ['E2部', '66.7%'],
    ]);
    expect(figure({ rows: { rows, values: share('EE') } }).problems).toMatchObject([
      { name: 'spec.unknown-code', values: { code: 'EE' } },
    ]);
  });
  it('shows a value in another unit of its base, and in no other', () => {
    const inUnit = (unit: string) =>
      figure({
        rows: {
          rows: { cube: 'trade', dimension, items: ['A'] },
          values: { a: { measure: 'amount', unit, decimals: 4 } },
        },
      });
    expect(inUnit('yiyuan').data.rows?.map((row) => row.a_label)).toEqual(['6.1001']);
    expect(inUnit('contract').problems).toMatchObject([{ name: 'spec.other-unit', values: { own: 'wanyuan' } }]);
  });
  it('draws as a remainder what the members of a group leave of it', () => {
    const rows = { cube: 'trade', dimension, members: 'AB', order: { by: 'amount' }, limit: 1, remainder: true };
    const found = figure({ rows: { rows, values: { amount: { measure: 'amount', decimals: 1 } } } });
    expect(found.data.rows?.map((row) => [row.code, row.amount_label])).toEqual([
      ['A', '61\u202f000.5'],
      ['remainder', '400.3'],
    ]);
  });
  it('tells rows of the whole apart by their year', () => {
    const found = figure({ rows: { rows: { cube: 'trade', years: ['previous', 'current'] }, values } });
    expect(found.data.rows?.map(({ name, code }) => [name, code])).toEqual([
      ['2023年', 'total'],
      ['2024年', 'total'],
    ]);
  });
  it('fills in the words of its specification and leaves the rest as it is', () => {
    const more = {
      mark: 'bar',
      encoding: { x: { title: "{{t 'chart.amount'}}", scale: { nice: false, domain: [0, 1] } } },
    };
    const { spec } = figure({ rows: { rows: { cube: 'trade' }, values } }, { more });
    expect(spec).toEqual({
      $schema: 'vega-lite',
      ...more,
      encoding: { x: { title: '成交额/万元', scale: { nice: false, domain: [0, 1] } } },
    });
  });
  it('reports a measure that its cube does not have', () => {
    const { problems } = figure({
      rows: { rows: { cube: 'trade', dimension }, values: { x: { measure: 'contracts' } } },
    });
    expect(problems.map(({ name }) => name)).toEqual(['spec.unknown-measure']);
  });
});
