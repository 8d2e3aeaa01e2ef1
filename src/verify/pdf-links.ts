/** The links of a PDF. */
import type { OpenPdf } from './pdfium.ts';

/** Of an annotation's flags: it is printed, and neither invisible nor hidden (ISO 32000-1, 12.5.3). */
const shown = { flags: 0b111, values: 0b100 };

/** Name of the destination of each link annotation of an open page, by the number of its object. */
export function linkTargets(pdf: OpenPdf, page: number): ReadonlyMap<number, string> {
  const { calls, slots } = pdf;
  const key = pdf.key('Dest');
  const found = new Map<number, string>();
  // Where the search has come to, and the link that it has found.
  pdf.setSlot(0, 0);
  while (calls.FPDFLink_Enumerate(page, slots, slots + 4)) {
    const annotation = calls.FPDFLink_GetAnnot(page, pdf.slot(1));
    const name = pdf.text((place, size) => calls.FPDFAnnot_GetStringValue(annotation, key, place, size));
    const isShown = (calls.FPDFAnnot_GetFlags(annotation) & shown.flags) === shown.values;
    // A destination without a name has none to tell.
    if (name !== '' && isShown) found.set(calls.EPDFAnnot_GetObjectNumber(annotation), name);
    calls.FPDFPage_CloseAnnot(annotation);
  }
  return found;
}
