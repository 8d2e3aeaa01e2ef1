import { type Block, type Heading, type List, unreachable } from '../../model/document.ts';
import { numberGap } from '../stretches.ts';
import { bookmarkName } from './bookmarks.ts';
import { chronicleParagraphs } from './chronicle.ts';
import type { Context } from './context.ts';
import { figureBlocks } from './figure.ts';
import { inlineChildren, words } from './inlines.ts';
import { Bookmark, type FileChild, Paragraph } from './library.ts';
import { listReference } from './lists.ts';
import { headingStyle } from './styles.ts';
import { tableBlocks } from './table.ts';

/** A heading; `first` on its page it needs no space above, but for a part's, which is alone there. */
function headingParagraph(context: Context, heading: Heading, first: boolean): Paragraph {
  const number = heading.number === '' ? [] : [words(context, heading.number + numberGap(heading.number))];
  return new Paragraph({
    style: headingStyle(context, heading.level, heading.role),
    ...(first && heading.role !== 'part' && { spacing: { before: 0 } }),
    children: [
      new Bookmark({
        id: bookmarkName(heading.id),
        children: [...number, ...inlineChildren(context, heading.inlines)],
      }),
    ],
  });
}

function listParagraphs(context: Context, list: List): readonly Paragraph[] {
  const instance = context.nextList();
  return list.items.map(
    (item) =>
      new Paragraph({
        style: list.ordered ? 'ListNumber' : 'ListBullet',
        numbering: { reference: listReference(list.ordered), level: 0, instance, custom: true },
        children: [...inlineChildren(context, item)],
      }),
  );
}

/** What a block becomes in Word. `previous` is the block before it: text after a table needs space above. */
function blockChildren(context: Context, block: Block, previous: Block | undefined): readonly FileChild[] {
  switch (block.type) {
    case 'heading':
      return [headingParagraph(context, block, previous === undefined)];
    case 'paragraph': {
      const afterTable = previous?.type === 'table' && previous.notes.length === 0;
      return [
        new Paragraph({
          style: afterTable ? `${block.role}-after-table` : block.role,
          children: [...inlineChildren(context, block.inlines)],
        }),
      ];
    }
    case 'list':
      return listParagraphs(context, block);
    case 'chronicle':
      return chronicleParagraphs(context, block);
    case 'table':
      return tableBlocks(context, block);
    case 'figure':
      return figureBlocks(context, block);
    default:
      return unreachable(block);
  }
}

export function blocksChildren(context: Context, blocks: readonly Block[]): readonly FileChild[] {
  return blocks.flatMap((block, index) => blockChildren(context, block, blocks[index - 1]));
}
