/** A thread that makes Word files while the browser prints. */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Failure } from '../model/problem.ts';
import type { Prepared } from '../render/index.ts';
import type { WordFile, WordMaker } from '../word.ts';
import type { WordAnswer, WordTask } from '../word-worker.ts';

export interface WordThread {
  readonly make: WordMaker;
  readonly close: () => Promise<void>;
}

interface Waiting {
  readonly resolve: (file: WordFile) => void;
  readonly reject: (cause: unknown) => void;
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

/**
 * Starts the thread, which loads its libraries at once. A failure of its work is the same `Failure` as without a thread;
 * if the thread itself ends, so does what it was asked for. `folder` is the project's.
 */
export function startWordThread(folder: string): WordThread {
  const worker = new Worker(join(folder, 'scripts', 'run.mjs'), { argv: [join('src', 'word-worker.ts')] });
  const waiting = new Map<number, Waiting>();
  let tasks = 0;
  let ended: { readonly cause: unknown } | undefined;
  const end = (cause: unknown) => {
    ended ??= { cause };
    for (const { reject } of waiting.values()) reject(ended.cause);
    waiting.clear();
  };
  worker.on('message', (answer: WordAnswer) => {
    const task = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('file' in answer) task?.resolve(answer.file);
    else if ('failure' in answer) task?.reject(new Failure(answer.failure.fault, answer.failure.problems));
    else task?.reject(answer.cause);
  });
  worker.on('error', end);
  worker.on('exit', (code) => end(new Error(`The thread that makes Word files ended with ${code}`)));
  return {
    make: (prepared: Prepared, name: string) =>
      new Promise((resolve, reject) => {
        if (ended) return reject(ended.cause);
        const id = ++tasks;
        waiting.set(id, { resolve, reject });
        const document = withoutQuantities(prepared.document) as Prepared['document'];
        worker.postMessage({ id, prepared: { ...prepared, document }, name } satisfies WordTask);
      }),
    close: async () => {
      await worker.terminate();
    },
  };
}
