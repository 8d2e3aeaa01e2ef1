/** How wide text is in Word's text font, as exactly as the columns of a table need it. */
import { timesNewRoman } from './widths.ts';

/** Marks of Times New Roman by their width in thousandths of an em. Others beyond ASCII are half an em wide. */
const marks: Readonly<Record<string, number>> = {
  '\u00a0': 250,
  '\u2009': 250,
  '\u202f': 250,
  '‘': 333,
  '’': 333,
  '“': 444,
  '”': 444,
  '\u2212': 564,
};

/** Width in em. Han characters and their marks are an em wide. */
export function ems(text: string): number {
  const width = (letter: string) =>
    marks[letter] ?? timesNewRoman.regular[letter.charCodeAt(0) - 32] ?? (letter > '\u2e7f' ? 1000 : 500);
  return [...text].reduce((sum, letter) => sum + width(letter), 0) / 1000;
}

/** What stays on one line: words, parts of words up to a hyphen or dash, single Han characters. */
export function unbroken(text: string): readonly string[] {
  return text.match(/[\u2e80-\uffff]|[^ –—\u2e80-\uffff-]+[–—-]?/g) ?? [];
}
