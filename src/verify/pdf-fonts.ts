/** The fonts of a PDF from its objects; pdf.js would have to draw every page to tell them. */
import { inflateSync } from 'node:zlib';

/** Text of every compressed group of objects, and of those that stand by themselves, streams left out. */
function objectTexts(bytes: Uint8Array): readonly string[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const texts: string[] = [];
  let from = 0;
  for (;;) {
    const at = file.indexOf('stream', from);
    if (at === -1) return [...texts, file.toString('latin1', from)];
    const head = file.toString('latin1', from, at);
    texts.push(head);
    const dictionary = head.slice(head.lastIndexOf(' obj'));
    // The keyword is followed by one end of line (ISO 32000-1, 7.3.8.1).
    const start = at + 'stream'.length + (file[at + 6] === 0x0d ? 2 : 1);
    const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1] ?? 0);
    if (dictionary.includes('/ObjStm'))
      texts.push(inflateSync(file.subarray(start, start + length)).toString('latin1'));
    from = file.indexOf('endstream', start + length) + 'endstream'.length;
  }
}

/** Names of all fonts without the tags of subsets, and whether the file has their outlines. */
export function readFonts(bytes: Uint8Array): readonly { readonly name: string; readonly embedded: boolean }[] {
  const fonts = new Map<string, boolean>();
  for (const text of objectTexts(bytes)) {
    for (const [descriptor] of text.matchAll(/<<[^<>]*\/Type\s*\/FontDescriptor\b(?:<<[^<>]*>>|<[^<>]*>|[^<>])*>>/g)) {
      const name = /\/FontName\s*\/([^\s/<>[\]()]+)/.exec(descriptor)?.[1];
      if (name !== undefined) fonts.set(name.replace(/^[A-Z]{6}\+/, ''), /\/FontFile[23]?\s/.test(descriptor));
    }
    // Glyphs that are drawings have neither a name nor outlines.
    if (/\/Subtype\s*\/Type3\b/.test(text)) fonts.set('Type 3', false);
  }
  return [...fonts].map(([name, embedded]) => ({ name, embedded }));
}
