/** Where everything falls, by prints that nobody sees. */
import { type Leadings, successful, tighterLeadings } from './copyfit.ts';
import { documentHtml, type HtmlInput } from './html.ts';
import { type Layout, type PageIndex, planLayout } from './layout.ts';
import { destinationsOf, openPdf } from './pdf-file.ts';
import type { BookPage } from './print.ts';

export interface Measured {
  readonly layout: Layout;
  readonly leadings: Leadings;
}

/**
 * Measures a document: once, and again with closer lines if a stretch of text would end with a few of them on a page of
 * their own. Every sheet begins on a new page, so that they do not depend on each other.
 */
export async function measure(page: BookPage, input: Omit<HtmlInput, 'layout' | 'leadings'>): Promise<Measured> {
  const { document, theme } = input;
  const print = async (leadings: Leadings) => {
    await page.show(documentHtml({ ...input, leadings, layout: undefined }));
    return destinationsOf(await openPdf(await page.print(false)));
  };
  const plain = await print(new Map());
  let measured = plain;
  let leadings = tighterLeadings(document, theme, plain);
  while (leadings.size > 0) {
    measured = await print(leadings);
    const useful = successful(leadings, plain, measured);
    if (useful.size === leadings.size) break;
    measured = plain;
    leadings = useful;
  }
  const pages: PageIndex = new Map([...measured].map(([id, { page: index }]) => [id, index]));
  return { layout: planLayout(document, pages), leadings };
}
