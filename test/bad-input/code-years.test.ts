/** Codes in years in which they do not hold, and faults of the years, successors and former names of codes. */
import { describe, expect, it } from 'vitest';
import { caret, check, data, type Row, told } from '../support/bad-input.ts';
import { swap } from '../support/project.ts';

const types = 'data/codes/contract-types.csv';
const cube = `${data}/contract-types.csv`;
const former = 'data/codes/former-names.csv';
const header = 'list,code,to,zh,en\n';

describe('a code outside of its years', () => {
  it.each<Row>([
    [
      'that has ended is told with its successor',
      cube,
      ['2024,TL,', `2024,${caret}TT-LICENCE,`],
      'The code “TT-LICENCE” of the list contract-types holds until 2021, and no longer in 2024. → “TL” took its place. Use that, or correct the years in data/codes/contract-types.csv.',
    ],
    [
      'that has not begun is told',
      cube,
      ['2024,TL,', `2023,${caret}TL,1,1\n2024,TL,`],
      'The code “TL” of the list contract-types holds from 2024, and not in 2023 yet. → Use the code of that time, or correct its years in data/codes/contract-types.csv.',
    ],
  ])('%s', check('en'));

  it.each<Row>([
    [
      'is told in Chinese',
      cube,
      ['2024,TL,', `2024,${caret}TT-LICENCE,`],
      '代码表 contract-types 的“TT-LICENCE”用到2021年为止，2024年已不使用 → 已由“TL”取代：改用它，或改正 data/codes/contract-types.csv 中的年份',
    ],
  ])('%s', check('zh'));

  it('that nothing succeeds is told without a successor', () => {
    expect(told({ [types]: swap('2021,TL', '2021,'), [cube]: swap('2024,TL,', '2024,TT-LICENCE,') })).toEqual([
      `${cube}:6:6 error: The code “TT-LICENCE” of the list contract-types holds until 2021, and no longer in 2024. → Correct the code, or its years in data/codes/contract-types.csv.`,
    ]);
  });
});

describe('the years of a code', () => {
  it.each<Row>([
    [
      'name a successor of the list',
      types,
      ['2021,TL', `2021,${caret}TLL`],
      'The successor “TLL” does not exist. → Did you mean TL? Use a code of this list.',
    ],
    [
      'have an end if something succeeds it',
      types,
      ['2021,TL', `,${caret}TL`],
      'A code that has no end has the successor “TL”. → Say in the column to until when it holds, or remove the successor.',
    ],
    [
      'end after they begin',
      types,
      [',2021,TL', `2022,${caret}2021,TL`],
      'The code ends in 2021, before it begins in 2022. → Correct one of the years.',
    ],
    ['are years', types, ['2021,TL', `${caret}21,TL`], 'The year “21” is not four digits. → Write it like 2024.'],
  ])('%s', check('en'));
});

describe('former names', () => {
  it.each<Row>([
    [
      'are of a list that there is',
      former,
      `${header}${caret}contract-type,TD,2007,开发,Development\n`,
      'There is no code list “contract-type”. → Did you mean contract-types? A new list is a file in data/codes.',
    ],
    [
      'are of a code that there is',
      former,
      `${header}contract-types,${caret}TDD,2007,开发,Development\n`,
      'The list contract-types has no code “TDD”. → Did you mean TD? A new code is first added to data/codes/contract-types.csv.',
    ],
    [
      'have a year in which they end',
      former,
      `${header}contract-types,TD,${caret},开发,Development\n`,
      'The year “” is not four digits. → Write it like 2024.',
    ],
  ])('%s', check('en'));
});
