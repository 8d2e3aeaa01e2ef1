/** The tag tree of a page. */
import type { OpenPdf } from './pdfium.ts';

/** An element of the tag tree, as far as it is on the page. */
export interface TagElement {
  readonly role: string;
  readonly alt: string;
  /** Elements, and ids of marked content. */
  readonly kids: readonly Tag[];
}

export type Tag = TagElement | number;

function elementOf(pdf: OpenPdf, element: number): TagElement {
  const { calls } = pdf;
  const role = pdf.text((place, size) => calls.FPDF_StructElement_GetType(element, place, size));
  const kids: Tag[] = [];
  const count = calls.FPDF_StructElement_CountChildren(element);
  for (let index = 0; index < count; index += 1) {
    const kid = calls.FPDF_StructElement_GetChildAtIndex(element, index);
    if (kid !== 0) kids.push(elementOf(pdf, kid));
    else {
      const content = calls.FPDF_StructElement_GetChildMarkedContentID(element, index);
      // What is neither is of another page, or an annotation.
      if (content >= 0) kids.push(content);
    }
  }
  const alt =
    role === 'Figure' ? pdf.text((place, size) => calls.FPDF_StructElement_GetAltText(element, place, size)) : '';
  return { role, alt, kids };
}

/** The uppermost elements of the tags of an open page. */
export function tagsOf(pdf: OpenPdf, page: number): readonly TagElement[] {
  const { calls } = pdf;
  const tree = calls.FPDF_StructTree_GetForPage(page);
  if (tree === 0) return [];
  try {
    const tops = Array.from({ length: calls.FPDF_StructTree_CountChildren(tree) }, (_, index) =>
      calls.FPDF_StructTree_GetChildAtIndex(tree, index),
    );
    return tops.flatMap((top) => (top === 0 ? [] : [elementOf(pdf, top)]));
  } finally {
    calls.FPDF_StructTree_Close(tree);
  }
}

/** Ids of all marked content in an element, in its order. */
export function contentsOf(tag: Tag): readonly number[] {
  return typeof tag === 'number' ? [tag] : tag.kids.flatMap(contentsOf);
}

/** The uppermost elements in an element that have such a role. */
export function elementsIn({ kids }: TagElement, role: RegExp): readonly TagElement[] {
  return kids.flatMap((kid) => (typeof kid === 'number' ? [] : role.test(kid.role) ? [kid] : elementsIn(kid, role)));
}
