import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Decimal } from 'decimal.js';
import { describe, expect, it } from 'vitest';
import { createFormatter, type RoundingMode } from '../../src/compose/format.ts';
import { type Lang, languages } from '../../src/model/document.ts';
import type { Precision } from '../../src/model/statements.ts';
import { loadWords } from '../../src/words/index.ts';
import { projectFolder, projectWith } from '../support/project.ts';
import { published } from '../support/tiny.ts';

const words = loadWords(projectWith(), (problem) => {
  throw new Error(problem.name);
});
const formatters = (lang: Lang, rounding: RoundingMode = 'half-up') => createFormatter(words[lang], rounding);

/** Thin and no-break spaces as characters that a test shows: `_` and `~`. */
const shown = (text: string) => text.replaceAll('\u202f', '_').replaceAll('\u00a0', '~');
const number = (lang: Lang, value: string, decimals: number, rounding?: RoundingMode) =>
  shown(formatters(lang, rounding).number(new Decimal(value), decimals));
const prose = (lang: Lang, value: string, unit: string, decimals?: number, precision: Precision = 'exact') => {
  const quantity = published(value, unit);
  return shown(formatters(lang).prose({ ...quantity, decimals: decimals ?? quantity.decimals }, precision));
};

describe('digits', () => {
  it.each([
    ['7005.7', 1, '7005.7', '7,005.7'],
    ['37294.3', 1, '37_294.3', '37,294.3'],
    ['999', 0, '999', '999'],
    ['9999', 0, '9999', '9,999'],
    ['10000', 0, '10_000', '10,000'],
    ['1234567.89', 2, '1_234_567.89', '1,234,567.89'],
    ['12345.67891', 5, '12_345.67891', '12,345.67891'],
    ['0', 1, '0.0', '0.0'],
    ['0.5', 2, '0.50', '0.50'],
    ['-2.6', 1, '\u22122.6', '\u22122.6'],
    ['-37294.3', 1, '\u221237_294.3', '\u221237,294.3'],
    ['9999.96', 1, '10_000.0', '10,000.0'],
    ['123456789012345678901.5', 1, '123_456_789_012_345_678_901.5', '123,456,789,012,345,678,901.5'],
  ])('%s with %i decimals is %s in Chinese, %s in English', (value, decimals, zh, en) => {
    expect([number('zh', value, decimals), number('en', value, decimals)]).toEqual([zh, en]);
  });

  it.each([
    ['0.35', 1, '0.4', '0.4'],
    ['16.05', 1, '16.1', '16.0'],
    ['2.5', 0, '3', '2'],
    ['3.5', 0, '4', '4'],
    ['-2.5', 0, '\u22123', '\u22122'],
    ['0.25', 1, '0.3', '0.2'],
    ['1.005', 2, '1.01', '1.00'],
    ['2.5000001', 0, '3', '3'],
    ['2.4999999', 0, '2', '2'],
  ])('%s to %i decimals is %s half up, %s half to even', (value, decimals, up, even) => {
    expect([number('zh', value, decimals), number('zh', value, decimals, 'half-even')]).toEqual([up, even]);
  });

  it.each([
    ['-0.04', 1, '0.0'],
    ['-0.4', 0, '0'],
    ['-0', 1, '0.0'],
    ['-0.05', 1, '\u22120.1'],
  ])('%s with %i decimals is %s: nothing has no minus sign', (value, decimals, text) => {
    expect([number('zh', value, decimals), number('en', value, decimals)]).toEqual([text, text]);
  });
});

