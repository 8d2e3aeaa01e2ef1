import { describe, expect, it } from 'vitest';
import { column, lines, pair, table } from '../support/resolved.ts';
import { across, dimension, type Tiny } from '../support/tiny.ts';

/** Provinces with a city of one of them, regions without rows, and who sells to whom. */
const spec: Tiny = {
  cubes: {
    sales: {
      codes: [
        { code: 'P', kind: 'province' },
        { code: 'Q', kind: 'province' },
        { code: 'Q1', kind: 'city', within: 'Q' },
        { code: 'R', kind: 'province' },
        { code: 'O', kind: 'outside' },
      ],
      groups: { EAST: ['P', 'Q'], CITIES: ['Q1'] },
      rows: {
        2023: { P: { amount: '10' }, Q: { amount: '20' }, Q1: { amount: '5' }, R: { amount: '5' }, O: { amount: '5' } },
        2024: {
          P: { amount: '20' },
          Q: { amount: '30' },
          Q1: { amount: '12' },
          R: { amount: '40' },
          O: { amount: '10' },
        },
      },
    },
    kinds: {
      codes: ['T', { code: 'T1', parent: 'T' }, { code: 'T2', parent: 'T' }, { code: 'T21', parent: 'T2' }, 'S'],
      rows: { 2024: { T1: { amount: '30' }, T21: { amount: '20' }, S: { amount: '50' } } },
    },
    trade: {
      codes: ['G', 'I', 'E'],
      groups: { GI: ['G', 'I'] },
      across: ['X', 'Y'],
      total: 'own',
      rows: {
        2023: {
          'G/X': { amount: '10' },
          'I/X': { amount: '10' },
          'E/X': { amount: '20' },
          'G/Y': { amount: '1' },
          'I/Y': { amount: '1' },
          'E/Y': { amount: '1' },
        },
        2024: {
          'G/X': { amount: '10' },
          'I/X': { amount: '30' },
          'E/X': { amount: '40' },
          'G/Y': { amount: '5' },
          'I/Y': { amount: '6' },
          'E/Y': { amount: '9' },
        },
      },
    },
  },
  totals: { amount: 'sales' },
};
const amount = [column('amount')];
const shown = (rows: object, columns: readonly object[] = amount, rest = {}) =>
  lines(table(rows, columns, { spec, rest }));
const names = (rows: object, columns?: readonly object[]) =>
  shown(rows, columns).map((line) => line.replace(/^(\w+): (.*?) \|.*/, '$2'));
const sales = { cube: 'sales', dimension };
const rank = column('amount', { indicator: 'rank' });
const share = column('amount', { indicator: 'share' });

describe('blocks of rows', () => {
  const blocks = [
    { ...sales, title: pair('Where'), items: ['P'], total: 'last' },
    { cube: 'kinds', dimension, title: pair('What'), items: ['S'] },
    { cube: 'trade', label: pair('Traded'), value: { measure: 'amount', decimals: 1 } },
  ];
  const found = table(undefined, [{ key: 'a', value: { measure: 'amount' }, head: pair('a') }, rank], {
    spec,
    rest: { blocks },
  });
  it('stand below their titles, each with its cube', () => {
    expect(lines(found)).toEqual([
      'title: Where',
      'normal: P部 | 20 | 3',
      'total: 合计 | 100 | ',
      'title: What',
      'normal: S部 | 50 | 1',
      'normal: Traded | 100.0 | ',
    ]);
  });
  it('can be ordered by what only the block says of its values', () => {
    const block = { ...sales, value: { measure: 'amount' }, order: { by: 'a' }, limit: 1 };
    const open = { key: 'a', head: pair('a') };
    expect(lines(table(undefined, [open], { spec, rest: { blocks: [block] } }))).toEqual(['normal: R部 | 40']);
  });
  it('label what stands for the whole, and neither its parts nor what is left of it', () => {
    const rows = { ...sales, items: ['R'], remainder: true, total: 'last', label: pair('All') };
    expect(shown(rows)).toEqual(['normal: R部 | 40', 'normal: 其他合计 | 60', 'total: All | 100']);
  });
  it('say of their values what the column leaves open, and the column has the last word', () => {
    const block = { ...sales, items: ['P'], value: { measure: 'amount', indicator: 'share' } };
    const columns = [
      { key: 'a', head: pair('a') },
      { key: 'b', head: pair('b'), value: { decimals: 0 } },
      { key: 'c', head: pair('c'), value: { indicator: 'rank' } },
    ];
    expect(lines(table(undefined, columns, { spec, rest: { blocks: [block] } }))).toEqual([
      'normal: P部 | 20.0 | 20 | 3',
    ]);
  });
});

