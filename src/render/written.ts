/** What of a document its files are made of. */
import type { Document } from '../model/document.ts';

const unwritten: ReadonlySet<string> = new Set(['quantity', 'quantities', 'claims']);

/** Whether a property of a document's parts has a share in what writers write. */
export const isWritten = (key: string): boolean => !unwritten.has(key);

/**
 * A document without its quantities, and claims with theirs: their texts are beside them, and no part of a file but those
 * texts is made of them. Their numbers are objects with methods, which can be neither sent to a thread nor kept, and
 * their origins are larger than the book.
 */
export function withoutQuantities(document: Document): Document {
  const bare = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(bare);
    if (typeof value !== 'object' || value === null || value instanceof Date) return value;
    const kept: Record<string, unknown> = {};
    for (const [key, member] of Object.entries(value)) if (isWritten(key)) kept[key] = bare(member);
    return kept;
  };
  // One without claims is bare already.
  return 'claims' in document ? (bare(document) as Document) : document;
}
