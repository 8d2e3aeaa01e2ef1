/** The program of the thread that makes Word files: answers each task of the main thread in turn. */
import { parentPort } from 'node:worker_threads';
import { Failure, type Fault, type Problem } from './model/problem.ts';
import type { Prepared } from './render/index.ts';
import { makeWord, type WordFile } from './word.ts';

export interface WordTask {
  readonly id: number;
  /** Quantities are left behind (see `withoutQuantities`): no part of a file but their text is made of them. */
  readonly prepared: Prepared;
  readonly name: string;
}

export type WordAnswer =
  | { readonly id: number; readonly file: WordFile }
  | { readonly id: number; readonly failure: { readonly fault: Fault; readonly problems: readonly Problem[] } }
  /** A fault of the program. */
  | { readonly id: number; readonly cause: unknown };

async function answer({ id, prepared, name }: WordTask): Promise<WordAnswer> {
  try {
    return { id, file: await makeWord(prepared, name) };
  } catch (cause) {
    if (cause instanceof Failure) return { id, failure: { fault: cause.fault, problems: cause.problems } };
    return { id, cause };
  }
}

let queue: Promise<void> = Promise.resolve();
parentPort?.on('message', (task: WordTask) => {
  queue = queue.then(async () => parentPort?.postMessage(await answer(task)));
});
// While the main thread composes.
await Promise.all([import('./render/charts/outline.ts'), import('./render/docx/index.ts')]);
