import type { Document } from '../src/model/document.ts';
import type { Theme } from '../src/model/theme.ts';
import { readFaces } from '../src/render/fonts/files.ts';
import { openBrowser, prepare } from '../src/render/index.ts';
import { documentHtml } from '../src/render/pdf/html.ts';
import { measure } from '../src/render/pdf/measure.ts';
import { fontSources, withPage } from '../src/render/pdf/print.ts';

/** Which fonts Chromium loads: those that are cut to the book, as the build prints it, or the packages' whole ones. */
export type FloorFonts = 'cut' | 'whole';

/**
 * The floor of all ratios: Chromium alone. Seconds to launch it, load the final HTML of a document, and print it once,
 * tagged. The HTML is made beforehand and not counted. With whole fonts it is what Chromium takes without the work that
 * the build does to make it quicker.
 */
export async function floorOf(document: Document, theme: Theme, fonts: FloorFonts): Promise<number> {
  const { faces, charts } = await prepare(document, theme);
  const input = { document, theme, charts, fonts: fontSources(faces) };
  const preparing = await openBrowser({ environment: process.env });
  const html = await withPage(preparing.browser, faces, async (page) => {
    return documentHtml({ ...input, ...(await measure(page, input)) });
  });
  await preparing.browser.close();

  const loaded = fonts === 'cut' ? faces : await readFaces(Object.values(theme.fonts));
  const start = performance.now();
  const { browser } = await openBrowser({ environment: process.env });
  await withPage(browser, loaded, async (page) => {
    await page.show(html);
    await page.print(true);
  });
  const seconds = (performance.now() - start) / 1000;
  await browser.close();
  return seconds;
}
