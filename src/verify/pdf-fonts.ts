/** The fonts of a PDF from its objects; PDFium tells only those that a text is set in. */
import type { Objects } from './pdf-objects.ts';

/** Names of all fonts without the tags of subsets, and whether the file has their outlines. */
export function fontsOf(objects: Objects): readonly { readonly name: string; readonly embedded: boolean }[] {
  const fonts = new Map<string, boolean>();
  for (const object of objects.values()) {
    if (/\/Type\s*\/FontDescriptor\b/.test(object)) {
      const name = /\/FontName\s*\/([^\s/<>[\]()]+)/.exec(object)?.[1];
      if (name !== undefined) fonts.set(name.replace(/^[A-Z]{6}\+/, ''), /\/FontFile[23]?\s/.test(object));
    }
    // Glyphs that are drawings have neither a name nor outlines.
    if (/\/Subtype\s*\/Type3\b/.test(object)) fonts.set('Type 3', false);
  }
  return [...fonts].map(([name, embedded]) => ({ name, embedded }));
}
