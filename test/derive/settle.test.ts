/** Where rounded inputs leave open how a figure rounds, the one that the source prints counts; nothing else does. */
import { describe, expect, it } from 'vitest';
import { growth, Lookup, share, together } from '../../src/derive/index.ts';
import type { Quantity } from '../../src/model/quantity.ts';
import type { Fact } from '../../src/model/statements.ts';
import { dimension, published, type TinyCube, type TinyPublished, tinyDataset } from '../support/tiny.ts';

/** A tenth of a whole of ten, in one decimal: its share is 11.3 to 12.5 per cent, its growth 9.5 to 31.6. */
function lookupOf(printed: Omit<TinyPublished, 'cube'>, amount = '1.2'): Lookup {
  const rows = {
    2023: { A: { amount: '1.0', contracts: '1' }, B: { amount: '8.0', contracts: '1' } },
    2024: { A: { amount, contracts: '1' }, B: { amount: '8.9', contracts: '3' } },
  };
  return new Lookup(
    tinyDataset({ cubes: { trade: { codes: ['A', 'B'], rows } }, published: [{ cube: 'trade', ...printed }] }),
  );
}
const at = (lookup: Lookup, code?: string, measure = 'amount') => {
  const key = code === undefined ? {} : { [dimension]: code };
  const found = lookup.at({ cube: 'trade', key, measure, year: 2024 });
  if (found === undefined) throw new Error(`No ${measure} of ${code}`);
  return found;
};
const shareOf = (value: string, amount?: string, unit = 'percent') => {
  const lookup = lookupOf({ indicator: 'share', code: 'A', value, unit }, amount);
  return share(lookup, at(lookup, 'A'));
};
const text = (quantity: Quantity | undefined) => quantity?.value.toFixed(2);
const source = (quantity: Quantity | undefined) =>
  quantity?.origin.kind === 'derived' ? quantity.origin.printed?.source : 'not derived';

describe('a computed figure', () => {
  it('is the printed one where the rounding of its inputs leaves it open', () => {
    const found = shareOf('12.1');
    expect([text(found), found?.decimals, source(found)]).toEqual(['12.10', 1, 'tiny']);
    // It stays computed: from the same inputs, by the same formula.
    expect(found?.origin).toMatchObject({ kind: 'derived', indicator: 'share', inputs: [{}, {}] });
  });
  it('has then no more decimals than its like', () => {
    const found = shareOf('12.14');
    expect([text(found), found?.decimals, source(found)]).toEqual(['12.14', 1, 'tiny']);
  });
  it('lies then where both allow it', () => {
    const { low, high } = shareOf('12.5')?.interval ?? {};
    // 12.45 is what rounds to 12.5; 12.5 is 1.25 of 10.0.
    expect([low?.toFixed(2), high?.toFixed(2)]).toEqual(['12.45', '12.50']);
  });
  it('stays as computed where the source contradicts its inputs', () => {
    const found = shareOf('12.9');
    expect([text(found), source(found)]).toEqual(['11.88', undefined]);
  });
  it('stays as computed where it rounds to what is printed anyway', () => {
    const found = shareOf('11.9');
    expect([text(found), source(found)]).toEqual(['11.88', undefined]);
  });
  it('moves with its inputs, and no longer heeds what is printed', () => {
    const found = shareOf('12.1', '2.2');
    expect([text(found), source(found)]).toEqual(['19.82', undefined]);
  });
  it('is not that of another unit, place or kind', () => {
    expect(text(shareOf('12.1', '1.2', 'multiple'))).toBe('11.88');
    const ofB = lookupOf({ indicator: 'share', code: 'B', value: '12.1', unit: 'percent' });
    expect(text(share(ofB, at(ofB, 'A')))).toBe('11.88');
    const ofGrowth = lookupOf({ indicator: 'growth', code: 'A', value: '12.1', unit: 'percent' });
    expect(text(share(ofGrowth, at(ofGrowth, 'A')))).toBe('11.88');
    const within = lookupOf({
      indicator: 'share',
      code: 'A',
      value: '12.1',
      unit: 'percent',
      against: { [dimension]: 'B' },
    });
    expect(text(share(within, at(within, 'A')))).toBe('11.88');
  });
});

describe('what can be settled', () => {
  it('is a total, and the shares of it heed it', () => {
    const lookup = lookupOf({ indicator: 'total', value: '10.2' });
    expect([text(at(lookup)), source(at(lookup))]).toEqual(['10.20', 'tiny']);
    expect(text(share(lookup, at(lookup, 'A')))).toBe('11.76');
    expect(text(at(lookupOf({ indicator: 'total', value: '10.4' })))).toBe('10.10');
  });
  it('is a growth', () => {
    const growthIn = (value: string) => {
      const lookup = lookupOf({ indicator: 'growth', code: 'A', value, unit: 'percent' });
      return text(growth(lookup, at(lookup, 'A')));
    };
    expect(['15.0', '31.6', '32.0', '-15.0'].map(growthIn)).toEqual(['15.00', '31.60', '20.00', '20.00']);
  });
  it('is an average', () => {
    const average = (value: string) =>
      text(
        at(lookupOf({ indicator: 'value', code: 'B', measure: 'amount/contracts', value }), 'B', 'amount/contracts'),
      );
    // 8.85 to 8.95 among three.
    expect(['2.95', '3.0', '2.98'].map(average)).toEqual(['2.95', '2.97', '2.98']);
    const inYuan = { indicator: 'value', code: 'B', measure: 'amount/contracts', unit: 'yuan' } as const;
    expect(text(at(lookupOf({ ...inYuan, value: '29800' }), 'B', 'amount/contracts'))).toBe('2.98');
  });
  it('is the sum of several codes, where a fact follows from them', () => {
    const trade: TinyCube = {
      codes: ['A', 'B', 'C'],
      rows: { 2024: { A: { amount: '1.2' }, B: { amount: '8.9' }, C: { amount: '3.4' } } },
    };
    const sumWith = (value: string, codes: readonly string[], follows: 'same' | 'at-most' = 'same') => {
      const refs = codes.map((code) => ({ cube: 'trade', key: { [dimension]: code }, measure: 'amount', year: 2024 }));
      const fact: Fact = {
        kind: 'figure',
        path: 'tiny.number',
        quantity: published(value),
        precision: 'exact',
        follows: { indicator: follows, of: [{ kind: 'place', indicator: 'value', refs }] },
      };
      const lookup = new Lookup(tinyDataset({ cubes: { trade }, facts: [fact] }));
      return together(lookup, [at(lookup, 'B'), at(lookup, 'A')]);
    };
    const found = sumWith('10.2', ['A', 'B']);
    expect([text(found), source(found)]).toEqual(['10.20', 'tiny']);
    // Another number, other codes, or no statement of equality.
    expect(
      [sumWith('10.4', ['A', 'B']), sumWith('10.2', ['A', 'C']), sumWith('10.2', ['A', 'B'], 'at-most')].map(text),
    ).toEqual(['10.10', '10.10', '10.10']);
  });
  it('is no observation, and no figure of exact inputs', () => {
    expect(text(at(lookupOf({ indicator: 'value', code: 'A', value: '1.24' }), 'A'))).toBe('1.20');
    const lookup = lookupOf({ indicator: 'share', code: 'A', measure: 'contracts', value: '25.3', unit: 'percent' });
    expect(text(share(lookup, at(lookup, 'A', 'contracts')))).toBe('25.00');
  });
});
