import { describe, expect, it } from 'vitest';
import { parseBuildOptions } from '../../src/command-line/options.ts';
import { Failure, type Problem } from '../../src/model/problem.ts';

const parse = (text: string) => parseBuildOptions(text.split(' ').filter((arg) => arg !== ''));

/** What is wrong with a command line: `name {values}` of each problem. */
function problemsOf(text: string): readonly Problem[] {
  try {
    parse(text);
  } catch (cause) {
    if (cause instanceof Failure && cause.fault === 'usage') return cause.problems;
    throw cause;
  }
  return [];
}
const namesOf = (text: string) => problemsOf(text).map(({ name }) => name);

describe('options', () => {
  it('have defaults: every series, language and format, into output', () => {
    expect(parse('--year 2024')).toEqual({
      help: false,
      count: false,
      check: false,
      lint: false,
      json: false,
      year: 2024,
      all: false,
      series: undefined,
      languages: ['zh', 'en'],
      formats: ['pdf', 'docx'],
      out: 'output',
      strict: false,
      browser: undefined,
      uiLang: undefined,
    });
  });
  it('may be joined to their values or not', () => {
    expect(parse('--year=2024 --series=xpcc --out=a/b')).toEqual(parse('--out a/b --series xpcc --year 2024'));
  });
  it('take lists', () => {
    const options = parse('--year 2024 --series national,xpcc --lang en --format docx,pdf --strict --ui-lang zh');
    expect(options).toMatchObject({
      series: ['national', 'xpcc'],
      languages: ['en'],
      formats: ['docx', 'pdf'],
      strict: true,
      uiLang: 'zh',
    });
  });
  it('take each word of a list once', () => {
    expect(parse('--year 2024 --lang zh,zh --format pdf,pdf')).toMatchObject({ languages: ['zh'], formats: ['pdf'] });
  });
  it('may have spaces in lists', () => {
    expect(parseBuildOptions(['--year', '2024', '--lang', 'zh, en', '--series', 'a, b'])).toMatchObject({
      languages: ['zh', 'en'],
      series: ['a', 'b'],
    });
  });
  it('may ask for every year instead of one', () => {
    expect(parse('--all')).toMatchObject({ all: true, year: undefined });
    expect(namesOf('--all --year 2024')).toEqual(['usage.year-and-all']);
  });
  it.each(['--help', '-h', '--help --year 2024'])('%s asks for help', (text) => expect(parse(text).help).toBe(true));
});

describe('a command line at fault', () => {
  it.each([
    ['', 'usage.year-missing'],
    ['--series xpcc', 'usage.year-missing'],
    ['--year 24', 'usage.year-format'],
    ['--year 2024.5', 'usage.year-format'],
    ['--year -2024', 'usage.year-format'],
    ['--year ２０２４', 'usage.year-format'],
    ['--year', 'usage.value-missing'],
    ['--year=', 'usage.value-missing'],
    ['--year --strict', 'usage.value-missing'],
    ['--year --series xpcc', 'usage.value-missing'],
    ['--year 2024 --out', 'usage.value-missing'],
    ['--year 2024 2023', 'usage.unexpected-word'],
    ['--year 2024 --strict=false', 'usage.unexpected-word'],
    ['--year 2024 --lang fr', 'usage.unknown-value'],
    ['--year 2024 --format epub', 'usage.unknown-value'],
    ['--year 2024 --ui-lang fr', 'usage.unknown-value'],
    ['--yaer 2024', 'usage.unknown-option'],
    ['--year 2024 --constructor x', 'usage.unknown-option'],
  ])('%j: %s', (text, name) => expect(namesOf(text)[0]).toBe(name));

  it.each([
    ['--yaer 2024', '--yaer', '--year'],
    ['--year 2024 --sereis xpcc', '--sereis', '--series'],
    ['--year 2024 --languages en', '--languages', '--lang'],
    ['--year 2024 --formt pdf', '--formt', '--format'],
    ['--year 2024 --no-strict', '--no-strict', '--strict'],
    ['--year 2024 --zzzzzzzz', '--zzzzzzzz', '--help'],
  ])('%s: %s is taken for %s', (text, option, suggestion) => {
    expect(problemsOf(text)[0]?.values).toEqual({ option, suggestion });
  });
  it('is told which value was probably meant', () => {
    expect(problemsOf('--year 2024 --format pfd')[0]?.values).toMatchObject({
      option: '--format',
      value: 'pfd',
      suggestion: 'pdf',
      known: 'pdf, docx',
    });
  });
  it('is told all that is wrong with it', () => {
    expect(namesOf('--year 24 --lang fr,de --formt pdf word').toSorted()).toEqual([
      'usage.unexpected-word',
      'usage.unknown-option',
      'usage.unknown-value',
      'usage.unknown-value',
      'usage.year-format',
    ]);
  });
});
