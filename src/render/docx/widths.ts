/** Widths of text in the fonts of Word files, which the library measures slowly: it looks each letter's font up anew. */
import type { Theme } from '../../model/theme.ts';

/** Advances of the characters from U+0020 to U+007E, in thousandths of an em. */
interface Latin {
  readonly regular: readonly number[];
  readonly bold: readonly number[];
}

const numbers = (text: string): readonly number[] => text.trim().split(/\s+/).map(Number);

const latinFonts: Readonly<Record<string, Latin>> = {
  'Times New Roman': {
    regular: numbers(`
    250 333 408 500 500 833 778 180 333 333 500 564 250 333 250 278 500 500 500 500 500 500 500 500 500
    500 278 278 564 564 564 444 921 722 667 667 722 611 556 722 722 333 389 722 611 889 722 722 556 722
    667 556 611 722 722 944 722 722 611 333 278 333 469 500 333 444 500 444 500 444 333 500 500 278 278
    500 278 778 500 500 500 500 333 389 278 500 500 722 500 500 444 480 200 480 541`),
    bold: numbers(`
    250 333 555 500 500 1000 833 278 333 333 500 570 250 333 250 278 500 500 500 500 500 500 500 500 500
    500 333 333 570 570 570 500 930 722 667 722 722 667 611 778 778 389 500 778 667 944 722 778 611 778
    722 556 667 722 722 1000 722 722 667 333 278 333 581 500 333 500 556 444 556 444 333 500 556 278 333
    556 278 833 556 500 556 556 444 389 333 556 500 722 500 500 444 394 220 394 520`),
  },
  Arial: {
    regular: numbers(`
    278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556
    556 278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778
    722 667 611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222
    500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584`),
    bold: numbers(`
    278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556
    556 333 333 584 584 584 611 975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778 667 778
    722 667 611 722 667 944 667 667 611 333 278 333 584 556 333 556 611 556 611 556 333 611 611 278 278
    556 278 889 611 611 611 611 389 556 333 611 556 778 556 556 500 389 280 389 584`),
  },
};

/** Marks of the Latin fonts by their width, regular and bold; those of an em are the same in all. */
type Marks = readonly (readonly [marks: string, regular: number, bold: number])[];

const latinMarks: Readonly<Record<string, Marks>> = {
  'Times New Roman': [
    ['‘’\u2011·', 333, 333],
    ['“”', 444, 500],
    ['×−', 564, 570],
    ['ß', 500, 556],
    ['±÷≈≤≥√', 549, 549],
    ['§–£¥€', 500, 500],
    ['°', 400, 400],
    ['²³', 300, 300],
    ['′', 219, 281],
    ['″', 417, 552],
  ],
  Arial: [
    ['‘’', 222, 278],
    ['“”', 333, 500],
    ['\u2011·²³', 333, 333],
    ['×−', 584, 584],
    ['ß', 611, 611],
    ['±÷≈≤≥√', 549, 549],
    ['§–£¥€', 556, 556],
    ['°', 400, 400],
    ['′', 188, 240],
    ['″', 354, 479],
  ],
};
const emMarks: Marks = [
  ['—…‰', 1000, 1000],
  ['\u2009\u202f', 200, 200],
];

/** Han characters are an em wide in these, and so are the marks that they share with Latin fonts; all others are half. */
const hanFonts = new Set(['SimSun', 'SimHei', 'KaiTi', 'FangSong']);
const fullWidth =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6§¨°±´¶×÷‐―‖‘’“”†‡‥…‰′″※℃Å\u2190-\u270f]/u;

/** Width of a character in a Latin font that is known here, in thousandths of an em. */
export function latinWidth(name: string, bold: boolean, character: string): number {
  const marks = [...(latinMarks[name] ?? []), ...emMarks].find(([these]) => these.includes(character));
  if (marks !== undefined) return bold ? marks[2] : marks[1];
  const base = character.normalize('NFD').charCodeAt(0) - 32;
  return latinFonts[name]?.[bold ? 'bold' : 'regular'][base] ?? (fullWidth.test(character) ? 1000 : 500);
}

/** Width of a character in thousandths of an em. */
export type CharacterWidth = (character: string) => number;

/** Widths in a font, given its name. */
export type FontWidths = (font: string, bold: boolean) => CharacterWidth;

/** Widths in the fonts of a theme; undefined if one of them is not known here. */
export function fontWidths({ fonts }: Theme): FontWidths | undefined {
  const pairs = [fonts.serif, fonts.sans];
  if (!pairs.every(({ latin, han }) => latin.word in latinFonts && hanFonts.has(han.word))) return undefined;
  const known = new Map<string, CharacterWidth>();
  const widthIn = (name: string, bold: boolean): CharacterWidth => {
    const isLatin = name in latinFonts;
    const widths = new Map<string, number>();
    return (character) => {
      const found = widths.get(character);
      if (found !== undefined) return found;
      const width = isLatin ? latinWidth(name, bold, character) : fullWidth.test(character) ? 1000 : 500;
      widths.set(character, width);
      return width;
    };
  };
  return (name, bold) => {
    const key = `${name} ${bold}`;
    const widthOf = known.get(key) ?? widthIn(name, bold);
    known.set(key, widthOf);
    return widthOf;
  };
}

/** Width of a text in points. */
export type MeasureWidth = (
  text: string,
  font: { readonly name: string; readonly size: number; readonly bold: boolean },
) => number;

/** Measures text in a theme's fonts, as the library asks for it; undefined if one of them is not known here. */
export function measureFor(theme: Theme): MeasureWidth | undefined {
  const widthsOf = fontWidths(theme);
  return (
    widthsOf &&
    ((text, { name, size, bold }) => {
      const widthOf = widthsOf(name, bold);
      return ([...text].reduce((sum, character) => sum + widthOf(character), 0) * size) / 1000;
    })
  );
}
