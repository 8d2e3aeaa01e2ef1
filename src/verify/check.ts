/** What a check is: it looks at a finished file beside its document and tells what it proved and what is wrong. */
import type { Document } from '../model/document.ts';
import type { Problem } from '../model/problem.ts';
import type { Theme } from '../model/theme.ts';
import type { Alignment } from './align.ts';
import type { FinishedFile } from './finished.ts';

/** What can be proved of a file, by the name under which the manifest counts it. */
export type Proof =
  | 'headings'
  | 'paragraphs'
  | 'captions'
  | 'notes'
  | 'lines'
  | 'numbers'
  | 'tables'
  | 'rows'
  | 'cells'
  | 'figures'
  | 'chartLabels'
  | 'contentsEntries'
  | 'links'
  | 'bookmarks'
  | 'runningHeads'
  | 'fonts';

export type Proved = Readonly<Partial<Record<Proof, number>>>;

export interface CheckInput {
  readonly document: Document;
  readonly theme: Theme;
  readonly file: FinishedFile;
  readonly alignment: Alignment;
  /** Name of the file, for problems. */
  readonly name: string;
}

export interface CheckResult {
  readonly proved: Proved;
  readonly problems: readonly Problem[];
}

export type Check = (input: CheckInput) => CheckResult;

/** Results of several checks together; what there is none of is not counted. */
export function together(results: readonly CheckResult[]): CheckResult {
  const proved: Partial<Record<Proof, number>> = {};
  for (const result of results) {
    for (const [name, count] of Object.entries(result.proved) as [Proof, number][])
      if (count > 0) proved[name] = (proved[name] ?? 0) + count;
  }
  return { proved, problems: results.flatMap(({ problems }) => problems) };
}
