/** The text of a page by its marked content, as PDFium reads it off the glyphs. */
import type { OpenPdf } from './pdfium.ts';

export interface PageText {
  /** Text of each stretch of marked content, by its id. */
  readonly texts: ReadonlyMap<number, string>;
  /** Lines of what is no part of the text. */
  readonly artifacts: readonly string[];
}

/** In place of an id: running heads, folios, ornaments. */
const artifact = -1;

/** What stands on a page, as PDFium counts kinds of objects. */
const kinds = { text: 1, form: 5 };

/** Stands for what is printed and not told, so that it is found not to be of the document. */
const untold = '\ufffd';

/** The objects of a page that are texts. */
interface TextObjects {
  readonly all: readonly number[];
  /** Where those belong to that do not simply belong to their own marked content. */
  readonly contents: ReadonlyMap<number, number>;
  /** Those for which the file has other words than their glyphs. */
  readonly replaced: ReadonlySet<number>;
}

function marksOf({ calls }: OpenPdf, object: number): readonly number[] {
  const count = calls.FPDFPageObj_CountMarks(object);
  return Array.from({ length: count }, (_, index) => calls.FPDFPageObj_GetMark(object, index));
}

/** The marked content that an object belongs to; what is within an artifact is one, whatever else it is within. */
function contentOf(pdf: OpenPdf, object: number): number {
  const { calls, slots } = pdf;
  const isArtifact = (mark: number) =>
    pdf.text((place, size) => (calls.FPDFPageObjMark_GetName(mark, place, size, slots) ? pdf.slot(0) : 0)) ===
    'Artifact';
  return marksOf(pdf, object).some(isArtifact) ? artifact : calls.FPDFPageObj_GetMarkedContentID(object);
}

function isReplaced(pdf: OpenPdf, object: number): boolean {
  const key = pdf.key('ActualText');
  return marksOf(pdf, object).some((mark) => pdf.calls.FPDFPageObjMark_GetParamValueType(mark, key) !== 0);
}

function textObjects(pdf: OpenPdf, page: number): TextObjects {
  const { calls } = pdf;
  const all: number[] = [];
  const contents = new Map<number, number>();
  const replaced = new Set<number>();
  const note = (object: number, within?: number) => {
    const kind = calls.FPDFPageObj_GetType(object);
    if (kind === kinds.text) {
      all.push(object);
      const isNested = calls.FPDFPageObj_CountMarks(object) > 1;
      if (isNested || within !== undefined) contents.set(object, within ?? contentOf(pdf, object));
      if ((isNested || within !== undefined) && isReplaced(pdf, object)) replaced.add(object);
    } else if (kind === kinds.form) {
      // What a form draws belongs to where it is drawn.
      const content = within ?? contentOf(pdf, object);
      const count = calls.FPDFFormObj_CountObjects(object);
      for (let index = 0; index < count; index += 1) note(calls.FPDFFormObj_GetObject(object, index), content);
    }
  };
  const count = calls.FPDFPage_CountObjects(page);
  for (let index = 0; index < count; index += 1) note(calls.FPDFPage_GetObject(page, index));
  return { all, contents, replaced };
}

/** Where a character stands: its line, and from where to where it reaches on it. */
interface Place {
  readonly line: number;
  readonly from: number;
  readonly to: number;
  /** The stretch of marked content. */
  readonly mark: number;
}

function placeOf({ calls, slots, memory }: OpenPdf, text: number, index: number, object: number): Place {
  calls.FPDFText_GetCharOrigin(text, index, slots, slots + 8);
  calls.FPDFText_GetLooseCharBox(text, index, slots + 16);
  return {
    line: memory.getFloat64(slots + 8, true),
    from: memory.getFloat32(slots + 16, true),
    to: memory.getFloat32(slots + 24, true),
    mark: calls.FPDFPageObj_GetMark(object, 0),
  };
}

/** What stands between two characters of artifacts. PDFium's own answer depends on what else is on the page. */
function between(last: Place | undefined, next: Place): string {
  if (last === undefined) return '';
  const width = Math.max(last.to - last.from, next.to - next.from);
  const isSameLine = Math.abs(next.line - last.line) < width / 2 && next.from >= last.from;
  if (last.mark !== next.mark || !isSameLine) return '\n';
  return next.from - last.to > width / 4 ? ' ' : '';
}

