/** The one import site of pdf-lib, and what every reader of a printed file needs. */
import { PDFArray, PDFCrossRefStream, PDFDict, PDFDocument, PDFName, PDFRef } from '@cantoo/pdf-lib';

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
  PDFString,
} from '@cantoo/pdf-lib';

interface CrossReferences {
  readonly entries: { readonly ref: PDFRef }[];
}

/**
 * The library seeks the place of every object among all others from the front, which takes seconds for the tags of a
 * book. Objects come in the order of their numbers, but for a few at the end: the place is sought from there.
 */
Object.defineProperty(PDFCrossRefStream.prototype, 'appendEntry', {
  value(this: CrossReferences, entry: CrossReferences['entries'][number]) {
    const { entries } = this;
    const before = entries.findLastIndex(({ ref }) => ref.objectNumber <= entry.ref.objectNumber);
    entries.splice(before + 1, 0, entry);
  },
});

/** Opens printed bytes as they are, without the library's own stamps. */
export function openPdf(bytes: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(bytes, {
    updateMetadata: false,
    parseSpeed: Number.POSITIVE_INFINITY,
    throwOnInvalidObject: true,
  });
}

/** Index of each page by its object, counted from 0. */
export function pageIndexes(file: PDFDocument): ReadonlyMap<PDFRef, number> {
  return new Map(file.getPages().map((page, index) => [page.ref, index]));
}

/** Page of each named destination; Chromium writes one for every id that a link in the document points to. */
export function destinationPages(file: PDFDocument): ReadonlyMap<string, number> {
  const pages = pageIndexes(file);
  const found = new Map<string, number>();
  const destinations = file.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict);
  for (const [name, value] of destinations?.entries() ?? []) {
    const target = file.context.lookup(value);
    const page = target instanceof PDFArray ? target.get(0) : undefined;
    const index = page instanceof PDFRef ? pages.get(page) : undefined;
    if (index !== undefined) found.set(name.decodeText(), index);
  }
  return found;
}