describe('rows of a slice', () => {
  const rows = { cube: 'trade', dimension, where: { [across]: 'X' }, total: 'last' };
  it('have shares, ranks and a total of the slice', () => {
    expect(shown(rows, [...amount, share, rank])).toEqual([
      'normal: G部 | 10 | 12.5 | 3',
      'normal: I部 | 30 | 37.5 | 2',
      'normal: E部 | 40 | 50.0 | 1',
      'total: 合计 | 80 | 100.0 | ',
    ]);
  });
  it('contribute to the growth of the slice', () => {
    expect(shown(rows, [column('amount', { indicator: 'contribution' })])).toEqual([
      'normal: G部 | 0.0',
      'normal: I部 | 50.0',
      'normal: E部 | 50.0',
      'total: 合计 | 100.0',
    ]);
  });
  it('leave a remainder of the slice', () => {
    expect(shown({ ...rows, items: ['E'], remainder: true }, [...amount, share])).toEqual([
      'normal: E部 | 40 | 50.0',
      'normal: 其他合计 | 40 | 50.0',
      'total: 合计 | 80 | 100.0',
    ]);
  });
  it('leave a remainder of a group in it, whose share is of the slice like that of the rows', () => {
    expect(shown({ ...rows, members: 'GI', limit: 1, remainder: true }, [...amount, share, rank])).toEqual([
      'normal: G部 | 10 | 12.5 | 2',
      'normal: 其他合计 | 30 | 37.5 | —',
      'total: 合计 | 40 | 50.0 | ',
    ]);
  });
  it('print the share that the source prints of the slice, where the rounding leaves it open', () => {
    const published = [
      {
        indicator: 'share',
        cube: 'trade',
        code: 'G/X',
        against: { [across]: 'X' },
        value: '12.9',
        unit: 'percent',
      },
    ] as const;
    const found = table({ ...rows, items: ['G'] }, [share], { spec: { ...spec, published } });
    expect(lines(found)[0]).toBe('normal: G部 | 12.9');
  });
});

describe('rows of members', () => {
  it('of a group are ranked among themselves, and have the total of the group and shares of the whole', () => {
    expect(shown({ ...sales, members: 'EAST', total: 'last' }, [...amount, rank, share])).toEqual([
      'normal: P部 | 20 | 2 | 20.0',
      'normal: Q部 | 30 | 1 | 30.0',
      'total: 合计 | 50 |  | 50.0',
    ]);
  });
  it('of a code are its parts, also those that are only some of it', () => {
    expect(shown({ cube: 'kinds', dimension, members: 'T', total: 'first' })).toEqual([
      'total: 合计 | 50',
      'normal: T1部 | 30',
      'normal: T2部 | 20',
    ]);
    expect(shown({ ...sales, members: 'Q', total: 'last' })).toEqual(['normal: Q1部 | 12', 'total: 合计 | 30']);
  });
  it('are ranked in another cube among the same', () => {
    const other: Tiny = {
      ...spec,
      cubes: {
        ...spec.cubes,
        intake: {
          ...(spec.cubes.sales ?? { codes: [], rows: {} }),
          list: 'sales',
          dimension: 'place',
          rows: { 2024: { P: { amount: '8' }, Q: { amount: '9' }, R: { amount: '10' } } },
        },
      },
    };
    const found = table({ ...sales, members: 'EAST' }, [column('amount', { indicator: 'rank', cube: 'intake' })], {
      spec: other,
    });
    expect(lines(found)).toEqual(['normal: P部 | 2', 'normal: Q部 | 1']);
  });
  it('are ranked among a kind if the column says so', () => {
    const among = column('amount', { indicator: 'rank', among: 'province' });
    expect(shown({ ...sales, members: 'EAST' }, [among])).toEqual(['normal: P部 | 3', 'normal: Q部 | 2']);
  });
});

