/** The composed book before it is numbered: prose with bound numbers, places of tables and figures, open references. */
import type { Inline, Lang, TargetKind } from '../model/document.ts';
import type { Place } from '../model/problem.ts';

/** A reference whose label is not known yet. */
export interface OpenReference {
  readonly type: 'open-reference';
  readonly kind: TargetKind;
  readonly key: string;
  readonly place: Place;
}

export type DraftInline =
  | Exclude<Inline, { type: 'reference' } | { type: 'emphasis' }>
  | OpenReference
  | { readonly type: 'emphasis'; readonly children: readonly DraftInline[] };

export type DraftBlock =
  | { readonly type: 'paragraph'; readonly role: 'body' | 'lead'; readonly inlines: readonly DraftInline[] }
  | { readonly type: 'list'; readonly ordered: boolean; readonly items: readonly (readonly DraftInline[])[] }
  /** Where a table or figure stands; its content follows from its specification. */
  | { readonly type: 'insert'; readonly kind: 'table' | 'figure'; readonly key: string; readonly place: Place }
  /** Where the chronicle stands. */
  | { readonly type: 'chronicle'; readonly place: Place };

export interface DraftSection {
  readonly key: string;
  readonly numbered: boolean;
  /** Its tables and figures are counted on their own, as those of an appendix. */
  readonly appendix: boolean;
  readonly title: readonly DraftInline[];
  readonly blocks: readonly DraftBlock[];
  readonly sections: readonly DraftSection[];
}

export interface Draft {
  readonly lang: Lang;
  readonly title: string;
  readonly fullTitle: string;
  readonly otherTitle: string;
  readonly description: string;
  readonly imprint: readonly (readonly DraftInline[])[];
  readonly preface: DraftSection | undefined;
  readonly sections: readonly DraftSection[];
}
