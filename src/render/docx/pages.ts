/** Page numbers of the contents. */
import type { Document } from '../../model/document.ts';
import { error, Failure } from '../../model/problem.ts';
import type { Theme } from '../../model/theme.ts';
import { bookmarkName } from './bookmarks.ts';
import { estimatePageNumbersWith, type PageNumberEstimator } from './library.ts';
import { slimTables } from './slim-tables.ts';
import { twipsFromPoints } from './units.ts';
import { measureFor } from './widths.ts';

/**
 * Lays the pages out as Word would and says on which each target is. What the library cannot lay out exactly it
 * guesses: Word corrects the number when the reader updates the contents, but a blank would look like a fault.
 * @throws Failure `docx.no-page` naming every target of the contents whose page is not known
 */
export function pageNumbers(document: Document, theme: Theme): PageNumberEstimator {
  const em = twipsFromPoints(theme.text.table.size);
  const measureWidth = measureFor(theme);
  const estimate = estimatePageNumbersWith({ guess: true, ...(measureWidth && { measureWidth }) });
  return (body, context) => {
    const estimated = estimate(slimTables(body, em), context);
    const targets = document.front.contents.flatMap((list) => list.entries.map((entry) => entry.target));
    const unknown = targets.filter((target) => !estimated.bookmarks.get(bookmarkName(target)));
    if (unknown.length > 0) {
      throw new Failure(
        'machine',
        unknown.map((target) => error('docx.no-page', undefined, { target })),
      );
    }
    return estimated;
  };
}
