import { describe, expect, it } from 'vitest';
import { plainText, type Table } from '../../src/model/document.ts';
import { column, lines, pair, table } from '../support/resolved.ts';
import { across, dimension, type Tiny } from '../support/tiny.ts';

const regions = ['P', 'Q', 'R'];
/** What regions sell and buy, a cross table of both, and something that counts the whole only. */
const spec: Tiny = {
  cubes: {
    output: {
      codes: regions,
      list: 'regions',
      dimension: 'seller',
      total: 'own',
      rows: {
        2022: { P: { amount: '1' }, Q: { amount: '1' }, R: { amount: '2' } },
        2023: { P: { amount: '10' }, Q: { amount: '20' }, R: { amount: '10' } },
        2024: { P: { amount: '20' }, Q: { amount: '30' }, R: { amount: '50' } },
      },
    },
    intake: {
      codes: regions,
      list: 'regions',
      dimension: 'buyer',
      total: 'own',
      rows: { 2024: { P: { amount: '60.5' }, Q: { amount: 'not-applicable' } } },
    },
    trade: {
      codes: ['G', 'E'],
      across: ['X', 'Y'],
      total: 'own',
      rows: {
        2024: {
          'G/X': { amount: '10' },
          'E/X': { amount: '30' },
          'G/Y': { amount: '5' },
          'E/Y': { amount: '15' },
        },
      },
    },
    macro: { codes: ['ALL'], total: 'own', rows: { 2023: { ALL: { gdp: '400' } }, 2024: { ALL: { gdp: '500' } } } },
  },
};
const show = (rows: object, columns: readonly object[], more = {}) => lines(table(rows, columns, { spec, ...more }));
const output = { cube: 'output', dimension: 'seller' };
const amount = column('amount');

describe('a column from another cube', () => {
  it('has the values of the same codes, whatever the dimension is called there', () => {
    const intake = column('amount', { cube: 'intake' }, { key: 'intake' });
    expect(show(output, [amount, intake])).toEqual([
      'normal: P部 | 20 | 60.5',
      // Why there is no value is what the other cube says.
      'normal: Q部 | 30 | —',
      'normal: R部 | 50 | …',
    ]);
  });
  it('has its whole beside the total, and the decimals of its own measure', () => {
    const gdp = column('gdp', { cube: 'macro' });
    const rows = { cube: 'output', years: 'all' };
    expect(show(rows, [amount, gdp])).toEqual([
      'normal: 2022年 | 4 | …',
      'normal: 2023年 | 40 | 400',
      'normal: 2024年 | 100 | 500',
    ]);
  });
  it('can be what a share is of', () => {
    const of = (whole: object, indicator = 'share') => column('amount', { indicator, of: whole });
    expect(show({ cube: 'output' }, [of({ cube: 'macro', measure: 'gdp' })])).toEqual(['total: 合计 | 20.0']);
    expect(show({ cube: 'output', years: { last: 2 } }, [of({ cube: 'macro', measure: 'gdp' })])).toEqual([
      'normal: 2023年 | 10.0',
      'normal: 2024年 | 20.0',
    ]);
    const ofIntake = of({ cube: 'intake', measure: 'amount' });
    expect(show({ ...output, items: ['P', 'R'] }, [ofIntake])).toEqual(['normal: P部 | 33.1', 'normal: R部 | …']);
    expect(show({ ...output, items: ['Q'] }, [of({ measure: 'amount', at: { seller: 'R' } })])).toEqual([
      'normal: Q部 | 60.0',
    ]);
  });
});

