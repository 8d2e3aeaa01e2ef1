import { describe, expect, it } from 'vitest';
import { lines, pair, table } from '../support/resolved.ts';
import type { Tiny } from '../support/tiny.ts';

const agency = (code: string, kind: string) => ({ code, kind });
const spec: Tiny = {
  cubes: {
    agencies: { codes: [agency('A', 'P'), agency('B', 'P'), agency('C', 'Q'), agency('D', '?')], rows: {} },
    provinces: { codes: ['Q', 'P'], rows: {} },
  },
};
const name = { key: 'name', show: 'name', head: pair('name') };
const show = (list: object, stub: object = { show: 'place' }) =>
  table(undefined, [name], { spec, lang: 'en', rest: { list, stub: { head: pair('No'), ...stub } } });

describe('rows that are the codes of a list', () => {
  it('are counted through the list in its order', () => {
    expect(lines(show({ codes: 'agencies' }))).toEqual([
      'normal: 1 | Unit A',
      'normal: 2 | Unit B',
      'normal: 3 | Unit C',
      'normal: 4 | Unit D',
    ]);
  });
  it('are counted through each group below its name; what belongs to none has no heading', () => {
    expect(lines(show({ codes: 'agencies', groups: 'provinces' }))).toEqual([
      'title: Unit P',
      'normal: 1 | Unit A',
      'normal: 2 | Unit B',
      'title: Unit Q',
      'normal: 1 | Unit C',
      'normal: 1 | Unit D',
    ]);
  });
  it('are headed by their names if the stub says nothing else', () => {
    expect(lines(show({ codes: 'provinces' }, {}))).toEqual(['normal: Unit Q | Unit Q', 'normal: Unit P | Unit P']);
  });
});
