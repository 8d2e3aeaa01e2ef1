/** The program of the thread that makes Word files. */
import { programCache } from './command-line/disk-cache.ts';
import { cacheOf, noCache } from './model/build-cache.ts';
import type { Prepared } from './render/index.ts';
import { answerTasks } from './thread-program.ts';
import { makeWord } from './word.ts';

export interface WordTask {
  /** Quantities are left behind (see `withoutQuantities`): no part of a file but their text is made of them. */
  readonly prepared: Prepared;
  readonly name: string;
}

const cache = programCache(process.cwd(), process.env);
answerTasks(async ({ prepared, name }: WordTask) => {
  const file = await makeWord(prepared, name, cacheOf(cache ?? noCache, name.replace(/\.\w+$/, '')));
  cache?.save();
  return file;
});
// While the main thread composes.
await import('./render/docx/index.ts');
