/** A finished file as a reader finds it, whatever its format: what every check works on. */
import type { Format } from '../render/index.ts';

/** Stand in the flow for a table and a figure; no text of a book has them (`file.reserved-character`). */
export const tableMark = '\ue000';
export const figureMark = '\ue001';

/**
 * Text as it is compared: without white space (lines break anywhere in Chinese) and without the compatibility forms
 * that a font may map a character to.
 */
export function compact(text: string): string {
  // Most cells and words have nothing to take away.
  if (/^[!-~\u3001\u3002\u4e00-\u9fff]*$/.test(text)) return text;
  return text.normalize('NFKC').replace(/[\s\u200b\u2060\ufeff]/g, '');
}

/** Pages count from 0; a format that has no pages of its own knows none. */
export type PageNumber = number | undefined;

/** Whether a text is the number of a page: front matter is numbered i, ii … */
export const isFolio = (text: string): boolean => /^(?:\d+|[ivxlc]+)$/.test(text);

export interface ShownRow {
  /** Texts of the cells that begin in the row, as they are compared; without those that reach down into it. */
  readonly cells: readonly string[];
}

/** A table, or the part of it that stands on a page. */
export interface ShownTable {
  readonly rows: readonly ShownRow[];
  readonly page: PageNumber;
  /** Title and description for readers who do not see it, where the format has them beside the caption. */
  readonly title?: string;
}

export interface ShownFigure {
  readonly alt: string;
  /** Texts drawn in it, as far as the format keeps them as texts. */
  readonly texts: readonly string[];
  readonly page: PageNumber;
  /** Bytes of each picture that shows it; empty where the figure is drawn on the page itself. */
  readonly pictures: readonly number[];
}

export interface ShownHeading {
  readonly text: string;
  readonly level: number;
  readonly page: PageNumber;
}

export interface ShownLink {
  readonly text: string;
  /** Name of the destination or bookmark. */
  readonly target: string;
  readonly page: PageNumber;
}

/** Where a link can lead. */
export interface Destination {
  readonly page: PageNumber;
  /** What is marked there; undefined where the format marks a point. */
  readonly text: string | undefined;
}

/** Running heads, folios and what else is no part of the text. */
export interface MarginText {
  readonly text: string;
  readonly page: PageNumber;
}

export interface FinishedFile {
  readonly format: Format;
  /** All text in reading order as it is compared, with marks for tables and figures; captions are text. */
  readonly flow: string;
  /** Page of each stretch of the flow, by where it begins, ascending. */
  readonly pageStarts: readonly { readonly at: number; readonly page: PageNumber }[];
  readonly tables: readonly ShownTable[];
  readonly figures: readonly ShownFigure[];
  readonly headings: readonly ShownHeading[];
  /** Bookmarks of the reader's program, where the format has them apart from the headings. */
  readonly outline: readonly ShownHeading[] | undefined;
  readonly links: readonly ShownLink[];
  readonly destinations: ReadonlyMap<string, Destination>;
  readonly margins: readonly MarginText[];
  /** The number that is shown for each page. */
  readonly pageLabels: readonly string[];
  readonly title: string;
  /** Every language that the file declares as its own. */
  readonly languages: readonly string[];
  /** Names of the fonts, and whether the file has their outlines. */
  readonly fonts: readonly { readonly name: string; readonly embedded: boolean }[];
}

/** Page on which a place of the flow stands. */
export function pageAt({ pageStarts }: Pick<FinishedFile, 'pageStarts'>, position: number): PageNumber {
  let low = 0;
  let high = pageStarts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pageStarts[middle]?.at ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return pageStarts[low - 1]?.page;
}

/** Puts the flow together, piece by piece. */
export class FlowBuilder {
  private readonly pieces: string[] = [];
  private length = 0;
  readonly pageStarts: { at: number; page: PageNumber }[] = [];
  readonly tables: ShownTable[] = [];
  readonly figures: ShownFigure[] = [];

  text(text: string, page?: PageNumber): void {
    const piece = compact(text);
    if (piece === '') return;
    if (this.pageStarts.length === 0 || this.pageStarts.at(-1)?.page !== page)
      this.pageStarts.push({ at: this.length, page });
    this.pieces.push(piece);
    this.length += piece.length;
  }

  table(table: ShownTable): void {
    this.tables.push(table);
    this.text(tableMark, table.page);
  }

  figure(figure: ShownFigure): void {
    this.figures.push(figure);
    this.text(figureMark, figure.page);
  }

  get flow(): string {
    return this.pieces.join('');
  }
}
