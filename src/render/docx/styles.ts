/**
 * The document's styles, as `styles.xml`: one for each role of the theme, by its name, and Word's built-in ones based on
 * them, so that the navigation pane, captions and contents work. All formatting is here; text carries style names only.
 */
import { headingRoles } from '../../model/document.ts';
import { bodyStyles } from './body-styles.ts';
import type { Context } from './context.ts';
import { coverStyles } from './cover-styles.ts';
import { characterProperties, type ParagraphFormat, paragraphProperties, roleFormats } from './formats.ts';
import { frontStyles } from './front-styles.ts';
import { paragraphStyle, roleStyle, type StyleOptions } from './style.ts';
import { tableStyles } from './table-styles.ts';
import { hexColor, twipsFromPoints } from './units.ts';
import { languageTags } from './words.ts';
import { xml } from './xml.ts';

const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

function documentDefaults({ theme, lang }: Context): string {
  const [, run] = roleFormats(theme, lang, 'body');
  const language = xml('w:lang', {
    'w:val': languageTags[lang],
    'w:eastAsia': languageTags.zh,
    'w:bidi': 'ar-SA',
  });
  return xml('w:docDefaults', {}, [
    xml('w:rPrDefault', {}, [characterProperties(theme, run, language)]),
    xml('w:pPrDefault'),
  ]);
}

/** What every Word document has, and what other styles are based on. */
function baseStyles({ theme, lang }: Context): readonly string[] {
  const [paragraph] = roleFormats(theme, lang, 'body');
  const { line } = paragraph.spacing ?? { line: 'auto' as const };
  const named = (name: string) => xml('w:name', { 'w:val': name });
  const hidden = [xml('w:uiPriority', { 'w:val': 99 }), xml('w:semiHidden'), xml('w:unhideWhenUsed')];
  const side = (name: string, width: number) => xml(name, { 'w:w': width, 'w:type': 'dxa' });
  return [
    xml('w:style', { 'w:type': 'paragraph', 'w:default': 1, 'w:styleId': 'Normal' }, [
      named('Normal'),
      xml('w:qFormat'),
      paragraphProperties({ spacing: { before: 0, after: 0, line } }),
    ]),
    xml('w:style', { 'w:type': 'character', 'w:default': 1, 'w:styleId': 'DefaultParagraphFont' }, [
      named('Default Paragraph Font'),
      ...hidden,
    ]),
    xml('w:style', { 'w:type': 'table', 'w:default': 1, 'w:styleId': 'TableNormal' }, [
      named('Normal Table'),
      ...hidden,
      xml('w:tblPr', {}, [
        side('w:tblInd', 0),
        xml('w:tblCellMar', {}, [side('w:top', 0), side('w:left', 108), side('w:bottom', 0), side('w:right', 108)]),
      ]),
    ]),
    xml('w:style', { 'w:type': 'numbering', 'w:default': 1, 'w:styleId': 'NoList' }, [named('No List'), ...hidden]),
  ];
}

/** Where a part's heading stands on its page, as in the PDF: this share of the text's height down. */
const openerHeight = 0.34;

/**
 * A part's heading, alone on its page, has a bar beside it. It is set lower by space above, since a section that is
 * aligned to the middle of its pages is not so in LibreOffice.
 */
function openerFormat({ theme, lang }: Context): ParagraphFormat {
  const ruleLeft = { size: 54, space: 16, color: hexColor(theme, 'accent') };
  const [{ spacing }] = roleFormats(theme, lang, 'part');
  const { height, head, foot } = theme.page;
  const before = Math.round((openerHeight * (height - head - foot) * 72) / 25.4);
  return {
    ruleLeft,
    indent: { left: twipsFromPoints(ruleLeft.space + ruleLeft.size / 8) },
    ...(spacing && { spacing: { ...spacing, before } }),
  };
}

/**
 * Word's heading styles, each based on the role that the book's headings of its level have; a heading of another role
 * at that level (the preface's, in a book of parts) has a style of its own, at the same level of the outline.
 */
function headingStyles(context: Context): readonly string[] {
  const roles = headingRoles.map((role) => {
    const opener = role === 'part' ? openerFormat(context) : {};
    const format = { keepNext: true, keepLines: true, align: 'left', ...opener } as const;
    return roleStyle(context, role, { next: 'body', format });
  });
  const levels = [1, 2, 3, 4].flatMap((level) => {
    const main = context.headingRoles.get(level) ?? headingRoles[level - 1];
    return headingRoles.map((role) => {
      const options: StyleOptions = { based: role, next: 'body', format: { outlineLevel: level - 1 } };
      return role === main
        ? paragraphStyle(context, `Heading${level}`, `heading ${level}`, { ...options, priority: 9 })
        : paragraphStyle(context, `${role}-${level}`, `${role} ${level}`, options);
    });
  });
  return [...roles, ...levels];
}

/** Style id of a heading. */
export function headingStyle(context: Context, level: number, role: string): string {
  return (context.headingRoles.get(level) ?? role) === role ? `Heading${level}` : `${role}-${level}`;
}

function characterStyle(context: Context, id: string, name: string): string {
  return xml('w:style', { 'w:type': 'character', 'w:styleId': id }, [
    xml('w:name', { 'w:val': name }),
    xml('w:basedOn', { 'w:val': 'DefaultParagraphFont' }),
    xml('w:qFormat'),
    characterProperties(context.theme, { bold: true, italic: false }),
  ]);
}

/** `styles.xml`. The styles made on demand must be known, so it is written after the text. */
export function stylesXml(context: Context): string {
  return xml('w:styles', { 'xmlns:w': wordNamespace }, [
    documentDefaults(context),
    ...baseStyles(context),
    ...bodyStyles(context),
    ...headingStyles(context),
    ...tableStyles(context),
    ...coverStyles(context),
    ...frontStyles(context),
    characterStyle(context, 'Strong', 'Strong'),
    // Han type has no italic: emphasis is bold in both languages.
    characterStyle(context, 'Emphasis', 'Emphasis'),
  ]);
}
