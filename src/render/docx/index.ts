/**
 * Writes a document as a Word file (ISO/IEC 29500 transitional). Everything is dated by the document and numbered anew,
 * so that the same document, theme and charts give the same bytes.
 */
import type { Document } from '../../model/document.ts';
import type { Theme } from '../../model/theme.ts';
import { type ChartPicture, createContext } from './context.ts';
import { pictures } from './figure.ts';
import * as library from './library.ts';
import { listNumbering } from './lists.ts';
import { pageNumbers } from './pages.ts';
import { partEdits } from './parts.ts';
import { documentSections } from './sections.ts';
import { stylesXml } from './styles.ts';
import { repack } from './zip.ts';

export { bookmarkName } from './bookmarks.ts';
export type { ChartPicture } from './context.ts';

/** Word's theme, so that its menus offer the book's fonts and colours. */
function wordTheme(theme: Theme, title: string) {
  const [accent1, accent2, accent3, accent4, accent5, accent6] = theme.palette.map((color) => color.replace('#', ''));
  const fonts = ({ latin, han }: Theme['fonts']['serif']) => ({ latin: latin.word, eastAsia: han.word });
  const colors = { accent1, accent2, accent3, accent4, accent5, accent6 };
  return {
    name: title,
    colors: Object.fromEntries(Object.entries(colors).filter(([, color]) => color !== undefined)),
    fonts: { headings: fonts(theme.fonts.sans), body: fonts(theme.fonts.serif) },
  };
}

/**
 * The document as the bytes of a DOCX file.
 * @param charts the drawn chart of every figure, by the figure's id
 * @throws Failure `docx.no-chart`, `docx.unknown-target`, `docx.mixed-contents`, `docx.no-page`, `docx.unexpected-part`
 */
export async function writeDocx(
  document: Document,
  theme: Theme,
  charts: ReadonlyMap<string, ChartPicture>,
): Promise<Uint8Array> {
  const context = createContext(document, theme, charts);
  const sections = documentSections(context, document);
  const file = new library.Document({
    title: document.title,
    subject: document.description,
    description: document.description,
    creator: document.publisher,
    lastModifiedBy: document.publisher,
    evenAndOddHeaderAndFooters: true,
    externalStyles: stylesXml(context),
    numbering: listNumbering(context),
    theme: wordTheme(theme, document.title),
    pageNumbers: pageNumbers(document, context),
    sections,
  });
  const packed = await library.Packer.toBuffer(file);
  return repack(packed, partEdits(document), pictures(charts), document.published);
}
