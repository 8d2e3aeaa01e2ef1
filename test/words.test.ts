/** The words of both languages: complete, alike, and all that the program says. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { languages } from '../src/model/document.ts';
import { loadWords } from '../src/words/index.ts';
import { projectFolder, projectWith } from './support/project.ts';

const namespaces = ['book', 'cli', 'problems', 'units'] as const;

/** Suffixes by which i18next chooses a plural form; languages differ in those. */
const plural = /_(ordinal_)?(zero|one|two|few|many|other)$/;

function keysOf(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [path.replace(plural, '')];
  return Object.entries(value).flatMap(([key, item]) => keysOf(item, path === '' ? key : `${path}.${key}`));
}

const wordsOf = (lang: string, namespace: string): unknown =>
  parse(readFileSync(join(projectFolder, 'locales', lang, `${namespace}.yaml`), 'utf8'));

/** What only English needs: names of months, and ways to say large amounts. */
const english = /^months$|\.(small(\..*)?|shift)$/;

describe.each(namespaces)('%s.yaml', (namespace) => {
  const [zh, en] = languages.map((lang) =>
    [...new Set(keysOf(wordsOf(lang, namespace)))].filter((key) => !english.test(key)).sort(),
  );
  it('has the same keys in both languages', () => expect(zh).toEqual(en));
  it('has the same values to fill in under each key', () => {
    const values = (lang: string) =>
      Object.fromEntries(
        flat(wordsOf(lang, namespace))
          .filter(([key]) => namespace === 'problems' && !plural.test(key))
          .map(([key, text]) => [
            key,
            [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]))].sort(),
          ]),
      );
    expect(values('zh')).toEqual(values('en'));
  });
});

function flat(value: unknown, path = ''): [string, string][] {
  if (typeof value !== 'object' || value === null) return [[path, String(value)]];
  return Object.entries(value).flatMap(([key, item]) => flat(item, path === '' ? key : `${path}.${key}`));
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return entry.name.endsWith('.ts') ? [readFileSync(path, 'utf8')] : [];
  });
}

describe('problems', () => {
  const groups = Object.keys(wordsOf('en', 'problems') as object);
  const named = new RegExp(`'((?:${groups.join('|')})\\.[a-z][a-z0-9-]*)'`, 'g');
  /** Every quoted text that looks like a problem's name, so that names chosen by a condition count too. */
  const code = sources(join(projectFolder, 'src'));
  const quoted = new Set(code.flatMap((text) => [...text.matchAll(named)].map((match) => match[1] ?? '')));
  /** Names where they are used, whatever their group. */
  const called = new Set(
    code.flatMap((text) =>
      [...text.matchAll(/\b(?:error|warning|HelperProblem|refuse)\(\s*'([a-z]+\.[a-z0-9-]+)'/g)].map(
        (match) => match[1] ?? '',
      ),
    ),
  );
  const words = loadWords(projectWith(), () => undefined);
  const known = flat(wordsOf('en', 'problems'))
    .filter(([key]) => key.endsWith('.message'))
    .map(([key]) => key.slice(0, -'.message'.length));

  it('are found in the program', () => {
    expect(called.size).toBeGreaterThan(40);
    expect(called).toContain('csv.empty');
    expect(called).toContain('helper.not-a-list');
    expect([...quoted]).toContain('csv.number-format');
  });
  it.each(languages)('all have a message and a hint (%s)', (lang) => {
    const missing = [...called, ...quoted].flatMap((name) =>
      ['message', 'hint'].map((part) => `${name}.${part}`).filter((key) => !words[lang].has(`problems:${key}`)),
    );
    expect(missing).toEqual([]);
  });
  it('that have a message are used', () => {
    expect(known.filter((name) => !quoted.has(name))).toEqual([]);
  });
});

describe('words', () => {
  const code = sources(join(projectFolder, 'src'));
  const templates = ['national', 'xpcc'].flatMap((series) => [
    ...texts(join(projectFolder, 'templates', series)),
    ...texts(join(projectFolder, 'templates', 'shared')),
  ]);
  /** Keys in the program, and what stands before a part that it computes: `book:change.` for `book:change.${…}`. */
  const said = code.flatMap((text) =>
    [...text.matchAll(/\b(book|cli):([a-z][\w.-]*)(\$\{)?/gi)].map((match) => ({
      key: `${match[1]}:${match[2]}`,
      open: match[3] !== undefined,
    })),
  );
  const asked = new Set(
    templates.flatMap((text) => [...text.matchAll(/\{\{~?t ["'\\]*([\w.-]+)/g)].map((match) => `book:${match[1]}`)),
  );
  /** Keys that the program puts together whole: labels of tables and figures, severities. */
  const computed = /^book:(appendix-)?(table|figure)(-continued)?$|^cli:(error|warning)$/;
  const isUsed = (key: string) =>
    asked.has(key) ||
    computed.test(key) ||
    said.some((one) => (one.open ? key.startsWith(one.key) : key === one.key || key.startsWith(`${one.key}.`)));

  it.each(['book', 'cli'])('of %s.yaml are used', (namespace) => {
    const keys = [...new Set(keysOf(wordsOf('en', namespace)))].map((key) => `${namespace}:${key}`);
    expect(keys.length).toBeGreaterThan(20);
    expect(keys.filter((key) => !isUsed(key))).toEqual([]);
  });
  it('of units.yaml are those of units that there are', () => {
    const codes = readFileSync(join(projectFolder, 'data', 'codes', 'units.csv'), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((row) => row.split(',')[0]);
    const units = Object.keys(wordsOf('en', 'units') as object).filter((unit) => unit !== 'precision');
    expect(units.sort()).toEqual(codes.sort());
  });
});

/** Every text of a folder of templates. */
function texts(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? texts(path) : [readFileSync(path, 'utf8')];
  });
}
