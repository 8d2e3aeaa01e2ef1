import type { Code, Names } from '../model/dataset.ts';
import type { Key } from '../model/quantity.ts';
import type { OpenValueSpec } from '../validate/index.ts';

/** One row of a table or chart, before its values: which slice of a cube it is. */
export interface RowItem {
  /** `year`: the whole in one of several years; `title`: a heading row; `place`: a place in an order. */
  readonly kind: 'code' | 'total' | 'remainder' | 'year' | 'title' | 'place';
  readonly cube: string;
  /** The code; undefined for the whole and for the remainder. */
  readonly code: Code | undefined;
  readonly key: Key;
  /** What is held fast: shares are of this slice. */
  readonly where: Key;
  readonly year: number;
  /** 1 for a part that stands below its parent. */
  readonly indent: number;
  /** From 1, counted through the codes of the block or of the kind. */
  readonly place: number;
  /** Codes whose sum the remainder completes to the whole. */
  readonly besides: readonly Key[];
  /** Group or code among whose members ranks are counted. */
  readonly peers?: Key;
  /** Label of its own. */
  readonly label?: { readonly names: Names; readonly path: readonly PropertyKey[] };
  /** What a column leaves open of its value. */
  readonly value?: OpenValueSpec | undefined;
}
