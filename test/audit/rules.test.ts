/** Rules that cubes and measures declare: the same quantity elsewhere, columns, bounds, numbers, continuity. */
import { describe, expect, it } from 'vitest';
import { audit } from '../../src/audit/index.ts';
import { Lookup } from '../../src/derive/index.ts';
import { dimension, type Tiny, type TinyCube, type TinyPublished, tinyDataset } from '../support/tiny.ts';

const findings = (tiny: Tiny, earlier: readonly Tiny[] = []) =>
  audit(new Lookup(tinyDataset(tiny)), earlier.map(tinyDataset));
const names = (tiny: Tiny, earlier: readonly Tiny[] = []) => findings(tiny, earlier).map(({ name }) => name);
const key = (code: string) => `${dimension}=${code}`;
const by = { [dimension]: dimension };
const amounts = { amount: 'amount' };

describe('the same quantity in two cubes', () => {
  const sellers: TinyCube = {
    codes: ['E', 'U'],
    list: 'forms',
    total: 'own',
    rows: { 2024: { E: { amount: '70' }, U: { amount: '30' } } },
  };
  const between = (first: string): Tiny => ({
    cubes: {
      sellers,
      pairs: {
        codes: ['E', 'U'],
        list: 'forms',
        across: ['X', 'Y'],
        total: 'own',
        agrees: [{ cube: 'sellers', by, measures: amounts }],
        rows: {
          2024: { 'E/X': { amount: first }, 'E/Y': { amount: '30' }, 'U/X': { amount: '10' }, 'U/Y': { amount: '20' } },
        },
      },
    },
  });
  it('agrees if the sum over the other dimension does', () => expect(names(between('40'))).toEqual([]));
  it('is a finding where it does not, with what each says', () => {
    expect(findings(between('44')).map(({ name, printed, follows, off }) => [name, printed, follows, off])).toEqual([
      [`across pairs ${key('E')} amount 2024 sellers`, '74', '70', '4'],
    ]);
  });

  const held = (amount: string, relation: 'equal' | 'part'): Tiny => ({
    cubes: {
      sellers,
      enterprises: {
        codes: ['L', 'S'],
        total: 'own',
        agrees: [{ cube: 'sellers', at: { [dimension]: 'E' }, relation, measures: amounts }],
        rows: { 2024: { L: { amount }, S: { amount: '30' } } },
      },
    },
  });
  it('may be one code of the other cube', () => {
    expect(names(held('40', 'equal'))).toEqual([]);
    expect(names(held('38', 'equal'))).toEqual(['across enterprises amount 2024 sellers']);
  });
  it('need only not be exceeded by what is a part of it', () => {
    expect(names(held('38', 'part'))).toEqual([]);
    expect(names(held('48', 'part'))).toEqual(['across enterprises amount 2024 sellers']);
  });

  const averaged = (average: string): Tiny => ({
    cubes: {
      types: {
        codes: ['A', 'B'],
        list: 'types',
        rows: { 2024: { A: { amount: '60', contracts: '3' }, B: { amount: '40', contracts: '8' } } },
        units: { amount: 'yiyuan' },
      },
      averages: {
        codes: ['A', 'B'],
        list: 'types',
        total: 'own',
        breakdown: 'partial',
        agrees: [{ cube: 'types', by, measures: { average: 'amount/contracts' } }],
        rows: { 2024: { A: { average }, B: { average: '50000' } } },
      },
    },
  });
  it('may be an average, in another unit', () => {
    expect(names(averaged('200000'))).toEqual([]);
    expect(names(averaged('204000'))).toEqual([`across averages ${key('A')} average 2024 types`]);
  });

  const mean = (contracts: string): Tiny => ({
    cubes: {
      annual: { codes: ['ALL'], total: 'own', rows: { 2024: { ALL: { amount: '100', contracts } } } },
      averages: {
        codes: ['A', 'B'],
        total: 'own',
        breakdown: 'partial',
        agrees: [{ cube: 'annual', relation: 'mean', measures: { average: 'amount/contracts' } }],
        rows: { 2024: { A: { average: '5.0' }, B: { average: '20.0' } } },
      },
    },
  });
  it('must lie among the averages of which it is the mean', () => {
    expect(names(mean('10'))).toEqual([]);
    expect(names(mean('1'))).toEqual(['bound annual amount/contracts 2024']);
    expect(names(mean('50'))).toEqual(['bound annual amount/contracts 2024']);
  });
});

