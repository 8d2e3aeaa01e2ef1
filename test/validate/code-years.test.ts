/** What codes are called in a year, and in which years they hold, as the editions of the national yearbook use them. */
import { describe, expect, it } from 'vitest';
import { loadEdition } from '../../src/load/index.ts';
import { readCodeLists } from '../../src/validate/code-lists.ts';
import { type Changes, projectWith } from '../support/project.ts';

const fail = ({ name }: { readonly name: string }) => {
  throw new Error(name);
};
function codeIn(year: number, list: string, code: string, changes: Changes = {}) {
  const raw = loadEdition(projectWith(changes), { series: 'national', year }, fail);
  return readCodeLists(raw, fail).lists.get(list)?.codes.get(code);
}

describe('the name of a code', () => {
  it('is the one that held in the year of the edition', () => {
    const names = [2007, 2016, 2021].map((year) => codeIn(year, 'objectives', 'INFRASTRUCTURE')?.names.zh);
    expect(names).toEqual(['基础设施的发展', '基础设施以及城市和农村规划', '基础设施及城市和农村规划']);
  });
  it('is, of several former ones, the first that ended after the year, in whatever order they stand', () => {
    const rows = ['fields,EI,2016,旧名,Old name', 'fields,EI,2007,古名,Ancient name'];
    for (const order of [rows, rows.toReversed()]) {
      const changes = { 'data/codes/former-names.csv': `list,code,to,zh,en\n${order.join('\n')}\n` };
      const names = [2007, 2016, 2021].map((year) => codeIn(year, 'fields', 'EI', changes)?.names.en);
      expect(names).toEqual(['Ancient name', 'Old name', 'Electronics and information']);
    }
  });
  it('leaves the code as it is', () => {
    expect(codeIn(2007, 'objectives', 'ENERGY')).toMatchObject({
      code: 'ENERGY',
      names: { zh: '能源的生产和合理利用' },
    });
  });
});

describe('the years of a code', () => {
  it('are read with what succeeded it', () => {
    expect(codeIn(2021, 'programmes', 'NKEYTECH')).toMatchObject({ to: 2007, successor: 'NKEY' });
    expect(codeIn(2021, 'programmes', 'NKEY')).toMatchObject({ from: 2016 });
    expect(codeIn(2021, 'programmes', 'NSFC')).not.toHaveProperty('from');
  });
});
