/** The program of the thread that makes Word files. */
import type { Prepared } from './render/index.ts';
import { answerTasks } from './thread-program.ts';
import { makeWord } from './word.ts';

export interface WordTask {
  /** Quantities are left behind (see `withoutQuantities`): no part of a file but their text is made of them. */
  readonly prepared: Prepared;
  readonly name: string;
}

answerTasks(({ prepared, name }: WordTask) => makeWord(prepared, name));
// While the main thread composes.
await Promise.all([import('./render/charts/outline.ts'), import('./render/docx/index.ts')]);
