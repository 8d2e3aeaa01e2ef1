import { describe, expect, it } from 'vitest';
import { plainText, type Table } from '../../src/model/document.ts';
import { column, lines, pair, table, tiny } from '../support/resolved.ts';
import { dimension, type Tiny } from '../support/tiny.ts';

describe('a table', () => {
  it('shows codes in list order with their values, decimals alike in a column', () => {
    const found = table({ cube: 'trade', dimension }, [
      column('amount', { year: 'previous' }, { key: 'before' }),
      column('amount'),
    ]);
    expect(lines(found)).toEqual([
      'normal: A部 | 12_345.600 | 61_000.500',
      'normal: B部 | 0 | 400.250',
      'normal: U部 | 40.000 | 0.001',
    ]);
  });
  it('has its words in the edition’s language', () => {
    const found = table({ cube: 'trade', dimension, total: 'first' }, [column('amount', { decimals: 1 })], {
      lang: 'en',
      rest: { unit: 'wanyuan', notes: [pair('See {{year}}.')] },
    });
    expect([found.label, found.continuedLabel, plainText(found.caption), found.unit]).toEqual([
      'Table 3',
      'Table 3, continued',
      '2024T',
      '10,000 yuan',
    ]);
    expect(found.notes.map((note) => plainText(note))).toEqual(['Note: See 2024.']);
    const about = (key: string) => ({ rest: { notes: [{ ...pair('n'), column: key }] } });
    const notes = (key: string) => table({ cube: 'trade', dimension }, [column('amount')], about(key)).notes;
    expect([notes('amount').length, notes('rank').length]).toEqual([1, 0]);
    expect(lines(found).slice(0, 2)).toEqual(['total: Total | 61,400.8', 'normal: Unit A | 61,000.5']);
    const chinese = table({ cube: 'trade', dimension }, [column('amount')], { rest: { unit: 'wanyuan' } });
    expect([chinese.label, chinese.continuedLabel, chinese.unit]).toEqual(['表3', '续表3', '万元']);
  });
  it('computes growth, share, rank, increase and contribution, and says what does not apply', () => {
    const columns = [
      column('amount', { indicator: 'growth' }),
      column('amount', { indicator: 'share', decimals: 2 }),
      column('amount', { indicator: 'rank', among: 'division' }),
      column('amount', { indicator: 'increase' }),
      column('amount', { indicator: 'contribution' }),
    ];
    expect(lines(table({ cube: 'trade', dimension, total: 'last' }, columns))).toEqual([
      'normal: A部 | 394.1 | 99.35 | 1 | 48_654.9 | 99.3',
      // Nothing grows from zero, but it increases.
      'normal: B部 | — | 0.65 | 2 | 400.25 | 0.8',
      'normal: U部 | \u2212100.0 | 0.00 | — | \u221239.999 | \u22120.1',
      // The total has no place among its parts.
      'total: 合计 | 395.7 | 100.00 |  | 49_015.151 | 100.0',
    ]);
  });
  it('tells what is not published from what does not apply', () => {
    expect(
      lines(
        table({ cube: 'party', dimension }, [
          column('contracts'),
          column('amount'),
          column('amount', { indicator: 'growth' }),
        ]),
      ),
    ).toEqual(['normal: E部 | 50 | 30_000 | …', 'normal: R部 | … | 25_000 | …', 'normal: N部 | 4 | — | —']);
  });
  it('does not show what follows from a figure that is above all of another cube', () => {
    const amounts = (...values: readonly (readonly [year: number, ...amounts: string[]])[]) =>
      Object.fromEntries(
        values.map(([year, ...each]) => [
          year,
          Object.fromEntries(each.map((amount, index) => ['PQ'.charAt(index), { amount }])),
        ]),
      );
    const spec: Tiny = {
      cubes: {
        trade: { codes: ['P'], rows: amounts([2022, '100'], [2023, '10'], [2024, '12']) },
        limits: { codes: ['P', 'Q'], rows: amounts([2022, '50', '99'], [2023, '9', '20']) },
      },
    };
    const unless = { measure: 'amount', above: { cube: 'limits', measure: 'amount' } };
    const columns = [column('amount', { unless }), column('amount', { indicator: 'growth', unless })];
    expect(lines(table({ cube: 'trade', dimension, years: 'all' }, columns, { spec }))).toEqual([
      'normal: P部 | … | …',
      'normal: P部 | 10 | …',
      'normal: P部 | 12 | 20.0',
    ]);
  });
  it('indents parts below the code of which they are parts, and completes the whole without counting them twice', () => {
    const amount = [column('amount')];
    expect(
      lines(table({ cube: 'party', dimension, items: ['E', 'E1', 'R'], remainder: true, total: 'last' }, amount)),
    ).toEqual([
      'normal: E部 | 30_000',
      'detail:   E1部 | 10_000',
      'normal: R部 | 25_000',
      'normal: 其他合计 | 6401',
      'total: 合计 | 61_401',
    ]);
    const contracts = [column('contracts')];
    const spec: Tiny = {
      ...tiny,
      cubes: {
        ...tiny.cubes,
        party: {
          codes: ['R', 'E', { code: 'E1', parent: 'E' }, { code: 'E2', parent: 'E' }],
          breakdown: 'partial',
          rows: {
            2024: { R: { contracts: '40' }, E: { contracts: '50' }, E1: { contracts: '20' }, E2: { contracts: '30' } },
          },
        },
      },
    };
    expect(lines(table({ cube: 'party', dimension, level: 'all', remainder: true }, contracts, { spec }))).toEqual([
      'normal: R部 | 40',
      'normal: E部 | 50',
      'detail:   E1部 | 20',
      'detail:   E2部 | 30',
      'normal: 其他合计 | 10',
    ]);
    expect(
      lines(table({ cube: 'party', dimension, level: 'all', order: { by: 'contracts' } }, contracts, { spec })),
    ).toEqual(['normal: E部 | 50', 'detail:   E2部 | 30', 'detail:   E1部 | 20', 'normal: R部 | 40']);
    expect(lines(table({ cube: 'party', dimension, level: 'leaves' }, contracts, { spec }))).toEqual([
      'normal: R部 | 40',
      'normal: E1部 | 20',
      'normal: E2部 | 30',
    ]);
  });
  it('has no row for a remainder of nothing', () => {
    expect(
      lines(table({ cube: 'trade', dimension, remainder: true }, [column('amount', { decimals: 0 })])),
    ).toHaveLength(3);
  });
  it('leaves out a group of which the edition has nothing', () => {
    const without = {
      ...tiny,
      cubes: { ...tiny.cubes, trade: { ...tiny.cubes.trade, groups: { AB: ['A', 'B'], NO: [] } } },
    };
    const rows = { cube: 'trade', dimension, items: ['U', 'AB', 'NO'] };
    expect(lines(table(rows, [column('amount', { decimals: 1 })], { spec: without as Tiny }))).toEqual([
      'normal: U部 | 0.0',
      'normal: AB组 | 61_400.8',
    ]);
  });
  it('names groups where they are asked for, and orders by a column', () => {
    expect(lines(table({ cube: 'trade', dimension, items: ['U', 'AB'] }, [column('amount', { decimals: 1 })]))).toEqual(
      ['normal: U部 | 0.0', 'normal: AB组 | 61_400.8'],
    );
    const order = { by: 'amount', descending: false };
    expect(
      lines(table({ cube: 'trade', dimension, order }, [column('amount', { decimals: 0 })])).map((line) =>
        line.slice(8, 9),
      ),
    ).toEqual(['U', 'B', 'A']);
  });
  it('shows the whole alone, a row a year', () => {
    const found = table({ cube: 'trade', years: ['previous', 'current'] }, [column('amount', { decimals: 1 })]);
    expect(lines(found)).toEqual(['total: 合计 | 12_385.6', 'total: 合计 | 61_400.8']);
  });
  it('binds every cell to a quantity with an origin', () => {
    const found = table({ cube: 'trade', dimension, total: 'last' }, [
      column('amount'),
      column('amount', { indicator: 'share' }),
    ]);
    const kinds = found.rows.flatMap(({ cells }) =>
      cells.flatMap((cell) => (cell.type === 'quantity' ? [cell.quantity.origin.kind] : [])),
    );
    expect(kinds).toEqual([
      'observation',
      'derived',
      'observation',
      'derived',
      'observation',
      'derived',
      'derived',
      'derived',
    ]);
  });
});

