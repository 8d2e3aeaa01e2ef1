/** Front matter: cover, title page, imprint and contents lists. */
import type { Board, ContentsEntry, ContentsList, Document, Lang, SourceData } from '../../model/document.ts';
import type { Theme } from '../../model/theme.ts';
import { bandHeight, stripes } from '../cover.ts';
import { inlinesHtml, numberHtml } from './inlines.ts';
import { type Layout, pageLabel } from './layout.ts';
import { html, type Markup, trusted } from './markup.ts';
import { languageTags } from './xmp.ts';

/** Titles break where a reader pauses: Chinese ones between characters as they come, others between words. */
function titles(document: Document): Markup {
  const { title, otherTitle, otherLang } = document.front.titleLines;
  return html`<p class="cover-title">${title}</p><p class="other-title cover-line" lang="${languageTags[otherLang]}">${otherTitle}</p>`;
}

/** One unit of the drawing is a thousandth of the text's width. */
function coverBand({ page }: Theme): Markup {
  const height = (1000 * bandHeight) / (page.width - page.inner - page.outer);
  const rectangles = stripes.map(({ left, width, shade }) => {
    const fill = `color-mix(in srgb,var(--accent) ${Math.round(100 * shade)}%,var(--paper))`;
    return `<rect x="${(1000 * left).toFixed(1)}" width="${(1000 * width).toFixed(1)}" height="${height.toFixed(1)}" style="fill:${fill}"/>`;
  });
  return trusted(
    `<svg class="cover-band" aria-hidden="true" viewBox="0 0 1000 ${height.toFixed(1)}">${rectangles.join('')}</svg>`,
  );
}

export function coverHtml(document: Document, theme: Theme): Markup {
  const { year, publisher, date } = document.front.titleLines;
  return html`<div class="cover-frame"><p class="cover-title cover-year">${year}</p><div class="cover-rule"></div>${titles(document)}${coverBand(theme)}<div class="cover-foot"><p class="cover-line publisher">${publisher}</p><p class="cover-line">${date}</p></div></div>`;
}

export function titlePageHtml(document: Document): Markup {
  const { year, publisher, date } = document.front.titleLines;
  return html`<div class="title-page"><p class="cover-title title-year">${year}</p>${titles(document)}<div class="title-foot"><p class="cover-line publisher">${publisher}</p><p class="cover-line">${date}</p></div></div>`;
}

export function imprintHtml(document: Document): Markup {
  const { imprint, source } = document.front;
  const lines = imprint.map((line) => html`<p class="note imprint">${inlinesHtml(line)}</p>`);
  return html`<div class="imprint-page">${source ? sourceHtml(source) : html``}${lines}</div>`;
}

/** What is known of the book that the data are taken from, at the head of the page. */
function sourceHtml({ title, lines }: SourceData): Markup {
  const data = lines.map((line) => html`<p class="note source">${inlinesHtml(line)}</p>`);
  return html`<div class="source-data"><p class="caption source-title">${title}</p>${data}</div>`;
}

/** The people of each group are a list, in columns. */
export function boardHtml({ id, title, groups }: Board): Markup {
  const parts = groups.map(({ role, people }) => {
    const names = people.map((person) => html`<li class="body">${inlinesHtml(person)}</li>`);
    return html`<div class="board-group"><p class="item board-role">${role}</p><ul class="board-people">${names}</ul></div>`;
  });
  return html`<h1 class="section contents-title" id="${id}">${title}</h1>${parts}`;
}

function entryHtml(entry: ContentsEntry, layout: Layout | undefined, lang: Lang): Markup {
  const page = layout?.pages.get(entry.target);
  const label = layout === undefined || page === undefined ? '' : pageLabel(layout, page);
  const text = html`<span class="entry">${numberHtml(entry.number)}<span lang="${lang}">${entry.text}</span></span>`;
  return html`<li class="contents level-${entry.level}"><a href="#${entry.target}">${text}<span class="leader"></span><span class="page">${label}</span></a></li>`;
}

export function contentsHtml(list: ContentsList, layout: Layout | undefined, lang: Lang): Markup {
  const entries = list.entries.map((entry) => entryHtml(entry, layout, lang));
  return html`<h1 class="section contents-title" id="${list.id}">${list.title}</h1><ul class="contents-list${list.entries.some((entry) => entry.level > 1) ? ' nested' : ''}">${entries}</ul>`;
}
