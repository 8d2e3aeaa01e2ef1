/** A book's sheets: what starts on a new page, and which kind of page it is set on. */
import type { Block, ContentsList, Document } from '../../model/document.ts';
import { headingText, listsHead, stretchesOf } from '../stretches.ts';

export interface Sheet {
  readonly id: string;
  readonly part: 'cover' | 'front' | 'body';
  /** Cover, title and imprint have neither running head nor folio, an opener has no running head. */
  readonly kind: 'cover' | 'title' | 'imprint' | 'board' | 'preface' | 'contents' | 'opener' | 'text';
  /** Opens on a right-hand page. */
  readonly recto: boolean;
  /** Which numbering counts a blank page in front of the sheet: none, the front matter's or the body's. */
  readonly blank: 'cover' | 'front' | 'body';
  /** Running head of the right-hand pages. */
  readonly head: string;
  readonly blocks: readonly Block[];
  readonly lists: readonly ContentsList[];
}

/** All sheets in the order of the book. */
export function sheetsOf(document: Document): readonly Sheet[] {
  const { front, title } = document;
  const plain = { head: title, blocks: [], lists: [] };
  const sheets: Omit<Sheet, 'id' | 'blank'>[] = [
    { part: 'cover', kind: 'cover', recto: true, ...plain },
    { part: 'front', kind: 'title', recto: true, ...plain },
  ];
  if (front.imprint.length > 0 || front.source) sheets.push({ part: 'front', kind: 'imprint', recto: false, ...plain });
  if (front.board) sheets.push({ part: 'front', kind: 'board', recto: true, ...plain, head: front.board.title });
  if (front.preface.length > 0) {
    const heading = front.preface.find((block) => block.type === 'heading');
    const head = heading === undefined ? title : headingText(heading);
    sheets.push({ part: 'front', kind: 'preface', recto: true, head, blocks: front.preface, lists: [] });
  }
  const [contents, ...others] = front.contents;
  for (const lists of [contents === undefined ? [] : [contents], others]) {
    if (lists.length > 0)
      sheets.push({ part: 'front', kind: 'contents', recto: false, head: listsHead(lists), blocks: [], lists });
  }
  stretchesOf(document).forEach(({ kind, head, blocks }, index) => {
    sheets.push({ part: 'body', kind, head, blocks, lists: [], recto: index === 0 || kind === 'opener' });
  });
  return sheets.map((sheet, index) => ({
    ...sheet,
    id: `sheet-${index + 1}`,
    blank: sheets[index - 1]?.part ?? 'cover',
  }));
}