describe('the choice of rows', () => {
  it('by kind takes codes at any level, in list order', () => {
    expect(names({ ...sales, kind: 'province' })).toEqual(['P部', 'Q部', 'R部']);
    expect(names({ ...sales, kind: 'city' })).toEqual(['Q1部']);
    expect(names({ ...sales, kind: 'province', members: 'EAST' })).toEqual(['P部', 'Q部']);
  });
  it('by items keeps their order, and indents what is part of another below it', () => {
    expect(shown({ ...sales, items: ['Q1', 'R', 'Q', 'EAST'] })).toEqual([
      'normal: R部 | 40',
      'normal: Q部 | 30',
      'detail:   Q1部 | 12',
      'normal: EAST组 | 50',
    ]);
  });
  it('has parents without rows as the sums of their parts', () => {
    const kinds = { cube: 'kinds', dimension };
    expect(shown(kinds)).toEqual(['normal: T部 | 50', 'normal: S部 | 50']);
    expect(shown({ ...kinds, level: 'all' })).toEqual([
      'normal: T部 | 50',
      'detail:   T1部 | 30',
      'detail:   T2部 | 20',
      'detail:   T21部 | 20',
      'normal: S部 | 50',
    ]);
    expect(names({ ...kinds, level: 'leaves' })).toEqual(['T1部', 'T21部', 'S部']);
  });
  it('shows a city on its own where its province is not shown', () => {
    expect(shown({ ...sales, items: ['P', 'Q1'] })).toEqual(['normal: P部 | 20', 'normal: Q1部 | 12']);
  });
});

describe('the order of rows', () => {
  it('puts codes of other kinds, then those named, after what is ordered', () => {
    const order = { by: 'amount', among: 'province' };
    expect(names({ ...sales, items: ['O', 'P', 'Q', 'R', 'Q1'], order })).toEqual([
      'R部',
      'Q部',
      '  Q1部',
      'P部',
      'O部',
    ]);
    expect(names({ ...sales, order: { by: 'amount', last: ['R'] } })).toEqual(['Q部', 'P部', 'O部', 'R部']);
  });
  it('is cut off after it is made, and what is cut off is left over', () => {
    const rows = { ...sales, order: { by: 'amount' }, limit: 2, remainder: true };
    expect(shown(rows)).toEqual(['normal: R部 | 40', 'normal: Q部 | 30', 'normal: 其他合计 | 30']);
  });
  it('has those without a value last, whichever way it goes', () => {
    const missing: Tiny = {
      cubes: {
        sales: { codes: ['A', 'B', 'C'], rows: { 2024: { A: { n: 'missing' }, B: { n: '2' }, C: { n: '1' } } } },
      },
    };
    const order = (descending: boolean) =>
      lines(table({ ...sales, order: { by: 'n', descending } }, [column('n')], { spec: missing }));
    expect(order(true)).toEqual(['normal: B部 | 2', 'normal: C部 | 1', 'normal: A部 | …']);
    expect(order(false)).toEqual(['normal: C部 | 1', 'normal: B部 | 2', 'normal: A部 | …']);
  });
  it('can be that of the stub’s value', () => {
    const rest = { stub: { head: pair('no'), value: { measure: 'amount', indicator: 'rank' } } };
    const rows = { ...sales, members: 'EAST', order: { by: 'stub', descending: false } };
    expect(lines(table(rows, [{ key: 'n', head: pair('n'), show: 'name' }], { spec, rest }))).toEqual([
      'normal: 1 | Q部',
      'normal: 2 | P部',
    ]);
  });
  it('can be that of one of the columns that are repeated', () => {
    const repeated = { each: { cube: 'trade', dimension: across }, columns: amount };
    const order = (by: string) => names({ cube: 'trade', dimension, order: { by } }, [repeated]);
    expect(order('amount-X')).toEqual(['E部', 'I部', 'G部']);
    const years = { each: { cube: 'sales', years: 'all' }, columns: amount };
    expect(names({ ...sales, order: { by: 'amount-2023' } }, [years])).toEqual(['Q部', 'P部', 'R部', 'O部']);
    expect(names({ ...sales, order: { by: 'amount-2024' } }, [years])).toEqual(['R部', 'Q部', 'P部', 'O部']);
  });
});

describe('rows of several years', () => {
  it('are named by their year where the specification counts years, and add up to none', () => {
    expect(shown({ cube: 'sales', years: 'all' })).toEqual(['normal: 2023年 | 40', 'normal: 2024年 | 100']);
    expect(shown({ cube: 'sales', years: { last: 1 } })).toEqual(['normal: 2024年 | 100']);
    expect(shown({ cube: 'trade', where: { [across]: 'X' }, years: { last: 5 } }, [...amount, share])).toEqual([
      'normal: 2023年 | 40 | 100.0',
      'normal: 2024年 | 80 | 100.0',
    ]);
  });
});
