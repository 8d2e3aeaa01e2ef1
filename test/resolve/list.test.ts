import { describe, expect, it } from 'vitest';
import { lines, pair, table } from '../support/resolved.ts';
import { across, dimension, type Tiny } from '../support/tiny.ts';

const spec: Tiny = {
  cubes: {
    register: {
      codes: ['A', 'B', 'C', 'D'],
      across: ['P', 'Q'],
      rows: {
        2024: { 'B/Q': { contracts: '1' }, 'A/Q': { contracts: '2' }, 'C/P': { contracts: '1' } },
        2023: { 'D/P': { contracts: '1' } },
      },
    },
  },
};
const name = { key: 'name', show: 'name', head: pair('name') };
const show = (list: object, stub: object = { show: 'place' }) =>
  table(undefined, [name], { spec, lang: 'en', rest: { list, stub: { head: pair('No'), ...stub } } });

describe('rows that are the codes of a cube as it lists them', () => {
  it('are those of the year, in the order of the file', () => {
    expect(lines(show({ cube: 'register', dimension }))).toEqual([
      'normal: 1 | Unit B',
      'normal: 2 | Unit A',
      'normal: 3 | Unit C',
    ]);
  });
  it('are counted through each group below its name, or show a figure of the cube', () => {
    expect(lines(show({ cube: 'register', dimension, groups: across }))).toEqual([
      'title: Unit Q',
      'normal: 1 | Unit B',
      'normal: 2 | Unit A',
      'title: Unit P',
      'normal: 1 | Unit C',
    ]);
    const numbered = show({ cube: 'register', dimension, groups: across }, { value: { measure: 'contracts' } });
    expect(lines(numbered)[2]).toBe('normal: 2 | Unit A');
  });
});
