/** The theme as CSS. A role is a class; what is not the theme's business (grids, breaks) stands in `print-css.ts`. */
import type { Lang } from '../../model/document.ts';
import type { TextStyle, Theme } from '../../model/theme.ts';
import { cssString } from './markup.ts';
import { pageRules } from './page-rules.ts';
import { frontCss, screenCss, textCss } from './print-css.ts';
import type { Sheet } from './sheets.ts';

/** A face and where the page loads it from. */
export interface FontSource {
  readonly family: string;
  readonly weight: number;
  readonly italic: boolean;
  readonly url: string;
}

export interface StyleInput {
  readonly theme: Theme;
  readonly fonts: readonly FontSource[];
  readonly lang: Lang;
  /** The book's full title, for the running head. */
  readonly title: string;
  readonly sheets: readonly Sheet[];
}

/** Rules that load these fonts. */
export function fontFaces(fonts: readonly FontSource[]): string {
  return fonts.map(fontFace).join('\n');
}

function fontFace(font: FontSource): string {
  return `@font-face{font-family:${cssString(font.family)};font-weight:${font.weight};font-style:${font.italic ? 'italic' : 'normal'};src:url(${cssString(font.url)})}`;
}

/** Families of a role in order of preference; Latin first, since it has no Chinese characters. */
function familiesOf(theme: Theme, style: TextStyle): string {
  const pair = theme.fonts[style.font];
  return `${cssString(pair.latin.family)},${cssString(pair.han.family)}`;
}

/** Roles whose lines may be set closer to fit a page. */
const running = new Set(['body', 'lead']);

function roleRule(role: string, style: TextStyle, theme: Theme, lang: Lang): string {
  const color = theme.colors[style.color] ?? 'inherit';
  return [
    `.${role}{font-family:${familiesOf(theme, style)};font-size:${style.size}pt;font-weight:${style.weight};`,
    `line-height:${running.has(role) ? `calc(${style.leading}*var(--leading,1))` : style.leading};text-indent:${style.indent[lang]}em;`,
    `margin:${style.before}pt 0 ${style.after[lang]}pt;color:${color}}`,
  ].join('');
}

const language: Readonly<Record<Lang, string>> = {
  zh: 'text-autospace:normal;text-spacing-trim:trim-start;line-break:strict;word-break:normal;',
  en: 'hyphens:manual;text-autospace:no-autospace;',
};

/** Everything between `<style>` and `</style>`; holds no `<`. */
export function stylesheet({ theme, fonts, lang, title, sheets }: StyleInput): string {
  const { page, rules, colors, text } = theme;
  const variables = [
    `--measure:${page.width - page.inner - page.outer}mm`,
    `--text-height:${page.height - page.head - page.foot}mm`,
    `--page-width:${page.width}mm`,
    `--page-height:${page.height}mm`,
    `--thick:${rules.thick}pt`,
    `--thin:${rules.thin}pt`,
    '--cell:1.6mm',
    `--section-before:${text.section.before}pt`,
    `--item-before:${text.item.before}pt`,
    `--body-after:${text.body.after[lang]}pt`,
    `--caption-before:${text.caption.before}pt`,
    `--caption-after:${text.caption.after[lang]}pt`,
    ...Object.entries(colors).map(([name, value]) => `--${name}:${value}`),
  ];
  const serif = familiesOf(theme, text.body);
  return [
    fontFaces(fonts),
    pageRules(theme, sheets, (style) => familiesOf(theme, style), title),
    `:root{${variables.join(';')}}`,
    `html{font-family:${serif};font-size:${text.body.size}pt;color:var(--ink);font-synthesis:none;${language[lang]}}`,
    ...Object.entries(text).map(([role, style]) => roleRule(role, style, theme, lang)),
    screenCss,
    textCss,
    frontCss,
  ].join('\n');
}
