import { describe, expect, it } from 'vitest';
import type { Words } from '../../src/words/index.ts';
import { partsOf } from '../../src/words/parts.ts';

/** Words of one entry, whose values stand in braces. */
const words = (entry: string): Words => ({
  lang: 'en',
  say: (_, values = {}) => entry.replace(/\{(\w+)\}/g, (_, name) => String(values[name])),
  has: () => true,
  entry: () => undefined,
});
const parts = { first: ['[1]', '[2]'], second: ['[3]'] };
const said = (entry: string) => partsOf(words(entry), 'book:x', (text) => `<${text}>`, parts, { year: 2024 });

describe('an entry with parts in it', () => {
  it('has them where the language has their values, and its words and other values as typed', () => {
    expect(said('In {year}: {second} after {first}.')).toEqual([
      '<In 2024: >',
      '[3]',
      '< after >',
      '[1]',
      '[2]',
      '<.>',
    ]);
  });
  it('has no empty words, and no part whose value it leaves out', () => {
    expect(said('{first}{second}')).toEqual(['[1]', '[2]', '[3]']);
    expect(said('unchanged')).toEqual(['<unchanged>']);
  });
});
