import type { Document } from '../model/document.ts';
import { isWritten } from './written.ts';

/** What writers add on their own: digits of page numbers, roman numerals, dots. */
const always = '0123456789ivxlcdm.,-–—… \u202f\u2212';

/** Every character that a document can show, each once, for subsetting fonts. */
export function charactersOf(document: Document): string {
  const characters = new Set(always);
  const collect = (value: unknown): void => {
    if (typeof value === 'string') for (const character of value) characters.add(character);
    else if (Array.isArray(value)) value.forEach(collect);
    else if (typeof value === 'object' && value !== null && !(value instanceof Date)) {
      for (const [key, member] of Object.entries(value)) if (isWritten(key)) collect(member);
    }
  };
  collect(document);
  return [...characters]
    .filter((character) => character >= ' ')
    .sort()
    .join('');
}
