/** Finished files of the build before, as long as nothing that they are made from has changed. */
import type { BuildCache } from '../model/build-cache.ts';
import type { Document } from '../model/document.ts';
import type { Format, Prepared, Written } from './index.ts';

/** What no writer needs. */
const unwritten = new Set(['quantity', 'quantities', 'claims']);

/**
 * A document without its quantities, and claims with theirs: their texts are beside them, and no part of a file but those
 * texts is made of them. Their numbers are objects with methods, which can be neither sent to a thread nor kept, and
 * their origins are larger than the book.
 */
export function withoutQuantities(document: Document): Document {
  const bare = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(bare);
    if (typeof value !== 'object' || value === null || value instanceof Date) return value;
    const kept = Object.entries(value).filter(([key]) => !unwritten.has(key));
    return Object.fromEntries(kept.map(([key, member]) => [key, bare(member)]));
  };
  return bare(document) as Document;
}

/**
 * A file of a document from the cache, or else from `write`; `more` is what else has a part in it, such as the browser's
 * version. Charts follow from document, theme and faces.
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
