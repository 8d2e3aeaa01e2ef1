/** What the source says of its data beside its tables: indicators, facts of the text, figures of the chronicle. */
import type { Code, Names } from './dataset.ts';
import type { Lang } from './document.ts';
import type { Place } from './problem.ts';
import type { IndicatorKind, Key, ObservationRef, Quantity } from './quantity.ts';

/** Second operand of a published indicator: what a share is of, a ratio to, a rank among; empty for the usual one. */
export interface Against {
  /** Another cube or measure than the indicator's own. */
  readonly cube?: string;
  readonly measure?: string;
  /** Kind of codes among which a rank is counted. */
  readonly kind?: string;
  /** Another year than the indicator's own, or than the one before it. */
  readonly year?: number;
  readonly key: Key;
}

/** How sure the source is of a figure: "more than", "less than" or "about" it, or without such a word. */
export type Precision = 'exact' | 'above' | 'below' | 'nearly' | 'about';

/** What the source says without a number: a direction, a record, which of two is larger. */
export const publishedWords = {
  direction: ['up', 'down', 'flat'],
  record: ['high', 'low'],
  comparison: ['above', 'below'],
} as const;

/** What the source prints beside its tables and what a check compares: a number, a direction, a record. */
export interface PublishedIndicator {
  readonly indicator: IndicatorKind | 'value' | 'growth-rank' | keyof typeof publishedWords;
  readonly ref: ObservationRef;
  readonly against: Against;
  /** The number as printed; absent for a direction or record. */
  readonly printed?: Quantity;
  /** "Over 90 %" is `above`. */
  readonly precision: Precision;
  /** One of `publishedWords`. */
  readonly word?: string;
  readonly source: string;
  readonly place: Place;
}

/** How a fact follows from others. */
export const derivations = ['same', 'sum', 'share', 'ratio', 'difference', 'at-least', 'at-most'] as const;

/**
 * A figure that a fact follows from: another fact by its path (or `total.<measure>`, the book's total), or a figure of the
 * data, which may be several codes together or one of their indicators (`share output region=BJ+TJ amount 2021`).
 */
export type Operand =
  | { readonly kind: 'fact'; readonly path: string }
  | {
      readonly kind: 'place';
      readonly indicator: 'value' | 'share' | 'growth';
      /** Places whose values are added up. */
      readonly refs: readonly ObservationRef[];
    };

/** Which codes the source names: the largest ones by a measure, or those above or below a limit or another cube. */
export interface Choice {
  readonly rule: 'largest' | 'smallest' | 'above' | 'below';
  readonly cube: string;
  readonly measure: string;
  readonly indicator: 'value' | 'share' | 'growth' | 'increase';
  /** Kind of codes that compete, or the group or code to which they belong; else the cube's uppermost codes. */
  readonly kind?: string;
  readonly within?: string;
  /** Codes that do not compete, such as "other". */
  readonly except: readonly string[];
  readonly limit?: string;
  /** The cube and measure that each code's figure is above or below. */
  readonly than?: { readonly cube: string; readonly measure: string };
  /** The source names some of them and not all. */
  readonly examples: boolean;
}

/** A figure of the text that belongs to no table. */
export interface FigureFact {
  readonly kind: 'figure';
  readonly path: string;
  readonly quantity: Quantity;
  readonly precision: Precision;
  /** How the figure follows from others, for the audit to compare. */
  readonly follows?: { readonly indicator: (typeof derivations)[number]; readonly of: readonly Operand[] };
  /** The figure is the number of codes that are chosen so. */
  readonly counts?: Choice;
}

/** What the text says besides figures: which of a list's codes, or a name. */
export type Fact =
  | FigureFact
  | {
      readonly kind: 'codes';
      readonly path: string;
      readonly codes: readonly Code[];
      readonly chosen?: Choice;
      readonly place: Place;
      readonly source: string;
    }
  | { readonly kind: 'name'; readonly path: string; readonly names: Names };

/** A day of the calendar. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** What happened on a day, or on the days from one to another. */
export interface ChronicleEntry {
  readonly from: Day;
  readonly to: Day;
  /** As templates are written: `{{events}}` prints the figure or the date of that name. */
  readonly texts: Names;
  /** Where each text begins, for messages. */
  readonly textPlaces: Readonly<Record<Lang, Place>>;
  /** Figures that it states, by name. */
  readonly figures: ReadonlyMap<string, FigureFact>;
  /** Other days that the text names. */
  readonly dates: ReadonlyMap<string, Day>;
}
