/** Finished files of the build before, as long as nothing that they are made from has changed. */
import type { BuildCache } from '../model/build-cache.ts';
import type { Format, Prepared, Written } from './index.ts';
import { withoutQuantities } from './written.ts';

/**
 * A file of a document from the cache, or else from `write`; `more` is what else has a part in it, such as the
 * browser. Charts follow from document, theme and faces.
 */
export async function keptFile(
  format: Format,
  { document, theme, faces }: Pick<Prepared, 'document' | 'theme' | 'faces'>,
  more: unknown,
  cache: BuildCache,
  write: () => Promise<Written>,
): Promise<Written> {
  const shelf = cache.shelf(format);
  const key = cache.key(withoutQuantities(document), theme, faces, more);
  const kept = shelf.get(key) as Written | undefined;
  if (kept !== undefined) return kept;
  const written = await write();
  shelf.set(key, written);
  return written;
}
