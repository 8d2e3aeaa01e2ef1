/** Styles of what the front matter says about the book that the data are taken from. */
import type { Lang } from '../../model/document.ts';
import type { Context } from './context.ts';
import { paragraphStyle } from './style.ts';
import { textWidth, twipsFromPoints } from './units.ts';

/** How many people of the editorial board stand beside each other. */
export const boardColumns: Readonly<Record<Lang, number>> = { zh: 4, en: 3 };

export function frontStyles(context: Context): readonly string[] {
  const { theme, lang } = context;
  const { note, item } = theme.text;
  const em = twipsFromPoints(note.size);
  const columns = boardColumns[lang];
  const edge = (column: number) => Math.round((column * textWidth(theme)) / columns);
  return [
    paragraphStyle(context, 'source-title', 'source title', {
      based: 'Caption',
      next: 'source',
      format: { align: 'left' },
    }),
    paragraphStyle(context, 'source', 'source', {
      based: 'note',
      format: {
        spacing: { before: 0, after: 1, line: note.size * note.leading },
        indent: { left: 2 * em, hanging: 2 * em },
      },
    }),
    paragraphStyle(context, 'board-role', 'board role', {
      based: 'item',
      next: 'board-people',
      format: { spacing: { before: 2 * item.size, after: item.size / 3, line: item.size * item.leading } },
    }),
    paragraphStyle(context, 'board-people', 'board people', {
      based: 'body',
      format: {
        align: 'left',
        tabs: Array.from({ length: columns - 1 }, (_, index) => edge(index + 1)),
        indent: { firstLine: 0, firstLineChars: 0 },
      },
    }),
  ];
}
