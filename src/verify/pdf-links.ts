/**
 * The links of a PDF. The tags name the annotation of a link by the number of its object, which PDFium does not tell: they
 * are looked up among the file's objects.
 */
import type { Objects } from './pdf-objects.ts';
import type { OpenPdf } from './pdfium.ts';

/** Names a stretch of marked content in the file. */
export const contentKey = (page: number, content: number): string => `${page} ${content}`;

/** Numbers of the annotations of each link of the tag tree, by its marked content. */
export type TaggedLinks = ReadonlyMap<string, readonly number[]>;

const reference = (dictionary: string, key: string): number | undefined => {
  const found = new RegExp(`/${key}\\s+(\\d+)\\s+\\d+\\s+R\\b`).exec(dictionary)?.[1];
  return found === undefined ? undefined : Number(found);
};

/** Texts in an object could look like anything. */
const withoutTexts = (object: string): string => object.replace(/\((?:\\.|[^\\()])*\)|<[\dA-F\s]*>/gis, '()');

/** A kid of an element (ISO 32000-1, 14.7.2): a dictionary, an element or the id of marked content. */
const kid = /<<([^<>]*)>>|(\d+)\s+\d+\s+R\b|(\d+)/g;

interface LinkParts {
  readonly contents: string[];
  readonly annotations: number[];
}

function collect(objects: Objects, element: number, parts: LinkParts, depth = 0): void {
  const object = withoutTexts(objects.get(element) ?? '');
  const page = reference(object, 'Pg');
  const kids = /\/K\s*(\[[^\]]*\]|<<[^<>]*>>|\d+(?:\s+\d+\s+R\b)?)/.exec(object)?.[1] ?? '';
  for (const [, dictionary, child, content] of kids.matchAll(kid)) {
    if (child !== undefined && depth < 32) collect(objects, Number(child), parts, depth + 1);
    if (content !== undefined && page !== undefined) parts.contents.push(contentKey(page, Number(content)));
    if (dictionary === undefined) continue;
    const annotation = reference(dictionary, 'Obj');
    if (annotation !== undefined) parts.annotations.push(annotation);
    const own = reference(dictionary, 'Pg') ?? page;
    const id = /\/MCID\s+(\d+)/.exec(dictionary)?.[1];
    if (id !== undefined && own !== undefined) parts.contents.push(contentKey(own, Number(id)));
  }
}

/** The links of the tag tree. */
export function taggedLinks(objects: Objects): TaggedLinks {
  const found = new Map<string, readonly number[]>();
  for (const [number, object] of objects) {
    if (!/\/S\s*\/Link\b/.test(object)) continue;
    const parts: LinkParts = { contents: [], annotations: [] };
    collect(objects, number, parts);
    for (const content of parts.contents) found.set(content, parts.annotations);
  }
  return found;
}

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
