import type { Inline } from '../../model/document.ts';
import { unreachable } from '../../model/document.ts';
import { numberGap } from '../stretches.ts';
import { html, type Markup } from './markup.ts';
import { languageTags } from './xmp.ts';

function inline(item: Inline): Markup {
  switch (item.type) {
    case 'text':
      return html`${item.text}`;
    case 'quantity':
      return html`<span class="quantity">${item.text}</span>`;
    case 'reference':
      return html`<a class="reference" href="#${item.target}">${item.text}</a>`;
    case 'literal':
      return html`<span class="literal">${item.text}</span>`;
    case 'original':
      return html`<span class="original" role="note" lang="${languageTags[item.lang]}">${item.text}</span>`;
    case 'emphasis':
      return html`<em>${inlinesHtml(item.children)}</em>`;
    default:
      return unreachable(item);
  }
}

/** Inlines as HTML; references become internal links, quantities never break. */
export function inlinesHtml(inlines: readonly Inline[]): readonly Markup[] {
  return inlines.map(inline);
}

/** A heading's number and its gap; nothing when there is no number. */
export function numberHtml(number: string): Markup {
  return number === '' ? html`` : html`<span class="number">${number}${numberGap(number)}</span>`;
}
