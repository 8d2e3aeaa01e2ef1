/** Writes a file with compressed objects (ISO 32000-1, 7.5.7) and a cross-reference stream (7.5.8). */
import { deflateSync } from 'node:zlib';
import { PDFStream, type PrintedPdf } from './pdf-file.ts';

/** Objects that are compressed together: a reader unpacks all of them for one. */
const together = 1000;

/** Bytes of an entry of the table: kind, place or number of the group, index in the group. */
const widths = [1, 4, 2] as const;
const entrySize = widths[0] + widths[1] + widths[2];

/** Writes latin1, so that every character of the library's texts is the byte that it stands for. */
const bytesOf = (text: string): Buffer => Buffer.from(text, 'latin1');

/** The file's bytes, with what stands at which place. */
class Draft {
  private readonly pieces: Uint8Array[] = [];
  private length = 0;
  readonly table: Buffer;

  constructor(head: Uint8Array, objects: number) {
    this.table = Buffer.alloc(objects * entrySize);
    this.add(head);
  }

  add(piece: Uint8Array): void {
    this.pieces.push(piece);
    this.length += piece.length;
  }

  /** An object of its own. */
  stream(number: number, dictionary: string, content: Uint8Array): void {
    this.note(number, 1, this.length, 0);
    this.add(bytesOf(`${number} 0 obj\n${dictionary}\nstream\n`));
    this.add(content);
    this.add(bytesOf('\nendstream\nendobj\n'));
  }

  private packed(number: number, entries: string, content: Uint8Array): void {
    const packed = deflateSync(content);
    this.stream(number, `<<${entries}/Filter/FlateDecode/Length ${packed.length}>>`, packed);
  }

  /** Several objects that are no streams, by their numbers. */
  group(number: number, texts: readonly (readonly [number, string])[]): void {
    let from = 0;
    const starts = texts.map(([contained, text], index) => {
      this.note(contained, 2, number, index);
      const start = `${contained} ${from}`;
      from += text.length + 1;
      return start;
    });
    const head = `${starts.join(' ')}\n`;
    const content = bytesOf(head + texts.map(([, text]) => `${text}\n`).join(''));
    this.packed(number, `/Type/ObjStm/N ${texts.length}/First ${head.length}`, content);
  }

  private note(number: number, kind: number, place: number, index: number): void {
    const at = number * entrySize;
    this.table.writeUInt8(kind, at);
    this.table.writeUInt32BE(place, at + widths[0]);
    this.table.writeUInt16BE(index, at + widths[0] + widths[1]);
  }

  /** Ends with the table, which lists itself. `trailer` are the entries of its dictionary that lead to all others. */
  finish(number: number, trailer: string): Uint8Array {
    const place = this.length;
    this.note(number, 1, place, 0);
    const dictionary = `/Type/XRef/Size ${this.table.length / entrySize}/W[${widths.join(' ')}]${trailer}`;
    this.packed(number, dictionary, this.table);
    this.add(bytesOf(`startxref\n${place}\n%%EOF\n`));
    const file = new Uint8Array(this.length);
    let at = 0;
    for (const piece of this.pieces) {
      file.set(piece, at);
      at += piece.length;
    }
    return file;
  }
}

/** The bytes of a printed file whose tags have been mended. */
export function writeFile({ context, tags }: PrintedPdf): Uint8Array {
  const objects = context.enumerateIndirectObjects();
  const texts = objects.flatMap(([{ objectNumber }, object]) =>
    object instanceof PDFStream ? [] : [[objectNumber, object.toString()] as const],
  );
  // Tags keep to themselves: who only shows a page needs none.
  const groups = [texts, [...tags]].flatMap((all) =>
    Array.from({ length: Math.ceil(all.length / together) }, (_, index) =>
      all.slice(index * together, (index + 1) * together),
    ),
  );
  const numbers = groups.map(() => context.nextRef().objectNumber);
  const { objectNumber: last } = context.nextRef();
  const draft = new Draft(bytesOf(`${context.header}\n`), last + 1);
  for (const [{ objectNumber }, object] of objects) {
    if (!(object instanceof PDFStream)) continue;
    object.updateDict();
    draft.stream(objectNumber, object.dict.toString(), object.getContents());
  }
  for (const [index, group] of groups.entries()) draft.group(numbers[index] ?? 0, group);
  const { Root, Info, ID } = context.trailerInfo;
  return draft.finish(last, `/Root ${Root}/Info ${Info}/ID ${ID}`);
}
