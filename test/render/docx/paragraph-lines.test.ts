/** How many lines paragraphs take, held against the docx library's own layout, which is made after Word's. */
import { layoutDocument } from 'docx/layout';
import { describe, expect, it } from 'vitest';
import type { Lang } from '../../../src/model/document.ts';
import { createContext } from '../../../src/render/docx/context.ts';
import { inlineChildren } from '../../../src/render/docx/inlines.ts';
import * as library from '../../../src/render/docx/library.ts';
import { contentOf } from '../../../src/render/docx/nodes.ts';
import { paragraphMeasurer } from '../../../src/render/docx/paragraph-lines.ts';
import { stylesXml } from '../../../src/render/docx/styles.ts';
import { fontWidths } from '../../../src/render/docx/widths.ts';
import { sampleDocument, sampleTheme } from '../../support/sample.ts';
import { numbersFrom, randomText } from './random-book.ts';
import { charts } from './sample.ts';

/** In twips. */
const width = 8000;

const contextOf = (lang: Lang) => createContext(sampleDocument(lang), sampleTheme, charts);

/** Lines of paragraphs by the library, and as they are counted for it. */
function linesOf(lang: Lang, paragraphs: readonly library.Paragraph[]) {
  const context = contextOf(lang);
  const page = { size: { width: width + 2000, height: 15_000 }, margin: { left: 1000, right: 1000 } };
  const file = new library.Document({
    sections: [{ properties: { page }, children: [...paragraphs] }],
    externalStyles: stylesXml(context),
  });
  const laidOut = paragraphs.map(() => 0);
  for (const { body } of layoutDocument(file).pages) {
    for (const block of body) {
      if (block.type === 'paragraph') laidOut[block.index] = (laidOut[block.index] ?? 0) + block.lines.length;
    }
  }
  const widthsOf = fontWidths(sampleTheme);
  if (widthsOf === undefined) throw new Error('the theme has changed');
  const measure = paragraphMeasurer(context, widthsOf);
  const contents = paragraphs.map((one) => one.prepForXml({ file, viewWrapper: file.Document, stack: [] }));
  const counted = contents.map((content) => measure(contentOf(content, 'w:p'), width)?.lines);
  return { laidOut, counted };
}

describe.each(['zh', 'en'] as const)('lines of paragraphs, %s', (lang) => {
  it.each(['body', 'note', 'Caption', 'table', 'section', 'TOC2'])('are the library’s in the style %s', (style) => {
    const next = numbersFrom(style.length);
    const paragraphs = Array.from({ length: 120 }, () => {
      const [before, strong, after] = [
        randomText(lang, next, 20),
        randomText(lang, next, 5),
        randomText(lang, next, 90),
      ];
      const children = inlineChildren(contextOf(lang), [
        { type: 'text', text: before },
        { type: 'emphasis', children: [{ type: 'text', text: strong }] },
        { type: 'literal', text: after },
      ]);
      return new library.Paragraph({ style, children: [...children] });
    });
    const { laidOut, counted } = linesOf(lang, paragraphs);
    expect(counted).toEqual(laidOut);
    expect(Math.max(...laidOut)).toBeGreaterThan(3);
  });

  it('break a word that is longer than a line, and hang behind a tab', () => {
    const text = (words: string, style = 'body') =>
      new library.Paragraph({ style, children: [new library.TextRun(words)] });
    const tab = new library.TextRun({ children: [new library.Tab()] });
    const label = new library.TextRun('1');
    const paragraphs = [
      text('Donaudampfschifffahrts'.repeat(12)),
      text(`a ${'Donaudampfschifffahrts'.repeat(12)}`),
      text('中'.repeat(38)),
      text(`${'中'.repeat(36)}。”中`),
      text(''),
      new library.Paragraph({
        style: 'TOC2',
        children: [label, tab, new library.TextRun('in a line of its own '.repeat(4))],
      }),
    ];
    const { laidOut, counted } = linesOf(lang, paragraphs);
    expect(counted.slice(0, 5)).toEqual(laidOut.slice(0, 5));
    expect([undefined, laidOut[5]]).toContain(counted[5]);
  });

  it('are not counted where text is set by other rules', () => {
    const odd = ['שלום', 'a\u0301', 'soft\u00adhyphen', '😀'];
    const paragraphs = odd.map(
      (words) => new library.Paragraph({ style: 'body', children: [new library.TextRun(words)] }),
    );
    const framed = new library.Paragraph({ style: 'body', alignment: 'center', children: [new library.TextRun('a')] });
    expect(linesOf(lang, [...paragraphs, framed]).counted).toEqual(odd.concat('').map(() => undefined));
  });
});
