/** Reads the XML parts of a finished Word file. */
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { partText } from '../render/docx/zip.ts';

export type Attributes = SaxesTagPlain['attributes'];

interface Handlers {
  readonly open?: (name: string, attributes: Attributes) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/** Reads a part of the file from front to back; nothing if it is not there. @throws Error for what is no XML */
export function readPart(bytes: Uint8Array, path: string, { open, close, text }: Handlers): void {
  const xml = partText(bytes, path);
  if (xml === undefined) return;
  const parser = new SaxesParser();
  if (open) parser.on('opentag', ({ name, attributes }) => open(name, attributes));
  if (close) parser.on('closetag', ({ name }) => close(name));
  if (text) parser.on('text', text);
  parser.on('error', (cause) => {
    throw cause;
  });
  parser.write(xml).close();
}

/** Text of one element of a part, such as the title among its properties. */
export function elementText(bytes: Uint8Array, path: string, element: string): string {
  let inside = false;
  let found = '';
  readPart(bytes, path, {
    open: (name) => {
      inside = name === element;
    },
    close: () => {
      inside = false;
    },
    text: (text) => {
      if (inside) found += text;
    },
  });
  return found;
}
