/** Outlines and bitmaps of the build before, where neither chart nor faces have changed. */
import type { BuildCache } from '../../model/build-cache.ts';
import type { CutFace } from '../fonts/face.ts';
import type { ChartImage } from './index.ts';
import type { OutlinedChart } from './outline.ts';

/** See `outlineCharts`, which is loaded only for charts that the cache does not have. */
export async function keptOutlines(
  images: ReadonlyMap<string, ChartImage>,
  faces: readonly CutFace[],
  cache: BuildCache,
): Promise<ReadonlyMap<string, OutlinedChart>> {
  const shelf = cache.shelf('outlines');
  const common = cache.key(faces);
  const keys = new Map([...images].map(([id, image]) => [id, cache.key(common, image)]));
  const keyOf = (id: string) => keys.get(id) ?? '';
  const kept = new Map([...images.keys()].map((id) => [id, shelf.get(keyOf(id)) as OutlinedChart | undefined]));
  const changed = new Map([...images].filter(([id]) => kept.get(id) === undefined));
  if (changed.size > 0) {
    const { outlineCharts } = await import('./outline.ts');
    for (const [id, outlined] of await outlineCharts(changed, faces)) {
      kept.set(id, outlined);
      shelf.set(keyOf(id), outlined);
    }
  }
  return kept as ReadonlyMap<string, OutlinedChart>;
}
