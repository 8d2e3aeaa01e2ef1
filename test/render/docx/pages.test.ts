import { describe, expect, it } from 'vitest';
import type { Document } from '../../../src/model/document.ts';
import { createContext } from '../../../src/render/docx/context.ts';
import * as library from '../../../src/render/docx/library.ts';
import { listNumbering } from '../../../src/render/docx/lists.ts';
import { pageNumbers } from '../../../src/render/docx/pages.ts';
import { documentSections } from '../../../src/render/docx/sections.ts';
import { stylesXml } from '../../../src/render/docx/styles.ts';
import { sampleDocument, sampleTheme } from '../../support/sample.ts';
import { randomBook } from './random-book.ts';
import { bookOfParts, chartsOf } from './sample.ts';

type Estimate = ReturnType<library.PageNumberEstimator>;

/** The pages of a document, laid out by the library with all its words, and with what the writer makes cheaper. */
async function estimates(document: Document, theme = sampleTheme): Promise<readonly [Estimate, Estimate]> {
  const context = createContext(document, theme, chartsOf(document));
  const sections = documentSections(context, document);
  const estimate = library.estimatePageNumbersWith({ guess: true });
  let both: readonly [Estimate, Estimate] | undefined;
  const file = new library.Document({
    sections,
    externalStyles: stylesXml(context),
    numbering: listNumbering(context),
    evenAndOddHeaderAndFooters: true,
    pageNumbers: (body, parts) => {
      both = [estimate(body, parts), pageNumbers(document, context)(body, parts)];
      return both[0];
    },
  });
  await library.Packer.toBuffer(file);
  if (both === undefined) throw new Error('not laid out');
  return both;
}

describe('laying out with empty lines in place of words', () => {
  const wide = (lang: 'zh' | 'en'): Document => {
    const document = sampleDocument(lang, 130);
    // Labels of all lengths, so that some rows take two lines.
    const body = document.body.map((block) =>
      block.type !== 'table'
        ? block
        : {
            ...block,
            rows: block.rows.map((row, index) => ({
              ...row,
              cells: row.cells.map((cell) =>
                cell.type === 'label'
                  ? {
                      ...cell,
                      inlines: [{ type: 'text', text: (lang === 'zh' ? '师' : 'Wm ').repeat(index) } as const],
                    }
                  : cell,
              ),
            })),
          },
    );
    return { ...document, body };
  };

  it.each([
    ['zh', wide('zh')],
    ['en', wide('en')],
    ['parts', bookOfParts('en')],
    ['any book, zh', randomBook('zh', 1, 120)],
    ['any book, en', randomBook('en', 2, 120)],
  ])('finds the same pages as with all words: %s', async (_, document) => {
    const [full, slim] = await estimates(document);
    expect(slim.bookmarks).toEqual(full.bookmarks);
    expect(full.pageCount).toBeGreaterThan(5);
  });

  it('finds them in another theme', async () => {
    const { text, fonts } = sampleTheme;
    const table = { ...text.table, leading: 1.6, before: 1.5, after: { zh: 0.5, en: 0.5 } };
    const body = { ...text.body, size: 11, indent: { zh: 2, en: 1.5 } };
    for (const theme of [
      { ...sampleTheme, text: { ...text, table, body } },
      // Nothing is known of the widths of its letters.
      {
        ...sampleTheme,
        fonts: { ...fonts, serif: { ...fonts.serif, latin: { ...fonts.serif.latin, word: 'Cambria' } } },
      },
    ]) {
      const [full, slim] = await estimates(randomBook('zh', 3), theme);
      expect(slim.bookmarks).toEqual(full.bookmarks);
    }
  });

  it('has nothing to guess at in the theme’s fonts', async () => {
    for (const lang of ['zh', 'en'] as const) {
      const [full] = await estimates(sampleDocument(lang, 20));
      expect(full.guesses).toEqual([]);
    }
  });
});
