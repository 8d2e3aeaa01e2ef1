/** Threads that draw charts and cut fonts, while the main one composes and talks to the browser. */
import type { ChartTask } from '../chart-worker.ts';
import type { FontTask } from '../font-worker.ts';
import type { RenderedCharts } from '../render/charts/index.ts';
import type { CutFace } from '../render/fonts/face.ts';
import type { Workshop } from '../render/index.ts';
import { startThread, type Thread } from './thread.ts';

export interface WorkshopThreads {
  readonly workshop: Workshop;
  readonly close: () => Promise<void>;
}

/** A thread that starts at once and, once it has been stopped, again when it is needed. */
function restartable<Task, Result>(folder: string, program: string) {
  let thread: Thread<Task, Result> | undefined = startThread<Task, Result>(folder, program);
  return {
    ask: (task: Task) => {
      thread ??= startThread<Task, Result>(folder, program);
      return thread.ask(task);
    },
    stop: async () => {
      const stopped = thread;
      thread = undefined;
      await stopped?.close();
    },
  };
}

/** Starts both threads (see `startThread`). `folder` is the project's. */
export function startWorkshopThreads(folder: string): WorkshopThreads {
  const charts = restartable<ChartTask, RenderedCharts>(folder, 'chart-worker.ts');
  const fonts = restartable<FontTask, readonly CutFace[]>(folder, 'font-worker.ts');
  const close = async () => {
    await Promise.all([charts.stop(), fonts.stop()]);
  };
  return {
    workshop: {
      drawChart: ({ id, spec, data, place, basePlaces }, lang, theme) =>
        // Without the quantities of a whole figure, which cannot be sent to a thread.
        charts.ask({ figure: { id, spec, data, place, ...(basePlaces && { basePlaces }) }, lang, theme }),
      cutFaces: (theme, characters, lang) => fonts.ask({ theme, characters, lang }),
      // Together they hold as much memory as the browser.
      rest: () => void close(),
    },
    close,
  };
}
