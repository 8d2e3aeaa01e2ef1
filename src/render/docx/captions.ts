/** Captions of tables and figures: the label's number is a SEQ field, as Word's own captions have it. */
import type { Figure, Table } from '../../model/document.ts';
import { bookmarkName } from './bookmarks.ts';
import type { Context } from './context.ts';
import { inlineChildren, words } from './inlines.ts';
import { Bookmark, Paragraph, type ParagraphChild, SimpleField } from './library.ts';
import { captionGap } from './words.ts';

/** Word's names of its caption sequences in the document's language; a list of tables or figures gathers by them. */
export function sequenceName(context: Context, kind: 'table' | 'figure'): string {
  const names = { zh: { table: '表', figure: '图' }, en: { table: 'Table', figure: 'Figure' } } as const;
  return names[context.lang][kind];
}

/**
 * The label with its last number as a field. Where the book does not simply count on (表 3-1 after 表 2-7), the field
 * states its number, so that updating the fields in Word changes nothing.
 */
function labelChildren(context: Context, block: Table | Figure): readonly ParagraphChild[] {
  const parts = /^(.*?)(\d+)$/su.exec(block.label);
  if (parts === null) return [words(context, block.label)];
  const [, before = '', digits = ''] = parts;
  const sequence = sequenceName(context, block.type);
  const follows = (context.sequences.get(sequence) ?? 0) + 1;
  context.sequences.set(sequence, Number(digits));
  const restart = Number(digits) === follows ? '' : ` \\r ${Number(digits)}`;
  const number = new SimpleField(`SEQ ${sequence} \\* ARABIC${restart}`, digits);
  return before === '' ? [number] : [words(context, before), number];
}

/** The caption; the block's bookmark is around its label, which is what a cross-reference made in Word shows. */
export function captionParagraph(context: Context, block: Table | Figure): Paragraph {
  const noted = block.notes.length > 0 ? 'figure-caption-noted' : 'figure-caption';
  return new Paragraph({
    style: block.type === 'figure' ? noted : 'Caption',
    children: [
      new Bookmark({ id: bookmarkName(block.id), children: labelChildren(context, block) }),
      words(context, captionGap(context.lang)),
      ...inlineChildren(context, block.caption),
    ],
  });
}

/** Notes under a table or figure, kept together with each other. */
export function noteParagraphs(context: Context, block: Table | Figure): readonly Paragraph[] {
  return block.notes.map(
    (note, index) =>
      new Paragraph({
        style: 'note',
        ...(index < block.notes.length - 1 && { keepNext: true }),
        children: [...inlineChildren(context, note)],
      }),
  );
}
