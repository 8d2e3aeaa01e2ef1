/** What a finished file must show of its document, in the order of the book. */
import type { Block, Board, ContentsList, Document, Figure, Inline, Table } from '../model/document.ts';
import { plainText } from '../model/document.ts';
import { numbersIn } from '../model/document-texts.ts';
import { headingText } from '../render/stretches.ts';
import { compact, figureMark, tableMark } from './finished.ts';

/** Kinds of texts; what is proved is counted by them. */
export type TextKind =
  | 'cover'
  | 'imprint'
  | 'board'
  | 'contents'
  | 'heading'
  | 'paragraph'
  | 'item'
  | 'entry'
  | 'caption'
  | 'unit'
  | 'note';

/** A text that must stand in the flow without a gap. */
export interface ExpectedText {
  readonly kind: TextKind;
  readonly text: string;
  /** For people: the table's or figure's label, or the heading above and the number of the block below it. */
  readonly place: string;
  /** Id of the heading, table or figure, or of the target of a line of the contents. */
  readonly id?: string;
  /** Numbers of the book in it. */
  readonly numbers: number;
}

/** A mark in the flow where a table or figure stands. */
export type ExpectedMark = { readonly text: string; readonly place: string } & (
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'figure'; readonly figure: Figure }
);

export type Expected = (ExpectedText | ExpectedMark) & {
  /** The block that it belongs to, counted from 0 through preface and body; undefined in the rest of the front matter. */
  readonly block?: number;
};

/** The text as it is compared, or nothing for an empty one. */
function text(kind: TextKind, place: string, content: string, more: Partial<ExpectedText> = {}): ExpectedText[] {
  const needle = compact(content);
  return needle === '' ? [] : [{ kind, place, text: needle, numbers: 0, ...more }];
}

const inlineText = (kind: TextKind, place: string, inlines: readonly Inline[], more: Partial<ExpectedText> = {}) =>
  text(kind, place, plainText(inlines), { numbers: numbersIn(inlines).length, ...more });

function captionTexts({ id, label, caption }: Table | Figure): ExpectedText[] {
  return text('caption', label, label + plainText(caption), { id, numbers: numbersIn(caption).length });
}

function noteTexts({ label, notes }: Table | Figure): ExpectedText[] {
  return notes.flatMap((note) => inlineText('note', label, note));
}

/** `place` is where the block stands: the heading above it and its number below that. */
function blockTexts(block: Block, place: string): Expected[] {
  switch (block.type) {
    case 'heading': {
      const { id, number, inlines } = block;
      return text('heading', headingText(block), number + plainText(inlines), {
        id,
        numbers: numbersIn(inlines).length,
      });
    }
    case 'paragraph':
      return inlineText('paragraph', place, block.inlines);
    case 'list':
      return block.items.flatMap((item, index) => inlineText('item', `${place}.${index + 1}`, item));
    case 'chronicle':
      return block.entries.flatMap(({ date, inlines }) =>
        text('entry', date, date + plainText(inlines), { numbers: numbersIn(inlines).length }),
      );
    case 'table':
      return [
        ...captionTexts(block),
        ...text('unit', block.label, block.unit ?? ''),
        { kind: 'table', text: tableMark, place: block.label, table: block },
        ...noteTexts(block),
      ];
    case 'figure':
      return [
        { kind: 'figure', text: figureMark, place: block.label, figure: block },
        ...captionTexts(block),
        ...noteTexts(block),
      ];
  }
}

/** Blocks in their order, each with its place (`1.1 Size and growth ¶ 2`); `first` is the number of the first one. */
function blocksTexts(blocks: readonly Block[], first: number): Expected[] {
  let above = '';
  let count = 0;
  return blocks.flatMap((source, index) => {
    count = source.type === 'heading' ? 0 : count + 1;
    if (source.type === 'heading') above = headingText(source);
    return blockTexts(source, `${above} ¶ ${count}`).map((expected) => ({ ...expected, block: first + index }));
  });
}

function contentsTexts({ title, entries }: ContentsList): Expected[] {
  return [
    ...text('heading', title, title),
    ...entries.flatMap((entry) => text('contents', title, entry.number + entry.text, { id: entry.target })),
  ];
}

function boardTexts({ title, groups }: Board): Expected[] {
  return [
    ...text('heading', title, title),
    ...groups.flatMap(({ role, people }) => [
      ...text('board', title, role),
      ...people.flatMap((person) => inlineText('board', title, person)),
    ]),
  ];
}

/** Everything that a file shows of its document, in order. */
export function expectedOf({ front, body, title: book }: Document): readonly Expected[] {
  const { source, board } = front;
  const { year, title, otherTitle, publisher, date } = front.titleLines;
  const cover = [year, title, otherTitle, publisher, date].flatMap((line) => text('cover', book, line));
  return [
    // The title page says the same as the cover.
    ...cover,
    ...cover,
    ...text('imprint', book, source?.title ?? ''),
    ...[...(source?.lines ?? []), ...front.imprint].flatMap((line) => inlineText('imprint', book, line)),
    ...(board ? boardTexts(board) : []),
    ...blocksTexts(front.preface, 0),
    ...front.contents.flatMap(contentsTexts),
    ...blocksTexts(body, front.preface.length),
  ];
}
