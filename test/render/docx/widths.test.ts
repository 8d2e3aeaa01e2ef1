import { layoutDocument } from 'docx/layout';
import { describe, expect, it } from 'vitest';
import * as library from '../../../src/render/docx/library.ts';
import { measureFor } from '../../../src/render/docx/widths.ts';
import { sampleTheme } from '../../support/sample.ts';

describe('widths of text in Word’s fonts', () => {
  const measure = measureFor(sampleTheme);
  const latin = (text: string, name: string, bold = false) => measure?.(text, { name, size: 10, bold });

  it('are those of the fonts’ own tables', () => {
    expect(latin('Wi–l 10%', 'Times New Roman')).toBeCloseTo(9.44 + 2.78 + 5 + 2.78 + 2.5 + 10 + 8.33);
    expect(latin('Wi', 'Arial')).toBeCloseTo(9.44 + 2.22);
    expect(latin('Wi', 'Arial', true)).toBeCloseTo(9.44 + 2.78);
    expect(latin('é', 'Arial')).toBe(latin('e', 'Arial'));
  });

  it('are those that the library has, for letters and marks alike', () => {
    const characters = [...'AMgiz0,%&Éçöß‘’“”–—…·±×÷−°§£¥€²³′″‰≈≤≥√\u2009'];
    const cases = ['Times New Roman', 'Arial'].flatMap((font) => [false, true].map((bold) => ({ font, bold })));
    // Ten letters, between two others that keep spaces from hanging at the ends of the line.
    const around = (character: string) => `|${character.repeat(10)}|`;
    const file = new library.Document({
      sections: [
        {
          children: cases.flatMap(({ font, bold }) =>
            characters.map(
              (character) =>
                new library.Paragraph({
                  children: [new library.TextRun({ text: around(character), font, bold, size: 20 })],
                }),
            ),
          ),
        },
      ],
    });
    const theirs = layoutDocument(file).pages.flatMap(({ body }) =>
      body.map((block) => (block.type === 'paragraph' ? (block.lines[0]?.textWidth ?? 0) * 0.75 : 0)),
    );
    const ours = cases.flatMap(({ font, bold }) => characters.map((one) => latin(around(one), font, bold) ?? 0));
    expect(ours.map((width) => width.toFixed(2))).toEqual(theirs.map((width) => width.toFixed(2)));
  });

  it('are an em for Han characters and their marks, half an em for all else in a Han font', () => {
    expect(latin('技术（“2021”）', 'SimSun')).toBe(80);
    expect(latin('技', 'Arial')).toBe(10);
  });

  it('are not known for other fonts', () => {
    const { serif, sans } = sampleTheme.fonts;
    const other = { ...sampleTheme, fonts: { serif, sans: { ...sans, latin: { ...sans.latin, word: 'Garamond' } } } };
    expect(measureFor(other)).toBeUndefined();
  });
});
