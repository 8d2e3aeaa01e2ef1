/** The body as stretches of pages with one running head, the same for PDF and Word. */
import { type Block, type ContentsList, type Document, type Heading, plainText } from '../model/document.ts';

/** What sets a heading's number off from its words: nothing after a full-width mark, which brings its own space. */
export function numberGap(number: string): '' | ' ' {
  return number === '' || /[、。．：）】\u3000]$/.test(number) ? '' : ' ';
}

/** A heading with its number, as running heads and bookmarks show it. */
export function headingText({ number, inlines }: Heading): string {
  return number + numberGap(number) + plainText(inlines);
}

/** Running head of lists of contents that follow each other on the same pages. */
export function listsHead(lists: readonly ContentsList[]): string {
  return lists.map(({ title }) => title).join(', ');
}

export interface Stretch {
  /** A part's heading has its opening page for itself, on the right and without running head. */
  readonly kind: 'opener' | 'text';
  /** The part, if the book has parts. */
  readonly part: Heading | undefined;
  /** Running head of right-hand pages: the part's title, or the publisher's name in a book without parts. */
  readonly head: string;
  readonly blocks: readonly Block[];
}

/** Only parts begin on a new page; sections follow each other. A body without blocks is one empty stretch. */
export function stretchesOf(document: Document): readonly Stretch[] {
  const stretches: { kind: Stretch['kind']; part: Heading | undefined; blocks: Block[] }[] = [];
  for (const block of document.body) {
    const last = stretches.at(-1);
    if (block.type === 'heading' && block.role === 'part')
      stretches.push({ kind: 'opener', part: block, blocks: [block] });
    else if (last === undefined || last.kind === 'opener')
      stretches.push({ kind: 'text', part: last?.part, blocks: [block] });
    else last.blocks.push(block);
  }
  if (stretches.length === 0) stretches.push({ kind: 'text', part: undefined, blocks: [] });
  return stretches.map((stretch) => ({
    ...stretch,
    head: stretch.part ? headingText(stretch.part) : document.publisher,
  }));
}
