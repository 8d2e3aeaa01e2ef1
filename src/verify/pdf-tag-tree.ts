/**
 * The tag tree of a whole file, put together from those of its pages. An element may go on on another page, and what comes
 * later in the tree may stand on an earlier page: text flows past a figure for which there is no room.
 */
import type { TreePlace } from './pdf-elements.ts';
import { type Content, firstContent, isElement, type TagElement } from './pdf-tags.ts';

/** An element with all that pages have of it. */
export interface WholeElement extends TagElement {
  /** Number of its object; undefined for want of content by which it could be told. */
  readonly number: number | undefined;
  readonly kids: readonly WholeTag[];
}

export type WholeTag = WholeElement | Content;

/** An element while it is put together. */
interface Gathered extends WholeElement {
  readonly kids: (Gathered | Content)[];
}

class Gathering {
  private readonly elements = new Map<number, Gathered>();
  private readonly orders = new Map<Gathered | Content, number>();
  private readonly placeOf: (content: Content) => TreePlace | undefined;

  constructor(placeOf: (content: Content) => TreePlace | undefined) {
    this.placeOf = placeOf;
  }

  /** Adds what a page has at some depth of the tree. */
  add(into: (Gathered | Content)[], tags: TagElement['kids'], depth: number): void {
    let order = -1;
    for (const tag of tags) {
      const content = firstContent(tag);
      const place = content && this.placeOf(content);
      // What has no place stays behind what it follows on its page.
      order = place?.order ?? order;
      if (isElement(tag)) this.addElement(into, tag, depth, place?.around[depth], order);
      else {
        this.orders.set(tag, order);
        into.push(tag);
      }
    }
  }

  private addElement(
    into: (Gathered | Content)[],
    tag: TagElement,
    depth: number,
    number: number | undefined,
    order: number,
  ): void {
    let element = number === undefined ? undefined : this.elements.get(number);
    if (element === undefined) {
      element = { ...tag, number, kids: [] };
      if (number !== undefined) this.elements.set(number, element);
      this.orders.set(element, order);
      into.push(element);
    }
    this.add(element.kids, tag.kids, depth + 1);
  }

  /** Puts everything in the order of the tree. */
  sort(tags: (Gathered | Content)[]): void {
    tags.sort((one, other) => (this.orders.get(one) ?? 0) - (this.orders.get(other) ?? 0));
    for (const tag of tags) if ('kids' in tag) this.sort(tag.kids);
  }
}

/** `pages` are the uppermost elements of each page, as far as they are on it. */
export function wholeTree(
  pages: readonly (readonly TagElement[])[],
  placeOf: (content: Content) => TreePlace | undefined,
): readonly WholeTag[] {
  const gathering = new Gathering(placeOf);
  const tree: (Gathered | Content)[] = [];
  for (const page of pages) gathering.add(tree, page, 0);
  gathering.sort(tree);
  return tree;
}
