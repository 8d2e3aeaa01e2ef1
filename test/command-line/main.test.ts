import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Setting, userLanguage } from '../../src/command-line/main.ts';
import { error, Failure } from '../../src/model/problem.ts';
import { publish } from '../../src/publish/index.ts';
import { runCommand } from '../support/command.ts';
import { type Changes, projectWith, swap } from '../support/project.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'main-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const noBrowser = () =>
  Promise.reject(new Failure('machine', [error('browser.none', undefined, { tried: 'nothing' })]));

/** Runs the command as on a machine without a browser. */
const run = (text: string, changes: Changes = {}, setting: Partial<Setting> = {}) =>
  runCommand(text, changes, { folder, publish, openBrowser: noBrowser, ...setting });
const built = () => readdirSync(folder, { recursive: true }).map(String).sort();

describe('help', () => {
  it('is told with code 0', async () => {
    const { code, out, err } = await run('--help');
    expect([code, err]).toEqual([0, '']);
    for (const option of [
      '--year',
      '--series',
      '--lang',
      '--format',
      '--out',
      '--strict',
      '--count',
      '--browser',
      '--ui-lang',
      '--help',
    ]) {
      expect(out).toContain(option);
    }
  });
  it('is told in the user’s language', async () => {
    expect((await run('--help --ui-lang zh')).out).toContain('年');
    expect((await run('--help', {}, { environment: { LANG: 'zh_CN.UTF-8' } })).out).toContain('年');
  });
});

describe('a command line at fault has code 2 and builds nothing', () => {
  it.each([
    ['', 'error: The reference year is missing.\n    → Add -- --year 2024.\n'],
    ['--year 1999', 'error: There are no data for 1999.\n    → There are data for: 2024 (xpcc).\n'],
    ['--year 1999 --series xpcc', 'error: There are no data for 1999.\n    → There are data for: 2024 (xpcc).\n'],
    ['--year 2024 --series xpc', 'error: There is no series “xpc”.\n    → Did you mean xpcc? There are: xpcc.\n'],
    ['--yaer 2024', 'error: There is no option --yaer.\n    → Did you mean --year? See --help.\n'],
  ])('%j', async (text, said) => {
    const only: Changes = {};
    const files = projectWith(only);
    const list: Setting['files']['list'] = (path) =>
      files.list(path).filter((name) => path !== 'data' || ['codes', 'xpcc'].includes(name));
    expect(await run(text, only, { files: { ...files, list } })).toEqual({ code: 2, out: '', err: said });
    expect(built()).toEqual([]);
  });
  it('and is told about in Chinese', async () => {
    expect((await run('--year 24 --ui-lang=zh')).err).toBe(
      '错误：--year 应为四位年份，不是“24”\n    → 写成 --year 2024\n',
    );
  });
});

describe('input at fault has code 1 and builds nothing', () => {
  it('in data and templates, all told at once', async () => {
    const { code, out, err } = await run('--year 2024 --series xpcc --format docx', {
      'data/xpcc/2024/flows.csv': swap('42078.08', 'n/a'),
      'templates/xpcc/en/flows.hbs': (text) => `${text}<b>x</b>\n`,
    });
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('data/xpcc/2024/flows.csv:2:15  error: “n/a” in column “amount” is not a number.');
    expect(err).toMatch(/templates\/xpcc\/en\/flows\.hbs:\d+:1 {2}error: There is no tag <b>\./);
    expect(err).toMatch(/Nothing was built\. Problems: 2\n$/);
    expect(built()).toEqual([]);
  });
  it('in what both languages share, counted once', async () => {
    const changes = { 'templates/xpcc/tables/types.yaml': swap('cube: contract-types', 'cube: contract-type') };
    expect((await run('--year 2024 --series xpcc --format docx', changes)).err).toMatch(/Problems: 1\n$/);
  });
  it('in the words with which it would be told', async () => {
    const { code, err } = await run('--year 2024 --series xpcc', { 'locales/en/problems.yaml': 'file: {\n' });
    expect(code).toBe(1);
    expect(err).toMatch(/^locales\/en\/problems\.yaml:\d+:\d+ {2}yaml\.syntax/);
  });
  it('in contradictions without erratum, if it is to be strict', async () => {
    const changes = {
      'data/xpcc/2024/published.csv': swap(
        'growth,registrations,,,amount,2024,32.5,percent',
        'growth,registrations,,,amount,2024,35.5,percent',
      ),
    };
    const { code, err } = await run('--year 2024 --series xpcc --format docx --lang en --strict', changes);
    expect(code).toBe(1);
    expect(err).toContain('the source prints 35.5, the data give 32.5');
    expect(built()).toEqual([]);
  });
  it('in what contradicts an earlier edition, if it is to be strict', async () => {
    const changes = { 'data/national/2016/annual.csv': swap('2013,294929,7469.13', '2013,294929,7269.13') };
    const { code, err } = await run('--year 2021 --series national --format docx --lang zh --strict', changes);
    expect(code).toBe(1);
    expect(err).toMatch(/data\/national\/2021\/annual\.csv:3:\d+ .*7,?269\.13/);
    expect(built()).toEqual([]);
  });
});

