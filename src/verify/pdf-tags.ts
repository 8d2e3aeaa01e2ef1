/** The tags of a page, as PDFium tells them. */
import type { OpenPdf } from './pdfium.ts';

/** A stretch of marked content, by its id on a page; pages count from 0. */
export interface Content {
  readonly page: number;
  readonly id: number;
}

/** An element of the tag tree. */
export interface TagElement {
  readonly role: string;
  readonly alt: string;
  /** On which it begins. */
  readonly page: number;
  readonly kids: readonly Tag[];
}

export type Tag = TagElement | Content;

export const isElement = (tag: Tag): tag is TagElement => 'kids' in tag;

function elementOf(pdf: OpenPdf, element: number, page: number): TagElement {
  const { calls } = pdf;
  const role = pdf.text((place, size) => calls.FPDF_StructElement_GetType(element, place, size));
  const kids: Tag[] = [];
  const count = calls.FPDF_StructElement_CountChildren(element);
  for (let index = 0; index < count; index += 1) {
    const kid = calls.FPDF_StructElement_GetChildAtIndex(element, index);
    if (kid !== 0) kids.push(elementOf(pdf, kid, page));
    else {
      const id = calls.FPDF_StructElement_GetChildMarkedContentID(element, index);
      // What is neither is of another page, or an annotation.
      if (id >= 0) kids.push({ page, id });
    }
  }
  const alt =
    role === 'Figure' ? pdf.text((place, size) => calls.FPDF_StructElement_GetAltText(element, place, size)) : '';
  return { role, alt, page, kids };
}

/** The uppermost elements of an open page, as far as they are on it. */
export function tagsOf(pdf: OpenPdf, handle: number, page: number): readonly TagElement[] {
  const { calls } = pdf;
  const tree = calls.FPDF_StructTree_GetForPage(handle);
  if (tree === 0) return [];
  try {
    const tops = Array.from({ length: calls.FPDF_StructTree_CountChildren(tree) }, (_, index) =>
      calls.FPDF_StructTree_GetChildAtIndex(tree, index),
    );
    return tops.flatMap((top) => (top === 0 ? [] : [elementOf(pdf, top, page)]));
  } finally {
    calls.FPDF_StructTree_Close(tree);
  }
}

/** All marked content in an element, in its order. */
export function contentsOf(tag: Tag): readonly Content[] {
  return isElement(tag) ? tag.kids.flatMap(contentsOf) : [tag];
}

/** The first of it; undefined for an element without any. */
export function firstContent(tag: Tag): Content | undefined {
  if (!isElement(tag)) return tag;
  for (const kid of tag.kids) {
    const found = firstContent(kid);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The uppermost elements in an element that have such a role. */
export function elementsIn({ kids }: TagElement, role: RegExp): readonly TagElement[] {
  return kids.flatMap((kid) => (!isElement(kid) ? [] : role.test(kid.role) ? [kid] : elementsIn(kid, role)));
}
