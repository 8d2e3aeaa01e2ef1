/** The faces of the build before, as long as the book has the same characters. */
import type { BuildCache } from '../../model/build-cache.ts';
import type { Lang } from '../../model/document.ts';
import type { Theme } from '../../model/theme.ts';
import type { Workshop } from '../workshop.ts';
import type { CutFace } from './face.ts';

/** Has faces cut (see `subsetFaces`) if the cache has none with just these characters. */
export async function keptFaces(
  theme: Theme,
  characters: string,
  lang: Lang,
  cut: Workshop['cutFaces'],
  cache: BuildCache,
): Promise<readonly CutFace[]> {
  const shelf = cache.shelf('fonts');
  const key = cache.key(theme.fonts, characters, lang);
  const kept = shelf.get(key) as readonly CutFace[] | undefined;
  if (kept !== undefined) return kept;
  const faces = await cut(theme, characters, lang);
  shelf.set(key, faces);
  return faces;
}
