/** A thread that does one kind of work for the main one. */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Failure } from '../model/problem.ts';
import type { Answer, Question } from '../thread-program.ts';

export interface Thread<Task, Result> {
  readonly ask: (task: Task) => Promise<Result>;
  readonly close: () => Promise<void>;
}

interface Waiting<Result> {
  readonly resolve: (result: Result) => void;
  readonly reject: (cause: unknown) => void;
}

/**
 * Starts a program of `src` (`word-worker.ts`) as a thread, which loads its libraries at once. A failure of its work is
 * the same `Failure` as without a thread; if the thread itself ends, so does what it was asked for. `folder` is the
 * project's.
 */
export function startThread<Task, Result>(folder: string, program: string): Thread<Task, Result> {
  const worker = new Worker(join(folder, 'scripts', 'run.mjs'), { argv: [join('src', program)] });
  const waiting = new Map<number, Waiting<Result>>();
  let tasks = 0;
  let ended: { readonly cause: unknown } | undefined;
  const end = (cause: unknown) => {
    ended ??= { cause };
    for (const { reject } of waiting.values()) reject(ended.cause);
    waiting.clear();
  };
  worker.on('message', (answer: Answer<Result>) => {
    const task = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('result' in answer) task?.resolve(answer.result);
    else if ('failure' in answer) task?.reject(new Failure(answer.failure.fault, answer.failure.problems));
    else task?.reject(answer.cause);
  });
  worker.on('error', end);
  worker.on('exit', (code) => end(new Error(`The thread of ${program} ended with ${code}`)));
  return {
    ask: (task) =>
      new Promise((resolve, reject) => {
        if (ended) return reject(ended.cause);
        const id = ++tasks;
        waiting.set(id, { resolve, reject });
        worker.postMessage({ id, task } satisfies Question<Task>);
      }),
    close: async () => {
      await worker.terminate();
    },
  };
}
