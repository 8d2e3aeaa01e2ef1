/** A book is set in its theme's fonts alone, embedded as outlines: a machine's own font in it would differ elsewhere. */
import { error, Failure } from '../../model/problem.ts';
import type { FontFace } from '../fonts/face.ts';
import { PDFArray, PDFDict, type PDFDocument, PDFName } from './pdf-file.ts';

const name = (text: string): PDFName => PDFName.of(text);

/** Code of the PostScript name among a TrueType file's names. */
const postScriptName = 6;

/** The names under which a face can stand in a PDF (OpenType `name` table, both encodings). */
function postScriptNames(data: Uint8Array): readonly string[] {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const text = (start: number, length: number) => Buffer.from(data.subarray(start, start + length));
  const tables = Array.from({ length: view.getUint16(4) }, (_, index) => 12 + index * 16);
  const record = tables.find((offset) => text(offset, 4).toString('latin1') === 'name');
  if (record === undefined) return [];
  const table = view.getUint32(record + 8);
  const strings = table + view.getUint16(table + 4);
  return Array.from({ length: view.getUint16(table + 2) }, (_, index) => table + 6 + index * 12)
    .filter((offset) => view.getUint16(offset + 6) === postScriptName)
    .map((offset) => {
      const bytes = text(strings + view.getUint16(offset + 10), view.getUint16(offset + 8));
      const wide = view.getUint16(offset) !== 1;
      return wide ? Buffer.from(bytes).swap16().toString('utf16le') : bytes.toString('latin1');
    });
}

/** A font's name in the file without its subset tag; `undefined` if it is embedded as a subset of outlines. */
function fault(font: PDFDict, allowed: ReadonlySet<string>): string | undefined {
  const base = font.get(name('BaseFont'));
  const title = base instanceof PDFName ? base.decodeText().replace(/^[A-Z]{6}\+/, '') : 'Type 3';
  const descendants = font.lookup(name('DescendantFonts'));
  const holder = descendants instanceof PDFArray ? descendants.lookup(0) : font;
  const descriptor = holder instanceof PDFDict ? holder.lookup(name('FontDescriptor')) : undefined;
  const embedded = descriptor instanceof PDFDict && descriptor.has(name('FontFile2'));
  return embedded && allowed.has(title) ? undefined : title;
}

/** Throws a `Failure` of the machine, `pdf.foreign-font`, if the file uses a font that is not one of `faces`. */
export function checkFonts(file: PDFDocument, faces: readonly FontFace[]): void {
  const allowed = new Set(faces.flatMap((face) => postScriptNames(face.data)));
  const foreign = new Set<string>();
  for (const [, object] of file.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || object.get(name('Type')) !== name('Font')) continue;
    if (/^CIDFont/.test(String(object.get(name('Subtype'))).slice(1))) continue;
    const found = fault(object, allowed);
    if (found !== undefined) foreign.add(found);
  }
  if (foreign.size > 0) {
    throw new Failure('machine', [error('pdf.foreign-font', undefined, { fonts: [...foreign].sort().join(', ') })]);
  }
}
