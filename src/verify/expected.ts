import type { Block, Board, ContentsList, Document, Inline, Row, Table } from '../model/document.ts';
import { plainText } from '../model/document.ts';

/** A text that a finished file must show without a gap, and where in the book it stands. */
export interface Expected {
  readonly text: string;
  /** Such as `heading section-flows` or `row table-types 3` (from 1). */
  readonly what: string;
}

const expected = (what: string, inlines: readonly Inline[]): Expected => ({ what, text: plainText(inlines) });

/** A row is one text: were its cells looked for one by one, a short figure would be found in its neighbour. */
function rowText(row: Row, table: Table, number: number): Expected {
  const cells = row.cells.map((cell) => (cell.type === 'label' ? plainText(cell.inlines) : cell.text));
  return { what: `row ${table.id} ${number}`, text: cells.join('') };
}

function blockTexts(block: Block, number: number): Expected[] {
  switch (block.type) {
    case 'heading':
      return [{ what: `heading ${block.id}`, text: block.number + plainText(block.inlines) }];
    case 'paragraph':
      return [expected(`paragraph ${number}`, block.inlines)];
    case 'list':
      return block.items.map((item, index) => expected(`list ${number}:${index + 1}`, item));
    case 'chronicle':
      return block.entries.map(({ date, inlines }, index) => ({
        what: `chronicle ${index + 1}`,
        text: date + plainText(inlines),
      }));
    case 'table':
      return [
        { what: `caption ${block.id}`, text: block.label + plainText(block.caption) },
        ...(block.unit === undefined ? [] : [{ what: `unit ${block.id}`, text: block.unit }]),
        ...block.head.flat().map((cell) => expected(`head ${block.id}`, cell.inlines)),
        ...block.rows.map((row, index) => rowText(row, block, index + 1)),
        ...block.notes.map((note) => expected(`note ${block.id}`, note)),
      ];
    case 'figure':
      return [
        { what: `caption ${block.id}`, text: block.label + plainText(block.caption) },
        ...block.notes.map((note) => expected(`note ${block.id}`, note)),
      ];
  }
}

function contentsTexts(list: ContentsList): Expected[] {
  return [
    { what: `heading ${list.id}`, text: list.title },
    ...list.entries.map(({ number, text, target }) => ({ what: `contents ${target}`, text: number + text })),
  ];
}

function boardTexts({ title, groups }: Board): Expected[] {
  return [
    { what: 'board', text: title },
    ...groups.flatMap(({ role, people }) => [
      { what: 'board', text: role },
      ...people.map((person) => expected(`board ${role}`, person)),
    ]),
  ];
}

/** Every text of a document in the order of the book. */
export function expectedTexts({ front, body }: Document): Expected[] {
  const { source, board } = front;
  const { year, title, otherTitle, publisher, date } = front.titleLines;
  const cover = [year, title, otherTitle, publisher, date].map((text) => ({ what: 'cover', text }));
  return [
    ...cover,
    ...(source ? [{ what: 'source', text: source.title }] : []),
    ...(source?.lines ?? []).map((line, index) => expected(`source ${index + 1}`, line)),
    ...front.imprint.map((line, index) => expected(`imprint ${index + 1}`, line)),
    ...(board ? boardTexts(board) : []),
    ...front.preface.flatMap(blockTexts),
    ...front.contents.flatMap(contentsTexts),
    ...body.flatMap(blockTexts),
  ].filter(({ text }) => text !== '');
}
