import { type Block, type Chronicle, type Figure, type Heading, type Lang, unreachable } from '../../model/document.ts';
import type { ChartImage } from '../charts/index.ts';
import { inlinesHtml, numberHtml, proseHtml } from './inlines.ts';
import type { Layout } from './layout.ts';
import { html, type Markup, trusted } from './markup.ts';
import { tableHtml } from './table.ts';

export interface BlockContext {
  readonly lang: Lang;
  readonly charts: ReadonlyMap<string, ChartImage>;
  /** Undefined in the measuring print. */
  readonly layout: Layout | undefined;
}

function heading(block: Heading): Markup {
  const tag = trusted(`h${block.level}`);
  return html`<${tag} id="${block.id}" class="${block.role}">${numberHtml(block.number)}${inlinesHtml(block.inlines)}</${tag}>`;
}

/** Measuring asks for a chart's size only: what is drawn would be laid out for nothing. */
const withoutContent = (svg: string): string => svg.replace(/^(<svg[^>]*>).*$/s, '$1</svg>');

function figure(block: Figure, { charts, lang, layout }: BlockContext): Markup {
  const chart = charts.get(block.id);
  if (chart === undefined) throw new TypeError(`No chart was drawn for ${block.id}`);
  const svg = layout === undefined ? withoutContent(chart.svg) : chart.svg;
  const notes = block.notes.map((note) => html`<p class="note">${proseHtml(note, lang)}</p>`);
  return html`<div class="figure" id="${block.id}"><div class="chart" role="img" aria-label="${block.alt}">${trusted(svg)}</div><p class="caption"><span class="label">${block.label}</span> ${inlinesHtml(block.caption)}</p>${notes}</div>`;
}

/**
 * A list whose items are labelled by their dates, not a table: it has neither column heads nor cells to compare, and a
 * reader who does not see it hears how many entries there are and each date before its text.
 */
function chronicle(block: Chronicle): Markup {
  const entries = block.entries.map(
    ({ date, inlines }) =>
      html`<li><p class="body date">${date}</p><p class="body entry">${inlinesHtml(inlines)}</p></li>`,
  );
  return html`<ul class="chronicle">${entries}</ul>`;
}

export function blockHtml(block: Block, context: BlockContext): Markup {
  switch (block.type) {
    case 'heading':
      return heading(block);
    case 'paragraph':
      return html`<p class="${block.role}">${proseHtml(block.inlines, context.lang)}</p>`;
    case 'list': {
      const tag = trusted(block.ordered ? 'ol' : 'ul');
      return html`<${tag}>${block.items.map((item) => html`<li class="body">${proseHtml(item, context.lang)}</li>`)}</${tag}>`;
    }
    case 'chronicle':
      return chronicle(block);
    case 'table':
      return tableHtml(block, context.layout && (context.layout.parts.get(block.id) ?? [0]), context.lang);
    case 'figure':
      return figure(block, context);
    default:
      return unreachable(block);
  }
}
