import { describe, expect, it } from 'vitest';
import { withSoftHyphens } from '../../../src/render/pdf/hyphens.ts';

const divided = (text: string): string => withSoftHyphens(text).replaceAll('\u00ad', '|');

describe('withSoftHyphens', () => {
  it('says where English words may be divided, by British patterns', () => {
    expect(divided('The commercialisation of technology')).toBe('The com|mer|cial|isa|tion of tech|no|logy');
  });

  it('leaves three letters at least at either end of a word', () => {
    // By the patterns alone: re|gistered, ana|lys|is, agen|cies.
    expect(divided('registered analysis agencies')).toBe('registered ana|lysis agen|cies');
  });

  it('leaves names, short words, numbers and words with a hyphen of their own as they are', () => {
    const text = 'Technology of Guangdong: after 1.4 percentage-points in 2021, R&D; Xi’an’s market-based opening-up';
    expect(divided(text)).toBe(text);
  });

  it('divides no two letters that are one glyph', () => {
    expect(divided('differ difficult efficiency')).toBe('differ diffi|cult effi|ciency');
  });
});
