import { describe, expect, it } from 'vitest';
import { audit, unexplained } from '../../src/audit/index.ts';
import { Lookup } from '../../src/derive/index.ts';
import type { FigureFact } from '../../src/model/statements.ts';
import { dimension, published, type Tiny, type TinyCube, tinyDataset } from '../support/tiny.ts';

const findings = (tiny: Tiny) => audit(new Lookup(tinyDataset(tiny)));
const names = (tiny: Tiny) => findings(tiny).map(({ name }) => name);
const paths = (...of: string[]) => of.map((path) => ({ kind: 'fact', path }) as const);
const key = (code: string) => `${dimension}=${code}`;

const trade: TinyCube = {
  codes: [{ code: 'A', kind: 'division' }, { code: 'B', kind: 'division' }, 'C'],
  groups: { AB: ['A', 'B'] },
  rows: {
    2023: {
      A: { amount: '20.00', contracts: '3' },
      B: { amount: '50.00', contracts: '8' },
      C: { amount: '30.00', contracts: '4' },
    },
    2024: {
      A: { amount: '60.00', contracts: '3' },
      B: { amount: '40.00', contracts: '9' },
      C: { amount: '20.00', contracts: '5' },
    },
  },
};
const cubes = { trade };
const totals = { amount: 'trade', contracts: 'trade' };

