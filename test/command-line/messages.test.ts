import { describe, expect, it } from 'vitest';
import { problemList, problemText } from '../../src/command-line/messages.ts';
import { error, type Place, placeText, warning } from '../../src/model/problem.ts';
import { loadWords } from '../../src/words/index.ts';
import { projectWith } from '../support/project.ts';

const words = loadWords(projectWith(), (problem) => {
  throw new Error(problem.name);
});
const at = (line?: number, column?: number): Place => ({
  file: 'data/flows.csv',
  ...(line !== undefined && { line }),
  ...(column !== undefined && { column }),
});
const twice = (place: Place | undefined, name = 'amount') => error('csv.column-twice', place, { name });

describe('a place', () => {
  it.each([
    [at(14, 3), 'data/flows.csv:14:3'],
    [at(14), 'data/flows.csv:14'],
    [at(), 'data/flows.csv'],
    [undefined, ''],
  ])('%j is written %j, as editors and terminals follow it', (place, text) => expect(placeText(place)).toBe(text));
});

describe('a problem', () => {
  it('says where it is, what is wrong and what to do', () => {
    expect(problemText(twice(at(1, 9)), words.en)).toBe(
      'data/flows.csv:1:9  error: The column “amount” appears twice.\n    → Rename or delete one of them.',
    );
    expect(problemText(twice(at(1, 9)), words.zh)).toBe(
      'data/flows.csv:1:9  错误：列名“amount”出现两次\n    → 改名，或删去其中一列',
    );
  });
  it('without a place begins with what is wrong', () => {
    expect(problemText(twice(undefined), words.en)).toMatch(/^error: The column/);
  });
  it('that stops nothing is a note', () => {
    const problem = warning('audit.stale-erratum', at(3), { finding: 'x' });
    expect(problemText(problem, words.en)).toMatch(/^data\/flows\.csv:3 {2}note: The erratum “x”/);
  });
  it('shows values as they are, whatever characters they have', () => {
    const name = '<a> & "b" {{number}} $t(cli:failed) $1';
    expect(problemText(twice(at(1), name), words.en)).toContain(`The column “${name}” appears twice.`);
  });
  it('is worded by its context where that has a wording', () => {
    const missing = (context: string) =>
      problemText(error('codes.name-missing', at(1), { code: 'XPCC', context }), words.en);
    expect(missing('zh')).toContain('no Chinese name');
    expect(missing('en')).toContain('no English name');
    expect(missing('fr')).toContain('has no name');
  });
});

describe('a list of problems', () => {
  it('is in the order of files, lines and columns', () => {
    const other = error('csv.empty', { file: 'data/a.csv' });
    const places = [twice(at(10, 2)), twice(at(9, 30)), twice(at(10, 1)), twice(undefined), other];
    expect(
      problemList(places, words.en)
        .split('\n')
        .filter((line) => !line.startsWith(' '))
        .map((line) => line.split('  ')[0]),
    ).toEqual([
      'error: The column “amount” appears twice.',
      'data/a.csv',
      'data/flows.csv:9:30',
      'data/flows.csv:10:1',
      'data/flows.csv:10:2',
    ]);
  });
  it('tells each once', () => {
    expect(
      problemList([twice(at(1)), twice(at(1)), twice(at(1), 'year')], words.en).match(/appears twice/g),
    ).toHaveLength(2);
  });
});