describe('a table’s head', () => {
  const head = (found: Table) =>
    found.head.map((row) =>
      row.map((cell) => `${plainText(cell.inlines)} ${cell.colspan}×${cell.rowspan} ${cell.align}`),
    );
  it('has no spanner where that says nothing in the edition', () => {
    const spanner = pair('{{#if (exceeds trade.total.amount 0)}}{{else}}none{{/if}}');
    const found = table({ cube: 'trade', dimension }, [column('amount', {}, { spanner })]);
    expect(found.head.map((row) => row.length)).toEqual([2]);
  });
  it('is one row without spanners', () => {
    expect(head(table({ cube: 'trade', dimension }, [column('amount')]))).toEqual([
      ['stub 1×1 start', 'amount 1×1 end'],
    ]);
  });
  it('spans neighbours that name the same, and no others', () => {
    const spanner = pair('both');
    const found = table({ cube: 'trade', dimension }, [
      column('amount', { decimals: 0 }, { spanner }),
      column('amount', { decimals: 1 }, { spanner }),
      column('amount', { indicator: 'share' }),
      column('amount', { indicator: 'rank' }, { spanner }),
      column('amount', { indicator: 'growth' }, { spanner: pair('other') }),
    ]);
    expect(head(found)).toEqual([
      ['stub 1×2 start', 'both 2×1 center', 'amount 1×2 end', 'both 1×1 center', 'other 1×1 center'],
      ['amount 1×1 end', 'amount 1×1 end', 'amount 1×1 end', 'amount 1×1 end'],
    ]);
    // Each head row covers every column, counting what hangs down from above.
    const [upper = [], lower = []] = found.head;
    expect(upper.reduce((sum, cell) => sum + cell.colspan, 0)).toBe(found.columns.length);
    expect(lower.length + upper.filter((cell) => cell.rowspan === 2).length).toBe(found.columns.length);
  });
});

describe('a specification that the data do not fit', () => {
  it.each([
    [{ cube: 'trad', dimension }, [column('amount')], 'spec.unknown-cube', 'trade'],
    [{ cube: 'trade', dimension: 'cod' }, [column('amount')], 'spec.unknown-dimension', dimension],
    [{ cube: 'trade', dimension, items: ['A', 'UU'] }, [column('amount')], 'spec.unknown-code', 'U'],
    [{ cube: 'trade', dimension, order: { by: 'amuont' } }, [column('amount')], 'spec.unknown-order', 'amount'],
    [{ cube: 'trade', dimension }, [column('contracts')], 'spec.unknown-measure', 'amount'],
  ] as const)('%j %j: %s', (rows, columns, name, help) => {
    const { problems } = table(rows, columns);
    expect(problems.map((problem) => problem.name)).toEqual([name]);
    expect(JSON.stringify(problems[0]?.values)).toContain(help);
    expect(problems[0]?.place?.file).toBe('t.yaml');
  });
});
