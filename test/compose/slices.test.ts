/** What a template finds by the names of cubes, codes and measures, in cubes of one dimension and of several. */
import { describe, expect, it } from 'vitest';
import { composing } from '../support/composing.ts';
import type { Tiny } from '../support/tiny.ts';

const tiny: Tiny = {
  cubes: {
    deals: {
      codes: ['ENT', { code: 'GOV', kind: 'form' }, 'NAT', 'NONE'],
      groups: { BOTH: ['ENT', 'GOV'] },
      across: ['UNI', 'RES', 'MED'],
      rows: {
        2024: {
          'ENT/UNI': { amount: '40', contracts: '4' },
          'ENT/RES': { amount: '30', contracts: '3' },
          'GOV/UNI': { amount: '20', contracts: '1' },
          'GOV/RES': { amount: '10', contracts: 'missing' },
        },
      },
    },
    partly: {
      codes: ['A', 'B'],
      across: ['X', 'Y'],
      rows: { 2024: { 'A/X': { amount: '1' }, 'B/Y': { amount: '2' } } },
    },
  },
};
const { read, both, problem, holds } = composing(tiny);

describe('a cube of several dimensions', () => {
  it.each([
    ['deals.ENT.UNI.amount', '[40万元]'],
    ['deals.ENT.total.amount', '[70万元]'],
    ['deals.ENT.amount', '[70万元]'],
    ['deals.total.UNI.amount', '[60万元]'],
    ['deals.total.total.amount', '[100万元]'],
    ['deals.total.amount', '[100万元]'],
    ['deals.BOTH.UNI.amount', '[60万元]'],
    ['deals.ENT.UNI.average', '[10万元]'],
    ['deals.ENT.average', '[10万元]'],
    ['deals.ENT.UNI.year', '2024'],
  ])('%s is %s', (name, text) => expect(read(`{{${name}}}`)).toBe(text));

  it('names its slices by the last code', () => {
    expect(both('{{deals.ENT.UNI.name}} {{deals.total.RES.name}} {{deals.ENT.total.name}}')).toEqual([
      'UNI部 RES部 合计',
      'Unit UNI Unit RES Total',
    ]);
  });
  it('knows its codes where there is no sum', () => {
    expect(read('{{partly.A.X.amount}}')).toBe('[1万元]');
    expect(problem('{{partly.A.amount}}')?.[1]).toMatchObject({ context: 'blank' });
  });
  it('tells what the data do not have from what does not exist', () => {
    expect(
      ['deals.NONE', 'deals.ENT.MED', 'deals.GOV.RES.contracts', 'deals.GOV.contracts'].map((name) => holds(name)),
    ).toEqual(Array(4).fill('no'));
    expect(problem('{{deals.ENT.MED.amount}}')?.[1]).toMatchObject({ context: 'blank' });
  });
  it.each([
    ['deals.ENTT.amount', 'deals.ENT.amount'],
    ['deals.ENT.UNY.amount', 'deals.ENT.UNI.amount'],
    ['deals.ENT.UNI.amuont', 'deals.ENT.UNI.amount'],
    ['deals.total.REZ.amount', 'deals.total.RES.amount'],
    ['dales.ENT.amount', 'deals.ENT.amount'],
  ])('%s is suggested to be %s', (name, suggestion) => {
    expect(problem(`\n{{${name}}}`)).toEqual(['2:3 template.unknown-name', expect.objectContaining({ suggestion })]);
  });
});
