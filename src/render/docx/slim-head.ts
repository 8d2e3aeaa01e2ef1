/** Heads of tables with fewer cells: of those that look the same, the tallest decides on the height of its row. */
import { child, contentOf, elementsOf, emptyParagraph, nameOf } from './nodes.ts';
import type { ParagraphMeasurer } from './paragraph-lines.ts';
import { cellLines } from './slim-cell.ts';

/** Cells of a row that differ in nothing but their width and their words, by the tallest of them. */
interface Kind {
  readonly merged: boolean;
  readonly properties: readonly unknown[];
  readonly paragraph: readonly unknown[];
  readonly lines: number;
  readonly height: number;
}

const widthAndSpan = new Set(['w:tcW', 'w:gridSpan']);

/** The kinds of cells in a row, those that reach over several rows first; undefined if the height of one is not known. */
function kindsOf(row: readonly unknown[], measure: ParagraphMeasurer): readonly Kind[] | undefined {
  const kinds = new Map<string, Kind>();
  for (const part of elementsOf(row, 'w:tc')) {
    const cell = contentOf(part, 'w:tc');
    const known = cellLines(cell, measure);
    if (known === undefined) return undefined;
    const all = contentOf(child(cell, 'w:tcPr'), 'w:tcPr');
    const properties = all.filter((property) => !widthAndSpan.has(nameOf(property) ?? ''));
    const paragraph = elementsOf(known.content, 'w:pPr');
    const key = JSON.stringify([properties, paragraph]);
    if (known.height <= (kinds.get(key)?.height ?? -1)) continue;
    const merged = child(properties, 'w:vMerge') !== undefined;
    kinds.set(key, { merged, properties, paragraph, lines: known.lines, height: known.height });
  }
  return [...kinds.values()].sort((first, second) => Number(second.merged) - Number(first.merged));
}

/** A row with a cell of each kind, the last of which is over all columns that are left. */
function rowOf(row: readonly unknown[], kinds: readonly Kind[], columns: number): unknown {
  const cells = kinds.map(({ properties, paragraph, lines }, index) => {
    const span = index < kinds.length - 1 ? 1 : columns - index;
    return {
      'w:tc': [
        { 'w:tcPr': [{ 'w:gridSpan': { _attr: { 'w:val': span } } }, ...properties] },
        emptyParagraph(paragraph, lines),
      ],
    };
  });
  return { 'w:tr': [...elementsOf(row, 'w:trPr'), ...cells] };
}

/**
 * Rows of a head that are as high as these, given their contents; undefined for more than two, in which cells may reach
 * over different rows, and if the height of a cell is not known.
 */
export function slimHead(
  rows: readonly (readonly unknown[])[],
  columns: number,
  measure: ParagraphMeasurer,
): readonly unknown[] | undefined {
  const kinds = rows.flatMap((row) => [kindsOf(row, measure) ?? []]);
  // A cell that reaches into the second row stands in the same column of both.
  const merged = new Set(kinds.map((ofRow) => ofRow.filter((kind) => kind.merged).length));
  if (rows.length > 2 || merged.size > 1 || kinds.some((ofRow) => ofRow.length === 0)) return undefined;
  return rows.map((row, index) => rowOf(row, kinds[index] ?? [], columns));
}
