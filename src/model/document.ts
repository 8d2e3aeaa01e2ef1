/**
 * The book, ready for a writer: numbered, cross-referenced, every number formatted and bound.
 * Writers switch over `Block`, `Inline` and `Cell` exhaustively; a kind that one of them forgets does not compile.
 */
import type { Place } from './problem.ts';
import type { Quantity } from './quantity.ts';

/** The languages of every edition, in the order of work. */
export const languages = ['zh', 'en'] as const;
export type Lang = (typeof languages)[number];

/** What a reference can lead to. */
export type TargetKind = 'table' | 'figure' | 'section';

/** The id of a table, figure or section in a document, by its key. */
export const idOf = (kind: TargetKind, key: string): string => `${kind}-${key}`;

/** The keys of all targets of a kind among some ids. */
export function keysOf(kind: TargetKind, ids: Iterable<string>): string[] {
  const start = idOf(kind, '');
  return [...ids].filter((id) => id.startsWith(start)).map((id) => id.slice(start.length));
}

export type Inline =
  | { readonly type: 'text'; readonly text: string }
  /** A number of the book: `text` is its formatted form with unit, `quantity` what it is bound to. */
  | { readonly type: 'quantity'; readonly text: string; readonly quantity: Quantity }
  /** A generated cross-reference (`图 1`, `Table 3`); `target` is the id of a heading, table or figure. */
  | { readonly type: 'reference'; readonly text: string; readonly target: string }
  /** Digits that are no statistic: a document's number, a programme's name. */
  | { readonly type: 'literal'; readonly text: string }
  /** A name in its original language, in an edition of another language. */
  | { readonly type: 'original'; readonly text: string; readonly lang: Lang }
  | { readonly type: 'emphasis'; readonly children: readonly Inline[] };

/** Roles of headings from the outermost to the innermost; a book has some of them, in this order. */
export const headingRoles = ['part', 'section', 'item', 'subitem'] as const;
export type HeadingRole = (typeof headingRoles)[number];

/** Depth in the outline, from 1. */
export type HeadingLevel = 1 | 2 | 3 | 4;

export interface Heading {
  readonly type: 'heading';
  readonly id: string;
  readonly level: HeadingLevel;
  readonly role: HeadingRole;
  /** The generated number with its punctuation (`一、`, `1.`, `Part 1`), empty for an unnumbered heading. */
  readonly number: string;
  readonly inlines: readonly Inline[];
}

export interface Paragraph {
  readonly type: 'paragraph';
  readonly role: 'body' | 'lead';
  readonly inlines: readonly Inline[];
}

export interface List {
  readonly type: 'list';
  readonly ordered: boolean;
  readonly items: readonly (readonly Inline[])[];
}

/** What happened, by date: a column of dates and one of texts. */
export interface Chronicle {
  readonly type: 'chronicle';
  readonly entries: readonly {
    /** A day or several in words, without the year: `5月18—19日`, `18–19 May`. */
    readonly date: string;
    readonly inlines: readonly Inline[];
  }[];
}

export interface Column {
  readonly key: string;
  /** `start` for the stub and words, `end` for figures, which all have the same number of decimals in a column. */
  readonly align: 'start' | 'center' | 'end';
  /** Share of the table's width, relative to the other columns. */
  readonly width: number;
}

export interface HeadCell {
  readonly inlines: readonly Inline[];
  readonly align: Column['align'];
  readonly colspan: number;
  readonly rowspan: number;
}

export type Cell =
  | { readonly type: 'label'; readonly inlines: readonly Inline[]; readonly indent: number }
  | { readonly type: 'quantity'; readonly text: string; readonly quantity: Quantity }
  /** No value: `text` is the symbol of the legend (`—` not applicable, `…` not available, empty for none). */
  | { readonly type: 'blank'; readonly text: string };

export interface Row {
  /** `total` is set in bold; `detail` is an "of which" row; `title` heads the rows below it. */
  readonly role: 'normal' | 'total' | 'detail' | 'title';
  /** One cell for each column, the first of which is the row's header; a title has one across all columns. */
  readonly cells: readonly Cell[];
  /** Of a title: the caption of a further part that begins among its rows: `续表 15（北京）`. */
  readonly continuedLabel?: string;
}

export interface Table {
  readonly type: 'table';
  readonly id: string;
  /** Whether it is a table of the book's own, which the source does not have. */
  readonly own: boolean;
  /** `表 1` or `Table 1`. */
  readonly label: string;
  /** Caption label of every further part: `续表 1`, `Table 1, continued`. */
  readonly continuedLabel: string;
  readonly caption: readonly Inline[];
  /** The unit shared by the whole table, printed at the top right. */
  readonly unit?: string;
  readonly columns: readonly Column[];
  readonly head: readonly (readonly HeadCell[])[];
  readonly rows: readonly Row[];
  readonly notes: readonly (readonly Inline[])[];
}

