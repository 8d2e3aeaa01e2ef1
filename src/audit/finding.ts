import type { Erratum } from '../model/dataset.ts';
import type { Place, Problem } from '../model/problem.ts';
import type { Key, ObservationRef, Quantity } from '../model/quantity.ts';
import type { Slip } from './slips.ts';

/** The sorts of rules; each has its word in `locales/`. */
export const rules = ['footing', 'published', 'across', 'continuity', 'facts', 'errata'] as const;
export type Rule = (typeof rules)[number];

/** Where a figure stands in the source: the label of its table, and its row and column there. */
export interface Cell {
  readonly table: string;
  readonly cube?: string;
  readonly key?: Key;
  readonly measure?: string;
  readonly year?: number;
}

/** A check's failure with its place; `name` is what an erratum refers to. */
export interface Finding {
  readonly name: string;
  readonly rule: Rule;
  readonly problem: Problem;
  readonly cell?: Cell;
  /** What is printed, what follows from the other figures, and by how much the two differ, as texts in one unit. */
  readonly printed?: string;
  readonly follows?: string;
  readonly off?: string;
  readonly unit?: string;
  /** What probably happened. */
  readonly slip?: Slip;
  /** The erratum on record that explains it. */
  readonly erratum?: Erratum;
}

/** What a finding shows, for an erratum to name: `49.30 ≠ 49.32`. */
export function contradictionText({ printed = '', follows = '' }: Finding): string {
  return `${printed} ≠ ${follows}`;
}

const cellAt = ({ cube, key, measure, year }: ObservationRef, table: string): Cell => ({
  table,
  cube,
  key,
  measure,
  year,
});

/** Where a figure stands in the source; a figure that follows from others stands where its first one does. */
export function cellOf({ origin, ref }: Quantity): Cell | undefined {
  switch (origin.kind) {
    case 'observation':
    case 'published':
      return cellAt(origin, origin.source);
    case 'fact':
      return { table: origin.source };
    case 'edition':
      return undefined;
    case 'derived': {
      const first = origin.inputs.map(cellOf).find((cell) => cell !== undefined);
      return ref && first ? cellAt(ref, first.table) : first;
    }
  }
}

/** Line and column of a figure in the data; of the first of those from which it follows. */
export function placeOf({ origin }: Quantity): Place | undefined {
  if (origin.kind !== 'derived') return origin.place;
  return origin.inputs.map(placeOf).find((place) => place !== undefined);
}
