import type { Inline, Lang } from '../../model/document.ts';
import { unreachable } from '../../model/document.ts';
import { numberGap } from '../stretches.ts';
import { withSoftHyphens } from './hyphens.ts';
import { html, type Markup } from './markup.ts';
import { languageTags } from './xmp.ts';

const asItIs = (text: string): string => text;

function inline(item: Inline, prepare: (text: string) => string = asItIs): Markup {
  switch (item.type) {
    // Elements that nothing is set by would only make the tag tree longer, and breaking the text, the print slower.
    case 'text':
      return html`${prepare(item.text)}`;
    case 'quantity':
    case 'literal':
      return html`${item.text}`;
    case 'reference':
      return html`<a class="reference" href="#${item.target}">${item.text}</a>`;
    case 'original':
      return html`<span class="original" role="note" lang="${languageTags[item.lang]}">${item.text}</span>`;
    case 'emphasis':
      return html`<em>${item.children.map((child) => inline(child, prepare))}</em>`;
    default:
      return unreachable(item);
  }
}

/** Inlines as HTML; references become internal links. */
export function inlinesHtml(inlines: readonly Inline[]): readonly Markup[] {
  return inlines.map((item) => inline(item));
}

/** As `inlinesHtml`, for text that is justified: English words may be divided. */
export function proseHtml(inlines: readonly Inline[], lang: Lang): readonly Markup[] {
  return inlines.map((item) => inline(item, lang === 'en' ? withSoftHyphens : undefined));
}

/** A heading's number and its gap; nothing when there is no number. */
export function numberHtml(number: string): Markup {
  return number === '' ? html`` : html`<span class="number">${number}${numberGap(number)}</span>`;
}
