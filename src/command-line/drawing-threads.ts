/** Threads that cut fonts and draw charts, while the main one composes and talks to the browser. */
import type { DrawingResult, DrawingTask } from '../drawing-worker.ts';
import { Failure } from '../model/problem.ts';
import type { DrawnFigure, RenderedCharts } from '../render/charts/index.ts';
import type { FontFace } from '../render/fonts/face.ts';
import type { Workshop } from '../render/index.ts';
import { startThread } from './thread.ts';

export interface DrawingThreads {
  readonly workshop: Workshop;
  readonly close: () => Promise<void>;
}

/** Without what cannot be sent to a thread. */
function drawnFigure({ id, spec, data, place, basePlaces }: DrawnFigure): DrawnFigure {
  return { id, spec, data, place, ...(basePlaces && { basePlaces }) };
}

/** Figures that a thread is given at a time: few, so that all threads are done at the same time. */
const batch = 3;

function batches(figures: readonly DrawnFigure[]): readonly (readonly DrawnFigure[])[] {
  return Array.from({ length: Math.ceil(figures.length / batch) }, (_, index) =>
    figures.slice(index * batch, (index + 1) * batch),
  );
}

/** Starts `count` threads (see `startThread`), each of which takes the next task when it has done one. */
export function startDrawingThreads(folder: string, count = 2): DrawingThreads {
  const threads = Array.from({ length: count }, () =>
    startThread<DrawingTask, DrawingResult>(folder, 'drawing-worker.ts'),
  );
  const tasks: ((thread: (typeof threads)[number]) => Promise<void>)[] = [];
  const idle = new Set(threads);
  const next = () => {
    for (const thread of idle) {
      const task = tasks.shift();
      if (task === undefined) return;
      idle.delete(thread);
      void task(thread).then(() => {
        idle.add(thread);
        next();
      });
    }
  };
  const ask = <Result extends DrawingResult>(task: DrawingTask): Promise<Result> =>
    new Promise((resolve, reject) => {
      tasks.push((thread) => thread.ask(task).then((result) => resolve(result as Result), reject));
      next();
    });
  return {
    workshop: {
      cutFaces: (theme, characters, lang) => ask<readonly FontFace[]>({ theme, characters, lang }),
      drawCharts: async (figures, lang, theme) => {
        const drawn = batches(figures.map(drawnFigure)).map((some) =>
          ask<RenderedCharts>({ figures: some, lang, theme }),
        );
        const settled = await Promise.allSettled(drawn);
        const failures = settled.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
        const faults = failures.filter((cause) => !(cause instanceof Failure));
        if (faults.length > 0) throw faults[0];
        const found = failures.flatMap((cause) => (cause instanceof Failure ? cause.problems : []));
        if (found.length > 0) throw new Failure('input', found);
        const results = settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
        return {
          images: new Map(results.flatMap(({ images }) => [...images])),
          problems: results.flatMap(({ problems }) => problems),
        };
      },
    },
    close: async () => {
      await Promise.all(threads.map(({ close }) => close()));
    },
  };
}
