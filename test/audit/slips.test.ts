/** What probably happened to a figure that contradicts others. */
import { describe, expect, it } from 'vitest';
import { audit } from '../../src/audit/index.ts';
import { Lookup } from '../../src/derive/index.ts';
import { type Tiny, type TinyPublished, tinyDataset } from '../support/tiny.ts';

const right = { before: '4711.2', a: '5432.6', b: '8155.5', c: '2371.4', contracts: '4444' };
/** A table with its total, in which one figure may be another. */
const table = (changes: Partial<typeof right & { total: string }> = {}): Tiny => {
  const { before, a, b, c, contracts, total = '15959.5' } = { ...right, ...changes };
  return {
    cubes: {
      trade: {
        codes: ['T', ...['A', 'B', 'C'].map((code) => ({ code, parent: 'T' }))],
        total: 'own',
        rows: {
          2023: { T: { amount: 'missing' }, A: { amount: before }, B: { amount: '1' }, C: { amount: '1' } },
          2024: { T: { amount: total }, A: { amount: a, contracts }, B: { amount: b }, C: { amount: c } },
        },
      },
    },
  };
};
const slipOf = (tiny: Tiny) => {
  const [finding] = audit(new Lookup(tinyDataset(tiny)));
  const { kind, printed, meant, place } = finding?.slip ?? {};
  return [kind, printed, meant, place?.line];
};

describe('the likely slip', () => {
  it('is none where nothing contradicts', () => expect(audit(new Lookup(tinyDataset(table())))).toEqual([]));
  it.each([
    ['two digits that have changed places', { a: '5423.6' }, ['swapped', '5423.6', '5432.6', 7]],
    ['two digits of the total', { total: '19559.5' }, ['swapped', '19559.5', '15959.5', 6]],
    ['a decimal point that moved', { c: '23714' }, ['factor', '23714', '2371.4', 9]],
    ['a lost sign', { total: '-15959.5' }, ['sign', '-15959.5', '15959.5', 6]],
    ["last year's value", { a: right.before }, ['last-year', right.before, undefined, 7]],
    ['the value of the next row', { b: right.c }, ['neighbour', right.c, undefined, undefined]],
    ['the value of the next column', { a: right.contracts }, ['column', right.contracts, undefined, 7]],
  ] as const)('may be %s', (_what, change, [kind, printed, meant, line]) => {
    const slip = slipOf(table(change));
    expect(slip.slice(0, 3)).toEqual([kind, printed, meant]);
    if (line !== undefined) expect(slip[3]).toBe(line);
  });
  it('is not named where several figures could have slipped', () =>
    // 5532.6, 2471.4 or a total of 15959.5: one digit each.
    expect(slipOf(table({ total: '16059.5' }))).toEqual([undefined, undefined, undefined, undefined]));

  const printed = (value: string, unit = 'wanyuan', rest: Partial<TinyPublished> = {}): Tiny => ({
    ...table(),
    published: [{ indicator: 'value', cube: 'trade', code: 'A', value, unit, ...rest }],
  });
  it('may be decimals that were cut off', () => {
    expect(slipOf(printed('5432')).slice(0, 2)).toEqual(['cut-off', '5432']);
    expect(slipOf(printed('5431'))[0]).toBeUndefined();
  });
  it('may be one digit', () => expect(slipOf(printed('5932.6')).slice(0, 3)).toEqual(['digit', '5932.6', '5432.6']));
  it.each([
    ['55432.6', '5432.6'],
    ['54392.6', '5432.6'],
  ])('may be a digit too many: %s', (value, meant) =>
    expect(slipOf(printed(value)).slice(0, 3)).toEqual(['extra-digit', value, meant]),
  );
  it('is no digit too many where more than one is', () => expect(slipOf(printed('705432.6'))[0]).toBeUndefined());
  it('may lie in the data from which a printed share follows', () => {
    const share = { indicator: 'share', against: { code: 'T' }, value: '34.04', unit: 'percent' } as const;
    const withShare = (changes: Parameters<typeof table>[0]): Tiny => ({
      ...table(changes),
      published: [{ ...share, cube: 'trade', code: 'A' }],
    });
    expect(audit(new Lookup(tinyDataset(withShare({}))))).toEqual([]);
    const found = audit(new Lookup(tinyDataset(withShare({ a: '5342.6' }))));
    expect(found.map(({ name, slip }) => [name, slip?.kind, slip?.meant])).toEqual([
      ['parts trade code=T amount 2024', 'swapped', '5432.6'],
      ['share trade code=A:code=T amount 2024', 'swapped', '5432.6'],
    ]);
  });
});
