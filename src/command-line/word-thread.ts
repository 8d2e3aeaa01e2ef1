/** A thread that makes Word files while the browser prints. */
import { withoutQuantities } from '../render/index.ts';
import type { WordFile, WordMaker } from '../word.ts';
import type { WordTask } from '../word-worker.ts';
import { startThread, type Thread } from './thread.ts';

export interface WordThread extends Pick<Thread<WordTask, WordFile>, 'close'> {
  readonly make: WordMaker;
}

/** Starts the thread (see `startThread`). `folder` is the project's. */
export function startWordThread(folder: string): WordThread {
  const { ask, close } = startThread<WordTask, WordFile>(folder, 'word-worker.ts');
  return {
    make: (prepared, name) => ask({ prepared: { ...prepared, document: withoutQuantities(prepared.document) }, name }),
    close,
  };
}
