/** Work on a document that needs no browser, and can be done elsewhere than where it is asked for. */
import type { Lang } from '../model/document.ts';
import type { Theme } from '../model/theme.ts';
import type { DrawnFigure, RenderedCharts } from './charts/index.ts';
import type { CutFace } from './fonts/face.ts';

export interface Workshop {
  /** See `subsetFaces`. */
  readonly cutFaces: (theme: Theme, characters: string, lang: Lang) => Promise<readonly CutFace[]>;
  /** One figure; see `renderCharts`. */
  readonly drawChart: (figure: DrawnFigure, lang: Lang, theme: Theme) => Promise<RenderedCharts>;
  /** Gives back what it holds, when there is nothing to do for some time. It can be used again afterwards. */
  readonly rest: () => void;
}

/** Works in this thread; what cuts and what draws is loaded when it is first needed. */
export const ownWorkshop: Workshop = {
  cutFaces: async (...task) => (await import('./fonts/subset.ts')).subsetFaces(...task),
  drawChart: async (figure, lang, theme) => (await import('./charts/index.ts')).renderCharts([figure], lang, theme),
  rest: () => undefined,
};
