import type { DraftBlock, DraftSection, TargetKind } from '../compose/index.ts';
import type { HeadingLevel, HeadingRole } from '../model/document.ts';
import type { BookSpec } from '../validate/index.ts';
import type { Words } from '../words/index.ts';

const digits = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** A number from 1 to 99 in Chinese: 一, 十, 十二, 三十五. */
export function hanNumber(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : digits[tens]}十`;
  return ten + (ones === 0 && tens > 0 ? '' : digits[ones]);
}

export interface NumberedSection {
  readonly section: DraftSection;
  readonly level: HeadingLevel;
  readonly role: HeadingRole;
  /** With its punctuation, empty if unnumbered. */
  readonly number: string;
  readonly sections: readonly NumberedSection[];
}

export const idOf = (kind: TargetKind, key: string): string => `${kind}-${key}`;

const levels: readonly HeadingLevel[] = [1, 2, 3, 4];

/**
 * Numbers the sections of a book by the roles of its levels: 第一部分 / 一、 / 1. / （1）. Within a part sections are
 * numbered anew, and the path of a number (`1.1`) begins below the part.
 */
export function numberSections(
  sections: readonly DraftSection[],
  book: BookSpec,
  words: Words,
  depth = 0,
  path: readonly number[] = [],
): NumberedSection[] {
  let count = 0;
  const role = book.levels[depth] ?? 'subitem';
  return sections.map((section) => {
    if (section.numbered) count += 1;
    const own = [...path, count];
    const values = { number: count, han: hanNumber(count), path: own.join('.') };
    return {
      section,
      level: levels[depth] ?? 4,
      role,
      number: section.numbered ? words.say(`book:numbering.${role}`, values) : '',
      sections: numberSections(section.sections, book, words, depth + 1, role === 'part' ? [] : own),
    };
  });
}

/** Number of each table and figure in the order of the book, through the book or by its numbered first level (`2-3`). */
export function numberInserts(
  sections: readonly NumberedSection[],
  scheme: BookSpec['labels'],
): ReadonlyMap<string, string> {
  const numbers = new Map<string, string>();
  const counts = { table: 0, figure: 0 };
  const visit = (blocks: readonly DraftBlock[], prefix: string) => {
    for (const block of blocks) {
      if (block.type !== 'insert' || numbers.has(idOf(block.kind, block.key))) continue;
      counts[block.kind] += 1;
      numbers.set(idOf(block.kind, block.key), `${prefix}${counts[block.kind]}`);
    }
  };
  const walk = (list: readonly NumberedSection[], prefix: string) => {
    for (const { section, sections: children } of list) {
      visit(section.blocks, prefix);
      walk(children, prefix);
    }
  };
  if (scheme === 'continuous') walk(sections, '');
  else {
    const unnumbered = { ...counts };
    let part = 0;
    for (const top of sections) {
      // What stands before or between the numbered parts is numbered on its own, without a part's number.
      const { numbered } = top.section;
      if (numbered) part += 1;
      Object.assign(counts, numbered ? { table: 0, figure: 0 } : unnumbered);
      walk([top], numbered ? `${part}-` : '');
      if (!numbered) Object.assign(unnumbered, counts);
    }
  }
  return numbers;
}
