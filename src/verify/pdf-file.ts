/** What a PDF has besides its pages: destinations, bookmarks, page labels, title and language. */
import type { Destination, FinishedFile, ShownHeading } from './finished.ts';
import type { OpenPdf } from './pdfium.ts';

const pageOf = ({ calls, document }: OpenPdf, destination: number): number | undefined => {
  const page = destination === 0 ? -1 : calls.FPDFDest_GetDestPageIndex(document, destination);
  return page < 0 ? undefined : page;
};

function destinationsOf(pdf: OpenPdf): ReadonlyMap<string, Destination> {
  const { calls, document, slots } = pdf;
  const found = new Map<string, Destination>();
  const count = calls.FPDF_CountNamedDests(document);
  for (let index = 0; index < count; index += 1) {
    let destination = 0;
    const name = pdf.text((place, size) => {
      pdf.setSlot(0, size);
      destination = calls.FPDF_GetNamedDest(document, index, place, slots);
      // Too little room; without any, it tells how much it needs.
      if (pdf.slot(0) === -1) calls.FPDF_GetNamedDest(document, index, 0, slots);
      return destination === 0 ? 0 : pdf.slot(0);
    });
    if (destination !== 0) found.set(name, { page: pageOf(pdf, destination), text: undefined });
  }
  return found;
}

function outlineOf(pdf: OpenPdf): readonly ShownHeading[] {
  const { calls, document } = pdf;
  const found: ShownHeading[] = [];
  const seen = new Set<number>();
  const walk = (parent: number, level: number) => {
    let bookmark = calls.FPDFBookmark_GetFirstChild(document, parent);
    for (; bookmark !== 0 && !seen.has(bookmark); bookmark = calls.FPDFBookmark_GetNextSibling(document, bookmark)) {
      const here = bookmark;
      seen.add(here);
      const text = pdf.text((place, size) => calls.FPDFBookmark_GetTitle(here, place, size));
      found.push({ text, level, page: pageOf(pdf, calls.FPDFBookmark_GetDest(document, here)) });
      walk(here, level + 1);
    }
  };
  walk(0, 1);
  return found;
}

/** All of it. */
export function fileParts(
  pdf: OpenPdf,
): Pick<FinishedFile, 'outline' | 'destinations' | 'pageLabels' | 'title' | 'languages'> {
  const { calls, document } = pdf;
  const pages = calls.FPDF_GetPageCount(document);
  const labels = Array.from({ length: pages }, (_, page) =>
    pdf.text((place, size) => calls.FPDF_GetPageLabel(document, page, place, size)),
  );
  return {
    outline: outlineOf(pdf),
    destinations: destinationsOf(pdf),
    // Without labels, every page's is empty.
    pageLabels: labels.some((label) => label !== '') ? labels : [],
    title: pdf.text((place, size) => calls.FPDF_GetMetaText(document, pdf.key('Title'), place, size)),
    languages: [pdf.text((place, size) => calls.EPDFCatalog_GetLanguage(document, place, size))],
  };
}