describe('units', () => {
  const codes = readFileSync(join(projectFolder, 'data/codes/units.csv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',')[0] ?? '');
  it.each(languages)('can all be said in running text, with the number (%s)', (lang) => {
    for (const unit of codes)
      expect(prose(lang, '7', unit), unit).toContain(unit === 'yiyuan' && lang === 'en' ? '700' : '7');
  });
});

describe('prose in Chinese', () => {
  it.each([
    ['81423.37', 'wanyuan', '81_423.37万元'],
    ['61442.80', 'wanyuan', '61_442.8万元'],
    ['18484', 'wanyuan', '18_484万元'],
    ['83.82', 'wanyuan', '83.82万元'],
    ['8.14', 'yiyuan', '8.14亿元'],
    ['1', 'yiyuan', '1亿元'],
    ['777', 'contract', '777项'],
    ['1065', 'contract', '1065项'],
    ['32.0', 'percent', '32.0%'],
    ['1.0', 'point', '1.0个百分点'],
    ['6.1', 'multiple', '6.1倍'],
    ['5.0', 'ratio', '5.0∶1'],
    ['2', 'rank', '第2位'],
    ['1500', 'attendance', '1500人次'],
    ['7', 'division', '7个'],
    ['36', 'fund', '36支'],
    ['9', 'year', '9年'],
    ['11', 'province', '11个'],
  ])('%s %s is %s', (value, unit, text) => expect(prose('zh', value, unit)).toBe(text));
  it('says 余 for more than, 不足 for less and 约 for about', () => {
    expect(prose('zh', '2000', 'item', 0, 'above')).toBe('2000余项');
    expect(prose('zh', '90', 'percent', 0, 'below')).toBe('不足90%');
    expect(prose('zh', '7', 'percent', 0, 'about')).toBe('约7%');
  });
});

describe('prose in English', () => {
  it.each([
    ['81423.37', 'wanyuan', 'CNY~814.2337~million'],
    ['61442.80', 'wanyuan', 'CNY~614.428~million'],
    ['18484', 'wanyuan', 'CNY~184.84~million'],
    ['83.82', 'wanyuan', 'CNY~838,200'],
    ['99.99', 'wanyuan', 'CNY~999,900'],
    ['100', 'wanyuan', 'CNY~1~million'],
    ['0.5', 'wanyuan', 'CNY~5,000'],
    ['8.14', 'yiyuan', 'CNY~814~million'],
    ['9.99', 'yiyuan', 'CNY~999~million'],
    ['0.01', 'yiyuan', 'CNY~1~million'],
    ['0.003', 'yiyuan', 'CNY~300,000'],
    ['10', 'yiyuan', 'CNY~1~billion'],
    ['67.04', 'yiyuan', 'CNY~6.704~billion'],
    ['1', 'yiyuan', 'CNY~100~million'],
    ['37294.3', 'yiyuan', 'CNY~3,729.43~billion'],
    ['1', 'contract', '1~contract'],
    ['2', 'contract', '2~contracts'],
    ['0', 'contract', '0~contracts'],
    ['1065', 'contract', '1,065~contracts'],
    ['1', 'person', '1~person'],
    ['300', 'person', '300~people'],
    ['1', 'policy', '1~policy'],
    ['2', 'policy', '2~policies'],
    ['1.0', 'point', '1.0~percentage point'],
    ['1.5', 'point', '1.5~percentage points'],
    ['32.0', 'percent', '32.0%'],
    ['6.1', 'multiple', '6.1~times'],
    ['5.5', 'ratio', '5.5~to~1'],
    ['36', 'fund', '36~funds'],
    ['9', 'year', '9~years'],
    ['1', 'country', '1~country'],
    ['75', 'country', '75~countries'],
  ])('%s %s is %s', (value, unit, text) => expect(prose('en', value, unit)).toBe(text));

  it.each([
    ['1', '1st'],
    ['2', '2nd'],
    ['3', '3rd'],
    ['4', '4th'],
    ['11', '11th'],
    ['12', '12th'],
    ['13', '13th'],
    ['21', '21st'],
    ['22', '22nd'],
    ['23', '23rd'],
    ['101', '101st'],
    ['111', '111th'],
  ])('place %s is %s', (value, text) => expect(prose('en', value, 'rank')).toBe(text));

  it('says more than', () => {
    expect(prose('en', '2000', 'item', 0, 'above')).toBe('more than~2,000');
    expect(prose('en', '300', 'person', 0, 'above')).toBe('more than~300~people');
    expect(prose('en', '90', 'percent', 0, 'below')).toBe('less than~90%');
    expect(prose('en', '7', 'percent', 0, 'about')).toBe('about~7%');
  });
});

describe('closing zeros', () => {
  it('are kept where the book says so, but for whole numbers', () => {
    const kept = createFormatter(words.zh, 'half-up', 'kept');
    const keptEnglish = createFormatter(words.en, 'half-up', 'kept');
    expect(kept.prose(published('1817.0', 'yiyuan'))).toBe('1817.0亿元');
    expect(formatters('zh').prose(published('1817.0', 'yiyuan'))).toBe('1817亿元');
    expect(keptEnglish.prose(published('1817.0', 'yiyuan'))).toBe('CNY\u00a0181.70\u00a0billion');
    expect(keptEnglish.prose(published('1000', 'wanyuan'))).toBe('CNY\u00a010\u00a0million');
  });
});

describe('a number that is rounded for prose', () => {
  it.each([
    // A published amount without its closing zeros; a calculated one with them, to say how exact it is.
    ['104.789408', 'wanyuan', 2, '104.79万元', 'CNY~1.0479~million'],
    ['83.801', 'wanyuan', 2, '83.80万元', 'CNY~838,000'],
    ['8.142337', 'yiyuan', 2, '8.14亿元', 'CNY~814~million'],
    ['99.996', 'wanyuan', 2, '100.00万元', 'CNY~1.0000~million'],
    ['32.519', 'percent', 1, '32.5%', '32.5%'],
    ['50', 'percent', 0, '50%', '50%'],
    ['49.99', 'percent', 1, '50.0%', '50.0%'],
    ['0.96', 'point', 0, '1个百分点', '1~percentage point'],
  ])('%s %s to %i decimals is %s, %s', (value, unit, decimals, zh, en) => {
    expect([prose('zh', value, unit, decimals), prose('en', value, unit, decimals)]).toEqual([zh, en]);
  });
});

describe('a cell', () => {
  const cell = (lang: Lang, value: string, decimals?: number, exact = false) =>
    shown(formatters(lang).cell(published(value, 'wanyuan', exact), decimals));
  it('has the decimals of its column and no unit', () => {
    expect([cell('zh', '1005', 2), cell('en', '1005', 2)]).toEqual(['1005.00', '1,005.00']);
    expect(cell('zh', '61442.8')).toBe('61_442.8');
    expect(cell('en', '-23.926', 1)).toBe('\u221223.9');
  });
  it('tells none from less than half of the last decimal', () => {
    expect([cell('zh', '0', 2, true), cell('zh', '0.00', 2), cell('zh', '0.0037', 2)]).toEqual(['0', '0.00', '0.00']);
  });
});
