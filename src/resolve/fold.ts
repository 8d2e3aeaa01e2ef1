import type { Row, Table } from '../model/document.ts';

type Grid = Pick<Table, 'columns' | 'head' | 'rows'>;

/** Rows between two headings, set side by side: the first fill the left set of columns, the last the right one. */
function foldRows(rows: readonly Row[], width: number, sets: number): Row[] {
  const height = Math.ceil(rows.length / sets);
  return rows.slice(0, height).map((row, index) => ({
    ...row,
    cells: Array.from({ length: sets }, (_, set) => rows[index + set * height]?.cells).flatMap(
      (cells) => cells ?? Array.from({ length: width }, () => ({ type: 'blank', text: '' }) as const),
    ),
  }));
}

/** A table of narrow rows in several sets of columns side by side; heading rows go across all. */
export function folded({ columns, head, rows }: Grid, sets: number): Grid {
  if (sets === 1) return { columns, head, rows };
  const stretches: Row[][] = [[]];
  for (const row of rows) {
    if (row.role === 'title') stretches.push([row], []);
    else stretches.at(-1)?.push(row);
  }
  return {
    columns: Array.from({ length: sets }, (_, set) =>
      columns.map((column) => (set === 0 ? column : { ...column, key: `${column.key}-${set + 1}` })),
    ).flat(),
    head: head.map((row) => Array.from({ length: sets }, () => row).flat()),
    rows: stretches.flatMap((stretch) =>
      stretch[0]?.role === 'title' ? stretch : foldRows(stretch, columns.length, sets),
    ),
  };
}
