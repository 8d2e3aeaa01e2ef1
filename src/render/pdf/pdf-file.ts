/** The one import site of pdf-lib, and what every reader of a printed file needs. */
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFRef } from '@cantoo/pdf-lib';
import { setTagsAside } from './tag-objects.ts';

export {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHeader,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';

/**
 * A file as the browser prints it. Nine tenths of its objects are tags, which the library would take most of its time
 * for: they are kept as texts, by their numbers, and are not in the document's context.
 */
export type PrintedPdf = PDFDocument & { readonly tags: Map<number, string> };

/** Opens printed bytes as they are, without the library's own stamps. */
export async function openPdf(bytes: Uint8Array): Promise<PrintedPdf> {
  const { rest, tags } = setTagsAside(bytes);
  const document = await PDFDocument.load(rest, {
    updateMetadata: false,
    parseSpeed: Number.POSITIVE_INFINITY,
    throwOnInvalidObject: true,
  });
  const { context } = document;
  for (const number of tags.keys()) context.largestObjectNumber = Math.max(context.largestObjectNumber, number);
  return Object.assign(document, { tags });
}

/** Index of each page by its object, counted from 0. */
export function pageIndexes(file: PDFDocument): ReadonlyMap<PDFRef, number> {
  return new Map(file.getPages().map((page, index) => [page.ref, index]));
}

export interface Destination {
  /** Counted from 0. */
  readonly page: number;
  /** In points, growing upwards. */
  readonly height: number;
}

/** Each named destination; Chromium writes one for every id that a link in the document points to. */
export function destinationsOf(file: PDFDocument): ReadonlyMap<string, Destination> {
  const pages = pageIndexes(file);
  const found = new Map<string, Destination>();
  const destinations = file.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict);
  for (const [name, value] of destinations?.entries() ?? []) {
    const target = file.context.lookup(value);
    if (!(target instanceof PDFArray)) continue;
    const [page, , , height] = target.asArray();
    const index = page instanceof PDFRef ? pages.get(page) : undefined;
    if (index !== undefined && height instanceof PDFNumber)
      found.set(name.decodeText(), { page: index, height: height.asNumber() });
  }
  return found;
}
