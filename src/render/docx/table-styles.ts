/** Styles of tables, figures, captions and notes. */
import type { Context } from './context.ts';
import { roleFormats } from './formats.ts';
import { paragraphStyle, roleStyle } from './style.ts';
import { cellMargin, cellSpace } from './table-indents.ts';
import { eighthsFromPoints, hexColor } from './units.ts';
import { xml } from './xml.ts';

/** The thick rules of a three-line table; the thin one is at the cells of its head. */
function threeLineTable({ theme }: Context): string {
  const rule = (side: string) =>
    xml(`w:${side}`, {
      'w:val': 'single',
      'w:sz': eighthsFromPoints(theme.rules.thick),
      'w:space': 0,
      'w:color': hexColor(theme, 'rule'),
    });
  const margin = (side: string, width: number) => xml(`w:${side}`, { 'w:w': width, 'w:type': 'dxa' });
  return xml('w:style', { 'w:type': 'table', 'w:customStyle': 1, 'w:styleId': 'ThreeLineTable' }, [
    xml('w:name', { 'w:val': 'three-line table' }),
    xml('w:basedOn', { 'w:val': 'TableNormal' }),
    xml('w:qFormat'),
    xml('w:tblPr', {}, [
      xml('w:tblBorders', {}, [rule('top'), rule('bottom')]),
      xml('w:tblCellMar', {}, [
        margin('top', cellSpace),
        margin('left', cellMargin),
        margin('bottom', cellSpace),
        margin('right', cellMargin),
      ]),
    ]),
    xml('w:tcPr', {}, [xml('w:vAlign', { 'w:val': 'center' })]),
  ]);
}

/** Styles for the indents that the tables of this book need. */
function indentStyles(context: Context): readonly string[] {
  return [...context.indents]
    .sort(([first], [second]) => (first < second ? -1 : 1))
    .map(([id, { based, left, right }]) =>
      paragraphStyle(context, id, id.replaceAll('-', ' '), {
        based,
        format: { indent: { ...(left > 0 && { left }), ...(right > 0 && { right }) } },
      }),
    );
}

export function tableStyles(context: Context): readonly string[] {
  const { theme, lang } = context;
  const caption = theme.text.caption;
  const [, captionRun] = roleFormats(theme, lang, 'caption');
  const derived = (id: string, based: string, align: 'left' | 'center' | 'right') =>
    paragraphStyle(context, id, id.replaceAll('-', ' '), { based, format: { align } });
  const line = caption.size * caption.leading;
  return [
    threeLineTable(context),
    roleStyle(context, 'caption', {
      id: 'Caption',
      priority: 35,
      format: { keepNext: true, keepLines: true, align: 'center' },
    }),
    // Below a figure, a caption belongs to what is above it.
    paragraphStyle(context, 'figure-caption', 'figure caption', {
      based: 'Caption',
      next: 'body',
      format: { keepNext: false, spacing: { before: caption.after[lang], after: caption.before, line } },
    }),
    paragraphStyle(context, 'figure-caption-noted', 'figure caption noted', {
      based: 'figure-caption',
      next: 'note',
      format: { keepNext: true, spacing: { before: caption.after[lang], after: 0, line } },
    }),
    paragraphStyle(context, 'figure', 'figure', {
      next: 'figure-caption',
      format: { keepNext: true, spacing: { before: caption.before, after: 0, line: 'auto' }, align: 'center' },
    }),
    roleStyle(context, 'note', { format: { align: 'left' } }),
    roleStyle(context, 'table', { format: { align: 'left' } }),
    derived('table-center', 'table', 'center'),
    derived('table-number', 'table', 'right'),
    paragraphStyle(context, 'table-head', 'table head', {
      based: 'table',
      format: { keepNext: true, align: 'center' },
      run: { color: theme.text['table-head'].color, size: theme.text['table-head'].size },
    }),
    // The rule of a spanner ends before its neighbour's, so it is the paragraph's and not the cell's.
    paragraphStyle(context, 'table-head-spanner', 'table head spanner', {
      based: 'table-head',
      format: { ruleBelow: { size: eighthsFromPoints(theme.rules.thin), space: 3, color: hexColor(theme, 'rule') } },
    }),
    // The rule of a spanner ends before its neighbour's, so it is the paragraph's and not the cell's.
    paragraphStyle(context, 'table-head-spanner', 'table head spanner', {
      based: 'table-head',
      format: { ruleBelow: { size: eighthsFromPoints(theme.rules.thin), space: 3, color: hexColor(theme, 'rule') } },
    }),
    derived('table-head-start', 'table-head', 'left'),
    derived('table-head-end', 'table-head', 'right'),
    paragraphStyle(context, 'unit', 'unit', {
      based: 'table',
      format: { keepNext: true, align: 'right' },
      run: { color: captionRun.color ?? 'ink', size: theme.text.note.size },
    }),
    ...indentStyles(context),
  ];
}
