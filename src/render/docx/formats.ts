/** Paragraph and character formats as XML, in the order that the schema wants (ECMA-376 part 1, 17.3.1 and 17.3.2). */
import type { Lang } from '../../model/document.ts';
import type { TextRole, Theme } from '../../model/theme.ts';
import { halfPoints, hexColor, twipsFromPoints } from './units.ts';
import { xml } from './xml.ts';

export interface ParagraphFormat {
  readonly keepNext?: boolean;
  readonly keepLines?: boolean;
  readonly pageBreakBefore?: boolean;
  /** A rule at the left: thickness in eighths of a point, distance in points. */
  readonly ruleLeft?: { readonly size: number; readonly space: number; readonly color: string };
  /** Left tabs, in twips. */
  readonly tabs?: readonly number[];
  /** Right tab with leading dots, in twips. */
  readonly leaderTab?: number;
  /** In points; `line: auto` for lines as high as their content. */
  readonly spacing?: { readonly before: number; readonly after: number; readonly line: number | 'auto' };
  /** In twips; `firstLineChars` in hundredths of a character. */
  readonly indent?: {
    readonly left?: number;
    readonly right?: number;
    readonly hanging?: number;
    readonly firstLine?: number;
    readonly firstLineChars?: number;
  };
  readonly align?: 'left' | 'center' | 'right' | 'both';
  readonly outlineLevel?: number;
}

export interface CharacterFormat {
  readonly font?: 'serif' | 'sans';
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly color?: string;
  /** In points. */
  readonly size?: number;
}

const toggle = (name: string, on: boolean | undefined) =>
  on === undefined ? [] : [xml(name, on ? {} : { 'w:val': 0 })];

export function paragraphProperties(format: ParagraphFormat): string {
  const { ruleLeft, tabs, leaderTab, spacing, indent, align, outlineLevel } = format;
  const children = [
    ...toggle('w:keepNext', format.keepNext),
    ...toggle('w:keepLines', format.keepLines),
    ...toggle('w:pageBreakBefore', format.pageBreakBefore),
    ...(ruleLeft === undefined
      ? []
      : [
          xml('w:pBdr', {}, [
            xml('w:left', {
              'w:val': 'single',
              'w:sz': ruleLeft.size,
              'w:space': ruleLeft.space,
              'w:color': ruleLeft.color,
            }),
          ]),
        ]),
    ...(tabs === undefined
      ? []
      : [
          xml(
            'w:tabs',
            {},
            tabs.map((position) => xml('w:tab', { 'w:val': 'left', 'w:pos': position })),
          ),
        ]),
    ...(leaderTab === undefined
      ? []
      : [xml('w:tabs', {}, [xml('w:tab', { 'w:val': 'right', 'w:leader': 'dot', 'w:pos': leaderTab })])]),
    ...(spacing === undefined
      ? []
      : [
          xml('w:spacing', {
            'w:before': twipsFromPoints(spacing.before),
            'w:after': twipsFromPoints(spacing.after),
            ...(spacing.line === 'auto'
              ? { 'w:line': 240, 'w:lineRule': 'auto' }
              : { 'w:line': twipsFromPoints(spacing.line), 'w:lineRule': 'exact' }),
          }),
        ]),
    ...(indent === undefined
      ? []
      : [xml('w:ind', Object.fromEntries(Object.entries(indent).map(([key, value]) => [`w:${key}`, value])))]),
    ...(align === undefined ? [] : [xml('w:jc', { 'w:val': align })]),
    ...(outlineLevel === undefined ? [] : [xml('w:outlineLvl', { 'w:val': outlineLevel })]),
  ];
  return children.length === 0 ? '' : xml('w:pPr', {}, children);
}

/** Fonts of a role; Word looks for them on the reader's machine. */
export function fonts(theme: Theme, font: 'serif' | 'sans'): string {
  const { latin, han } = theme.fonts[font];
  return xml('w:rFonts', {
    'w:ascii': latin.word,
    'w:hAnsi': latin.word,
    'w:eastAsia': han.word,
    'w:cs': latin.word,
  });
}

export function characterProperties(theme: Theme, format: CharacterFormat, language = ''): string {
  const { font, bold, italic, color, size } = format;
  const children = [
    ...(font === undefined ? [] : [fonts(theme, font)]),
    ...toggle('w:b', bold),
    ...toggle('w:bCs', bold),
    ...toggle('w:i', italic),
    ...toggle('w:iCs', italic),
    ...(color === undefined ? [] : [xml('w:color', { 'w:val': hexColor(theme, color) })]),
    ...(size === undefined ? [] : ['w:sz', 'w:szCs'].map((name) => xml(name, { 'w:val': halfPoints(size) }))),
    ...(language === '' ? [] : [language]),
  ];
  return children.length === 0 ? '' : xml('w:rPr', {}, children);
}

/**
 * The formats of a theme's role. Lines have an exact height, so that they are as far apart as in the PDF whatever the
 * font's own height. A sans role is not made bold in Chinese: 黑体 is its bold already, and Word would only smear it.
 */
export function roleFormats(theme: Theme, lang: Lang, role: TextRole): readonly [ParagraphFormat, CharacterFormat] {
  const style = theme.text[role];
  const em = style.indent[lang];
  return [
    {
      spacing: { before: style.before, after: style.after[lang], line: style.size * style.leading },
      ...(em > 0 && { indent: { firstLineChars: em * 100, firstLine: twipsFromPoints(em * style.size) } }),
    },
    {
      font: style.font,
      bold: style.weight >= 600 && !(lang === 'zh' && style.font === 'sans'),
      color: style.color,
      size: style.size,
    },
  ];
}
