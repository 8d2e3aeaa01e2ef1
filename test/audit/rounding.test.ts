import { Decimal } from 'decimal.js';
import { describe, expect, it } from 'vitest';
import { audit } from '../../src/audit/index.ts';
import { Lookup } from '../../src/derive/index.ts';
import type { FigureFact } from '../../src/model/statements.ts';
import { dimension, published, seeded, type Tiny, type TinyPublished, tinyDataset } from '../support/tiny.ts';

const paths = (...of: string[]) => of.map((path) => ({ kind: 'fact', path }) as const);
const tops = ['A', 'B', 'C'];
const children = ['A1', 'A2'];
type Amounts = Readonly<Record<string, Decimal>>;

/** An honest yearbook: every figure and indicator is rounded once, from amounts that nobody sees. */
function honestYearbook(random: () => number): Tiny {
  const size = 10 ** (1 + Math.floor(random() * 4));
  const one = () => new Decimal(random() * size).plus(size / 10);
  const places = () => Math.floor(random() * 3);
  const decimals = places();
  const draw = (): Amounts => {
    const [a1, a2, b, c] = [one(), one(), one(), one()];
    // Half of the time two amounts are nearly the same, so that rounding hides which is larger.
    return { A1: a1, A2: a2, A: a1.plus(a2), B: b, C: random() < 0.5 ? b.plus(10 ** -(decimals + 2)) : c };
  };
  const [before, now] = [draw(), draw()];
  const at = (amounts: Amounts, code: string) => amounts[code] ?? new Decimal(0);
  const whole = (amounts: Amounts) => tops.reduce((sum, code) => sum.plus(at(amounts, code)), new Decimal(0));
  const rows = (amounts: Amounts) =>
    Object.fromEntries([...tops, ...children].map((code) => [code, { amount: at(amounts, code).toFixed(decimals) }]));
  // The same contracts in two other parts.
  const cut = whole(now).times(random() * 0.8 + 0.1);
  const other = places();

  const print = (
    indicator: TinyPublished['indicator'],
    value: Decimal,
    unit: string,
    rest: Partial<TinyPublished> = {},
  ): TinyPublished => ({
    indicator,
    cube: 'trade',
    value: value.toFixed(unit === 'rank' ? 0 : places()),
    unit,
    ...rest,
  });
  const change = (code: string) => at(now, code).minus(at(before, code));
  const growth = (new_: Decimal, old: Decimal) => new_.div(old).minus(1).times(100);
  const entries = tops.flatMap((code): TinyPublished[] => {
    const [value, old] = [at(now, code), at(before, code)];
    const ahead = tops.filter((other) => at(now, other).gt(value)).length;
    return [
      print('value', value, 'wanyuan', { code }),
      print('value', value.div(10000), 'yiyuan', { code }),
      print('share', value.div(whole(now)).times(100), 'percent', { code }),
      print('growth', growth(value, old), 'percent', { code }),
      print('growth', growth(value, old).div(100), 'multiple', { code }),
      print('increase', change(code), 'wanyuan', { code }),
      print('times', value.div(old), 'multiple', { code }),
      print(
        'contribution',
        change(code)
          .div(whole(now).minus(whole(before)))
          .times(100),
        'percent',
        { code },
      ),
      print('ratio', value.div(at(now, 'B')), 'ratio', { code, against: { [dimension]: 'B' } }),
      print('rank', new Decimal(1 + ahead), 'rank', { code }),
      { indicator: 'direction', cube: 'trade', code, value: change(code).isPositive() ? 'up' : 'down' },
      { indicator: 'record', cube: 'trade', code, value: change(code).isPositive() ? 'high' : 'low' },
    ];
  });
  const fact = (path: string, value: Decimal, unit: string, follows?: FigureFact['follows']): FigureFact => {
    const quantity = published(value.toFixed(places()), unit);
    return {
      kind: 'figure',
      path,
      quantity: { ...quantity, origin: { kind: 'fact', path, place: { file: 'facts' }, source: '' } },
      precision: 'exact',
      ...(follows && { follows }),
    };
  };
  const [x, y] = [one(), one()];
  return {
    cubes: {
      trade: {
        codes: [...tops, ...children.map((code) => ({ code, parent: 'A' }))],
        rows: { 2023: rows(before), 2024: rows(now) },
      },
      size: {
        codes: ['L', 'S'],
        rows: { 2024: { L: { amount: cut.toFixed(other) }, S: { amount: whole(now).minus(cut).toFixed(other) } } },
      },
      field: { codes: ['F', 'G'], breakdown: 'partial', rows: { 2024: { F: { amount: cut.toFixed(other) } } } },
    },
    totals: { amount: 'trade' },
    published: [
      ...entries,
      print('total', whole(now), 'wanyuan'),
      print('growth', growth(whole(now), whole(before)), 'percent'),
    ],
    facts: [
      fact('f.x', x, 'wanyuan'),
      fact('f.y', y, 'wanyuan'),
      fact('f.sum', x.plus(y), 'wanyuan', { indicator: 'sum', of: paths('f.x', 'f.y') }),
      fact('f.share', x.div(y).times(100), 'percent', { indicator: 'share', of: paths('f.x', 'f.y') }),
      fact('f.ratio', x.div(whole(now)), 'ratio', { indicator: 'ratio', of: paths('f.x', 'total.amount') }),
    ],
  };
}

describe('rounding alone', () => {
  it('is never a finding', () => {
    const random = seeded(1);
    for (let round = 0; round < 500; round += 1) {
      const findings = audit(new Lookup(tinyDataset(honestYearbook(random))));
      expect(
        findings.map(({ name, problem }) => `${name} ${JSON.stringify(problem.values)}`),
        `round ${round}`,
      ).toEqual([]);
    }
  });

  it('hides no figure that is wrong by more', () => {
    const random = seeded(2);
    let found = 0;
    const rounds = 200;
    for (let round = 0; round < rounds; round += 1) {
      const honest = honestYearbook(random);
      const entries = honest.published ?? [];
      const at = Math.floor(random() * entries.length);
      const wrong = entries.map((entry, index): TinyPublished => {
        if (index !== at) return entry;
        if (entry.indicator === 'direction') return { ...entry, value: entry.value === 'up' ? 'down' : 'up' };
        if (entry.indicator === 'record') return { ...entry, value: entry.value === 'high' ? 'low' : 'high' };
        // A digit in front of the first: wrong by far, whatever the rounding.
        return { ...entry, value: entry.value.startsWith('-') ? `-9${entry.value.slice(1)}` : `9${entry.value}` };
      });
      const findings = audit(new Lookup(tinyDataset({ ...honest, published: wrong })));
      if (findings.length > 0) found += 1;
    }
    // The rest are indicators that rounded data do not determine, such as a contribution to a change of nearly nothing.
    expect(found).toBeGreaterThan(rounds * 0.9);
  });
});
