/** What stands where on the pages of a PDF. */
import { type TagElement, tagsOf } from '../../src/verify/pdf-tags.ts';
import { type OpenPdf, withPdf } from '../../src/verify/pdfium.ts';

/** A stretch of marked content on a line; in points, from the lower left corner. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

export interface PrintedPage {
  readonly texts: readonly PlacedText[];
  /** What stands at one height, with a space where there is a gap. */
  readonly lines: readonly string[];
  readonly tags: readonly TagElement[];
}

interface Character extends PlacedText {
  /** Where the next one would follow. */
  readonly end: number;
  readonly mark: number;
}

function charactersOf(pdf: OpenPdf, page: number): readonly Character[] {
  const { calls, slots } = pdf;
  const text = calls.FPDFText_LoadPage(page);
  const characters = Array.from({ length: calls.FPDFText_CountChars(text) }, (_, index) => index).flatMap((index) => {
    const object = calls.FPDFText_GetTextObject(text, index);
    if (object === 0) return [];
    calls.FPDFText_GetCharOrigin(text, index, slots, slots + 8);
    calls.FPDFText_GetLooseCharBox(text, index, slots + 16);
    const { memory } = pdf;
    const place = { x: memory.getFloat64(slots, true), y: memory.getFloat64(slots + 8, true) };
    const code = calls.FPDFText_GetUnicode(text, index);
    // A hyphen at the end of a line.
    const character = code === 2 ? '-' : String.fromCodePoint(code);
    const end = memory.getFloat32(slots + 24, true);
    return [{ text: character, ...place, end, mark: calls.FPDFPageObj_GetMark(object, 0) }];
  });
  calls.FPDFText_ClosePage(text);
  return characters;
}

/** Characters that belong together, as `belongs` says of each and the one before it. */
function groups(characters: readonly Character[], belongs: (last: Character, next: Character) => boolean) {
  const found: Character[][] = [];
  for (const character of characters) {
    const last = found.at(-1)?.at(-1);
    if (last !== undefined && belongs(last, character)) found.at(-1)?.push(character);
    else found.push([character]);
  }
  return found;
}

const isSameLine = (last: Character, next: Character) => Math.abs(last.y - next.y) < 1;

function lineOf(characters: readonly Character[]): string {
  const texts = characters.map((character, index) => {
    const gap = character.x - (characters[index - 1]?.end ?? character.x);
    return gap > 1 ? ` ${character.text}` : character.text;
  });
  return texts.join('').replace(/\s+/g, ' ').trim();
}

function readPage(pdf: OpenPdf, index: number): PrintedPage {
  const page = pdf.calls.FPDF_LoadPage(pdf.document, index);
  const characters = charactersOf(pdf, page);
  const texts = groups(characters, (last, next) => last.mark === next.mark && isSameLine(last, next));
  const placed = texts.flatMap((stretch) => {
    const [first] = stretch;
    return first === undefined ? [] : [{ text: stretch.map(({ text }) => text).join(''), x: first.x, y: first.y }];
  });
  const read = { texts: placed, lines: groups(characters, isSameLine).map(lineOf), tags: tagsOf(pdf, page, index) };
  pdf.calls.FPDF_ClosePage(page);
  return read;
}

/** All pages of a file. */
export function printedPages(bytes: Uint8Array): Promise<readonly PrintedPage[]> {
  return withPdf(bytes, (pdf) =>
    Array.from({ length: pdf.calls.FPDF_GetPageCount(pdf.document) }, (_, page) => readPage(pdf, page)),
  );
}
