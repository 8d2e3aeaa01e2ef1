import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Failure, type Problem } from '../../src/model/problem.ts';
import { publish } from '../../src/publish/index.ts';

/** No process has this number: Linux gives none above 4,194,304. */
const deadPid = 99_999_999;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'publish-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });
const put = (name: string, text: string) => writeFileSync(join(folder, name), text);
/** Names in the folder and what they hold; a folder holds `/`. */
const shown = () =>
  Object.fromEntries(
    readdirSync(folder, { withFileTypes: true }).map((entry) => [
      entry.name,
      entry.isDirectory() ? '/' : readFileSync(join(folder, entry.name), 'utf8'),
    ]),
  );

function problemsOf(work: () => void): readonly Problem[] {
  try {
    work();
  } catch (cause) {
    if (cause instanceof Failure) return cause.problems;
    throw cause;
  }
  return [];
}

/** A staging folder as a build of the given process has left it. */
function leave(pid: number, files: Readonly<Record<string, string>>): string {
  const staging = join(folder, `.staging-${pid}`);
  mkdirSync(staging);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(staging, name), text);
  return staging;
}

describe('publishing', () => {
  it('makes the folder, puts all files into it and leaves nothing else', () => {
    rmSync(folder, { recursive: true });
    publish(join(folder, '2024'), [file('a.pdf', 'a'), file('b.docx', 'b')]);
    expect(readdirSync(join(folder, '2024'))).toEqual(['a.pdf', 'b.docx']);
  });
  it('replaces earlier files of the same names and keeps all others', () => {
    put('a.pdf', 'earlier');
    put('letter.txt', 'mine');
    publish(folder, [file('a.pdf', 'new')]);
    expect(shown()).toEqual({ 'a.pdf': 'new', 'letter.txt': 'mine' });
  });
  it('gives the same files when it is done twice', () => {
    publish(folder, [file('a.pdf', 'a'), file('b.docx', 'b')]);
    const once = shown();
    publish(folder, [file('a.pdf', 'a'), file('b.docx', 'b')]);
    expect(shown()).toEqual(once);
  });
});

describe('a file that cannot be put in place', () => {
  it('leaves every earlier file as it was, and no staging', () => {
    put('a.pdf', 'earlier a');
    put('c.docx', 'earlier c');
    mkdirSync(join(folder, 'b.docx'));
    put('b.docx/kept.txt', 'kept');
    const problems = problemsOf(() =>
      publish(folder, [
        file('a.pdf', 'new a'),
        file('b.docx', 'new b'),
        file('c.docx', 'new c'),
        file('d.json', 'new d'),
      ]),
    );
    expect(shown()).toEqual({ 'a.pdf': 'earlier a', 'b.docx': '/', 'c.docx': 'earlier c' });
    expect(readFileSync(join(folder, 'b.docx', 'kept.txt'), 'utf8')).toBe('kept');
    expect(problems.map(({ name, place }) => [name, place?.file])).toEqual([['publish.failed', folder]]);
    expect(problems[0]?.values.reason).toContain('b.docx');
  });
  it('leaves no new file where there was none', () => {
    mkdirSync(join(folder, 'z.docx'));
    problemsOf(() => publish(folder, [file('a.pdf', 'new a'), file('z.docx', 'new z')]));
    expect(shown()).toEqual({ 'z.docx': '/' });
  });
  it('is the machine’s fault', () => {
    mkdirSync(join(folder, 'a.pdf'));
    expect(() => publish(folder, [file('a.pdf', 'a')])).toThrowError(expect.objectContaining({ fault: 'machine' }));
  });
  it('may be all of them, where the folder’s own place is taken', () => {
    put('2024', 'a file');
    const problems = problemsOf(() => publish(join(folder, '2024'), [file('a.pdf', 'a')]));
    expect(problems.map(({ name }) => name)).toEqual(['publish.failed']);
    expect(shown()).toEqual({ '2024': 'a file' });
  });
});

describe('what an interrupted build has left', () => {
  it('is removed if it was still being written', () => {
    put('a.pdf', 'earlier');
    leave(deadPid, { 'a.pdf': 'half' });
    publish(folder, [file('b.docx', 'b')]);
    expect(shown()).toEqual({ 'a.pdf': 'earlier', 'b.docx': 'b' });
  });
  it('is removed if its journal was still being written', () => {
    put('a.pdf', 'earlier');
    leave(deadPid, { 'a.pdf': 'whole', 'commit.json.part': '["a.p' });
    publish(folder, [file('b.docx', 'b')]);
    expect(shown()).toEqual({ 'a.pdf': 'earlier', 'b.docx': 'b' });
  });
  it('is completed if it was all written', () => {
    put('a.pdf', 'earlier a');
    leave(deadPid, { 'a.pdf': 'new a', 'c.json': 'new c', 'commit.json': '["a.pdf","c.json"]' });
    publish(folder, [file('b.docx', 'b')]);
    expect(shown()).toEqual({ 'a.pdf': 'new a', 'b.docx': 'b', 'c.json': 'new c' });
  });
  it('is completed if some of it was already in place, or on its way', () => {
    put('a.pdf', 'new a');
    leave(deadPid, {
      'earlier-a.pdf': 'earlier a',
      'earlier-b.docx': 'earlier b',
      'b.docx': 'new b',
      'c.json': 'new c',
      'commit.json': '["a.pdf","b.docx","c.json"]',
    });
    publish(folder, [file('d.pdf', 'd')]);
    expect(shown()).toEqual({ 'a.pdf': 'new a', 'b.docx': 'new b', 'c.json': 'new c', 'd.pdf': 'd' });
  });
  it('is completed before the same files are published again', () => {
    leave(deadPid, {
      'a.pdf': 'a of the killed build',
      'b.docx': 'b of the killed build',
      'commit.json': '["a.pdf","b.docx"]',
    });
    publish(folder, [file('a.pdf', 'newest a')]);
    expect(shown()).toEqual({ 'a.pdf': 'newest a', 'b.docx': 'b of the killed build' });
  });
  it('counts as left by another, where a container gives the same process number again', () => {
    leave(process.pid, { 'a.pdf': 'whole', 'commit.json': '["a.pdf"]' });
    publish(folder, [file('b.docx', 'b')]);
    expect(shown()).toEqual({ 'a.pdf': 'whole', 'b.docx': 'b' });
  });
  it('is left alone while its process runs', () => {
    const staging = leave(process.ppid, { 'a.pdf': 'half' });
    publish(folder, [file('b.docx', 'b')]);
    expect(shown()).toEqual({ 'b.docx': 'b', [`.staging-${process.ppid}`]: '/' });
    expect(existsSync(join(staging, 'a.pdf'))).toBe(true);
  });
});
