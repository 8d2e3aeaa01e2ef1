/** A `Document` as one HTML page, for the measuring print (`layout` undefined) and the final print alike. */
import { type Document, unreachable } from '../../model/document.ts';
import type { Theme } from '../../model/theme.ts';
import { type BlockContext, blockHtml } from './blocks.ts';
import { endOf, isRunning, type Leadings } from './copyfit.ts';
import { boardHtml, contentsHtml, coverHtml, imprintHtml, titlePageHtml } from './front.ts';
import { measuredIds } from './layout.ts';
import { html, type Markup, trusted } from './markup.ts';
import { type Sheet, sheetsOf } from './sheets.ts';
import { type FontSource, stylesheet } from './stylesheet.ts';
import { languageTags } from './xmp.ts';

export interface HtmlInput extends Omit<BlockContext, 'lang'> {
  readonly document: Document;
  readonly theme: Theme;
  readonly fonts: readonly FontSource[];
  readonly leadings: Leadings;
}

function content(sheet: Sheet, input: HtmlInput): Markup | readonly Markup[] {
  const { document, layout } = input;
  switch (sheet.kind) {
    case 'cover':
      return coverHtml(document, input.theme);
    case 'title':
      return titlePageHtml(document);
    case 'imprint':
      return imprintHtml(document);
    case 'board':
      return document.front.board ? boardHtml(document.front.board) : [];
    case 'contents':
      return sheet.lists.map((list) => contentsHtml(list, layout, document.lang));
    case 'preface':
    case 'opener':
    case 'text':
      return sheet.blocks.map((block) => blockHtml(block, { ...input, lang: document.lang }));
    default:
      return unreachable(sheet.kind);
  }
}

function sheetHtml(sheet: Sheet, input: HtmlInput): Markup {
  const blank = input.layout?.blankBefore.has(sheet.id)
    ? html`<div class="sheet blank blank-${sheet.blank}"></div>`
    : html``;
  const leading = input.leadings.get(sheet.id);
  const style = leading === undefined ? html`` : html` style="--leading:${leading.toFixed(4)}"`;
  // Where it ends is asked for, too, when there is nothing printed but what is asked for.
  const end =
    input.layout === undefined && isRunning(sheet) ? html`<a class="sheet-end" id="${endOf(sheet.id)}"></a>` : html``;
  return html`${blank}<section class="sheet ${sheet.kind}" id="${sheet.id}"${style}>${content(sheet, input)}${end}</section>`;
}

/**
 * Links without size to everything whose page is asked for: Chromium tells the page of linked ids only. Nothing is
 * painted besides, which makes the measuring print three times as fast.
 */
function probes(document: Document, sheets: readonly Sheet[]): Markup {
  const ids = [...measuredIds(document), ...sheets.filter(isRunning).map(({ id }) => endOf(id))];
  return html`<style>.sheet{visibility:hidden}</style><div class="probes">${ids.map((id) => html`<a href="#${id}"></a>`)}</div>`;
}

/** The whole page. Nothing in it runs, and nothing in it is fetched but the fonts. */
export function documentHtml(input: HtmlInput): string {
  const { document, theme, fonts, layout } = input;
  const sheets = sheetsOf(document);
  const style = trusted(stylesheet({ theme, fonts, lang: document.lang, title: document.title, sheets }));
  return html`<!DOCTYPE html>
<html lang="${languageTags[document.lang]}">
<head>
<meta charset="utf-8">
<title>${document.title}</title>
<style>${style}</style>
</head>
<body>
${layout === undefined ? probes(document, sheets) : html``}${sheets.map((sheet) => sheetHtml(sheet, input))}
</body>
</html>
`.markup;
}