function characterAt({ calls }: OpenPdf, text: number, index: number): string {
  const code = calls.FPDFText_GetUnicode(text, index);
  // PDFium has another sign for hyphens at the end of lines.
  if (code === 2 && calls.FPDFText_IsHyphen(text, index) === 1) return '-';
  return code === 0 ? untold : String.fromCodePoint(code);
}

/** How wide and how high the glyphs of an object are; undefined if PDFium cannot tell. */
function inkOf({ calls, slots, memory }: OpenPdf, object: number): { width: number; height: number } | undefined {
  if (!calls.FPDFPageObj_GetBounds(object, slots, slots + 4, slots + 8, slots + 12)) return undefined;
  const [left, bottom, right, top] = [0, 4, 8, 12].map((at) => memory.getFloat32(slots + at, true));
  return { width: (right ?? 0) - (left ?? 0), height: (top ?? 0) - (bottom ?? 0) };
}

/** Blanks have no height. */
function hasInk(pdf: OpenPdf, object: number): boolean {
  const ink = inkOf(pdf, object);
  return ink === undefined || ink.height > 0;
}

/** Whether an object is a dash and nothing else: a stroke that is a good deal wider than high. */
function isDash(pdf: OpenPdf, object: number): boolean {
  const ink = inkOf(pdf, object);
  return ink !== undefined && ink.width > 2 * ink.height;
}

/** The texts of a page while they are put together. */
class Texts {
  readonly texts = new Map<number, string>();
  artifacts = '';

  add(content: number, text: string): void {
    if (content === artifact) this.artifacts += text;
    else this.texts.set(content, (this.texts.get(content) ?? '') + text);
  }
}

/** Reads character by character; returns the objects that these belong to, if the page shows what they tell. */
function readCharacters(pdf: OpenPdf, text: number, objects: TextObjects, texts: Texts): ReadonlySet<number> {
  const { calls } = pdf;
  const read = new Set<number>();
  let last = 0;
  let content = artifact;
  let place: Place | undefined;
  const count = calls.FPDFText_CountChars(text);
  for (let index = 0; index < count; index += 1) {
    const object = calls.FPDFText_GetTextObject(text, index);
    // Where PDFium finds a gap or the end of a line, it adds characters of its own.
    if (object === 0) continue;
    if (object !== last) {
      content = objects.contents.get(object) ?? calls.FPDFPageObj_GetMarkedContentID(object);
      if (!objects.replaced.has(object)) read.add(object);
      last = object;
    }
    if (content === artifact) {
      const next = placeOf(pdf, text, index, object);
      texts.add(artifact, between(place, next));
      place = next;
    }
    const character = characterAt(pdf, text, index);
    const isReplaced = objects.replaced.has(object);
    if (isReplaced && /[-\u00ad]/.test(character) && isDash(pdf, object)) read.add(object);
    else texts.add(content, isReplaced && character.trim() !== '' ? untold : character);
  }
  return read;
}

/**
 * Reads the text of an open page. PDFium leaves out what it takes for the shadow of another text, and believes the file
 * when it has other words for glyphs (`ActualText`), which are not seen on the page: both are right of blanks alone, and
 * the latter of the hyphens of divided words, which are no part of the text.
 */
export function textOf(pdf: OpenPdf, page: number): PageText {
  const { calls } = pdf;
  const objects = textObjects(pdf, page);
  const texts = new Texts();
  const text = calls.FPDFText_LoadPage(page);
  try {
    const read = readCharacters(pdf, text, objects, texts);
    for (const object of objects.all) {
      if (read.has(object) || !hasInk(pdf, object)) continue;
      texts.add(objects.contents.get(object) ?? calls.FPDFPageObj_GetMarkedContentID(object), untold);
    }
  } finally {
    calls.FPDFText_ClosePage(text);
  }
  return { texts: texts.texts, artifacts: texts.artifacts.split('\n').filter((line) => line.trim() !== '') };
}
