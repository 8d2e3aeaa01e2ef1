/** What the functions of the Word writer share while one document is written. */
import type { Block, Document, Lang } from '../../model/document.ts';
import { error, Failure } from '../../model/problem.ts';
import type { Theme } from '../../model/theme.ts';
import { bookmarkName } from './bookmarks.ts';
import { chronicleIndent } from './date-column.ts';
import type { CharacterFormat, ParagraphFormat } from './formats.ts';

/** A chart as vector and, for programs that show no SVG, as pixels; the size is in CSS px. */
export interface ChartPicture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  readonly png: Uint8Array;
}

export type TargetKind = Block['type'];

/** The formats that a paragraph style adds to those of the style it is based on. */
export interface ParagraphStyle {
  readonly based: string;
  readonly format: ParagraphFormat;
  readonly run: CharacterFormat;
}

export interface Context {
  readonly lang: Lang;
  readonly theme: Theme;
  readonly charts: ReadonlyMap<string, ChartPicture>;
  /** What can be linked to, by id. */
  readonly targets: ReadonlyMap<string, TargetKind>;
  /** Role of the body's headings at each level, which Word's heading styles take their look from. */
  readonly headingRoles: ReadonlyMap<number, string>;
  /** Where the texts of the chronicle begin, in em; undefined in a book without one. */
  readonly chronicleIndent: number | undefined;
  /** Numbers of this document, so that two documents written by one process are the same. */
  /** Number of the next list. */
  readonly nextList: () => number;
  /** Last number of each caption sequence. */
  readonly sequences: Map<string, number>;
  /** Paragraph styles that have been written, by id. */
  readonly styles: Map<string, ParagraphStyle>;
  /** Styles that are made on demand, by id. */
  readonly indents: Map<string, { readonly based: string; readonly left: number; readonly right: number }>;
}

function targetsOf(blocks: readonly Block[]): Context['targets'] {
  return new Map(blocks.flatMap((block) => ('id' in block ? [[block.id, block.type] as const] : [])));
}

export function createContext(document: Document, theme: Theme, charts: Context['charts']): Context {
  let lists = 0;
  const headingRoles = new Map<number, string>();
  for (const block of [...document.body, ...document.front.preface]) {
    if (block.type === 'heading' && !headingRoles.has(block.level)) headingRoles.set(block.level, block.role);
  }
  return {
    lang: document.lang,
    theme,
    charts,
    targets: targetsOf([...document.front.preface, ...document.body]),
    headingRoles,
    chronicleIndent: chronicleIndent(document.body),
    nextList: () => ++lists,
    sequences: new Map(),
    styles: new Map(),
    indents: new Map(),
  };
}

/**
 * The kind of the target with this id, and its bookmark.
 * @throws Failure `docx.unknown-target` when no heading, table or figure has the id
 */
export function targetOf(context: Context, id: string): { readonly kind: TargetKind; readonly bookmark: string } {
  const kind = context.targets.get(id);
  if (kind === undefined) throw new Failure('input', [error('docx.unknown-target', undefined, { target: id })]);
  return { kind, bookmark: bookmarkName(id) };
}
