import { describe, expect, it } from 'vitest';
import { isRounded, printedText, readPrinted } from '../../src/verify/printed.ts';
import { published, units } from '../support/tiny.ts';

describe('a printed number', () => {
  it.each([
    ['37\u202f294.3亿元', 8, '3729430000000', '10000000'],
    ['CNY 3,729.43 billion', 8, '3729430000000', '10000000'],
    ['CNY 814 million', 8, '814000000', '1000000'],
    ['CNY 838,200', 4, '838200', '1'],
    ['37,294.3', 8, '3729430000000', '10000000'],
    ['第2位', 0, '2', '1'],
    ['more than 2,000', 0, '2000', '1'],
    ['\u221213.9%', 0, '13.9', '0.1'],
    ['5.5∶1', 0, '5.5', '0.1'],
  ])('“%s” is read from its text', (text, power, value, step) => {
    const printed = readPrinted(text, power);
    expect([printed?.value.toFixed(), printed?.step.toFixed()]).toEqual([value, step]);
  });

  it('is none in words alone', () => {
    expect(readPrinted('两项', 0)).toBeUndefined();
  });

  it('is its quantity when that rounds to it', () => {
    const check = (text: string, value: string, unit = 'wanyuan') => {
      const printed = readPrinted(text, units.get(unit)?.power ?? 0);
      return printed && isRounded(printed, published(value, unit), units);
    };
    expect(check('61\u202f442.8万元', '61442.80')).toBe(true);
    expect(check('6.14亿元', '61442.80')).toBe(true);
    expect(check('6.15亿元', '61442.80')).toBe(false);
    expect(check('CNY 614.428 million', '61442.80')).toBe(true);
    expect(check('CNY 61.4428 million', '61442.80')).toBe(false);
    expect(check('CNY 838,200', '83.82')).toBe(true);
    expect(check('CNY 838,300', '83.82')).toBe(false);
    expect(check('13.9%', '-13.90', 'percent')).toBe(true);
  });

  it('is the same in every language', () => {
    const quantity = published('81423.37');
    expect(printedText('81\u202f423.37万元', quantity, units)).toBe(
      printedText('CNY 814.2337 million', quantity, units),
    );
    expect(printedText('CNY 814.2337 million', quantity, units)).toBe('814233700 yuan');
  });
});
