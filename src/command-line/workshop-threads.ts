/** Threads that draw charts and cut fonts, while the main one composes and talks to the browser. */
import type { ChartTask } from '../chart-worker.ts';
import type { FontTask } from '../font-worker.ts';
import type { RenderedCharts } from '../render/charts/index.ts';
import type { FontFace } from '../render/fonts/face.ts';
import type { Workshop } from '../render/index.ts';
import { startThread } from './thread.ts';

export interface WorkshopThreads {
  readonly workshop: Workshop;
  readonly close: () => Promise<void>;
}

/** Starts both threads (see `startThread`). `folder` is the project's. */
export function startWorkshopThreads(folder: string): WorkshopThreads {
  const charts = startThread<ChartTask, RenderedCharts>(folder, 'chart-worker.ts');
  const fonts = startThread<FontTask, readonly FontFace[]>(folder, 'font-worker.ts');
  return {
    workshop: {
      drawChart: ({ id, spec, data, place, basePlaces }, lang, theme) =>
        // Without the quantities of a whole figure, which cannot be sent to a thread.
        charts.ask({ figure: { id, spec, data, place, ...(basePlaces && { basePlaces }) }, lang, theme }),
      cutFaces: (theme, characters, lang) => fonts.ask({ theme, characters, lang }),
    },
    close: async () => {
      await Promise.all([charts.close(), fonts.close()]);
    },
  };
}