describe('what the source prints beside its tables', () => {
  const truths = [
    { indicator: 'value', code: 'A', value: '60' },
    { indicator: 'value', code: 'A', value: '0.01', unit: 'yiyuan' },
    { indicator: 'value', code: 'A', measure: 'amount/contracts', value: '20.0' },
    { indicator: 'total', value: '120.00' },
    { indicator: 'share', code: 'AB', value: '83.3', unit: 'percent' },
    { indicator: 'growth', code: 'A', value: '200', unit: 'percent' },
    { indicator: 'growth', code: 'A', value: '2', unit: 'multiple' },
    { indicator: 'increase', code: 'B', value: '-10', unit: 'wanyuan' },
    { indicator: 'times', code: 'A', value: '3.0', unit: 'multiple' },
    { indicator: 'contribution', code: 'A', value: '200', unit: 'percent' },
    { indicator: 'rank', code: 'A', against: { kind: 'division' }, value: '1', unit: 'rank' },
    { indicator: 'ratio', code: 'A', against: { [dimension]: 'B' }, value: '1.5', unit: 'ratio' },
    { indicator: 'direction', code: 'B', value: 'down' },
    { indicator: 'record', code: 'A', value: 'high' },
    { indicator: 'record', code: 'B', value: 'low' },
  ] as const;
  it.each(truths)('accepts what follows: %j', (truth) => {
    expect(names({ cubes, totals, published: [{ cube: 'trade', ...truth }] })).toEqual([]);
  });

  it.each([
    [{ indicator: 'value', code: 'A', value: '61' }, `value trade ${key('A')} amount 2024`],
    [{ indicator: 'value', code: 'A', value: '0.02', unit: 'yiyuan' }, `value trade ${key('A')} amount 2024`],
    [
      { indicator: 'value', code: 'A', measure: 'amount/contracts', value: '20.1' },
      `value trade ${key('A')} amount/contracts 2024`,
    ],
    [{ indicator: 'total', value: '120.02' }, undefined],
    [{ indicator: 'total', value: '120.04' }, 'total trade amount 2024'],
    [{ indicator: 'total', measure: 'contracts', value: '16', unit: 'contract' }, 'total trade contracts 2024'],
    [{ indicator: 'share', code: 'AB', value: '83.5', unit: 'percent' }, `share trade ${key('AB')} amount 2024`],
    [{ indicator: 'growth', code: 'A', value: '199', unit: 'percent' }, `growth trade ${key('A')} amount 2024`],
    [{ indicator: 'growth', code: 'A', value: '3', unit: 'multiple' }, `growth trade ${key('A')} amount 2024`],
    [{ indicator: 'increase', code: 'B', value: '10', unit: 'wanyuan' }, `increase trade ${key('B')} amount 2024`],
    [{ indicator: 'times', code: 'A', value: '2.9', unit: 'multiple' }, `times trade ${key('A')} amount 2024`],
    [
      { indicator: 'contribution', code: 'A', value: '50', unit: 'percent' },
      `contribution trade ${key('A')} amount 2024`,
    ],
    [
      { indicator: 'rank', code: 'A', against: { kind: 'division' }, value: '2', unit: 'rank' },
      `rank trade ${key('A')} amount 2024`,
    ],
    [
      { indicator: 'ratio', code: 'A', against: { [dimension]: 'B' }, value: '1.6', unit: 'ratio' },
      `ratio trade ${key('A')}:${key('B')} amount 2024`,
    ],
    [{ indicator: 'direction', code: 'B', value: 'up' }, `direction trade ${key('B')} amount 2024`],
    [
      { indicator: 'direction', code: 'A', measure: 'contracts', value: 'up' },
      `direction trade ${key('A')} contracts 2024`,
    ],
    [{ indicator: 'record', code: 'B', value: 'high' }, `record trade ${key('B')} amount 2024`],
  ] as const)('finds what does not: %j', (falsehood, name) => {
    expect(names({ cubes, totals, published: [{ cube: 'trade', ...falsehood }] })).toEqual(
      name === undefined ? [] : [name],
    );
  });

  it('says what is printed, what follows, and where', () => {
    const entry = { indicator: 'share', cube: 'trade', code: 'A', value: '45.90', unit: 'percent', line: 38 } as const;
    const [finding] = findings({ cubes, totals, published: [entry] });
    expect(finding?.problem).toEqual({
      name: 'audit.contradiction',
      severity: 'warning',
      place: { file: 'test/support/tiny.ts', line: 38, column: 1 },
      values: {
        finding: `share trade ${key('A')} amount 2024`,
        printed: '45.90',
        follows: '50.00',
        off: '-4.10',
        unit: 'percent',
      },
    });
  });
  it('reports one figure printed wrongly twice once, at its first place', () => {
    const entry = { indicator: 'share', cube: 'trade', code: 'A', unit: 'percent' } as const;
    const found = findings({
      cubes,
      totals,
      published: [
        { ...entry, value: '45.90', line: 38 },
        { ...entry, value: '45.9', line: 43 },
      ],
    });
    expect(found.map(({ problem }) => problem.place?.line)).toEqual([38]);
  });
  it('does not judge what the data do not determine', () => {
    const undetermined = [
      { indicator: 'growth', cube: 'trade', code: 'A', year: 2023, value: '12.0', unit: 'percent' },
      { indicator: 'direction', cube: 'trade', code: 'B', year: 2023, value: 'down' },
      { indicator: 'rank', cube: 'trade', code: 'C', against: { kind: 'division' }, value: '3', unit: 'rank' },
      { indicator: 'value', cube: 'trade', code: 'A', year: 2020, value: '5' },
    ] as const;
    expect(names({ cubes, totals, published: undetermined })).toEqual([]);
  });
  it('does not judge a contribution to a decline, nor take it for a direction', () => {
    const fallen: TinyCube = {
      codes: ['A', 'B'],
      rows: { 2023: { A: { amount: '10' }, B: { amount: '90' } }, 2024: { A: { amount: '20' }, B: { amount: '50' } } },
    };
    const entry = { indicator: 'contribution', cube: 'trade', code: 'A', value: '33', unit: 'percent' } as const;
    expect(names({ cubes: { trade: fallen }, published: [entry] })).toEqual([]);
  });
});

describe('parts and wholes', () => {
  const sizes = (large: string, small: string, breakdown: TinyCube['breakdown'] = 'complete'): Tiny => ({
    cubes: {
      trade,
      size: { codes: ['L', 'S'], breakdown, rows: { 2024: { L: { amount: large }, S: { amount: small } } } },
    },
    totals,
  });
  it('accepts a cube that adds up to the book’s total within its rounding', () => {
    expect(names(sizes('70.00', '50.01'))).toEqual([]);
    expect(names(sizes('70', '49'))).toEqual([]);
  });
  it('finds one that does not', () => {
    const found = findings(sizes('70.00', '49.00'));
    expect(found.map(({ name }) => name)).toEqual(['footing size amount 2024']);
    expect(found[0]?.problem).toMatchObject({
      name: 'audit.footing',
      values: { cube: 'size', sum: '119.00', reference: 'trade', total: '120.00' },
    });
  });
  it('lets a partial breakdown leave something over, but not exceed the total', () => {
    expect(names(sizes('70.00', '9.00', 'partial'))).toEqual([]);
    expect(names(sizes('70.00', '59.00', 'partial'))).toEqual(['footing size amount 2024']);
    expect(names(sizes('130.00', 'missing'))).toEqual(['footing size amount 2024']);
  });

  const nested = (second: string): Tiny => ({
    cubes: {
      party: {
        codes: ['E', { code: 'E1', parent: 'E' }, { code: 'E2', parent: 'E' }],
        rows: { 2024: { E: { amount: '70.0' }, E1: { amount: '50.0' }, E2: { amount: second } } },
      },
    },
  });
  it('accepts parts that add up to their parent within their rounding', () =>
    expect(names(nested('20.1'))).toEqual([]));
  it('finds parts that do not', () => expect(names(nested('20.2'))).toEqual([`parts party ${key('E')} amount 2024`]));
  it('lets a part be unknown, if the others do not exceed the parent', () => {
    expect(names(nested('missing'))).toEqual([]);
    const exceeding = {
      codes: nested('1').cubes.party?.codes ?? [],
      rows: { 2024: { E: { amount: '70.0' }, E1: { amount: '70.2' }, E2: { amount: 'missing' } } },
    };
    expect(names({ cubes: { party: exceeding } })).toEqual([`parts party ${key('E')} amount 2024`]);
  });
});