describe('measures of a row', () => {
  const row = (values: Readonly<Record<string, string>>, rules: TinyCube['rules']): Tiny => ({
    cubes: {
      market: {
        codes: ['A'],
        total: 'own',
        units: { projects: 'item' },
        rules: rules ?? {},
        rows: { 2024: { A: values } },
      },
    },
  });
  const sum = { amount: { sumOf: ['own', 'other'] } };
  it('add up to the one that they make up', () => {
    expect(names(row({ amount: '10.0', own: '7.5', other: '2.6' }, sum))).toEqual([]);
    expect(names(row({ amount: '10.0', own: '7.5', other: '2.9' }, sum))).toEqual([
      `columns market ${key('A')} amount 2024`,
    ]);
  });
  it('add nothing where they do not apply, and leave the sum open where they are missing', () => {
    expect(names(row({ amount: '10.0', own: '7.5', other: 'not-applicable' }, sum))).toEqual([
      `columns market ${key('A')} amount 2024`,
    ]);
    expect(names(row({ amount: '10.0', own: '7.5', other: 'missing' }, sum))).toEqual([]);
  });
  it('do not exceed the one that they are part of', () => {
    const part = { public: { partOf: 'amount' } };
    expect(names(row({ amount: '10.0', public: '10.0' }, part))).toEqual([]);
    expect(names(row({ amount: '10.0', public: '10.2' }, part))).toEqual([`bound market ${key('A')} public 2024`]);
  });
  it('leave no more over than the smaller things can be worth', () => {
    const large = { major: { partOf: 'amount', above: { each: '1', count: 'projects' } } };
    expect(names(row({ amount: '10.0', major: '6.0', projects: '5' }, large))).toEqual([]);
    expect(names(row({ amount: '10.0', major: '0.0', projects: '5' }, large))).toEqual([
      `bound market ${key('A')} major 2024`,
    ]);
  });
  it('that number the rows have every number once', () => {
    const list = (...numbers: readonly string[]): Tiny => ({
      cubes: {
        list: {
          codes: ['A', 'B', 'C'],
          total: 'own',
          breakdown: 'partial',
          units: { rank: 'rank' },
          rules: { rank: { numbers: true } },
          rows: { 2024: Object.fromEntries(['A', 'B', 'C'].map((code, at) => [code, { rank: numbers[at] ?? '' }])) },
        },
      },
    });
    expect(names(list('2', '3', '1'))).toEqual([]);
    expect(findings(list('1', '1', '3')).map(({ name, printed, follows }) => [name, printed, follows])).toEqual([
      [`numbers list ${key('B')} rank 2024`, '1', '2'],
    ]);
  });
});

describe('continuity', () => {
  const years = (now: string, published: readonly TinyPublished[] = []): Tiny => ({
    cubes: {
      trade: {
        codes: ['A'],
        total: 'own',
        rules: { amount: { jump: 3 } },
        rows: { 2023: { A: { amount: '120' } }, 2024: { A: { amount: now } } },
      },
    },
    published,
  });
  it('finds a jump in either direction', () => {
    expect(names(years('350'))).toEqual([]);
    expect(names(years('1200'))).toEqual([`jump trade ${key('A')} amount 2024`]);
    expect(names(years('12'))).toEqual([`jump trade ${key('A')} amount 2024`]);
  });
  it('finds none that the source itself confirms', () => {
    const growth = { indicator: 'growth', cube: 'trade', code: 'A', value: '900', unit: 'percent' } as const;
    expect(names(years('1200', [growth]))).toEqual([]);
  });
  it('finds rows that appear and disappear', () => {
    const rows = { 2023: { A: { amount: '1' }, B: { amount: '1' } }, 2024: { A: { amount: '1' }, C: { amount: '1' } } };
    expect(names({ cubes: { trade: { codes: ['A', 'B', 'C'], total: 'own', rows } } })).toEqual([
      `appears trade ${key('C')} 2024`,
      `disappears trade ${key('B')} 2024`,
    ]);
  });

  const edition = (year: number, amount: string): Tiny => ({
    year,
    cubes: { trade: { codes: ['A'], total: 'own', rows: { 2022: { A: { amount } }, [year]: { A: { amount: '1' } } } } },
  });
  it('compares the figures of a year in two editions, rounding aside', () => {
    expect(names(edition(2024, '12.3'), [edition(2023, '12.34')])).toEqual([]);
    expect(names(edition(2024, '12.3'), [edition(2023, '12.45')])).toEqual([
      `edition trade ${key('A')} amount 2022 2023`,
    ]);
    expect(names(edition(2023, '12.3'), [edition(2024, '12.45')])).toEqual([]);
  });
});

