/** Charts of the build before, where nothing that they are drawn from has changed. */
import type { BuildCache } from '../../model/build-cache.ts';
import type { Figure, Lang } from '../../model/document.ts';
import type { Theme } from '../../model/theme.ts';
import type { Workshop } from '../workshop.ts';
import type { ChartImage, RenderedCharts } from './index.ts';

/**
 * Has drawn what has changed (see `renderCharts`) and takes the rest from the cache. A chart that is hard to read is
 * drawn each time, so that the build says so each time.
 */
export async function keptCharts(
  figures: readonly Figure[],
  lang: Lang,
  theme: Theme,
  draw: Workshop['drawCharts'],
  cache: BuildCache,
): Promise<RenderedCharts> {
  const shelf = cache.shelf('charts');
  const common = cache.key(lang, theme);
  const keys = new Map(figures.map(({ id, spec, data }) => [id, cache.key(common, id, spec, data)]));
  const keyOf = (id: string) => keys.get(id) ?? '';
  const kept = new Map(figures.map(({ id }) => [id, shelf.get(keyOf(id)) as ChartImage | undefined]));
  const changed = figures.filter(({ id }) => kept.get(id) === undefined);
  if (changed.length === 0) return { images: kept as ReadonlyMap<string, ChartImage>, problems: [] };
  const drawn = await draw(changed, lang, theme);
  const hard = new Set(drawn.problems.map(({ values }) => values?.figure));
  for (const [id, image] of drawn.images) {
    kept.set(id, image);
    if (!hard.has(id)) shelf.set(keyOf(id), image);
  }
  return { images: kept as ReadonlyMap<string, ChartImage>, problems: drawn.problems };
}
