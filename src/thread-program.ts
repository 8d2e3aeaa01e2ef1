/** The inside of a thread that works for the main one: answers each task in turn, however it ends. */
import { parentPort } from 'node:worker_threads';
import { Failure, type Fault, type Problem } from './model/problem.ts';

export interface Question<Task> {
  readonly id: number;
  readonly task: Task;
}

export type Answer<Result> =
  | { readonly id: number; readonly result: Result }
  | { readonly id: number; readonly failure: { readonly fault: Fault; readonly problems: readonly Problem[] } }
  /** A fault of the program. */
  | { readonly id: number; readonly cause: unknown };

async function answer<Task, Result>(
  { id, task }: Question<Task>,
  work: (task: Task) => Promise<Result>,
): Promise<Answer<Result>> {
  try {
    return { id, result: await work(task) };
  } catch (cause) {
    if (cause instanceof Failure) return { id, failure: { fault: cause.fault, problems: cause.problems } };
    return { id, cause };
  }
}

/** Does `work` for whatever the main thread asks, one task after another. */
export function answerTasks<Task, Result>(work: (task: Task) => Promise<Result>): void {
  let queue: Promise<void> = Promise.resolve();
  parentPort?.on('message', (question: Question<Task>) => {
    queue = queue.then(async () => parentPort?.postMessage(await answer(question, work)));
  });
}
