import { describe, expect, it } from 'vitest';
import { agrees, cellCounts, cellCountText, filledCells } from '../../src/command-line/cell-counts.ts';
import type { Table } from '../../src/model/document.ts';
import { loadWords } from '../../src/words/index.ts';
import { projectWith } from '../support/project.ts';
import { pair, table } from '../support/resolved.ts';
import { dimension } from '../support/tiny.ts';

const amount = { key: 'amount', value: { measure: 'amount' }, head: pair('amount') };
const growth = { key: 'growth', value: { measure: 'amount', indicator: 'growth' }, head: pair('growth') };
const rank = { key: 'rank', value: { measure: 'amount', indicator: 'rank' }, head: pair('rank') };

function bookOf(tables: readonly Table[]) {
  return { body: tables } as unknown as Parameters<typeof cellCounts>[0];
}

describe('the cells of a table', () => {
  it('are counted where they show a figure, apart from the stub', () => {
    // Two rows and the total: the growth of B does not apply, the total has no rank.
    const found = table({ cube: 'trade', dimension, total: 'last' }, [amount, growth, rank]);
    const blanks = found.rows.flatMap(({ cells }) => cells).filter(({ type }) => type === 'blank').length;
    expect(blanks).toBeGreaterThan(0);
    expect(filledCells(found)).toBe(found.rows.length * 3 - blanks);
  });
  it('are compared by label, tables that one side lacks included', () => {
    const found = table({ cube: 'trade', dimension }, [amount]);
    const counts = cellCounts(
      bookOf([found]),
      new Map([
        ['表3', found.rows.length],
        ['表9', 7],
      ]),
    );
    expect(counts).toEqual([
      { table: '表3', source: found.rows.length, book: found.rows.length },
      { table: '表9', source: 7, book: undefined },
    ]);
    expect(counts.map(agrees)).toEqual([true, false]);
    const text = cellCountText({ series: 's', year: 2024 }, counts, loadWords(projectWith(), () => {}).en);
    expect(text).toMatch(/表9 +7 +… +DIFFERENT/);
    expect(text).toMatch(/Total +\d+ +\d+ +DIFFERENT$/);
  });
});
