import { growth, type Lookup } from '../derive/index.ts';
import type { ChronicleFigure } from '../model/dataset.ts';
import { compare } from './compare.ts';
import type { Finding } from './index.ts';

/** Figures of the chronicle that repeat a cube's, against the cube. */
export function auditChronicle(lookup: Lookup): Finding[] {
  const { chronicle, edition } = lookup.dataset;
  const figures = chronicle.flatMap((entry): readonly ChronicleFigure[] => [...entry.figures.values()]);
  return figures.flatMap(({ path, quantity, follows }): Finding[] => {
    if (follows === undefined || quantity.origin.kind !== 'fact') return [];
    const { cube, measure, indicator } = follows;
    const total = lookup.at({ cube, key: {}, measure, year: edition.year });
    const result = total && indicator === 'growth' ? growth(lookup, total) : total;
    return result ? compare(lookup, path, quantity, result, quantity.origin.place) : [];
  });
}
