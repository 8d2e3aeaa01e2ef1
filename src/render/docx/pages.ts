/** Page numbers of the contents. */
import type { Document } from '../../model/document.ts';
import { error, Failure } from '../../model/problem.ts';
import { bookmarkName } from './bookmarks.ts';
import type { Context } from './context.ts';
import { estimatePageNumbersWith, type IXmlableObject, type PageNumberEstimator } from './library.ts';
import { contentOf, nameOf } from './nodes.ts';
import { paragraphMeasurer } from './paragraph-lines.ts';
import { slimBody } from './slim-body.ts';
import { textWidth } from './units.ts';
import { fontWidths, measureFor } from './widths.ts';

/** Whether a block is the table of contents, or a line of a list of tables or figures, which are all that refers to pages. */
function isOfContents(block: unknown): boolean {
  if (nameOf(block) === 'w:sdt') return true;
  return contentOf(block, 'w:p').some(
    (part) => nameOf(part) === 'w:hyperlink' && JSON.stringify(part).includes('PAGEREF'),
  );
}

/** The text's pages are counted from 1 wherever the contents end; without them no line depends on a page's number. */
function withoutContents(body: IXmlableObject): IXmlableObject {
  return { 'w:body': contentOf(body, 'w:body').filter((block) => !isOfContents(block)) };
}

/**
 * Lays the pages out as Word would and says on which each target is. What the library cannot lay out exactly it
 * guesses: Word corrects the number when the reader updates the contents, but a blank would look like a fault.
 * `context`: that of the document, whose styles have been written.
 * @throws Failure `docx.no-page` naming every target of the contents whose page is not known
 */
export function pageNumbers(document: Document, context: Context): PageNumberEstimator {
  const { theme } = context;
  const widthsOf = fontWidths(theme);
  const measureWidth = measureFor(theme);
  const estimate = estimatePageNumbersWith({ guess: true, ...(measureWidth && { measureWidth }) });
  const slim = (body: IXmlableObject) =>
    widthsOf === undefined ? body : slimBody(body, textWidth(theme), paragraphMeasurer(context, widthsOf));
  return (body, parts) => {
    const { bookmarks } = estimate(slim(withoutContents(body)), parts);
    const targets = document.front.contents.flatMap((list) => list.entries.map((entry) => entry.target));
    const unknown = targets.filter((target) => !bookmarks.get(bookmarkName(target)));
    if (unknown.length > 0) {
      throw new Failure(
        'machine',
        unknown.map((target) => error('docx.no-page', undefined, { target })),
      );
    }
    return { bookmarks };
  };
}
