/** Charts of the build before, where nothing that they are drawn from has changed. */
import type { BuildCache } from '../../model/build-cache.ts';
import type { Lang } from '../../model/document.ts';
import { Failure } from '../../model/problem.ts';
import type { Theme } from '../../model/theme.ts';
import type { Workshop } from '../workshop.ts';
import type { ChartImage, DrawnFigure, RenderedCharts } from './index.ts';

/** Draws a figure of one edition in one language, once however often it is asked for. */
export type DrawFigure = (figure: DrawnFigure) => Promise<RenderedCharts>;

/**
 * Has drawn what has changed (see `renderCharts`) and takes the rest from the cache. A chart that is hard to read is
 * drawn each time, so that the build says so each time.
 */
export function createDrawing(lang: Lang, theme: Theme, draw: Workshop['drawChart'], cache: BuildCache): DrawFigure {
  const shelf = cache.shelf('charts');
  const common = cache.key(lang, theme);
  const started = new Map<DrawnFigure['spec'], Promise<RenderedCharts>>();
  const keptOrDrawn = async (figure: DrawnFigure): Promise<RenderedCharts> => {
    const { id, spec, data } = figure;
    const key = cache.key(common, id, spec, data);
    const kept = shelf.get(key) as ChartImage | undefined;
    if (kept !== undefined) return { images: new Map([[id, kept]]), problems: [] };
    const drawn = await draw(figure, lang, theme);
    const image = drawn.images.get(id);
    if (image !== undefined && drawn.problems.length === 0) shelf.set(key, image);
    return drawn;
  };
  return (figure) => {
    const drawing = started.get(figure.spec) ?? keptOrDrawn(figure);
    started.set(figure.spec, drawing);
    // Whoever asks for all of them hears of its failure.
    drawing.catch(() => undefined);
    return drawing;
  };
}

/** All figures together. @throws Failure with the problems of all, in their order */
export async function drawAll(figures: readonly DrawnFigure[], draw: DrawFigure): Promise<RenderedCharts> {
  const settled = await Promise.allSettled(figures.map(draw));
  const causes = settled.flatMap((result): unknown[] => (result.status === 'rejected' ? [result.reason] : []));
  const failures = causes.filter((cause) => cause instanceof Failure);
  if (failures.length < causes.length) throw causes.find((cause) => !(cause instanceof Failure));
  const [first] = failures;
  if (first) {
    throw new Failure(
      first.fault,
      failures.flatMap(({ problems }) => problems),
    );
  }
  const drawn = settled.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  return {
    images: new Map(drawn.flatMap(({ images }) => [...images])),
    problems: drawn.flatMap(({ problems }) => problems),
  };
}