describe('a machine at fault has code 3', () => {
  it('without a browser, and Word files are made all the same', async () => {
    const { code, out } = await run('--year 2024 --series xpcc --lang en');
    expect(code).toBe(3);
    expect(built()).toEqual([
      'output',
      'output/2024',
      'output/2024/xpcc-2024-en.docx',
      'output/2024/xpcc-2024.manifest.json',
      'output/2024/xpcc-2024.trace.json',
    ]);
    expect(out).toContain('output/2024/xpcc-2024-en.docx');
    expect(out).toContain('error: No browser was found to print the PDF (tried: nothing).');
  });
  it('without a browser, if there is nothing else to make', async () => {
    const { code, err } = await run('--year 2024 --series xpcc --lang en --format pdf');
    expect(code).toBe(3);
    expect(err).toContain('No browser was found');
    expect(built()).toEqual([]);
  });
  it('without room to write', async () => {
    const full = () => {
      throw new Failure('machine', [
        error('publish.failed', { file: 'output/2024' }, { reason: 'ENOSPC: no space left on device' }),
      ]);
    };
    const { code, err } = await run('--year 2024 --series xpcc --lang en --format docx', {}, { publish: full });
    expect(code).toBe(3);
    expect(err).toContain('output/2024  error: The files could not be written: ENOSPC');
  });
});

describe('what is done', () => {
  it('has code 0 and is told as it goes on, in plain lines', async () => {
    const { code, out, err } = await run('--year 2024 --series xpcc --lang en --format docx --out books');
    expect(code).toBe(0);
    expect(err.split('\n').slice(0, 3)).toEqual([
      'xpcc 2024: loading',
      'xpcc 2024: checking the data',
      'xpcc 2024: computing',
    ]);
    expect(out).toContain('books/2024/xpcc-2024-en.docx');
    expect(built()).toContain('books/2024/xpcc-2024-en.docx');
  });
  it('changes one line on a terminal', async () => {
    const { err } = await run('--year 2024 --series xpcc --lang en --format docx', {}, { live: true });
    expect(err).not.toContain('\n');
    expect(err).toContain('xpcc 2024: loading\r\u001b[K');
  });
});

describe('--count', () => {
  const counted = (counts: Readonly<Record<string, number>>) =>
    run('--count --year 2024 --series xpcc', {
      'data/xpcc/2024/source-tables.yaml': Object.entries(counts)
        .map(([table, cells]) => `${table}: { cells: ${cells}, counted: by hand }\n`)
        .join(''),
    });
  const lines = (out: string) =>
    out.split('\n').flatMap((line) => (/^ {2}表/.test(line) ? [line.trim().replace(/\s+/g, ' ')] : []));
  /** As many cells as each table of the book fills. */
  const cells = { 表1: 90, 表2: 24, 表3: 56 };

  it('has code 0 where all tables are as in the source, and builds nothing', async () => {
    const { code, out, err } = await counted(cells);
    expect(lines(out)).toEqual(Object.entries(cells).map(([table, n]) => `${table} ${n} ${n} as in the source`));
    expect([code, err]).toEqual([0, '']);
    expect(built()).toEqual([]);
  });
  it('has code 1 where a table differs', async () => {
    const { code, out } = await counted({ ...cells, 表2: 21 });
    expect([code, lines(out)[1]]).toEqual([1, '表2 21 24 DIFFERENT']);
  });
  it('has code 1 where the book lacks a table, which stands at the end', async () => {
    const { code, out } = await counted({ 表0: 5, ...cells });
    expect([code, lines(out).at(-1)]).toEqual([1, '表0 5 … DIFFERENT']);
  });
  it('has code 1 where the source lacks one', async () => {
    const { code, out } = await counted({ 表1: cells.表1, 表3: cells.表3 });
    expect([code, lines(out)[1]]).toEqual([1, '表2 … 24 DIFFERENT']);
  });
  it('has code 0 where nobody has counted the source', async () => {
    const { code, out } = await run('--count --year 2024 --series xpcc');
    expect([code, lines(out).length]).toEqual([0, 3]);
  });
  it('tells what is wrong with the data, as a build does', async () => {
    const { code, err } = await counted({ 表1: 0 });
    expect(code).toBe(1);
    expect(err).toContain('data/xpcc/2024/source-tables.yaml:1:14  error:');
  });
});

describe('the user’s language', () => {
  it.each([
    ['--ui-lang zh', {}, 'zh'],
    ['--ui-lang=en', { LANG: 'zh_CN.UTF-8' }, 'en'],
    ['--lang zh --ui-lang en', {}, 'en'],
    ['--ui-lang en --lang zh', {}, 'en'],
    ['', { LANG: 'zh_CN.UTF-8' }, 'zh'],
    ['', { LC_ALL: 'zh_TW', LANG: 'en_GB' }, 'zh'],
    ['', { LC_ALL: 'C', LANG: 'zh_CN' }, 'en'],
    ['', { LANG: 'de_DE' }, 'en'],
    ['', {}, 'en'],
  ] as const)('%j with %j is %s', (text, environment, lang) => {
    expect(userLanguage(text.split(' '), environment)).toBe(lang);
  });
});
