/**
 * The elements of the tag tree among the objects of a PDF (ISO 32000-1, 14.7.2): which of them holds which content and in
 * which order, and which annotations are tagged with it. PDFium tells elements page by page and has no numbers for them.
 */
import type { Objects } from './pdf-objects.ts';

/** Where a stretch of marked content stands in the tag tree. */
export interface TreePlace {
  /** Its place among all content in reading order. */
  readonly order: number;
  /** Numbers of the elements that it stands in, from the uppermost. */
  readonly around: readonly number[];
}

export interface ElementObjects {
  /** Undefined for content that no element holds. `page` is the number of its object. */
  readonly placeOf: (page: number, content: number) => TreePlace | undefined;
  /** Numbers of the annotations that stand in an element itself. */
  readonly annotations: ReadonlyMap<number, readonly number[]>;
}

/** What an element holds: numbers of elements, and content by its key. */
interface Element {
  readonly parent: number | undefined;
  readonly kids: readonly (number | string)[];
}

/** References to the element around, to the page, and to an annotation. */
const references = {
  P: /\/P\s+(\d+)\s+\d+\s+R\b/,
  Pg: /\/Pg\s+(\d+)\s+\d+\s+R\b/,
  Obj: /\/Obj\s+(\d+)\s+\d+\s+R\b/,
};

const reference = (dictionary: string, key: keyof typeof references): number | undefined => {
  const found = references[key].exec(dictionary)?.[1];
  return found === undefined ? undefined : Number(found);
};

/** Texts in an object could look like anything. */
const withoutTexts = (object: string): string => object.replace(/\((?:\\.|[^\\()])*\)|<[\dA-F\s]*>/gis, '()');

const contentKey = (page: number | undefined, content: number): string => `${page} ${content}`;

const held = /\/K\s*(\[[^\]]*\]|<<[^<>]*>>|\d+(?:\s+\d+\s+R\b)?)/;
const kid = /<<([^<>]*)>>|(\d+)\s+\d+\s+R\b|(\d+)/g;

function readElement(object: string, annotations: number[]): Element {
  const element = withoutTexts(object);
  const page = reference(element, 'Pg');
  const kids: (number | string)[] = [];
  for (const [, dictionary, child, content] of (held.exec(element)?.[1] ?? '').matchAll(kid)) {
    if (child !== undefined) kids.push(Number(child));
    else if (content !== undefined) kids.push(contentKey(page, Number(content)));
    else if (dictionary !== undefined) {
      const annotation = reference(dictionary, 'Obj');
      if (annotation !== undefined) annotations.push(annotation);
      const id = /\/MCID\s+(\d+)/.exec(dictionary)?.[1];
      if (id !== undefined) kids.push(contentKey(reference(dictionary, 'Pg') ?? page, Number(id)));
    }
  }
  return { parent: reference(element, 'P'), kids };
}

export function elementObjects(objects: Objects): ElementObjects {
  const elements = new Map<number, Element>();
  const annotations = new Map<number, number[]>();
  for (const [number, object] of objects) {
    if (!/\/Type\s*\/StructElem\b/.test(object)) continue;
    const own: number[] = [];
    elements.set(number, readElement(object, own));
    if (own.length > 0) annotations.set(number, own);
  }
  const places = new Map<string, TreePlace>();
  const seen = new Set<number>();
  const walk = (number: number, outside: readonly number[]) => {
    // An element stands in one place; a damaged file may name it in several, or in itself.
    if (seen.has(number)) return;
    seen.add(number);
    const around = [...outside, number];
    for (const child of elements.get(number)?.kids ?? []) {
      if (typeof child === 'number') walk(child, around);
      else places.set(child, { order: places.size, around });
    }
  };
  // The parent of the uppermost is the root of the tree, which is no element.
  for (const [number, { parent }] of elements) if (parent === undefined || !elements.has(parent)) walk(number, []);
  return { placeOf: (page, content) => places.get(contentKey(page, content)), annotations };
}
