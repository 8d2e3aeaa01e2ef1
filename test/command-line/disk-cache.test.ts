import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { diskCache, programCache } from '../../src/command-line/disk-cache.ts';
import { cacheOf } from '../../src/model/build-cache.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yearbook-cache-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A build that keeps `results` on the shelf `name`. */
function keep(results: Readonly<Record<string, unknown>>, name = 'a.charts', program = 'p'): void {
  const cache = diskCache(folder, program);
  for (const [key, value] of Object.entries(results)) cache.shelf(name).set(key, value);
  cache.save();
}
const found = (key: string, program = 'p') => diskCache(folder, program).shelf('a.charts').get(key);

describe('the cache on the disk', () => {
  it('gives the next build what this one has kept', () => {
    const bytes = new Uint8Array([1, 2, 3]);
    keep({ one: { svg: '<svg/>', width: 1 }, two: new Map([['a', bytes]]) });
    expect(found('one')).toEqual({ svg: '<svg/>', width: 1 });
    expect((found('two') as Map<string, Uint8Array>).get('a')).toEqual(bytes);
    expect(found('three')).toBeUndefined();
  });

  it('holds what the last build used and nothing else', () => {
    keep({ one: 1, two: 2 });
    const cache = diskCache(folder, 'p');
    expect(cache.shelf('a.charts').get('one')).toBe(1);
    cache.shelf('a.charts').set('three', 3);
    cache.save();
    expect([found('one'), found('two'), found('three')]).toEqual([1, undefined, 3]);
  });

  it('serves only the program that wrote it', () => {
    keep({ one: 1 });
    expect(found('one', 'another state of the sources')).toBeUndefined();
  });

  it('takes a damaged file for none, wherever the damage is', () => {
    keep({ one: 'text' });
    const path = join(folder, 'a.charts');
    const whole = readFileSync(path);
    for (const at of [0, 31, 32, whole.length - 1]) {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      writeFileSync(path, damaged);
      expect(found('one')).toBeUndefined();
    }
    writeFileSync(path, whole.subarray(0, 20));
    expect(found('one')).toBeUndefined();
    keep({ one: 'anew' });
    expect(found('one')).toBe('anew');
  });

  it('leaves no drafts, and clears away what nobody has used for a month', () => {
    keep({ one: 1 }, 'old.charts');
    const past = new Date(Date.now() - 40 * 24 * 60 * 60 * 1000);
    utimesSync(join(folder, 'old.charts'), past, past);
    keep({ one: 1 });
    expect(readdirSync(folder)).toEqual(['a.charts']);
  });

  it('does without a folder that cannot be written', () => {
    writeFileSync(join(folder, 'file'), '');
    const cache = diskCache(join(folder, 'file'), 'p');
    cache.shelf('a.charts').set('one', 1);
    expect(() => cache.save()).not.toThrow();
  });

  it('keeps editions apart', () => {
    const cache = diskCache(folder, 'p');
    cacheOf(cache, 'national-2021-zh').shelf('charts').set('one', 'zh');
    cacheOf(cache, 'national-2021-en').shelf('charts').set('one', 'en');
    cache.save();
    const again = diskCache(folder, 'p');
    expect(cacheOf(again, 'national-2021-en').shelf('charts').get('one')).toBe('en');
  });
});

describe('a key', () => {
  const { key } = diskCache('', 'p');

  it('is the same for the same inputs, however they came about', () => {
    const sliced = '年 2021'.slice(2);
    expect(key({ year: sliced }, [new Uint8Array([1])])).toBe(key({ year: '2021' }, [Buffer.from([1])]));
  });

  it('differs with anything in the inputs', () => {
    const inputs: readonly (readonly unknown[])[] = [
      ['a', 'b'],
      ['ab'],
      [['a', 'b']],
      [{ a: 1 }],
      [{ a: '1' }],
      [{ a: undefined }],
      [{}],
      [Number.NaN],
      [null],
      [0],
      [-0],
      [new Uint8Array([1])],
      [new Uint8Array([2])],
      [new Date(0)],
      [new Date(1)],
    ];
    expect(new Set(inputs.map((input) => key(...input))).size).toBe(inputs.length);
  });
});

describe('the cache of a program', () => {
  it('lies where the environment says', () => {
    keep({ one: 1 });
    const cache = programCache('', { YEARBOOK_PROGRAM: 'p', YEARBOOK_CACHE: folder });
    expect(cache?.shelf('a.charts').get('one')).toBe(1);
  });

  it('needs to know the program, and can be switched off', () => {
    expect(programCache(folder, { YEARBOOK_PROGRAM: 'p' })).toBeDefined();
    expect(programCache(folder, { YEARBOOK_PROGRAM: 'p', YEARBOOK_CACHE: 'off' })).toBeUndefined();
    expect(programCache(folder, {})).toBeUndefined();
  });
});
