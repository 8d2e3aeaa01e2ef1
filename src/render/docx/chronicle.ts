/** The chronicle: paragraphs that hang by the width of their dates, so that an editor can add one by typing it. */
import type { Chronicle } from '../../model/document.ts';
import type { Context } from './context.ts';
import { roleFormats } from './formats.ts';
import { inlineChildren } from './inlines.ts';
import { Paragraph, Tab, TextRun } from './library.ts';
import { paragraphStyle } from './style.ts';
import { twipsFromPoints } from './units.ts';

const styleId = 'chronicle';

/** Space above and below an entry in points. */
const space = 3;

export function chronicleParagraphs(context: Context, { entries }: Chronicle): readonly Paragraph[] {
  return entries.map(
    ({ date, inlines }) =>
      new Paragraph({
        style: styleId,
        children: [
          new TextRun({ text: date, style: 'Strong' }),
          new TextRun({ children: [new Tab()] }),
          ...inlineChildren(context, inlines),
        ],
      }),
  );
}

/** The hanging indent is also where the tab after the date leads. An entry stays on one page. */
export function chronicleStyles(context: Context): readonly string[] {
  const { theme, lang, chronicleIndent: em } = context;
  if (em === undefined) return [];
  const indent = twipsFromPoints(em * theme.text.body.size);
  const [{ spacing }] = roleFormats(theme, lang, 'body');
  const format = {
    keepLines: true,
    // English needs the whole measure to be justified well.
    ...(lang === 'en' && { align: 'left' as const }),
    // A first line's indent that is given in characters would win over the hanging one.
    indent: { left: indent, hanging: indent, firstLineChars: 0 },
    ...(spacing && { spacing: { ...spacing, before: space, after: space } }),
  };
  return [paragraphStyle(context, styleId, styleId, { based: 'body', format })];
}