describe('growths without their base', () => {
  const grown = (unit: string, ...growths: readonly (readonly [code: string | undefined, value: string])[]): Tiny => ({
    cubes: {
      annual: { codes: ['ALL'], rows: { 2023: { ALL: { amount: '150' } }, 2024: { ALL: { amount: '210' } } } },
      trade: {
        codes: ['A', 'B'],
        groups: { AB: ['A', 'B'] },
        rows: { 2024: { A: { amount: '110', contracts: '10' }, B: { amount: '100', contracts: '20' } } },
      },
    },
    totals: { amount: 'annual' },
    published: growths.map(([code, value]) => ({
      indicator: 'growth',
      cube: 'trade',
      value,
      unit,
      ...(code !== undefined && { code }),
    })),
  });
  it('must give parts that add up to the whole of the year before', () => {
    expect(names(grown('percent', ['A', '10.0'], ['B', '100.0']))).toEqual([]);
    expect(names(grown('percent', ['A', '10.0'], ['B', '10.0']))).toEqual(['growths trade amount 2024']);
  });
  it('must give the growth of a group', () => {
    expect(names(grown('percent', ['A', '10.0'], ['B', '100.0'], ['AB', '40.0']))).toEqual([]);
    expect(names(grown('percent', ['A', '10.0'], ['B', '100.0'], ['AB', '55.3']))).toEqual([
      `growth trade ${key('AB')} amount 2024`,
    ]);
  });
  it('must give the growth of an average', () => {
    const entry = { indicator: 'growth', cube: 'trade', code: 'A', unit: 'percent' } as const;
    const tiny = (value: string): Tiny => ({
      ...grown('percent', ['A', '10.0']),
      published: [
        { ...entry, value: '10.0' },
        { ...entry, measure: 'contracts', value: '-50.0' },
        { ...entry, measure: 'amount/contracts', value },
      ],
    });
    expect(names(tiny('120.0'))).toEqual([]);
    expect(names(tiny('302.8'))).toEqual([`growth trade ${key('A')} amount/contracts 2024`]);
  });
});

describe('statements', () => {
  const cubes = {
    trade: {
      codes: ['A', 'B', 'C'],
      rows: {
        2023: { A: { amount: '50' }, B: { amount: '30' }, C: { amount: '20' } },
        2024: { A: { amount: '90' }, B: { amount: '31' }, C: { amount: '79' } },
      },
    },
  } satisfies Record<string, TinyCube>;
  const share = { indicator: 'share', cube: 'trade', code: 'A', unit: 'percent' } as const;
  it.each([
    [{ ...share, precision: 'above', value: '40' }, true],
    [{ ...share, precision: 'above', value: '50' }, false],
    [{ ...share, precision: 'below', value: '50' }, true],
    [{ ...share, precision: 'below', value: '40' }, false],
    [{ ...share, precision: 'nearly', value: '50' }, true],
    [{ ...share, precision: 'nearly', value: '60' }, false],
    [{ ...share, precision: 'about', value: '43' }, true],
    [{ ...share, precision: 'about', value: '30' }, false],
    [{ indicator: 'direction', cube: 'trade', code: 'B', value: 'flat' }, true],
    [{ indicator: 'direction', cube: 'trade', code: 'C', value: 'flat' }, false],
    [{ indicator: 'comparison', cube: 'trade', code: 'A', against: { [dimension]: 'B' }, value: 'above' }, true],
    [{ indicator: 'comparison', cube: 'trade', code: 'A', against: { [dimension]: 'B' }, value: 'below' }, false],
    [{ indicator: 'growth-rank', cube: 'trade', code: 'C', value: '1', unit: 'rank' }, true],
    [{ indicator: 'growth-rank', cube: 'trade', code: 'A', value: '1', unit: 'rank' }, false],
    [{ indicator: 'times', cube: 'trade', code: 'A', against: { year: '2023' }, value: '1.8', unit: 'multiple' }, true],
    [
      { indicator: 'times', cube: 'trade', code: 'A', against: { year: '2023' }, value: '2.8', unit: 'multiple' },
      false,
    ],
    [{ indicator: 'difference', cube: 'trade', code: 'A', against: { [dimension]: 'B' }, value: '59' }, true],
    [{ indicator: 'difference', cube: 'trade', code: 'A', against: { [dimension]: 'B' }, value: '95' }, false],
  ] as const)('%j holds: %s', (entry, holds) => {
    expect(names({ cubes, published: [entry] }).length).toBe(holds ? 0 : 1);
  });

  it('that print one figure twice must agree, even where the data allow both', () => {
    const entry = { indicator: 'growth', cube: 'trade', code: 'A', year: 2023, unit: 'percent' } as const;
    const twice = (second: string): Tiny => ({
      cubes,
      published: [
        { ...entry, value: '4.1' },
        { ...entry, value: '4.1' },
        { ...entry, value: second },
      ],
    });
    expect(names(twice('4.1'))).toEqual([]);
    expect(names(twice('4'))).toEqual([]);
    expect(names(twice('4.2'))).toEqual([`growth trade ${key('A')} amount 2023`]);
  });
});
