/** Elements of the parts that this writer writes itself: `styles.xml` as text, fields and properties as components. */
import { NextAttributeComponent, XmlComponent } from './library.ts';

export type Attributes = Readonly<Record<string, string | number>>;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}

/** An element as text; `children` are XML already. */
export function xml(name: string, attributes: Attributes = {}, children: readonly string[] = []): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`);
  const open = `${name}${written.join('')}`;
  return children.length === 0 ? `<${open}/>` : `<${open}>${children.join('')}</${name}>`;
}

class Element extends XmlComponent {
  constructor(name: string, attributes: Attributes, children: readonly (XmlComponent | string)[]) {
    super(name);
    const written = Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, { key, value }]));
    this.root.push(new NextAttributeComponent<Attributes>(written), ...children);
  }
}

/** An element that the library has no class for. */
export function component(
  name: string,
  attributes: Attributes = {},
  children: readonly (XmlComponent | string)[] = [],
): XmlComponent {
  return new Element(name, attributes, children);
}
