/** Finds what a document says in the flow of a finished file, in order, and what stands there besides. */
import type { Document } from '../model/document.ts';
import { type Expected, expectedOf } from './expected.ts';
import type { FinishedFile } from './finished.ts';

/** What is expected, and where the flow has it; undefined if it does not. */
export interface Aligned {
  readonly expected: Expected;
  readonly at: number | undefined;
}

/** What stands in the flow between two texts of the document. */
export interface Gap {
  readonly text: string;
  readonly at: number;
  /** Index of the last text found before it, -1 at the front. */
  readonly after: number;
  /** Indexes of the texts that are not found and should stand here. */
  readonly missing: readonly number[];
}

export interface Alignment {
  readonly texts: readonly Aligned[];
  readonly gaps: readonly Gap[];
}

/**
 * A text that is not found so near is looked for further on only if it is too long to stand there by chance: a short
 * one that is missing would else be found in another place, and everything between would seem to be missing.
 */
const near = 3000;
const long = 40;

function find(flow: string, text: string, from: number): number {
  const at = flow.indexOf(text, from);
  return at - from <= near || text.length >= long ? at : -1;
}

export function align(document: Document, { flow }: FinishedFile): Alignment {
  const texts: Aligned[] = [];
  const gaps: Gap[] = [];
  let missing: number[] = [];
  let position = 0;
  let after = -1;
  const gap = (until: number) => {
    if (until > position || missing.length > 0)
      gaps.push({ text: flow.slice(position, until), at: position, after, missing });
    missing = [];
  };
  for (const [index, expected] of expectedOf(document).entries()) {
    const at = find(flow, expected.text, position);
    texts.push({ expected, at: at === -1 ? undefined : at });
    if (at === -1) missing.push(index);
    else {
      gap(at);
      position = at + expected.text.length;
      after = index;
    }
  }
  gap(flow.length);
  return { texts, gaps };
}
