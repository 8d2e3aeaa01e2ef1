/** Finished files to be changed behind the program's back, as a faulty writer or an editor's slip would. */
import { deflateSync, inflateSync } from 'node:zlib';
import { unzipSync, zipSync } from 'fflate';
import { openPdf, type PDFDocument, PDFName, PDFRawStream } from '../../src/render/pdf/pdf-file.ts';

/** The Word file with one part changed. @throws Error if the change changes nothing, lest a test pass by it */
export function withPart(file: Uint8Array, path: string, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(file);
  const before = new TextDecoder().decode(parts[path]);
  const after = change(before);
  if (before === after) throw new Error(`Nothing was changed in ${path}`);
  return zipSync({ ...parts, [path]: new TextEncoder().encode(after) }, { level: 1 });
}

/** Replaces the match at this index, counted round, of those there are. @throws Error if there is none */
export function replaceOne(text: string, pattern: RegExp, index: number, by: (match: string) => string): string {
  const matches = [...text.matchAll(pattern)];
  const match = matches[index % Math.max(1, matches.length)];
  if (match === undefined) throw new Error(`Nothing matches ${pattern}`);
  return text.slice(0, match.index) + by(match[0]) + text.slice(match.index + match[0].length);
}

/** Another digit in place of the one at this index, counted round, of those in a text. */
export function otherDigit(text: string, index: number): string {
  return replaceOne(text, /\d/g, index, (digit) => String((Number(digit) + 1) % 10));
}

/** The PDF after its objects were changed. */
export async function withObjects(file: Uint8Array, change: (pdf: PDFDocument) => void): Promise<Uint8Array> {
  const pdf = await openPdf(file);
  change(pdf);
  return pdf.save({ useObjectStreams: true, addDefaultPage: false });
}

function contentStream(pdf: PDFDocument, page: number): PDFRawStream {
  const stream = pdf.context.lookup(pdf.getPages()[page]?.node.get(PDFName.of('Contents')));
  if (!(stream instanceof PDFRawStream)) throw new Error(`Page ${page} has no content`);
  return stream;
}

/** What is drawn on a page, counted from 0. */
export function contentOf(pdf: PDFDocument, page: number): string {
  return inflateSync(contentStream(pdf, page).getContents()).toString('latin1');
}

/** Changes what is drawn on a page. @throws Error if the change changes nothing */
export function changeContent(pdf: PDFDocument, page: number, change: (content: string) => string): void {
  const before = contentOf(pdf, page);
  const after = change(before);
  if (before === after) throw new Error(`Nothing was changed on page ${page}`);
  contentStream(pdf, page).updateContents(deflateSync(Buffer.from(after, 'latin1')));
}
