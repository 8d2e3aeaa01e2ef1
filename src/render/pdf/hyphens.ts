/**
 * Where English words may be divided. The browser of the packages brings no dictionaries, so that soft hyphens tell it; of
 * these the printed file keeps the ones at which a line ends (`contents.ts`).
 */
import english from 'hyphen/en-gb/index.js';

/** Stands where a word may be divided, and is seen only where it is. */
const softHyphen = '\u00ad';

/** Words of common text: no names, no abbreviations, no part of a word that has a hyphen of its own. */
const words = /(?<![\p{L}\p{N}'’-])\p{Ll}{6,}(?![\p{L}\p{N}'’-])/gu;

/** So many letters stay together at either end of a word. */
const least = 3;

/** Letters that may be one glyph together. */
const ligatures = /(f)\u00ad([fil])/g;

const known = new Map<string, string>();

function divide(word: string): string {
  let length = 0;
  let text = '';
  for (const part of english.hyphenateSync(word, { hyphenChar: softHyphen }).split(softHyphen)) {
    const isAllowed = length >= least && word.length - length >= least;
    text += isAllowed ? softHyphen + part : part;
    length += part.length;
  }
  return text.replace(ligatures, '$1$2');
}

function divided(word: string): string {
  const found = known.get(word) ?? divide(word);
  known.set(word, found);
  return found;
}

/** An English text with soft hyphens in its longer words. */
export const withSoftHyphens = (text: string): string => text.replace(words, divided);
