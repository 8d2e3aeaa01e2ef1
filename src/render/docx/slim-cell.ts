/** Cells of tables, measured. */
import { attribute, child, contentOf, nameOf } from './nodes.ts';
import type { ParagraphMeasurer } from './paragraph-lines.ts';
import { cellMargin } from './table-indents.ts';

/** Content of the only paragraph of a cell, and its lines. */
export function cellLines(cell: readonly unknown[], measure: ParagraphMeasurer) {
  const width = Number(attribute(contentOf(child(cell, 'w:tcPr'), 'w:tcPr'), 'w:tcW', 'w:w'));
  const [paragraph, ...others] = cell.filter((part) => nameOf(part) === 'w:p');
  if (paragraph === undefined || others.length > 0 || Number.isNaN(width)) return undefined;
  const content = contentOf(paragraph, 'w:p');
  const ofStyle = child(contentOf(child(content, 'w:pPr'), 'w:pPr'), 'w:spacing') === undefined;
  const measured = ofStyle ? measure(content, width - 2 * cellMargin) : undefined;
  return measured && { content, ...measured };
}
