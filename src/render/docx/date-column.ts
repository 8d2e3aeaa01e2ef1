/** How wide the column of dates in a chronicle is. */
import type { Block } from '../../model/document.ts';

/** Space between date and text in em. */
const gap = 1.4;

/** Width of a bold date in em, on the safe side: Latin letters and digits are little more than half an em wide. */
function dateWidth(date: string): number {
  return [...date].reduce((sum, character) => sum + (character <= '\u2013' ? 0.58 : 1), 0);
}

/** Where the texts of all chronicles of a document begin, in em; undefined if it has none. */
export function chronicleIndent(blocks: readonly Block[]): number | undefined {
  const dates = blocks.flatMap((block) => (block.type === 'chronicle' ? block.entries.map(({ date }) => date) : []));
  return dates.length === 0 ? undefined : Math.ceil(Math.max(...dates.map(dateWidth)) + gap);
}
