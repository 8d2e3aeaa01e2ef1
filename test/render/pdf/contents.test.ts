import { describe, expect, it } from 'vitest';
import { mendSoftHyphens } from '../../../src/render/pdf/contents.ts';

/** As Skia writes them: a blank wherever a word may be divided, and a text of its own where a line ends. */
const blank = '/Span<</ActualText <FEFF00AD> >> BDC\n6.5 0 Td <0001> Tj\nEMC\n';
const hyphen = 'BT\n/F6 14 Tf\n1 0 0 -1 619.5 66180 Tm\n<002D> Tj\nET\n';
const nextLine = 'BT\n/F6 14 Tf\n1 0 0 -1 0 66204 Tm\n<0031> Tj\n7.8 0 Td <001C> Tj\nET\n';

describe('mendSoftHyphens', () => {
  it('takes away those at which no line ends, and leaves every glyph in its place', () => {
    const content = `BT\n5.6 0 Td <001C> Tj\n${blank}0 0 Td <0024> Tj\nET\n`;
    expect(mendSoftHyphens(content)).toBe('BT\n5.6 0 Td <001C> Tj\n6.5 0 Td\n0 0 Td <0024> Tj\nET\n');
  });

  it('tells of the hyphen at the end of a line that it is soft', () => {
    const content = `BT\n5.6 0 Td <001C> Tj\n${blank}ET\n${hyphen}${nextLine}`;
    const soft = `/Span<</ActualText <FEFF00AD> >> BDC\n${hyphen}EMC\n`;
    expect(mendSoftHyphens(content)).toBe(`BT\n5.6 0 Td <001C> Tj\n6.5 0 Td\nET\n${soft}${nextLine}`);
  });

  it('takes no text of several glyphs for a hyphen', () => {
    const content = `BT\n5.6 0 Td <001C> Tj\n${blank}ET\n${nextLine}`;
    expect(mendSoftHyphens(content)).toBe(`BT\n5.6 0 Td <001C> Tj\n6.5 0 Td\nET\n${nextLine}`);
  });

  it('leaves other words for glyphs as they are', () => {
    const content = '/Span<</ActualText <FEFF00A0> >> BDC\n6.5 0 Td <0001> Tj\nEMC\n';
    expect(mendSoftHyphens(content)).toBe(content);
  });
});