/** A datum of a chart: a field is a number or a label, already formatted where it is shown as text. */
export type ChartRow = Readonly<Record<string, string | number | boolean | null>>;

export interface Figure {
  readonly type: 'figure';
  readonly id: string;
  readonly label: string;
  readonly caption: readonly Inline[];
  /** What the figure shows, with its main numbers, in the edition's language. */
  readonly alt: string;
  readonly notes: readonly (readonly Inline[])[];
  /** A Vega-Lite specification in the edition's language; its `data: { name }` refer to `data`. */
  readonly spec: Readonly<Record<string, unknown>>;
  /** Where the specification comes from, for messages. */
  readonly place: Place;
  /** Where those of its properties come from that stand in another file. */
  readonly basePlaces?: Readonly<Record<string, Place>>;
  readonly data: Readonly<Record<string, readonly ChartRow[]>>;
  /** Every quantity that the chart draws, in the order of its rows. */
  readonly quantities: readonly Quantity[];
}

export type Block = Heading | Paragraph | List | Table | Figure | Chronicle;

export interface ContentsEntry {
  /** Contents do not go down to the fourth level. */
  readonly level: Exclude<HeadingLevel, 4>;
  /** `一、` or `表 1`; empty for an unnumbered entry. */
  readonly number: string;
  readonly text: string;
  /** Id of the heading, table or figure; the writer finds the page. */
  readonly target: string;
}

/** Contents, list of tables or list of figures. */
export interface ContentsList {
  readonly id: string;
  readonly title: string;
  readonly entries: readonly ContentsEntry[];
}

export interface TitleLines {
  /** The book's title without year, as on the cover: `兵团技术市场统计年报`. */
  readonly title: string;
  /** The year as it is set on the cover. */
  readonly year: string;
  /** The same title in the other language, smaller. */
  readonly otherTitle: string;
  readonly otherLang: Lang;
  readonly publisher: string;
  /** Month and year of publication in words. */
  readonly date: string;
}

/** The editorial board of the book that the data are taken from. */
export interface Board {
  readonly id: string;
  readonly title: string;
  readonly groups: readonly {
    /** `主编`, with a remark on the order where it needs one. */
    readonly role: string;
    readonly people: readonly (readonly Inline[])[];
  }[];
}

/** The publication data of the book that the data are taken from. */
export interface SourceData {
  readonly title: string;
  readonly lines: readonly (readonly Inline[])[];
}

export interface FrontMatter {
  readonly titleLines: TitleLines;
  /** At the head of the copyright page. */
  readonly source?: SourceData;
  /** Lines of the copyright page. */
  readonly imprint: readonly (readonly Inline[])[];
  /** On a page of its own. */
  readonly board?: Board;
  /** 编写说明 / About this report: its heading is unnumbered and stands in the contents. */
  readonly preface: readonly Block[];
  readonly contents: readonly ContentsList[];
}

/**
 * What the prose asserts beyond the numbers that it prints, as a helper of a template found it in the data: that a figure
 * rose, that one exceeds another, which codes lead.
 */
export interface Claim {
  /** The helper that was asked: `rises`, `exceeds`, `sort` … */
  readonly helper: string;
  /** Where it was asked, in a template or specification. */
  readonly place: Place;
  /** Figures that the answer follows from. */
  readonly inputs: readonly Quantity[];
  /** Whether it holds, the word chosen, or the codes or years chosen in their order; true for what is printed anyway. */
  readonly answer: boolean | string | readonly string[];
}

export interface Document {
  readonly lang: Lang;
  readonly series: string;
  readonly year: number;
  /** Full title as in the running head and the file's metadata: `2024年兵团技术市场统计年报`. */
  readonly title: string;
  /** One sentence for the file's metadata. */
  readonly description: string;
  readonly publisher: string;
  /** Publication date, for all metadata dates: the same input gives the same bytes. */
  readonly published: Date;
  readonly front: FrontMatter;
  readonly body: readonly Block[];
  /** In the order in which the texts were composed. */
  readonly claims: readonly Claim[];
}

/** The plain text of inlines, as a reader sees it. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines.map((inline) => (inline.type === 'emphasis' ? plainText(inline.children) : inline.text)).join('');
}

/** For the `default` of a switch over a closed union: a forgotten kind is a compile error. */
export function unreachable(value: never): never {
  throw new TypeError(`Not a known kind: ${JSON.stringify(value)}`);
}
