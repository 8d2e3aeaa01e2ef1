/** Reads a finished Word file back from its XML. */
import { SaxesParser } from 'saxes';
import { partText } from '../render/docx/zip.ts';

/** The text of the main document in order, field results included, field codes and drawings not. */
export function readDocx(bytes: Uint8Array): string {
  const xml = partText(bytes, 'word/document.xml');
  if (xml === undefined) return '';
  let text = '';
  let inText = false;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => {
    inText = name === 'w:t';
    if (name === 'w:p') text += '\n';
  });
  parser.on('closetag', () => {
    inText = false;
  });
  parser.on('text', (content) => {
    if (inText) text += content;
  });
  parser.on('error', (cause) => {
    throw cause;
  });
  parser.write(xml).close();
  return text;
}
