import type { Inline } from '../../model/document.ts';
import { unreachable } from '../../model/document.ts';
import { numberGap } from '../stretches.ts';
import { html, type Markup } from './markup.ts';
import { languageTags } from './xmp.ts';

function inline(item: Inline): Markup {
  switch (item.type) {
    // Elements that nothing is set by would only make the tag tree longer, and breaking the text, the print slower.
    case 'text':
    case 'quantity':
    case 'literal':
      return html`${item.text}`;
    case 'reference':
      return html`<a class="reference" href="#${item.target}">${item.text}</a>`;
    case 'original':
      return html`<span class="original" role="note" lang="${languageTags[item.lang]}">${item.text}</span>`;
    case 'emphasis':
      return html`<em>${inlinesHtml(item.children)}</em>`;
    default:
      return unreachable(item);
  }
}

/** Inlines as HTML; references become internal links. */
export function inlinesHtml(inlines: readonly Inline[]): readonly Markup[] {
  return inlines.map(inline);
}

/** A heading's number and its gap; nothing when there is no number. */
export function numberHtml(number: string): Markup {
  return number === '' ? html`` : html`<span class="number">${number}${numberGap(number)}</span>`;
}