describe('columns that repeat for years', () => {
  const repeat = (years: unknown, cube = 'output') => ({
    each: { cube, years },
    columns: [
      column('amount', {}, { head: pair('{{columnYear}}'), spanner: pair('Of {{columnYear}}') }),
      column('amount', { indicator: 'growth' }, { head: pair('growth'), spanner: pair('Of {{columnYear}}') }),
    ],
  });
  const heads = ({ head, problems }: Table & { problems: readonly object[] }) => {
    expect(problems).toEqual([]);
    return head.map((row) => row.map(({ inlines }) => plainText(inlines)));
  };
  it('are all of a cube, or the last', () => {
    expect(show({ ...output, items: ['P'] }, [repeat('all')])).toEqual([
      'normal: P部 | 1 | … | 10 | 900.0 | 20 | 100.0',
    ]);
    expect(show({ ...output, items: ['P'] }, [repeat({ last: 2 })])).toEqual(['normal: P部 | 10 | 900.0 | 20 | 100.0']);
    expect(show({ ...output, items: ['P'] }, [repeat(['previous', 'current'])])).toEqual([
      'normal: P部 | 10 | 900.0 | 20 | 100.0',
    ]);
  });
  it('are those of the rows’ cube unless another is named', () => {
    const { columns } = repeat('all');
    const own = { each: { years: 'all' }, columns };
    expect(show({ ...output, items: ['P'] }, [own])).toEqual(show({ ...output, items: ['P'] }, [repeat('all')]));
    const blocks = [{ ...output, items: ['P'], title: pair('Sold') }];
    expect(lines(table(undefined, [own], { spec, rest: { blocks } }))).toEqual([
      'title: Sold',
      'normal: P部 | 1 | … | 10 | 900.0 | 20 | 100.0',
    ]);
  });
  it('are told once if the rows have no such cube', () => {
    const { problems } = table({ cube: 'outputs' }, [{ ...repeat('all'), each: { years: 'all' } }], { spec });
    expect(problems.map(({ name }) => name)).toEqual(['spec.unknown-cube']);
  });
  it('are those of the cube that is named, which need not be that of the rows', () => {
    expect(show({ ...output, items: ['P'] }, [repeat('all', 'macro')])).toEqual([
      'normal: P部 | 10 | 900.0 | 20 | 100.0',
    ]);
  });
  it('name their year in head and spanner, and have keys of their own', () => {
    const found = table(output, [repeat({ last: 2 })], { spec });
    expect(heads(found)).toEqual([
      ['stub', 'Of 2023', 'Of 2024'],
      ['2023', 'growth', '2024', 'growth'],
    ]);
    expect(found.columns.map(({ key }) => key)).toEqual([
      'stub',
      'amount-2023',
      'growth-2023',
      'amount-2024',
      'growth-2024',
    ]);
  });
  it('may show the year before their own', () => {
    const before = { each: { cube: 'output', years: { last: 1 } }, columns: [column('amount', { year: 'previous' })] };
    expect(show({ ...output, items: ['P'] }, [before])).toEqual(['normal: P部 | 10']);
  });
});

describe('columns that repeat for another dimension', () => {
  const repeat = (columns: readonly object[], total = true, each = { cube: 'trade', dimension: across }) => ({
    each: { ...each, total },
    columns,
  });
  const cell = column('amount', {}, { head: pair('{{columnName}}') });
  it('have a column for each of its codes, and one for their sum', () => {
    const found = table({ cube: 'trade', dimension, total: 'last' }, [repeat([cell])], { spec, lang: 'en' });
    expect(lines(found)).toEqual([
      'normal: Unit G | 10 | 5 | 15',
      'normal: Unit E | 30 | 15 | 45',
      'total: Total | 40 | 20 | 60',
    ]);
    expect(found.head.map((row) => row.map(({ inlines }) => plainText(inlines)))).toEqual([
      ['stub', 'Unit X', 'Unit Y', 'Total'],
    ]);
    expect(show({ cube: 'trade', dimension }, [repeat([cell], false)])).toEqual([
      'normal: G部 | 10 | 5',
      'normal: E部 | 30 | 15',
    ]);
  });
  it('have shares and ranks within each column, and of the whole in that of the sum', () => {
    const columns = [column('amount', { indicator: 'share' }), column('amount', { indicator: 'rank' })];
    expect(show({ cube: 'trade', dimension, total: 'last' }, [repeat(columns)])).toEqual([
      'normal: G部 | 25.0 | 2 | 25.0 | 2 | 25.0 | 2',
      'normal: E部 | 75.0 | 1 | 75.0 | 1 | 75.0 | 1',
      'total: 合计 | 100.0 |  | 100.0 |  | 100.0 | ',
    ]);
    const ofAll = column('amount', { indicator: 'share', of: { measure: 'amount', at: {} } });
    expect(show({ cube: 'trade', dimension, items: ['G'] }, [repeat([ofAll])])).toEqual([
      'normal: G部 | 16.7 | 8.3 | 25.0',
    ]);
  });
  it('have the remainder of each column', () => {
    expect(show({ cube: 'trade', dimension, items: ['E'], remainder: true }, [repeat([cell])])).toEqual([
      'normal: E部 | 30 | 15 | 45',
      'normal: 其他合计 | 10 | 5 | 15',
    ]);
  });
});