describe('facts', () => {
  const fact = (path: string, value: string, unit: string, follows?: FigureFact['follows']): FigureFact => ({
    kind: 'figure',
    path,
    quantity: {
      ...published(value, unit, unit === 'item'),
      origin: { kind: 'fact', path, place: { file: 'facts.yaml', line: 9 }, source: '' },
    },
    precision: 'exact',
    ...(follows && { follows }),
  });
  const inputs = [fact('r.applied', '140', 'item'), fact('r.basic', '31', 'item'), fact('in.flow', '0.5', 'yiyuan')];
  const names = (...facts: FigureFact[]) =>
    findings({ cubes, totals, facts: [...inputs, ...facts] }).map(({ name }) => name);

  it('are compared with the sum, share or ratio of which they say that they follow', () => {
    const of = paths('r.applied', 'r.basic');
    expect(names(fact('r.all', '171', 'item', { indicator: 'sum', of }))).toEqual([]);
    expect(names(fact('r.all', '173', 'item', { indicator: 'sum', of }))).toEqual(['fact r.all']);
    expect(names(fact('r.part', '22', 'percent', { indicator: 'share', of: paths('r.basic', 'r.applied') }))).toEqual(
      [],
    );
    expect(names(fact('r.part', '23', 'percent', { indicator: 'share', of: paths('r.basic', 'r.applied') }))).toEqual([
      'fact r.part',
    ]);
  });
  it('may follow from the book’s total, in another unit', () => {
    const follows = { indicator: 'ratio', of: paths('in.flow', 'total.amount') } as const;
    expect(names(fact('in.ratio', '42', 'ratio', follows))).toEqual([]);
    expect(names(fact('in.ratio', '4.2', 'ratio', follows))).toEqual(['fact in.ratio']);
  });
  it('that name no fact are found, with what is missing', () => {
    const found = findings({
      cubes,
      totals,
      facts: [...inputs, fact('r.all', '171', 'item', { indicator: 'sum', of: paths('r.applied', 'r.bassic') })],
    });
    expect(found.map(({ problem }) => [problem.name, problem.values.path, problem.place?.line])).toEqual([
      ['audit.unknown-fact', 'r.bassic', 9],
    ]);
  });
});

describe('errata', () => {
  const wrong = { indicator: 'share', cube: 'trade', code: 'A', value: '45.9', unit: 'percent' } as const;
  const name = `share trade ${key('A')} amount 2024`;
  it('explain the finding that they name, and no other', () => {
    const other = { ...wrong, code: 'B' } as const;
    const found = findings({ cubes, totals, published: [wrong, other], errata: [name] });
    expect(found.map((finding) => [finding.name, finding.erratum?.reason.en])).toEqual([
      [name, 'Known'],
      [`share trade ${key('B')} amount 2024`, undefined],
    ]);
    expect(unexplained(found).map((finding) => finding.name)).toEqual([`share trade ${key('B')} amount 2024`]);
  });
  it('that explain nothing any more are findings themselves, and no erratum can explain that', () => {
    const found = findings({ cubes, totals, published: [{ ...wrong, value: '50.0' }], errata: [name] });
    expect(unexplained(found).map((finding) => [finding.name, finding.problem.name])).toEqual([
      [`stale ${name}`, 'audit.stale-erratum'],
    ]);
  });
});
