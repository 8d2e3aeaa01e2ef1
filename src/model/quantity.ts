import type { Decimal } from 'decimal.js';
import type { Place } from './problem.ts';

/** The codes that pick one observation out of a cube, by dimension: `{ registrant: 'D12' }`; empty for the whole. */
export type Key = Readonly<Record<string, string>>;

/** SDMX: where a number stands in the data. */
export interface ObservationRef {
  readonly cube: string;
  readonly key: Key;
  readonly measure: string;
  readonly year: number;
  /** Those codes of the key that stay the same: what the number is a part of, and is ranked in, is their sum. */
  readonly held?: Key;
}

/** The closed list of what can be computed; see `src/derive/`. */
export type IndicatorKind =
  | 'total'
  | 'remainder'
  | 'previous'
  | 'increase'
  | 'growth'
  | 'share'
  | 'average'
  | 'rank'
  | 'ratio'
  | 'times'
  | 'contribution'
  | 'difference'
  | 'count';

/** Those indicators that a table, a chart or a template's `sort` can ask for by name. */
export const indicatorNames = ['growth', 'share', 'rank', 'increase', 'contribution'] as const;

/** When a book came out, as far as it is known. */
export interface PublicationDate {
  readonly year: number;
  readonly month?: number;
}

/** The edition that printed a value: the year that it is of, and when it came out. */
export interface Vintage {
  readonly year: number;
  readonly published: PublicationDate;
}

/** Where a quantity comes from. Nothing is printed that has none. */
export type Origin =
  | ({
      readonly kind: 'observation';
      readonly place: Place;
      readonly source: string;
      /** In a long series: the edition that printed it. */
      readonly vintage?: Vintage;
      /** In a long series: what earlier editions printed for the same place that cannot be the same number, latest first. */
      readonly superseded?: readonly Quantity[];
    } & ObservationRef)
  | { readonly kind: 'fact'; readonly path: string; readonly place: Place; readonly source: string }
  | ({
      /** An indicator that the source prints and whose inputs it does not. */
      readonly kind: 'published';
      readonly indicator: IndicatorKind;
      readonly place: Place;
      readonly source: string;
    } & ObservationRef)
  | { readonly kind: 'edition'; readonly field: string; readonly place: Place }
  | {
      readonly kind: 'derived';
      readonly indicator: IndicatorKind;
      readonly inputs: readonly Quantity[];
      /** Where the source prints the one that it is of the values that its rounded inputs allow. */
      readonly printed?: { readonly place: Place; readonly source: string };
    };

/** A closed interval; what the unrounded value may have been. */
export interface Interval {
  readonly low: Decimal;
  readonly high: Decimal;
}

/** A value with unit, number of decimals and origin. */
export interface Quantity {
  /** The exact value as published or computed, never rounded on the way. */
  readonly value: Decimal;
  /** Where the value lies if its inputs were rounded before they were published. */
  readonly interval: Interval;
  /** Code of a unit in `data/codes/units.csv`, such as `wanyuan`, `contract`, `percent`. */
  readonly unit: string;
  /** Decimals to print. */
  readonly decimals: number;
  readonly origin: Origin;
  /** Its place in a cube, for an observation and for the total, group or average of observations. */
  readonly ref?: ObservationRef;
}

/** Whether a value of an observation is there, and not blank with a status. */
export function isQuantity(value: object | undefined): value is Quantity {
  return value !== undefined && 'interval' in value;
}