describe('a column that shows the row itself', () => {
  const shown = (show: string) => ({ key: show, show, head: pair(show) });
  const columns = [shown('place'), shown('name'), shown('original'), amount];
  it('shows its place in the order, its name, and its name in Chinese only beside another', () => {
    const rows = { ...output, order: { by: 'amount' }, total: 'last' };
    const english = table(rows, columns, { spec, lang: 'en' });
    expect(lines(english)).toEqual([
      'normal: Unit R | 1 | Unit R | R部 | 50',
      'normal: Unit Q | 2 | Unit Q | Q部 | 30',
      'normal: Unit P | 3 | Unit P | P部 | 20',
      'total: Total |  | Total |  | 100',
    ]);
    expect(english.rows[0]?.cells[3]).toMatchObject({ inlines: [{ type: 'original', lang: 'zh' }] });
    expect(english.columns.map(({ align }) => align)).toEqual(['start', 'end', 'start', 'start', 'end']);
    const chinese = table(rows, columns, { spec });
    expect(lines(chinese)[0]).toBe('normal: R部 | 1 | R部 | 50');
    expect(chinese.head[0]).toHaveLength(chinese.columns.length);
  });
  it('may be the stub, which shows a place or a value instead of the name', () => {
    const rest = (stub: object) => ({ rest: { stub: { head: pair('No'), ...stub } } });
    const rows = { ...output, items: ['R', 'Q'] };
    const place = table(rows, [shown('name')], { spec, ...rest({ show: 'place' }) });
    expect(lines(place)).toEqual(['normal: 1 | R部', 'normal: 2 | Q部']);
    expect(place.columns[0]?.align).toBe('center');
    const value = table(rows, [shown('name')], { spec, ...rest({ value: { measure: 'amount', decimals: 1 } }) });
    expect(lines(value)).toEqual(['normal: 50.0 | R部', 'normal: 30.0 | Q部']);
  });
});

describe('what an edition has of a cube', () => {
  const whole = (value: object, more: object = {}) => ({ cube: 'output', label: pair('x'), value, ...more });
  const shown = (blocks: readonly object[], more: Partial<Tiny> = {}) =>
    lines(table(undefined, [{ key: 'a', head: pair('a') }], { spec: { ...spec, ...more }, rest: { blocks } }));
  const ofGdp = { measure: 'amount', indicator: 'share', of: { cube: 'macro', measure: 'gdp', at: {} } };

  it('is left out where the table says that it may be: a cube, a measure, what a share is of', () => {
    const optional = { optional: true };
    const missing = { ...ofGdp, of: { cube: 'macro', measure: 'rd' } };
    const blocks = [
      whole({ measure: 'amount' }),
      whole({ measure: 'institutions' }, optional),
      whole({ cube: 'sales', measure: 'amount' }, optional),
      whole(missing, optional),
    ];
    expect(shown(blocks)).toEqual(['normal: x | 100']);
    expect(
      table(undefined, [{ key: 'a', head: pair('a') }], { spec, rest: { blocks: [whole(missing)] } }).problems,
    ).toHaveLength(1);
  });
  it('is left out as a column if no block has it', () => {
    const optional = (measure: string) => column(measure, {}, { optional: true });
    const blocks = ['output', 'intake'].map((cube) => ({ cube, label: pair(cube) }));
    const { columns, problems } = table(undefined, [optional('amount'), optional('institutions')], {
      spec,
      rest: { blocks },
    });
    expect(problems).toEqual([]);
    expect(columns.map(({ key }) => key)).toEqual(['stub', 'amount']);
  });
  it('lends a share of another cube the decimals with which the source prints it', () => {
    expect(shown([whole(ofGdp)])).toEqual(['normal: x | 20.0']);
    const printed = [
      {
        indicator: 'ratio',
        cube: 'output',
        against: { cube: 'macro', measure: 'gdp' },
        value: '20.00',
        unit: 'percent',
      },
    ] as const;
    expect(shown([whole(ofGdp)], { published: printed })).toEqual(['normal: x | 20.00']);
  });
});
