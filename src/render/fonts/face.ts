/** Which typeface draws which character, and a face of the theme cut down to one book. */
import type { Lang } from '../../model/document.ts';

export type Script = 'latin' | 'han';

/** A static TrueType face. */
export interface FontFace {
  readonly family: string;
  readonly weight: number;
  readonly italic: boolean;
  readonly script: Script;
  readonly data: Uint8Array;
}

/** A face that holds the glyphs of one book only. */
export interface CutFace extends FontFace {
  /** Those that it has glyphs for. */
  readonly characters: string;
}

/** What generated text (folios, axis numbers, ellipses) may need although no source text holds it. */
export const alwaysNeeded = [
  ...Array.from({ length: 0x7f - 0x20 }, (_, index) => String.fromCodePoint(0x20 + index)),
  '\u00a0',
  '\u2009',
  '\u202f',
  '−',
  '–',
  '…',
].join('');

/**
 * Marks that both scripts use under the same code point. Chinese sets them full-width (GB/T 15834),
 * so the Latin faces of a Chinese edition go without them, and every renderer takes them from the Han face.
 */
const sharedPunctuation: ReadonlySet<string> = new Set('“”‘’—…·');

/** True if the Latin face of an edition in `lang` may draw the character. */
export function drawnByLatin(character: string, lang: Lang): boolean {
  return lang === 'en' || !sharedPunctuation.has(character);
}

/** True for characters that have no glyph of their own: controls, joiners, line separators, variation selectors. */
export function isInvisible(character: string): boolean {
  return /^[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Variation_Selector}]$/u.test(character);
}
