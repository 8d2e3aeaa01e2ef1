/** The main document of a Word file: its text in order, tables, pictures, headings, links and bookmarks. */
import type { Attributes } from './docx-parts.ts';
import { compact, type Destination, FlowBuilder, type ShownHeading, type ShownLink } from './finished.ts';

/** Depth in the outline, from 1, of the paragraph styles that have one. */
export type HeadingLevels = ReadonlyMap<string, number>;

/** What the main document is read into. */
interface MainDocument {
  readonly flow: FlowBuilder;
  readonly headings: ShownHeading[];
  readonly links: ShownLink[];
  readonly destinations: Map<string, Destination>;
}

/** A table that is being read. */
interface OpenTable {
  title: string;
  readonly rows: { cells: string[] }[];
  /** A cell that only continues the one above it. */
  continued: boolean;
}

/** A drawing that is being read. */
interface OpenDrawing {
  alt: string;
  readonly pictures: number[];
}

/** Takes the tags and texts of the main document, one after the other. */
export class MainReader {
  readonly document: MainDocument = { flow: new FlowBuilder(), headings: [], links: [], destinations: new Map() };
  private paragraph = '';
  private style = '';
  private inText = false;
  private table: OpenTable | undefined;
  private cell = '';
  private link: { target: string; text: string } | undefined;
  private drawing: OpenDrawing | undefined;
  /** Names and texts of the bookmarks that have begun, by their ids. */
  private readonly marks = new Map<string, { readonly name: string; text: string }>();

  private readonly levels: HeadingLevels;
  private readonly sizeOf: (relationship: string | undefined) => number;

  constructor(levels: HeadingLevels, sizeOf: (relationship: string | undefined) => number) {
    this.levels = levels;
    this.sizeOf = sizeOf;
  }

  open(name: string, attributes: Attributes): void {
    this.inText = name === 'w:t';
    switch (name) {
      case 'w:p':
        this.paragraph = '';
        this.style = '';
        break;
      case 'w:pStyle':
        this.style = attributes['w:val'] ?? '';
        break;
      case 'w:tbl':
        this.table = { title: '', rows: [], continued: false };
        break;
      case 'w:tblCaption':
        if (this.table) this.table.title = attributes['w:val'] ?? '';
        break;
      case 'w:tr':
        this.table?.rows.push({ cells: [] });
        break;
      case 'w:tc':
        this.cell = '';
        if (this.table) this.table.continued = false;
        break;
      case 'w:vMerge':
        if (this.table) this.table.continued = attributes['w:val'] !== 'restart';
        break;
      case 'w:noBreakHyphen':
        this.add('-');
        break;
      case 'w:bookmarkStart':
        this.marks.set(attributes['w:id'] ?? '', { name: attributes['w:name'] ?? '', text: '' });
        break;
      case 'w:bookmarkEnd':
        this.endBookmark(attributes['w:id'] ?? '');
        break;
      case 'w:hyperlink':
        this.link = { target: attributes['w:anchor'] ?? '', text: '' };
        break;
      case 'w:drawing':
        // What stands before a drawing in its paragraph is read before it.
        this.document.flow.text(this.paragraph);
        this.paragraph = '';
        this.drawing = { alt: '', pictures: [] };
        break;
      case 'wp:docPr':
        if (this.drawing) this.drawing.alt = attributes.descr ?? '';
        break;
      case 'a:blip':
      case 'asvg:svgBlip':
        this.drawing?.pictures.push(this.sizeOf(attributes['r:embed']));
        break;
    }
  }

  close(name: string): void {
    this.inText = false;
    const { flow, links } = this.document;
    switch (name) {
      case 'w:p':
        this.endParagraph();
        break;
      case 'w:tc':
        if (this.table && !this.table.continued) this.table.rows.at(-1)?.cells.push(compact(this.cell));
        break;
      case 'w:tbl':
        if (this.table) flow.table({ rows: this.table.rows, page: undefined, title: this.table.title });
        this.table = undefined;
        break;
      case 'w:hyperlink':
        if (this.link) links.push({ ...this.link, page: undefined });
        this.link = undefined;
        break;
      case 'w:drawing':
        this.endDrawing();
        break;
    }
  }

  text(text: string): void {
    if (this.inText) this.add(text);
  }

  private add(text: string): void {
    this.paragraph += text;
    if (this.link) this.link.text += text;
    for (const mark of this.marks.values()) mark.text += text;
  }

  private endParagraph(): void {
    const { flow, headings } = this.document;
    if (this.table) this.cell += this.paragraph;
    else {
      flow.text(this.paragraph);
      const level = this.levels.get(this.style);
      if (level !== undefined) headings.push({ text: this.paragraph, level, page: undefined });
    }
    this.paragraph = '';
  }

  private endBookmark(id: string): void {
    const mark = this.marks.get(id);
    if (mark) this.document.destinations.set(mark.name, { page: undefined, text: mark.text });
    this.marks.delete(id);
  }

  /** Only pictures are figures: the ornaments of the cover are shapes. */
  private endDrawing(): void {
    const { drawing } = this;
    if (drawing && drawing.pictures.length > 0)
      this.document.flow.figure({ alt: drawing.alt, texts: [], page: undefined, pictures: drawing.pictures });
    this.drawing = undefined;
  }
}
