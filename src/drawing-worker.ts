/** The program of the threads that cut fonts and draw charts. */
import type { Lang } from './model/document.ts';
import type { Theme } from './model/theme.ts';
import { type DrawnFigure, type RenderedCharts, renderCharts } from './render/charts/index.ts';
import type { FontFace } from './render/fonts/face.ts';
import { subsetFaces } from './render/fonts/subset.ts';
import { answerTasks } from './thread-program.ts';

interface Common {
  readonly lang: Lang;
  readonly theme: Theme;
}
/** To cut the theme's faces, or to draw figures. */
export type DrawingTask =
  | (Common & { readonly characters: string })
  | (Common & { readonly figures: readonly DrawnFigure[] });
export type DrawingResult = readonly FontFace[] | RenderedCharts;

answerTasks((task: DrawingTask): Promise<DrawingResult> => {
  const { lang, theme } = task;
  return 'figures' in task ? renderCharts(task.figures, lang, theme) : subsetFaces(theme, task.characters, lang);
});
