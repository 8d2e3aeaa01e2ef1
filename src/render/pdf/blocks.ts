import { type Block, type Figure, type Heading, unreachable } from '../../model/document.ts';
import type { ChartImage } from '../charts/index.ts';
import { inlinesHtml, numberHtml } from './inlines.ts';
import type { Layout } from './layout.ts';
import { html, type Markup, trusted } from './markup.ts';
import { tableHtml } from './table.ts';

export interface BlockContext {
  readonly charts: ReadonlyMap<string, ChartImage>;
  /** Undefined in the measuring print. */
  readonly layout: Layout | undefined;
}

function heading(block: Heading): Markup {
  const tag = trusted(`h${block.level}`);
  return html`<${tag} id="${block.id}" class="${block.role}">${numberHtml(block.number)}${inlinesHtml(block.inlines)}</${tag}>`;
}

function figure(block: Figure, charts: BlockContext['charts']): Markup {
  const chart = charts.get(block.id);
  if (chart === undefined) throw new TypeError(`No chart was drawn for ${block.id}`);
  const notes = block.notes.map((note) => html`<p class="note">${inlinesHtml(note)}</p>`);
  return html`<div class="figure" id="${block.id}"><div class="chart" role="img" aria-label="${block.alt}">${trusted(chart.svg)}</div><p class="caption"><span class="label">${block.label}</span> ${inlinesHtml(block.caption)}</p>${notes}</div>`;
}

export function blockHtml(block: Block, context: BlockContext): Markup {
  switch (block.type) {
    case 'heading':
      return heading(block);
    case 'paragraph':
      return html`<p class="${block.role}">${inlinesHtml(block.inlines)}</p>`;
    case 'list': {
      const tag = trusted(block.ordered ? 'ol' : 'ul');
      return html`<${tag}>${block.items.map((item) => html`<li class="body">${inlinesHtml(item)}</li>`)}</${tag}>`;
    }
    case 'table':
      return tableHtml(block, context.layout && (context.layout.parts.get(block.id) ?? [0]));
    case 'figure':
      return figure(block, context.charts);
    default:
      return unreachable(block);
  }
}
