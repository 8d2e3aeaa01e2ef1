/** Cuts the theme's typefaces down to the characters of one book. The one import site of subset-font. */
import subsetFont from 'subset-font';
import type { Lang } from '../../model/document.ts';
import { error, Failure } from '../../model/problem.ts';
import type { FontPair, Theme } from '../../model/theme.ts';
import { alwaysNeeded, type CutFace, drawnByLatin, isInvisible, type Script } from './face.ts';
import { readFaces } from './files.ts';
import { charactersIn } from './glyphs.ts';

/**
 * What browsers apply by themselves or our styles ask for: composition, kerning, ligatures, tabular figures,
 * and squeezed Chinese punctuation. The rest (stylistic sets, ruby, vertical forms) would drag in unused glyphs.
 */
const keepFeatures = ['ccmp', 'locl', 'calt', 'liga', 'kern', 'mark', 'mkmk', 'tnum', 'lnum', 'halt', 'palt', 'chws'];

/** Vertical metrics and the variation leftovers of static files: nothing here sets vertical text. */
const dropTables = ['VORG', 'vhea', 'vmtx', 'STAT'];

/** One problem for each font pair: the characters that one of its weights has in neither script. */
function missingCharacters(pair: FontPair, faces: readonly CutFace[], visible: readonly string[]): Failure['problems'] {
  const own = faces.filter(({ family }) => family === pair.latin.family || family === pair.han.family);
  const missing = new Set<string>();
  for (const weight of new Set(own.map((face) => face.weight))) {
    const held = new Set(own.filter((face) => face.weight === weight).flatMap(({ characters }) => [...characters]));
    for (const character of visible) if (!held.has(character)) missing.add(character);
  }
  if (missing.size === 0) return [];
  const codes = [...missing].map((c) => `U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`);
  return [
    error('font.missing-character', undefined, {
      fonts: `${pair.latin.family} + ${pair.han.family}`,
      characters: [...missing].join(' '),
      codes: codes.join(' '),
    }),
  ];
}

/**
 * Every face of the theme with the glyphs of `characters` (in any order, repeated or not), printable ASCII and the
 * marks that generated text needs. The same theme, characters and font files give the same bytes.
 *
 * `lang` is the edition's language: in a Chinese edition the Latin faces leave quotation marks, dashes, ellipses
 * and middle dots to the Han faces. Throws a `Failure`: `font.missing` (machine) for a file that is not installed,
 * `font.missing-character` (input) for characters that would print as boxes.
 */
export async function subsetFaces(theme: Theme, characters: string, lang: Lang): Promise<readonly CutFace[]> {
  const wanted = [...new Set(alwaysNeeded + characters)].sort();
  const texts: Readonly<Record<Script, string>> = {
    latin: wanted.filter((character) => drawnByLatin(character, lang)).join(''),
    han: wanted.join(''),
  };
  const pairs = Object.values(theme.fonts);
  // All files are read before the first is cut: compiling the wasm at the same time made reading ten times slower.
  const whole = await readFaces(pairs);
  const options = { keepFeatures, dropTables, noHinting: true };
  const faces = await Promise.all(
    whole.map(async (face): Promise<CutFace> => {
      const data = await subsetFont(face.data, texts[face.script], options);
      return { ...face, data, characters: charactersIn(data) };
    }),
  );
  const visible = wanted.filter((character) => !isInvisible(character));
  const problems = pairs.flatMap((pair) => missingCharacters(pair, faces, visible));
  if (problems.length > 0) throw new Failure('input', problems);
  return faces;
}
