/** XML as a tree, for assertions on the parts of a file. */
import { SaxesParser } from 'saxes';

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

export function parseXml(source: string): XmlElement {
  const root = { name: '', attributes: {}, children: [] as (XmlElement | string)[] };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (text) => open.at(-1)?.children.push(text));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(source).close();
  const [document] = root.children.filter((child) => typeof child !== 'string');
  if (document === undefined) throw new Error('no element');
  return document;
}

export function elements(parent: XmlElement): readonly XmlElement[] {
  return parent.children.filter((child) => typeof child !== 'string');
}

/** All elements below with this name, in the order of the document. */
export function all(parent: XmlElement, name: string): readonly XmlElement[] {
  return elements(parent).flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
}

export function first(parent: XmlElement, name: string): XmlElement {
  const [found] = all(parent, name);
  if (found === undefined) throw new Error(`no ${name} in ${parent.name}`);
  return found;
}

/** Value of an attribute of the first element below with this name; undefined when there is none. */
export function value(parent: XmlElement, name: string, attribute = 'w:val'): string | undefined {
  return all(parent, name)[0]?.attributes[attribute];
}

/** Text of the elements below with this name, joined; hyphens that Word keeps unbroken are hyphens. */
export function text(parent: XmlElement, name = 'w:t'): string {
  return elements(parent)
    .map((child) => {
      if (child.name === 'w:noBreakHyphen') return name === 'w:t' ? '-' : '';
      if (child.name !== name) return text(child, name);
      return child.children.filter((part) => typeof part === 'string').join('');
    })
    .join('');
}
