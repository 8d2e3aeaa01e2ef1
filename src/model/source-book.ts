/** The front matter of the published book that the data are taken from: its imprint, board and compilation note. */
import type { Code, Names } from './dataset.ts';

/** Parts that people have in a yearbook, in the order of its board. */
export const boardRoles = ['editors-in-chief', 'deputy-editors', 'members', 'writers'] as const;
export type BoardRole = (typeof boardRoles)[number];

export interface BoardGroup {
  readonly role: BoardRole;
  readonly people: readonly Names[];
  /** `strokes`: in the order of the strokes of their names. */
  readonly order?: 'strokes';
}

/** What the compilation note of the published book says besides figures. */
export interface CompilationNote {
  readonly survey: Names;
  readonly owner: Names;
  /** The document by which the survey was approved, and by whom. */
  readonly approval: Names;
  readonly approvedBy: Names;
  readonly commissioned: Code;
  readonly subjects: readonly Names[];
  readonly documents: readonly Names[];
}

/** The front matter of the published book that the data are taken from. */
export interface SourceBook {
  readonly titles: Names;
  readonly compiler: Code;
  readonly imprint: {
    readonly isbn?: string;
    /** Number of its CIP record, in Chinese. */
    readonly cip?: string;
    /** Subjects of its CIP record, in Chinese, with their classes in the Chinese Library Classification. */
    readonly classes: readonly { readonly zh: string; readonly class: string }[];
    readonly place?: Names;
    readonly edition?: Names;
    readonly impression?: Names;
    readonly format?: string;
    readonly sheets?: Amount;
    readonly characters?: Amount;
  };
  readonly board: readonly BoardGroup[];
  readonly note?: CompilationNote;
}

/** A number of an imprint, which is no statistic; `unit` is a word of the book. */
export interface Amount {
  readonly value: string;
  readonly unit: string;
}
