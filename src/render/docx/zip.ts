/** The file as a zip of parts. The only import of fflate in the Word writer. */
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

export type Edit = (xml: string) => string;

/** A zip's entries carry the time of day without a zone, taken from the local clock: give it the same everywhere. */
function zoneless(date: Date): Date {
  return new Date(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), 12);
}

/** Readers want the list of content types first and the package's relationships next; then by name. */
function rank(path: string): string {
  if (path === '[Content_Types].xml') return `0${path}`;
  return path === '_rels/.rels' ? `1${path}` : `2${path}`;
}

/** Text of a part, or `undefined`. */
export function partText(file: Uint8Array, path: string): string | undefined {
  const part = unzipSync(file, { filter: (entry) => entry.name === path })[path];
  return part && strFromU8(part);
}

/** Size of every part in bytes, by its path, without unpacking any. */
export function partSizes(file: Uint8Array): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  const note = ({ name, originalSize }: { readonly name: string; readonly originalSize: number }) => {
    sizes.set(name, originalSize);
    return false;
  };
  unzipSync(file, { filter: note });
  return sizes;
}

/**
 * Packs a file anew with edited parts, and with `pictures` in place of the texts that stand for them; all parts are dated the same and
 * in a fixed order, so that equal parts give equal bytes.
 */
export function repack(
  file: Uint8Array,
  edits: ReadonlyMap<string, Edit>,
  pictures: ReadonlyMap<string, Uint8Array>,
  date: Date,
): Uint8Array {
  const parts = unzipSync(file);
  const names = Object.keys(parts).sort((first, second) => (rank(first) < rank(second) ? -1 : 1));
  const entries = names.map((name) => {
    const part = parts[name] ?? new Uint8Array();
    const edit = edits.get(name);
    const picture = name.startsWith('word/media/') ? pictures.get(strFromU8(part)) : undefined;
    if (picture !== undefined) return [name, picture] as const;
    return [name, edit === undefined ? part : strToU8(edit(strFromU8(part)))] as const;
  });
  // A PNG is compressed already.
  const packed: Zippable = {};
  for (const [name, part] of entries) packed[name] = [part, { level: name.endsWith('.png') ? 0 : 6 }];
  return zipSync(packed, { mtime: zoneless(date) });
}
