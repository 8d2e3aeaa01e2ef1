/** Reads finished files back and compares them with what their documents say. */
import type { Document } from '../model/document.ts';
import type { Theme } from '../model/theme.ts';
import type { Format } from '../render/index.ts';
import { align } from './align.ts';
import { type Check, type CheckResult, together } from './check.ts';
import { checkContents } from './checks/contents.ts';
import { checkFigures } from './checks/figures.ts';
import { checkFonts } from './checks/fonts.ts';
import { checkIdentity } from './checks/identity.ts';
import { checkLinks } from './checks/links.ts';
import { checkMargins } from './checks/margins.ts';
import { checkOrder } from './checks/order.ts';
import { checkOutline } from './checks/outline.ts';
import { checkTables } from './checks/tables.ts';
import { checkTexts } from './checks/texts.ts';
import type { FinishedFile } from './finished.ts';
import { type BlockPages, pagesOf } from './pages.ts';

export type { Proved } from './check.ts';
export type { BlockPages } from './pages.ts';

/** The vocabulary of checks. What a format comes to have besides adds its own. */
const checks: readonly Check[] = [
  checkTexts,
  checkTables,
  checkFigures,
  checkOrder,
  checkContents,
  checkLinks,
  checkOutline,
  checkMargins,
  checkIdentity,
  checkFonts,
];

/** What reads a PDF back. */
export interface PdfReader {
  /** Makes ready what it needs, which else happens when there is a file: the browser prints meanwhile. */
  load(): void;
  read(bytes: Uint8Array): Promise<FinishedFile>;
}

/** Reads where it is called. */
export const ownReader: PdfReader = {
  load: () =>
    void import('./read-pdf.ts')
      .then(({ loadPdfium }) => loadPdfium())
      // Whoever reads hears of it.
      .catch(() => undefined),
  read: async (bytes) => (await import('./read-pdf.ts')).readPdf(bytes),
};

/** A finished file as a reader finds it. @throws Error for bytes that are no such file */
export async function readFinished(format: Format, bytes: Uint8Array, pdfReader = ownReader): Promise<FinishedFile> {
  switch (format) {
    case 'pdf':
      return pdfReader.read(bytes);
    case 'docx':
      return (await import('./read-docx.ts')).readDocx(bytes);
  }
}

/** What was proved of a file, what is wrong with it, and where in it the blocks of its document stand. */
export interface Verified extends CheckResult {
  readonly pages: readonly BlockPages[];
}

/** Holds a file that has been read against its document. */
export function checkFile(document: Document, theme: Theme, file: FinishedFile, name: string): Verified {
  const alignment = align(document, file);
  const results = checks.map((check) => check({ document, theme, file, alignment, name }));
  return { ...together(results), pages: pagesOf(alignment, file) };
}

/**
 * Reads a finished file back and holds it against its document, which may be without quantities: only texts are
 * compared here. A pure function of what it is given. @throws Error for bytes that are no file of the format
 */
export async function verify(
  document: Document,
  theme: Theme,
  format: Format,
  bytes: Uint8Array,
  name: string,
  pdfReader = ownReader,
): Promise<Verified> {
  return checkFile(document, theme, await readFinished(format, bytes, pdfReader), name);
}
