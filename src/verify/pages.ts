/** On which page each block of a document stands, by the numbers that are printed; for who asks where a number is. */
import type { Alignment } from './align.ts';
import { pageLabel } from './findings.ts';
import { type FinishedFile, pageAt } from './finished.ts';
import { bodyRows, matchTables } from './parts.ts';

export interface BlockPages {
  /** Number of the block, counted from 0 through preface and body. */
  readonly block: number;
  /** Page on which it begins, as it is printed. */
  readonly page: string;
  /** Of a table: the page of each row. */
  readonly rows?: readonly string[];
}

/** Empty for a format that has no pages of its own. */
export function pagesOf(alignment: Alignment, file: FinishedFile): readonly BlockPages[] {
  const rows = new Map(
    matchTables(alignment, file).map((match) => [match.table.id, bodyRows(match).map(({ page }) => page)] as const),
  );
  const label = (page: number | undefined) => (page === undefined ? '' : pageLabel(file, page));
  const found = new Map<number, BlockPages>();
  for (const { expected, at } of alignment.texts) {
    const { block } = expected;
    const page = at === undefined ? undefined : pageAt(file, at);
    if (block === undefined || page === undefined) continue;
    const ofRows = expected.kind === 'table' ? rows.get(expected.table.id) : undefined;
    const known = found.get(block);
    if (known && ofRows === undefined) continue;
    found.set(block, { block, page: known?.page ?? label(page), ...(ofRows && { rows: ofRows.map(label) }) });
  }
  return [...found.values()];
}
