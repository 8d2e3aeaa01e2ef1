/** What is drawn of the figures of a book, worked out when it is first asked for. */
import type { Composer } from '../compose/index.ts';
import type { Lookup } from '../derive/index.ts';
import type { Report } from '../load/index.ts';
import { idOf } from '../model/document.ts';
import type { BookSpecs } from '../validate/index.ts';
import { type FigureDrawing, resolveDrawing } from './figure.ts';

/** By the key of its chart, which exists; each is worked out once, and its faults are told once. */
export type Drawings = (key: string) => FigureDrawing | undefined;

export function createDrawings(lookup: Lookup, specs: BookSpecs, composer: Composer, report: Report): Drawings {
  const known = new Map<string, FigureDrawing>();
  return (key) => {
    const chart = specs.charts.get(key);
    if (chart === undefined) return undefined;
    const drawing = known.get(key) ?? resolveDrawing(idOf('figure', key), chart, lookup, composer, report);
    known.set(key, drawing);
    return drawing;
  };
}
