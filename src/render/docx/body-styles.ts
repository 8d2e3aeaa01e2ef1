/** Styles of running text, lists, contents, running heads and folios. */
import { chronicleStyles } from './chronicle.ts';
import type { Context } from './context.ts';
import { roleFormats } from './formats.ts';
import { paragraphStyle, roleStyle } from './style.ts';
import { textWidth, twipsFromPoints } from './units.ts';

/** Space in points between a table without notes and the text after it. */
const afterTable = 8;

function textStyles(context: Context): readonly string[] {
  const { theme, lang } = context;
  const both = { align: 'both' } as const;
  const spaced = (role: 'body' | 'lead') => {
    const [{ spacing }] = roleFormats(theme, lang, role);
    return spacing === undefined ? {} : { spacing: { ...spacing, before: afterTable } };
  };
  const list = { based: 'body', format: { align: 'left' } } as const;
  return [
    roleStyle(context, 'body', { format: both }),
    roleStyle(context, 'lead', { next: 'body', format: both }),
    paragraphStyle(context, 'body-after-table', 'body after table', {
      based: 'body',
      next: 'body',
      format: spaced('body'),
    }),
    paragraphStyle(context, 'lead-after-table', 'lead after table', {
      based: 'lead',
      next: 'body',
      format: spaced('lead'),
    }),
    // The indents of a list are in its numbering.
    paragraphStyle(context, 'ListBullet', 'List Bullet', list),
    paragraphStyle(context, 'ListNumber', 'List Number', list),
  ];
}

/** Lines of the contents; Word finds the styles of the levels by their names, and takes the tab from them. */
function contentsStyles(context: Context): readonly string[] {
  const { theme, lang } = context;
  const em = twipsFromPoints(theme.text.contents.size);
  const width = textWidth(theme);
  const level = (depth: number) =>
    paragraphStyle(context, `TOC${depth}`, `toc ${depth}`, {
      based: 'contents',
      next: 'contents',
      priority: 39,
      // Long lines hang by an em. No indent at the right: LibreOffice then loses the page number behind the tab.
      format: {
        indent: { left: (depth - 1) * 2 * em + em, hanging: em },
        ...(depth === 1 && contentsSpacing(context)),
      },
      ...(depth === 1 && { run: { font: 'sans', bold: lang === 'en' } as const }),
    });
  return [
    roleStyle(context, 'contents', { format: { leaderTab: width, align: 'left' } }),
    level(1),
    level(2),
    level(3),
    paragraphStyle(context, 'TableofFigures', 'table of figures', {
      based: 'contents',
      priority: 99,
      format: { indent: { left: em, hanging: em } },
    }),
    titleStyle(context),
  ];
}

/** Name of the style of the titles of lists, which running heads look for. */
export const listTitleStyle = 'contents title';

/** Looks like a section's heading, and is none: the contents do not list themselves. */
function titleStyle(context: Context): string {
  const [{ spacing }, run] = roleFormats(context.theme, context.lang, 'section');
  const before = 2 * context.theme.text.section.size;
  return paragraphStyle(context, 'contents-title', listTitleStyle, {
    next: 'contents',
    format: { keepNext: true, keepLines: true, ...(spacing && { spacing: { ...spacing, before } }) },
    run,
  });
}

function contentsSpacing({ theme, lang }: Context) {
  const [{ spacing }] = roleFormats(theme, lang, 'contents');
  return spacing === undefined ? {} : { spacing: { ...spacing, before: theme.text.contents.size / 2 } };
}

/** Left-hand pages have their running head and folio at the left, right-hand pages at the right: outside. */
function marginStyles(context: Context): readonly string[] {
  const right = { align: 'right' } as const;
  const { head } = context.theme.page;
  const { size, leading } = context.theme.text['running-head'];
  const line = size * leading;
  // Down to the text: where a section begins on a right-hand page, LibreOffice sets its first page right below the head.
  const after = Math.floor((head / 2 / 25.4) * 72 - line);
  return [
    roleStyle(context, 'running-head', { format: { spacing: { before: 0, after, line } } }),
    paragraphStyle(context, 'running-head-recto', 'running-head recto', { based: 'running-head', format: right }),
    roleStyle(context, 'folio'),
    paragraphStyle(context, 'folio-recto', 'folio recto', { based: 'folio', format: right }),
    paragraphStyle(context, 'section-break', 'section break', {
      format: { spacing: { before: 0, after: 0, line: 1 } },
      run: { size: 1 },
    }),
  ];
}

export function bodyStyles(context: Context): readonly string[] {
  return [...textStyles(context), ...chronicleStyles(context), ...contentsStyles(context), ...marginStyles(context)];
}
