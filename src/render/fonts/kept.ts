/** The faces of the build before, as long as the book has the same characters. */
import type { BuildCache } from '../../model/build-cache.ts';
import type { Lang } from '../../model/document.ts';
import type { Theme } from '../../model/theme.ts';
import type { FontFace } from './face.ts';

/** See `subsetFaces`, which is loaded and called only if the cache has no faces with just these characters. */
export async function keptFaces(
  theme: Theme,
  characters: string,
  lang: Lang,
  cache: BuildCache,
): Promise<readonly FontFace[]> {
  const shelf = cache.shelf('fonts');
  const key = cache.key(theme.fonts, characters, lang);
  const kept = shelf.get(key) as readonly FontFace[] | undefined;
  if (kept !== undefined) return kept;
  const { subsetFaces } = await import('./subset.ts');
  const faces = await subsetFaces(theme, characters, lang);
  shelf.set(key, faces);
  return faces;
}
