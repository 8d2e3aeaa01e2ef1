/** What the library prepares for XML: an element is an object with its name as the key of its content. */

type Node = Readonly<Record<string, unknown>>;

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Name of an element; undefined for text. */
export function nameOf(node: unknown): string | undefined {
  return isNode(node) ? Object.keys(node)[0] : undefined;
}

/** Content of the element `node[name]`; empty when it is another element, or has nothing but attributes. */
export function contentOf(node: unknown, name: string): readonly unknown[] {
  const content = isNode(node) ? node[name] : undefined;
  return Array.isArray(content) ? content : [];
}

export function child(content: readonly unknown[], name: string): unknown {
  return content.find((candidate) => isNode(candidate) && name in candidate);
}

/** Elements of a name among `content`. */
export function elementsOf(content: readonly unknown[], name: string): readonly unknown[] {
  return content.filter((part) => nameOf(part) === name);
}

/** Attribute `key` of the element `name` among `content`. */
export function attribute(content: readonly unknown[], name: string, key: string): unknown {
  const element = child(content, name);
  const value = isNode(element) ? element[name] : undefined;
  // Attributes stand alone in an element without content, and before it in all others.
  const holder = Array.isArray(value) ? child(value, '_attr') : value;
  const attributes = isNode(holder) ? holder._attr : undefined;
  return isNode(attributes) ? attributes[key] : undefined;
}

/** A paragraph of so many lines without words; `content` is what else is in it. */
export function emptyParagraph(content: readonly unknown[], lines: number): unknown {
  const breaks = Array.from({ length: lines - 1 }, () => ({ 'w:br': {} }));
  return { 'w:p': [...content, ...(lines > 1 ? [{ 'w:r': breaks }] : [])] };
}
