/** Styles of cover, title page and imprint; the sizes that no role of the theme gives are those of the PDF. */
import type { TextStyle } from '../../model/theme.ts';
import type { Context } from './context.ts';
import { paragraphStyle, roleStyle } from './style.ts';

const pointsInMillimetre = 72 / 25.4;

function spacing(style: TextStyle, size: number, before: number, after: number) {
  return { spacing: { before, after, line: size * style.leading } };
}

export function coverStyles(context: Context): readonly string[] {
  const { theme } = context;
  const title = theme.text['cover-title'];
  const line = theme.text['cover-line'];
  const year = { cover: 76, title: 26 };
  const centred = { align: 'center' } as const;
  return [
    roleStyle(context, 'cover-title', { next: 'other-title', format: { align: 'left', keepLines: true } }),
    roleStyle(context, 'cover-line', { format: { align: 'left' } }),
    paragraphStyle(context, 'cover-year', 'cover year', {
      based: 'cover-title',
      next: 'cover-art',
      format: { spacing: { before: 10 * pointsInMillimetre, after: 9 * pointsInMillimetre, line: year.cover * 1.05 } },
      run: { size: year.cover, bold: true },
    }),
    paragraphStyle(context, 'cover-art', 'cover art', {
      next: 'cover-title',
      format: { spacing: { before: 0, after: 8 * pointsInMillimetre, line: 'auto' }, align: 'left' },
    }),
    paragraphStyle(context, 'other-title', 'other title', { based: 'cover-line', run: { color: 'soft' } }),
    paragraphStyle(context, 'title-year', 'title year', {
      based: 'cover-title',
      next: 'title',
      format: { ...spacing(title, year.title, 42 * pointsInMillimetre, 4 * pointsInMillimetre), ...centred },
      run: { size: year.title },
    }),
    paragraphStyle(context, 'title', 'title page title', {
      based: 'cover-title',
      next: 'title-other',
      format: centred,
    }),
    paragraphStyle(context, 'title-other', 'title page other title', {
      based: 'other-title',
      format: { ...spacing(line, line.size, 3 * pointsInMillimetre, 0), ...centred },
    }),
    paragraphStyle(context, 'title-foot', 'title page foot', { based: 'cover-line', format: centred }),
    paragraphStyle(context, 'imprint', 'imprint', {
      based: 'note',
      format: { spacing: { before: 0, after: 2, line: theme.text.note.size * theme.text.note.leading } },
    }),
  ];
}
