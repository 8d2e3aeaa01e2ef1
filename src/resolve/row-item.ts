import type { Code, Names } from '../model/dataset.ts';
import type { Key } from '../model/quantity.ts';
import type { OpenValueSpec } from '../validate/index.ts';

/** One row of a table or chart, before its values: which slice of a cube it is. */
export interface RowItem {
  /** `total`: the whole below or above its parts; `whole`: the whole by itself; `title`: a heading row; `place`: a place in an order. */
  readonly kind: 'code' | 'total' | 'whole' | 'remainder' | 'title' | 'place';
  readonly cube: string;
  /** The code; undefined for the whole and for the remainder. */
  readonly code: Code | undefined;
  readonly key: Key;
  /** Those codes of the key that stay the same: what the value is a part of, and is ranked in, is their sum. */
  readonly held: Key;
  readonly year: number;
  /** 1 for a part that stands below its parent. */
  readonly indent: number;
  /** From 1, counted through the codes of the block or of the kind; 0 for rows that are not counted. */
  readonly place: number;
  /** Codes whose sum the remainder completes to the whole. */
  readonly besides: readonly Key[];
  /** Group or code whose members the rows are: ranks are counted among them, and the remainder is what is left of it. */
  readonly members?: Key;
  /** Of a place: the dimension whose codes are in order, and by which measure. */
  readonly order?: {
    readonly dimension: string;
    readonly measure: string;
    readonly descending: boolean;
    /** Only codes of this kind have a place. */
    readonly kind: string | undefined;
  };
  /** Label of its own. */
  readonly label?: { readonly names: Names; readonly path: readonly PropertyKey[] };
  /** What a column leaves open of its value. */
  readonly value?: OpenValueSpec | undefined;
}

/** A heading row within a table, with a text of its own or the name of a code. */
export function titleRow(label: NonNullable<RowItem['label']> | Code, year: number): RowItem {
  const item = { kind: 'title', cube: '', key: {}, held: {}, year, indent: 0, place: 0, besides: [] } as const;
  return 'code' in label ? { ...item, code: label } : { ...item, code: undefined, label };
}
