/** The file as a zip of parts, compressed and inflated by Node's own zlib, which is several times as fast as JavaScript. */
import { buffer } from 'node:stream/consumers';
import { inflateRawSync } from 'node:zlib';
import { strFromU8, Unzip, type UnzipDecoder, UnzipPassThrough, unzipSync } from 'fflate';
import { ZipFile } from 'yazl';

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

/** A part comes in one piece, since the file is given whole. */
class Inflating implements UnzipDecoder {
  static readonly compression = 8;
  ondata: UnzipDecoder['ondata'] = () => undefined;

  push(part: Uint8Array): void {
    this.ondata(null, inflateRawSync(part), true);
  }
}

/** Parts of a file by their paths: those that `isWanted`, or all. @throws Error if one of them cannot be read */
function partsOf(file: Uint8Array, isWanted: (path: string) => boolean = () => true): ReadonlyMap<string, Uint8Array> {
  const parts = new Map<string, Uint8Array>();
  const unzip = new Unzip((entry) => {
    if (!isWanted(entry.name)) return;
    entry.ondata = (fault, part) => {
      if (fault) throw fault;
      parts.set(entry.name, part);
    };
    entry.start();
  });
  unzip.register(Inflating);
  unzip.register(UnzipPassThrough);
  unzip.push(file, true);
  return parts;
}

/** Text of a part, or `undefined`. */
export function partText(file: Uint8Array, path: string): string | undefined {
  const part = partsOf(file, (name) => name === path).get(path);
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

/** Two thirds of the time of zlib's default, for text parts that are 6 % larger. A PNG is compressed already. */
const compressionOf = (path: string): number => (path.endsWith('.png') ? 0 : 4);

/**
 * Packs a file anew with edited parts, and with `pictures` in place of the texts that stand for them; all parts are dated the same and
 * in a fixed order, so that equal parts give equal bytes.
 */
export function repack(
  file: Uint8Array,
  edits: ReadonlyMap<string, Edit>,
  pictures: ReadonlyMap<string, Uint8Array>,
  date: Date,
): Promise<Uint8Array> {
  const parts = [...partsOf(file)].sort(([first], [second]) => (rank(first) < rank(second) ? -1 : 1));
  const packed = new ZipFile();
  for (const [name, part] of parts) {
    const edit = edits.get(name);
    const picture = name.startsWith('word/media/') ? pictures.get(strFromU8(part)) : undefined;
    const edited = edit === undefined ? (picture ?? part) : Buffer.from(edit(strFromU8(part)));
    packed.addBuffer(Buffer.from(edited.buffer, edited.byteOffset, edited.byteLength), name, {
      mtime: zoneless(date),
      // Without the moment in UTC, which would depend on the zone.
      forceDosTimestamp: true,
      compressionLevel: compressionOf(name),
    });
  }
  packed.end();
  return buffer(packed.outputStream);
}
