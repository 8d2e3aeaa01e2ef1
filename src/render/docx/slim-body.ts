/**
 * A body that takes as much room on its pages as the document's, for laying out: a paragraph whose lines are counted is so
 * many empty lines. Breaking every line and measuring every cell is most of what the library does to find the pages.
 */
import type { IXmlableObject } from './library.ts';
import { contentOf, emptyParagraph, nameOf } from './nodes.ts';
import type { ParagraphMeasurer } from './paragraph-lines.ts';
import { slimTable } from './slim-table.ts';

/** What a paragraph keeps. */
const kept = new Set(['w:pPr', 'w:bookmarkStart', 'w:bookmarkEnd']);

/** `width` is that of the text, in twips. */
export function slimBody(body: IXmlableObject, width: number, measure: ParagraphMeasurer): IXmlableObject {
  const blocks = contentOf(body, 'w:body').map((block) => {
    if (nameOf(block) === 'w:tbl') return slimTable(contentOf(block, 'w:tbl'), measure);
    const paragraph = contentOf(block, 'w:p');
    const measured = paragraph.length > 0 ? measure(paragraph, width) : undefined;
    if (measured === undefined) return block;
    const rest = paragraph.filter((part) => kept.has(nameOf(part) ?? ''));
    return emptyParagraph(rest, measured.lines);
  });
  return { 'w:body': blocks };
}
