import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/model/statements.ts';
import { daysText, dayText } from '../../src/words/dates.ts';
import { loadWords } from '../../src/words/index.ts';
import { projectWith } from '../support/project.ts';

const words = loadWords(projectWith(), () => undefined);
const day = (month: number, of: number): Day => ({ year: 2021, month, day: of });

describe('dates in words', () => {
  it.each([
    ['a day', day(1, 31), day(1, 31), '1月31日', '31\u00a0January'],
    ['days of one month', day(5, 18), day(5, 19), '5月18—19日', '18–19\u00a0May'],
    ['days of two months', day(9, 30), day(10, 2), '9月30日—10月2日', '30\u00a0September – 2\u00a0October'],
    ['the same day of two months', day(3, 1), day(4, 1), '3月1日—4月1日', '1\u00a0March – 1\u00a0April'],
  ])('%s', (_what, from, to, zh, en) => {
    expect([daysText(from, to, words.zh), daysText(from, to, words.en)]).toEqual([zh, en]);
  });
  it('a day with its year', () => {
    const first = { year: 2022, month: 1, day: 1 };
    expect([dayText(first, words.zh), dayText(first, words.en)]).toEqual(['2022年1月1日', '1\u00a0January 2022']);
  });
});
