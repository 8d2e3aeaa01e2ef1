/** How wide text is in Word's text font, as exactly as the columns of a table need it. */
import { latinWidth } from './widths.ts';

/** Thin spaces are as wide as in the widest of the fonts that Word may take them from: a column has room for any. */
const thinSpaces: ReadonlySet<string> = new Set('\u2009\u202f');

/** Width in em of text in Times New Roman. Han characters and their marks are an em wide. */
export function ems(text: string): number {
  const width = (letter: string) => (thinSpaces.has(letter) ? 250 : latinWidth('Times New Roman', false, letter));
  return [...text].reduce((sum, letter) => sum + width(letter), 0) / 1000;
}

/** What stays on one line: words, parts of words up to a hyphen or dash, single Han characters. */
export function unbroken(text: string): readonly string[] {
  return text.match(/[\u2e80-\uffff]|[^ –—\u2e80-\uffff-]+[–—-]?/g) ?? [];
}
