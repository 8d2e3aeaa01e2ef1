import { describe, expect, it } from 'vitest';
import type { Document } from '../../../src/model/document.ts';
import { createContext } from '../../../src/render/docx/context.ts';
import * as library from '../../../src/render/docx/library.ts';
import { listNumbering } from '../../../src/render/docx/lists.ts';
import { pageNumbers } from '../../../src/render/docx/pages.ts';
import { documentSections } from '../../../src/render/docx/sections.ts';
import { stylesXml } from '../../../src/render/docx/styles.ts';
import { sampleDocument, sampleTheme } from '../../support/sample.ts';
import { bookOfParts, charts } from './sample.ts';

type Estimate = ReturnType<library.PageNumberEstimator>;

/** The pages of a document, laid out by the library with all its cells, and with what the writer makes cheaper. */
async function estimates(document: Document): Promise<readonly [Estimate, Estimate]> {
  const context = createContext(document, sampleTheme, charts);
  const sections = documentSections(context, document);
  const estimate = library.estimatePageNumbersWith({ guess: true });
  let both: readonly [Estimate, Estimate] | undefined;
  const file = new library.Document({
    sections,
    externalStyles: stylesXml(context),
    numbering: listNumbering(context),
    evenAndOddHeaderAndFooters: true,
    pageNumbers: (body, parts) => {
      both = [estimate(body, parts), pageNumbers(document, sampleTheme)(body, parts)];
      return both[0];
    },
  });
  await library.Packer.toBuffer(file);
  if (both === undefined) throw new Error('not laid out');
  return both;
}

describe('laying out with slim tables and our own widths', () => {
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
  ])('finds the same pages as with all cells: %s', async (_, document) => {
    const [full, slim] = await estimates(document);
    expect(slim.bookmarks).toEqual(full.bookmarks);
    expect(slim.pageCount).toBe(full.pageCount);
    expect(slim.sectionPageCounts).toEqual(full.sectionPageCounts);
  });

  it('has nothing to guess at in the theme’s fonts', async () => {
    for (const lang of ['zh', 'en'] as const) {
      const [full] = await estimates(sampleDocument(lang, 20));
      expect(full.guesses).toEqual([]);
    }
  });
});
