/** `npm run check`: what it prints, and its exit codes. */
import { describe, expect, it } from 'vitest';
import { main } from '../../src/command-line/main.ts';
import { textTable } from '../../src/command-line/text-table.ts';
import { type Changes, projectWith, swap } from '../support/project.ts';

/** Runs the command; nothing but its own output may come of it. */
async function check(text: string, changes: Changes = {}) {
  let [out, err] = ['', ''];
  const never = () => {
    throw new Error('check renders and writes nothing');
  };
  const code = await main(['--check', ...text.split(' ')], {
    files: projectWith(changes),
    environment: { LANG: 'en_GB.UTF-8' },
    folder: '.',
    publish: never,
    openBrowser: never,
    startWordThread: never,
    onInterrupt: () => undefined,
    out: (said) => {
      out += said;
    },
    err: (said) => {
      err += said;
    },
    live: false,
  });
  return { code, out, err };
}

const types = 'data/xpcc/2024/contract-types.csv';
const wrong = { [types]: swap('9475.21', '4975.21') };

describe('check', () => {
  it('has code 0 where every contradiction is on record, and lists those with their reasons', async () => {
    const { code, out, err } = await check('--year 2024');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('xpcc 2024: 0 to look at, 12 on record');
    expect(out).toContain('the decimal point seems to have moved');
  });

  it('has code 1 where one is not, and says where, what follows, by how much it is off, and what probably happened', async () => {
    const { code, out } = await check('--year 2024', wrong);
    expect(code).toBe(1);
    const line = out
      .split('\n')
      .find((each) => each.includes('footing') && each.includes('contract-types') && each.includes('-4500.00'));
    expect(line).toMatch(
      /contract-types\.csv:4:13 .*表 2 .*76923\.37 .*81423\.37 .*-4500\.00 .*digits swapped \(4975\.21 → 9475\.21\)/,
    );
  });

  it('speaks Chinese', async () => {
    const { out } = await check('--year 2024 --ui-lang zh', wrong);
    expect(out).toMatch(/合计 .*相邻数字颠倒 \(4975\.21 → 9475\.21\)/);
    expect(out).toContain('可能的差错');
  });

  it('prints JSON for programs', async () => {
    const { code, out } = await check('--year 2024 --json', wrong);
    expect(code).toBe(1);
    const { editions } = JSON.parse(out) as {
      editions: { series: string; year: number; open: number; findings: { finding: string; erratum?: unknown }[] }[];
    };
    expect(editions.map(({ series, year }) => [series, year])).toEqual([['xpcc', 2024]]);
    const open = editions[0]?.findings.filter(({ erratum }) => erratum === undefined) ?? [];
    expect(open).toHaveLength(editions[0]?.open ?? 0);
    expect(open.find(({ finding }) => finding === 'footing contract-types amount 2024')).toMatchObject({
      rule: 'footing',
      problem: 'audit.footing',
      place: { file: types, line: 4, column: 13 },
      cell: { table: '表 2', cube: 'contract-types', key: {}, measure: 'amount', year: 2024 },
      printed: '76923.37',
      follows: '81423.37',
      off: '-4500.00',
      unit: 'wanyuan',
      slip: { kind: 'swapped', printed: '4975.21', meant: '9475.21', place: { file: types, line: 4, column: 13 } },
    });
  });

  it('tells what is wrong with data that cannot be read, and audits the other editions', async () => {
    const { code, out } = await check('--all --series national', {
      'data/national/2016/fields.csv': swap('2016,EI,', '2016,EX,'),
    });
    expect(code).toBe(1);
    expect(out).toContain('national 2016: the data cannot be audited; problems: 1');
    expect(out).toContain('The list fields has no code “EX”.');
    expect(out).toContain('national 2021: 0 to look at');
  });

  it('lists what was found by reading', async () => {
    const { out } = await check('--year 2007');
    expect(out).toContain('reference figure 19 government');
  });

  it('needs no browser, compares editions and takes all of them', async () => {
    const { code, out } = await check('--all');
    expect(code).toBe(0);
    expect(out.match(/: 0 to look at/g)).toHaveLength(4);
  });

  it('has code 2 for a wrong command line and helps in its own words', async () => {
    expect((await check('--year 1999')).code).toBe(2);
    expect((await check('--help')).out).toContain('npm run check');
  });
});

describe('an erratum', () => {
  const errata = 'data/xpcc/2024/errata.yaml';
  it('explains the figures that it shows and no others', async () => {
    const changes = { 'data/xpcc/2024/published.csv': swap('2024,2.53,percent', '2024,5.23,percent') };
    const { code, out } = await check('--year 2024', changes);
    expect(code).toBe(1);
    expect(out).toContain('5.23 percent');
    expect(out).toContain(
      'The erratum “share contract-types type=TT amount 2024: 2.53 ≠ 0.84” explains something that no longer occurs.',
    );
  });
  it('that names no figures explains its place', async () => {
    const { code } = await check('--year 2024', { [errata]: swap('  shows: ["2.53 ≠ 0.84"]\n', '') });
    expect(code).toBe(0);
  });
});

describe('a table of text', () => {
  it('aligns Chinese characters, which are twice as wide', () => {
    const table = textTable(['位置', 'b'], [{ cells: ['a', '1'], after: 'reason' }, { cells: ['数据表', '2'] }]);
    expect(table).toBe(['位置    b', '──────  ─', 'a       1', '    reason', '数据表  2'].join('\n'));
  });
});
