/** PDFium as a program of this process. The one import site of its WebAssembly build. */
import { init, type Methods } from '@embedpdf/pdfium';

/** What of PDFium is used. Handles of documents, pages and elements are numbers, 0 where there is none. */
type Used =
  | 'EPDFAnnot_GetObjectNumber'
  | 'EPDFCatalog_GetLanguage'
  | 'EPDFDoc_GetPageObjectNumberByIndex'
  | 'FPDFAnnot_GetFlags'
  | 'FPDFAnnot_GetStringValue'
  | 'FPDFBookmark_GetDest'
  | 'FPDFBookmark_GetFirstChild'
  | 'FPDFBookmark_GetNextSibling'
  | 'FPDFBookmark_GetTitle'
  | 'FPDFDest_GetDestPageIndex'
  | 'FPDFFormObj_CountObjects'
  | 'FPDFFormObj_GetObject'
  | 'FPDFLink_Enumerate'
  | 'FPDFLink_GetAnnot'
  | 'FPDFPageObjMark_GetName'
  | 'FPDFPageObjMark_GetParamValueType'
  | 'FPDFPageObj_CountMarks'
  | 'FPDFPageObj_GetBounds'
  | 'FPDFPageObj_GetMark'
  | 'FPDFPageObj_GetMarkedContentID'
  | 'FPDFPageObj_GetType'
  | 'FPDFPage_CloseAnnot'
  | 'FPDFPage_CountObjects'
  | 'FPDFPage_GetObject'
  | 'FPDFText_ClosePage'
  | 'FPDFText_CountChars'
  | 'FPDFText_GetCharOrigin'
  | 'FPDFText_GetLooseCharBox'
  | 'FPDFText_GetTextObject'
  | 'FPDFText_GetUnicode'
  | 'FPDFText_IsHyphen'
  | 'FPDFText_LoadPage'
  | 'FPDF_CloseDocument'
  | 'FPDF_ClosePage'
  | 'FPDF_CountNamedDests'
  | 'FPDF_GetLastError'
  | 'FPDF_GetMetaText'
  | 'FPDF_GetNamedDest'
  | 'FPDF_GetPageCount'
  | 'FPDF_GetPageLabel'
  | 'FPDF_InitLibrary'
  | 'FPDF_LoadMemDocument'
  | 'FPDF_LoadPage'
  | 'FPDF_StructElement_CountChildren'
  | 'FPDF_StructElement_GetAltText'
  | 'FPDF_StructElement_GetChildAtIndex'
  | 'FPDF_StructElement_GetChildMarkedContentID'
  | 'FPDF_StructElement_GetType'
  | 'FPDF_StructTree_Close'
  | 'FPDF_StructTree_CountChildren'
  | 'FPDF_StructTree_GetChildAtIndex'
  | 'FPDF_StructTree_GetForPage';

type Numbers<T extends readonly unknown[]> = { [Index in keyof T]: number };

/**
 * The functions as WebAssembly has them: of numbers alone, with places in its memory for texts. The package's own
 * calls look at every argument first, which takes longer than what most of them do.
 */
export type Calls = { readonly [Name in Used]: (...values: Numbers<Parameters<Methods[Name]>>) => number };

interface Memory {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly malloc: (size: number) => number;
  readonly free: (place: number) => void;
}

type Library = Calls & Memory;

let starting: Promise<Library> | undefined;

async function start(): Promise<Library> {
  const { pdfium } = await init({});
  const library = pdfium.wasmExports as typeof pdfium.wasmExports & Library;
  library.FPDF_InitLibrary();
  return library;
}

/** Compiles PDFium, once. */
export function loadPdfium(): Promise<Library> {
  starting ??= start();
  return starting;
}

/** Room for what functions write, enough for most texts. */
const usualRoom = 4096;

/** A file that is open in PDFium, with stretches of its memory for what functions write besides their answers. */
export class OpenPdf {
  readonly calls: Calls;
  /** Where there is room for eight numbers of four bytes. */
  readonly slots: number;
  readonly document: number;
  private readonly library: Library;
  private size = usualRoom;
  private room: number;
  private readonly keys = new Map<string, number>();
  private view: DataView;

  constructor(library: Library, document: number) {
    this.calls = library;
    this.library = library;
    this.document = document;
    this.slots = library.malloc(32);
    this.room = library.malloc(this.size);
    this.view = new DataView(library.memory.buffer);
  }

  /** The memory at this moment; when it grows, what has shown it before is empty. */
  get memory(): DataView {
    const { buffer } = this.library.memory;
    if (this.view.buffer !== buffer) this.view = new DataView(buffer);
    return this.view;
  }

  /** The whole number that a function has written to this slot. */
  slot(index: number): number {
    return this.memory.getInt32(this.slots + 4 * index, true);
  }

  setSlot(index: number, value: number): void {
    this.memory.setInt32(this.slots + 4 * index, value, true);
  }

  /** The text that `write` puts into memory as UTF-16 and ends with 0; it answers how many bytes it needs. */
  text(write: (place: number, size: number) => number): string {
    let bytes = write(this.room, this.size);
    if (bytes > this.size) {
      this.library.free(this.room);
      this.size = bytes;
      this.room = this.library.malloc(bytes);
      bytes = write(this.room, bytes);
    }
    const { memory, room } = this;
    let text = '';
    for (let at = 0; at + 2 < bytes; at += 2) text += String.fromCharCode(memory.getUint16(room + at, true));
    return text;
  }

  /** Where a name in ASCII stands that functions are given. */
  key(name: string): number {
    const known = this.keys.get(name);
    if (known !== undefined) return known;
    const place = this.library.malloc(name.length + 1);
    new Uint8Array(this.library.memory.buffer, place).set([...Buffer.from(name, 'latin1'), 0]);
    this.keys.set(name, place);
    return place;
  }

  close(): void {
    this.calls.FPDF_CloseDocument(this.document);
    for (const place of [this.slots, this.room, ...this.keys.values()]) this.library.free(place);
  }
}

const reasons: Readonly<Record<number, string>> = {
  2: 'the file is not there',
  3: 'it is no PDF, or a damaged one',
  4: 'it has a password',
  5: 'it is encrypted in an unknown way',
};

/** Opens a file for as long as `use` runs. @throws Error for bytes that are no PDF */
export async function withPdf<T>(bytes: Uint8Array, use: (pdf: OpenPdf) => T): Promise<T> {
  const library = await loadPdfium();
  // PDFium reads where the bytes stand for as long as the file is open.
  const place = library.malloc(bytes.length);
  try {
    new Uint8Array(library.memory.buffer, place).set(bytes);
    const document = library.FPDF_LoadMemDocument(place, bytes.length, 0);
    if (document === 0)
      throw new Error(`PDFium cannot open the file: ${reasons[library.FPDF_GetLastError()] ?? 'for no known reason'}`);
    const pdf = new OpenPdf(library, document);
    try {
      return use(pdf);
    } finally {
      pdf.close();
    }
  } finally {
    library.free(place);
  }
}
