/** Quantities that a section states, and references that it makes, in one language only. */
import type { Report } from '../load/index.ts';
import type { Dataset } from '../model/dataset.ts';
import { type Lang, languages } from '../model/document.ts';
import { type Place, warning } from '../model/problem.ts';
import { isFigure, meaning } from './quantities.ts';
import type { LintText } from './texts.ts';

/** What each quantity or reference of a template is, and where it first stands. A rank may be said in words. */
function printed({ tokens }: LintText, datasets: readonly Dataset[]): ReadonlyMap<string, Place> {
  const found = new Map<string, Place>();
  for (const token of tokens) {
    if (token.kind === 'tag' && token.name === 'see') {
      const target = Object.entries(token.attributes).map(([kind, key]) => `<see ${kind}="${key}"/>`)[0] ?? '';
      if (!found.has(target)) found.set(target, token.place);
    }
    if (token.kind !== 'computed' || token.opens !== undefined) continue;
    const { expression, within, place } = token;
    if (!isFigure(expression, within, datasets)) continue;
    const quantity = meaning(expression, within);
    if (!quantity.startsWith('rank(') && !found.has(quantity)) found.set(quantity, place);
  }
  return found;
}

/** Compares each text with its counterpart. A template that has none is missing, which composing reports. */
export function lintLanguages(texts: readonly LintText[], datasets: readonly Dataset[], report: Report): void {
  const byOwner: Record<Lang, Map<string, LintText>> = { zh: new Map(), en: new Map() };
  for (const text of texts) byOwner[text.lang].set(text.owner, text);
  for (const lang of languages) {
    for (const [owner, text] of byOwner[lang]) {
      const counterpart = byOwner[lang === 'zh' ? 'en' : 'zh'].get(owner);
      if (counterpart === undefined) continue;
      const theirs = printed(counterpart, datasets);
      for (const [quantity, place] of printed(text, datasets)) {
        if (theirs.has(quantity)) continue;
        const context = text.file === counterpart.file ? counterpart.lang : '';
        report(warning('lint.one-language', place, { quantity, file: counterpart.file, context }));
      }
    }
  }
}
