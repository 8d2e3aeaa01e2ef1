/** The program of the thread that draws charts. */
import type { Lang } from './model/document.ts';
import type { Theme } from './model/theme.ts';
import { type DrawnFigure, renderCharts } from './render/charts/index.ts';
import { answerTasks } from './thread-program.ts';

export interface ChartTask {
  readonly figure: DrawnFigure;
  readonly lang: Lang;
  readonly theme: Theme;
}

answerTasks(({ figure, lang, theme }: ChartTask) => renderCharts([figure], lang, theme));
