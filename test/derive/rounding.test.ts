import { Decimal } from 'decimal.js';
import { describe, expect, it } from 'vitest';
import {
  contribution,
  growth,
  increase,
  Lookup,
  rank,
  ratio,
  remainder,
  share,
  sumOf,
  times,
} from '../../src/derive/index.ts';
import type { Quantity } from '../../src/model/quantity.ts';
import { dimension, seeded, type TinyCube, tinyDataset } from '../support/tiny.ts';

const codes = ['A', 'B', 'C', 'D', 'E'];
type Amounts = Readonly<Record<string, Decimal>>;
const sum = (amounts: Amounts, of: readonly string[] = codes) =>
  of.reduce((total, code) => total.plus(amounts[code] ?? 0), new Decimal(0));

/** Amounts of two years and numbers of contracts before anybody rounded them. */
function draw(random: () => number): { before: Amounts; now: Amounts; contracts: Readonly<Record<string, number>> } {
  const size = 10 ** (1 + Math.floor(random() * 4));
  const amounts = () => Object.fromEntries(codes.map((code) => [code, new Decimal(random() * size).plus(1)]));
  const contracts = Object.fromEntries(codes.map((code) => [code, 1 + Math.floor(random() * 50)]));
  return { before: amounts(), now: amounts(), contracts };
}

function roundedCube({ before, now, contracts }: ReturnType<typeof draw>, decimals: number): TinyCube {
  const rows = (amounts: Amounts) =>
    Object.fromEntries(
      codes.map((code) => [
        code,
        { amount: (amounts[code] ?? new Decimal(0)).toFixed(decimals), contracts: String(contracts[code]) },
      ]),
    );
  return { codes, rows: { 2023: rows(before), 2024: rows(now) }, groups: { AB: ['A', 'B'] } };
}

describe('an indicator of rounded figures', () => {
  it('has the unrounded indicator in its interval', () => {
    const random = seeded(7);
    const checked = new Map<string, number>();
    for (let round = 0; round < 400; round += 1) {
      const unrounded = draw(random);
      const { before, now, contracts } = unrounded;
      const decimals = Math.floor(random() * 3);
      const lookup = new Lookup(tinyDataset({ cubes: { trade: roundedCube(unrounded, decimals) } }));
      const at = (code?: string, measure = 'amount') =>
        lookup.at({ cube: 'trade', key: code === undefined ? {} : { [dimension]: code }, measure, year: 2024 });
      const [all, a, b, group] = [at(), at('A'), at('B'), at('AB')];
      if (!all || !a || !b || !group) throw new Error('A value is missing');
      const [nowA, beforeA] = [sum(now, ['A']), sum(before, ['A'])];
      const [nowAll, beforeAll] = [sum(now), sum(before)];
      const cases: Readonly<Record<string, readonly [Decimal, Quantity | undefined]>> = {
        total: [nowAll, all],
        group: [sum(now, ['A', 'B']), group],
        share: [nowA.div(nowAll).times(100), share(lookup, a)],
        'share of a group': [sum(now, ['A', 'B']).div(nowAll).times(100), share(lookup, group)],
        increase: [nowA.minus(beforeA), increase(lookup, a)],
        growth: [nowA.div(beforeA).minus(1).times(100), growth(lookup, a)],
        'growth of the whole': [nowAll.div(beforeAll).minus(1).times(100), growth(lookup, all)],
        times: [nowA.div(beforeA), times(lookup, a)],
        contribution: [nowA.minus(beforeA).div(nowAll.minus(beforeAll)).times(100), contribution(lookup, a)],
        ratio: [nowA.div(sum(now, ['B'])), ratio(lookup, a, b)],
        sum: [sum(now, ['A', 'B']), sumOf([a, b])],
        remainder: [nowAll.minus(sum(now, ['A', 'B'])), remainder(lookup, [a, b])],
        average: [nowA.div(contracts.A ?? 1), at('A', 'amount/contracts')],
        rank: [new Decimal(1 + codes.filter((code) => sum(now, [code]).gt(nowA)).length), rank(lookup, a)],
      };
      for (const [name, [truth, found]] of Object.entries(cases)) {
        if (found === undefined) continue;
        checked.set(name, (checked.get(name) ?? 0) + 1);
        // The true value is calculated with 20 digits only.
        const slack = truth.abs().times('1e-15');
        const inside = found.interval.low.lte(truth.plus(slack)) && found.interval.high.gte(truth.minus(slack));
        expect(inside, `${name} ${truth} of round ${round}: ${found.interval.low} … ${found.interval.high}`).toBe(true);
      }
    }
    // Every indicator was there most of the time; a contribution needs a whole that rose.
    for (const [name, times] of checked) expect(times, name).toBeGreaterThan(name === 'contribution' ? 100 : 350);
    expect(checked.size).toBe(14);
  });
});
