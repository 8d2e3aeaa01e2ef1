/** Reads a finished Word file back from its XML. */
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { partSizes, partText } from '../render/docx/zip.ts';
import {
  compact,
  type Destination,
  type FinishedFile,
  FlowBuilder,
  type ShownHeading,
  type ShownLink,
} from './finished.ts';

type Attributes = SaxesTagPlain['attributes'];

interface Handlers {
  readonly open?: (name: string, attributes: Attributes) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/** Reads a part of the file from front to back; nothing if it is not there. @throws Error for what is no XML */
function readPart(bytes: Uint8Array, path: string, { open, close, text }: Handlers): void {
  const xml = partText(bytes, path);
  if (xml === undefined) return;
  const parser = new SaxesParser();
  if (open) parser.on('opentag', ({ name, attributes }) => open(name, attributes));
  if (close) parser.on('closetag', ({ name }) => close(name));
  if (text) parser.on('text', text);
  parser.on('error', (cause) => {
    throw cause;
  });
  parser.write(xml).close();
}

interface Styles {
  /** Depth in the outline, from 1, of the paragraph styles that have one. */
  readonly levels: ReadonlyMap<string, number>;
  readonly fonts: ReadonlySet<string>;
  readonly languages: ReadonlySet<string>;
}

function readStyles(bytes: Uint8Array): Styles {
  const levels = new Map<string, number>();
  const fonts = new Set<string>();
  const languages = new Set<string>();
  let style = '';
  let inDefaults = false;
  readPart(bytes, 'word/styles.xml', {
    open: (name, attributes) => {
      if (name === 'w:style') style = attributes['w:styleId'] ?? '';
      else if (name === 'w:docDefaults') inDefaults = true;
      else if (name === 'w:outlineLvl') levels.set(style, Number(attributes['w:val']) + 1);
      else if (name === 'w:lang' && inDefaults) languages.add(attributes['w:val'] ?? '');
      else if (name === 'w:rFonts') {
        for (const key of ['w:ascii', 'w:hAnsi', 'w:eastAsia']) if (attributes[key]) fonts.add(attributes[key]);
      }
    },
    close: (name) => {
      if (name === 'w:docDefaults') inDefaults = false;
    },
  });
  return { levels, fonts, languages };
}

/** Parts of the main document's relationships by their ids, as paths in the package. */
function readRelationships(bytes: Uint8Array): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  readPart(bytes, 'word/_rels/document.xml.rels', {
    open: (name, { Id, Target }) => {
      if (name === 'Relationship' && Id !== undefined) found.set(Id, `word/${Target}`);
    },
  });
  return found;
}

/** Text of one element of a part, such as the title among its properties. */
function elementText(bytes: Uint8Array, path: string, element: string): string {
  let inside = false;
  let found = '';
  readPart(bytes, path, {
    open: (name) => {
      inside = name === element;
    },
    close: () => {
      inside = false;
    },
    text: (text) => {
      if (inside) found += text;
    },
  });
  return found;
}

function paragraphTexts(bytes: Uint8Array, path: string): string {
  return elementText(bytes, path, 'w:t');
}

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

class MainReader {
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

  private readonly levels: Styles['levels'];
  private readonly sizeOf: (relationship: string | undefined) => number;

  constructor(levels: Styles['levels'], sizeOf: (relationship: string | undefined) => number) {
    this.levels = levels;
    this.sizeOf = sizeOf;
  }

  open(name: string, attributes: Attributes): void {
    const { flow } = this.document;
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
    if (name === 'w:drawing' && this.paragraph !== '') {
      // What stands before a drawing in its paragraph is read before it.
      flow.text(this.paragraph);
      this.paragraph = '';
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

/** A finished Word file: text, tables, pictures, headings, links and bookmarks, running heads, language and fonts. */
export function readDocx(bytes: Uint8Array): FinishedFile {
  const sizes = partSizes(bytes);
  const relationships = readRelationships(bytes);
  const styles = readStyles(bytes);
  const reader = new MainReader(styles.levels, (id) => sizes.get(relationships.get(id ?? '') ?? '') ?? 0);
  readPart(bytes, 'word/document.xml', {
    open: (name, attributes) => reader.open(name, attributes),
    close: (name) => reader.close(name),
    text: (text) => reader.text(text),
  });
  const languages = new Set([...styles.languages, elementText(bytes, 'docProps/core.xml', 'dc:language')]);
  readPart(bytes, 'word/settings.xml', {
    open: (name, attributes) => {
      if (name === 'w:themeFontLang') languages.add(attributes['w:val'] ?? '');
    },
  });
  const { flow, headings, links, destinations } = reader.document;
  const margins = [...sizes.keys()].filter((path) => /^word\/(?:header|footer)\d+\.xml$/.test(path));
  return {
    format: 'docx',
    flow: flow.flow,
    pageStarts: flow.pageStarts,
    tables: flow.tables,
    figures: flow.figures,
    headings,
    outline: undefined,
    links,
    destinations,
    margins: margins.map((path) => ({ text: paragraphTexts(bytes, path), page: undefined })),
    pageLabels: [],
    title: elementText(bytes, 'docProps/core.xml', 'dc:title'),
    languages: [...languages],
    fonts: [...styles.fonts].map((name) => ({ name, embedded: false })),
  };
}
