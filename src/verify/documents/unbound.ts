/**
 * Digits that are bound to nothing. These may stand in a document: what is marked as literal, numbers of headings, labels
 * and references, dates of the chronicle, the source's imprint, names of the data, units, and a year by itself in a
 * table's head or stub. Anything else would be a number without an origin.
 */
import type { Document, Inline } from '../../model/document.ts';
import { blocksOf, flatInlines, gridTexts, runningTexts } from '../../model/document-texts.ts';
import { error, type Problem } from '../../model/problem.ts';

const year = /^(?:19|20)\d\d年?$/;

/** The text without those names that it has; templates may begin them with a small letter. */
function withoutNames(text: string, names: readonly string[]): string {
  const lower = text.toLowerCase();
  const found = names.filter((name) => lower.includes(name));
  return found.reduce((rest, name) => rest.replaceAll(name, ' '), lower);
}

/** Texts of an inline that nothing vouches for. */
function plainTexts(inlines: readonly Inline[]): readonly string[] {
  return flatInlines(inlines).flatMap((inline) => (inline.type === 'text' ? [inline.text] : []));
}

export function checkUnbound(document: Document, names: readonly string[]): readonly Problem[] {
  const known = names.map((name) => name.toLowerCase()).toSorted((a, b) => b.length - a.length);
  const found = (place: string, text: string) =>
    error('verify.unbound-number', undefined, { lang: document.lang, place, text: text.trim() });
  const isUnbound = (text: string) => /\d/.test(text) && /\d/.test(withoutNames(text, known));
  let above = '';
  return blocksOf(document).flatMap((block) => {
    if (block.type === 'heading') above = block.id;
    const place = 'label' in block ? block.label : above;
    const running = runningTexts(block).flatMap(plainTexts);
    const grid = block.type === 'table' ? gridTexts(block).flatMap(plainTexts) : [];
    const unbound = [...running.filter(isUnbound), ...grid.filter((text) => !year.test(text) && isUnbound(text))];
    return unbound.map((text) => found(place, text));
  });
}
