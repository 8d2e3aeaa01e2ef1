/** Reads faces: which characters they hold and how wide they set. The one import site of fontkit. */
import { create, type Font } from 'fontkit';
import type { Lang } from '../../model/document.ts';
import { drawnByLatin, type FontFace } from './face.ts';

/** The characters that a font has glyphs for, without U+FFFF, which closes the table of every TrueType font. */
export function charactersIn(data: Uint8Array): string {
  const codes = create(data).characterSet.filter((code) => code !== 0xffff);
  return codes.map((code) => String.fromCodePoint(code)).join('');
}

export interface TextStyle {
  /** Families in order of preference; a character is set in the first that has it. */
  readonly families: readonly string[];
  /** Any unit; the width comes back in the same. */
  readonly size: number;
  readonly weight: number;
  readonly italic: boolean;
}

export type Measure = (text: string, style: TextStyle) => number;

export interface OpenFace {
  readonly face: FontFace;
  readonly unitsPerEm: number;
  /** Whether it draws a character in an edition in `lang`. */
  readonly has: (character: string, lang: Lang) => boolean;
  readonly advance: (text: string) => number;
}

/**
 * Advance of a word, kerned, or of one blank, which comes from the table: fontkit reads an outline for every glyph
 * and fails on the last of a subset if that has none.
 */
function advanceOf(font: Font, part: string): number {
  if (part === '') return 0;
  if (!/^[\p{Z}\p{Cf}]$/u.test(part)) return font.layout(part).advanceWidth;
  const { metrics } = font.hmtx;
  const { id } = font.glyphForCodePoint(part.codePointAt(0) ?? 0);
  return metrics.get(Math.min(id, metrics.length - 1)).advance;
}

/** Opens a face, which takes some time, for measuring. It may be whole or cut: its glyphs are as wide. */
export function openFace(face: FontFace): OpenFace {
  const font = create(face.data);
  return {
    face,
    unitsPerEm: font.unitsPerEm,
    has: (character, lang) =>
      (face.script === 'han' || drawnByLatin(character, lang)) &&
      font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0),
    advance: (text) => text.split(/([\p{Z}\p{Cf}])/u).reduce((sum, part) => sum + advanceOf(font, part), 0),
  };
}

/** The nearest weight of a family, as CSS font matching does for the two weights of a book. */
function pick(faces: readonly OpenFace[], family: string, style: TextStyle): OpenFace | undefined {
  const distance = ({ face }: OpenFace): number =>
    Math.abs(face.weight - style.weight) + (face.italic === style.italic ? 0 : 10_000);
  return faces.filter(({ face }) => face.family === family).sort((a, b) => distance(a) - distance(b))[0];
}

/**
 * Measures text as a browser sets it: split in runs by the first family that has the character, kerned within a run.
 * A character that no family has counts 1 em; that it is missing is reported where faces are cut.
 */
export function createMeasure(opened: readonly OpenFace[], lang: Lang): Measure {
  const widths = new Map<string, number>();

  const ofOneEm = (text: string, style: TextStyle): number => {
    const candidates = style.families.flatMap((family) => pick(opened, family, style) ?? []);
    const runs: { face: OpenFace | undefined; text: string }[] = [];
    for (const character of text) {
      const face = candidates.find(({ has }) => has(character, lang));
      const last = runs.at(-1);
      if (last && last.face === face) last.text += character;
      else runs.push({ face, text: character });
    }
    return runs.reduce(
      (sum, { face, text: run }) => sum + (face ? face.advance(run) / face.unitsPerEm : [...run].length),
      0,
    );
  };

  return (text, style) => {
    const key = `${style.families.join()}|${style.weight}|${style.italic}|${text}`;
    let width = widths.get(key);
    if (width === undefined) {
      width = ofOneEm(text, style);
      widths.set(key, width);
    }
    return width * style.size;
  };
}
