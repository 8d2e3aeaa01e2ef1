/** The PDF writer: measures a document, prints it with what was measured, and completes the printed file. */
import { type Document, plainText } from '../../model/document.ts';
import { error, Failure } from '../../model/problem.ts';
import type { Theme } from '../../model/theme.ts';
import type { ChartImage } from '../charts/index.ts';
import type { FontFace } from '../fonts/face.ts';
import type { Browser } from './browser.ts';
import { mendContents } from './contents.ts';
import { finishPdf } from './finish.ts';
import { checkFonts } from './fonts-check.ts';
import { documentHtml } from './html.ts';
import { type Layout, rowId, tablesOf } from './layout.ts';
import { measure } from './measure.ts';
import { destinationsOf, openPdf, type PDFDocument } from './pdf-file.ts';
import { fontSources, withPage } from './print.ts';
import { mendStructure } from './structure.ts';

export { type Browser, type BrowserChoice, type OpenBrowser, openBrowser } from './browser.ts';

export interface PdfInput {
  readonly document: Document;
  readonly theme: Theme;
  /** The theme's faces with all characters of the document. */
  readonly faces: readonly FontFace[];
  /** By figure id; drawn while the page is opened and loads the fonts. */
  readonly charts: ReadonlyMap<string, ChartImage> | Promise<ReadonlyMap<string, ChartImage>>;
  /** Called when the browser has been told to print the final file. */
  readonly whilePrinting?: () => void;
}

export interface PrintedBook {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

/**
 * What stands elsewhere in the final print than was measured. Contents, continued captions and page labels are all
 * taken from the measuring print, so that a file with a difference would lie to its reader.
 */
function disagreements(
  document: Document,
  layout: Layout,
  file: PDFDocument,
  tables: ReturnType<typeof mendStructure>,
) {
  const moved = [...destinationsOf(file)]
    .filter(([id, { page }]) => layout.pages.has(id) && layout.pages.get(id) !== page)
    .map(([id]) => id);
  const parts = tablesOf(document).flatMap((table) =>
    (layout.parts.get(table.id) ?? [0]).map((row) => ({ table, page: layout.pages.get(rowId(table, row)) })),
  );
  const torn = parts.filter(({ page }, index) => {
    const found = tables[index];
    return found === undefined || found.size > 1 || (page !== undefined && !found.has(page));
  });
  const names = torn.map(({ table }) => `${table.label} ${plainText(table.caption)}`);
  return [...new Set([...moved, ...names, ...(parts.length === tables.length ? [] : [`${tables.length} tables`])])];
}

/**
 * Prints a document. Page size, fonts and colours come from the theme, everything else from the document: the same
 * input and browser give the same bytes.
 *
 * Throws a `Failure`: `pdf.foreign-request` (input) if a chart refers to something outside of the book,
 * `pdf.foreign-font` and `pdf.passes-disagree` (machine) if the browser did not print what it was asked to.
 */
export async function writePdf(
  { document, theme, faces, charts, whilePrinting }: PdfInput,
  browser: Browser,
): Promise<PrintedBook> {
  return withPage(browser, faces, async (page) => {
    const input = { document, theme, charts: await charts, fonts: fontSources(faces) };
    const { layout, leadings } = await measure(page, input);
    const html = documentHtml({ ...input, layout, leadings });
    await page.show(html);
    const file = await openPdf(await page.print(true, whilePrinting));
    const differences = disagreements(document, layout, file, mendStructure(file));
    if (differences.length > 0) {
      throw new Failure('machine', [
        error('pdf.passes-disagree', undefined, {
          places: differences.slice(0, 5).join(', '),
          count: differences.length,
        }),
      ]);
    }
    checkFonts(file, faces);
    mendContents(file);
    const pages = file.getPageCount();
    const bytes = await finishPdf(file, {
      document,
      theme,
      layout,
      sources: [html, ...faces.map((face) => face.data)],
    });
    return { bytes, pages };
  });
}
