/** Running heads and folios among what a file has outside of its text. */
import type { Document, Heading } from '../model/document.ts';
import { headingText, listsHead, stretchesOf } from '../render/stretches.ts';
import { pageLabel } from './findings.ts';
import { compact, type FinishedFile, type MarginText } from './finished.ts';

/** Every text that may be a running head. */
function headsOf(document: Document): ReadonlySet<string> {
  const { front, title } = document;
  const preface = front.preface.find((block): block is Heading => block.type === 'heading');
  return new Set(
    [
      title,
      ...(front.board ? [front.board.title] : []),
      ...(preface ? [headingText(preface)] : []),
      ...front.contents.map((list) => list.title),
      listsHead(front.contents.slice(1)),
      ...stretchesOf(document).map(({ head }) => head),
    ].map(compact),
  );
}

export interface Margins {
  readonly heads: readonly MarginText[];
  readonly folios: readonly MarginText[];
  /** What is neither: texts of charts that are not tagged. */
  readonly others: readonly MarginText[];
}

export function marginsOf(document: Document, file: FinishedFile): Margins {
  const known = headsOf(document);
  const isFolio = ({ text, page }: MarginText) => page !== undefined && compact(text) === pageLabel(file, page);
  const heads: MarginText[] = [];
  const folios: MarginText[] = [];
  const others: MarginText[] = [];
  const pagesWithFolio = new Set<number>();
  for (const margin of file.margins) {
    if (compact(margin.text) === '') continue;
    if (known.has(compact(margin.text))) heads.push(margin);
    else if (isFolio(margin) && !pagesWithFolio.has(margin.page ?? -1)) {
      folios.push(margin);
      pagesWithFolio.add(margin.page ?? -1);
    } else others.push(margin);
  }
  return { heads, folios, others };
}
