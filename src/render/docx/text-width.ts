/** How wide text is in Word's text font, as exactly as the columns of a table need it. */

/** Letters of Times New Roman by their width in thousandths of an em. Other Latin ones and digits are half an em wide. */
const letters: readonly (readonly [number, string])[] = [
  [250, ' .,\u00a0\u2009\u202f'],
  [278, 'ijlt/:;'],
  [333, "fr()[]I-!'’‘"],
  [389, 'sJ'],
  [444, 'acez?“”'],
  [556, 'FPS'],
  [564, '+=<>\u2212'],
  [611, 'ELTZ'],
  [667, 'BCR'],
  [722, 'ADGHKNOQUVXYw'],
  [778, 'm&'],
  [833, '%'],
  [889, 'M'],
  [944, 'W'],
];

const widths = new Map(
  letters.flatMap(([width, these]) => [...these].map((letter) => [letter, width / 1000] as const)),
);

/** Width in em. Han characters and their marks are an em wide. */
export function ems(text: string): number {
  const width = (letter: string) => widths.get(letter) ?? (letter > '\u2e7f' ? 1 : 0.5);
  return [...text].reduce((sum, letter) => sum + width(letter), 0);
}

/** What stays on one line: words, parts of words up to a hyphen or dash, single Han characters. */
export function unbroken(text: string): readonly string[] {
  return text.match(/[\u2e80-\uffff]|[^ –—\u2e80-\uffff-]+[–—-]?/g) ?? [];
}
