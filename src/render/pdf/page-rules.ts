/**
 * `@page` rules. Every sheet is set on pages of its own name, since that is the only way to give it its own running
 * head in Chromium (no `string-set`). Two counters, `roman` and `folio`, count front matter and body: a page counts
 * only where its rule increments one, so that neither has to be set back.
 */
import type { TextStyle, Theme } from '../../model/theme.ts';
import { cssString } from './markup.ts';
import type { Sheet } from './sheets.ts';

function marginText(style: TextStyle, theme: Theme, family: string): string {
  return `font:${style.weight} ${style.size}pt/${style.leading} ${family};color:${theme.colors[style.color] ?? 'inherit'};`;
}

/** Space between running head or folio and the text, in mm. */
const headGap = 6;
const footGap = 7;

function headBox(theme: Theme, family: string, side: 'left' | 'right', text: string): string {
  const rule = `border-bottom:${theme.rules.thin}pt solid ${theme.colors.soft ?? 'currentcolor'};padding-bottom:1.2mm;margin-bottom:${headGap}mm;`;
  const style = marginText(theme.text['running-head'], theme, family);
  return `@top-${side}{content:${cssString(text)};${style}width:100%;text-align:${side};vertical-align:bottom;height:max-content;margin-top:auto;${rule}}`;
}

function folioBox(theme: Theme, family: string, side: 'left' | 'right', counter: string): string {
  const style = marginText(theme.text.folio, theme, family);
  return `@bottom-${side}{content:${counter};${style}width:100%;text-align:${side};vertical-align:top;padding-top:${footGap}mm;font-variant-numeric:lining-nums;}`;
}

function sheetRules(sheet: Sheet, theme: Theme, family: string, title: string): string {
  const name = sheet.id;
  if (sheet.kind === 'cover') return `@page ${name}{margin:0}`;
  const counter = sheet.part === 'front' ? 'roman' : 'folio';
  const count = `@page ${name}{counter-increment:${counter}}`;
  if (sheet.kind === 'title' || sheet.kind === 'imprint') return count;
  const folio = sheet.part === 'front' ? 'counter(roman,lower-roman)' : 'counter(folio)';
  const opener = sheet.kind === 'opener';
  const side = (page: 'left' | 'right', head: string) =>
    `@page ${name}:${page}{${opener ? '' : headBox(theme, family, page, head)}${folioBox(theme, family, page, folio)}}`;
  return count + side('left', title) + side('right', sheet.head);
}

/** Page size, mirrored margins, running heads and folios of a book whose full title is `title`. */
export function pageRules(
  theme: Theme,
  sheets: readonly Sheet[],
  families: (style: TextStyle) => string,
  title: string,
) {
  const { width, height, head, foot, inner, outer } = theme.page;
  const family = families(theme.text['running-head']);
  const rules = [
    `@page{size:${width}mm ${height}mm;margin:${head}mm ${outer}mm ${foot}mm ${inner}mm}`,
    `@page :left{margin-left:${outer}mm;margin-right:${inner}mm}`,
    '@page blank-cover{margin:0}',
    '@page blank-front{counter-increment:roman}',
    '@page blank-body{counter-increment:folio}',
    ...sheets.map((sheet) => `#${sheet.id}{page:${sheet.id}}`),
    ...sheets.map((sheet) => sheetRules(sheet, theme, family, title)),
  ];
  return rules.join('\n');
}
