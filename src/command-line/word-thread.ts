/** A thread that makes Word files while the browser prints. */
import type { Prepared } from '../render/index.ts';
import type { WordFile, WordMaker } from '../word.ts';
import type { WordTask } from '../word-worker.ts';
import { startThread, type Thread } from './thread.ts';

export interface WordThread extends Pick<Thread<WordTask, WordFile>, 'close'> {
  readonly make: WordMaker;
}

/** What no writer needs. */
const keptHere = new Set(['quantity', 'quantities', 'claims']);

/**
 * What the thread gets of a document. Quantities stay here, and claims with theirs: their numbers are objects with
 * methods, which cannot be sent, and their origins are larger than the book.
 */
function withoutQuantities(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutQuantities);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  const kept = Object.entries(value).filter(([key]) => !keptHere.has(key));
  return Object.fromEntries(kept.map(([key, member]) => [key, withoutQuantities(member)]));
}

/** Starts the thread (see `startThread`). `folder` is the project's. */
export function startWordThread(folder: string): WordThread {
  const { ask, close } = startThread<WordTask, WordFile>(folder, 'word-worker.ts');
  return {
    make: (prepared, name) => {
      const document = withoutQuantities(prepared.document) as Prepared['document'];
      return ask({ prepared: { ...prepared, document }, name });
    },
    close,
  };
}
