import { type DraftSection, draftText } from '../compose/index.ts';
import { type HeadingLevel, type HeadingRole, idOf } from '../model/document.ts';
import type { Arrangement, BookSpec } from '../validate/index.ts';
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

/** Number of a table or figure, and whether it is one of the appendices. */
export interface InsertNumber {
  readonly number: string;
  readonly appendix: boolean;
}

const none = { table: 0, figure: 0 };

/**
 * Number of each table and figure in the order of the book, through the book or by its numbered first level (`2-3`);
 * those of appendices are counted through all of them, apart from the rest.
 */
export function numberInserts(
  sections: readonly NumberedSection[],
  scheme: Arrangement['labels'],
): ReadonlyMap<string, InsertNumber> {
  const numbers = new Map<string, InsertNumber>();
  const walk = ({ section, sections: children }: NumberedSection, counts: typeof none, prefix: string) => {
    for (const block of section.blocks) {
      if (block.type !== 'insert' || numbers.has(idOf(block.kind, block.key))) continue;
      counts[block.kind] += 1;
      const number = `${prefix}${counts[block.kind]}`;
      numbers.set(idOf(block.kind, block.key), { number, appendix: counts === appendix });
    }
    for (const child of children) walk(child, counts, prefix);
  };
  const appendix = { ...none };
  // What stands before or between the numbered parts is numbered on its own, without a part's number.
  const through = { ...none };
  let part = 0;
  for (const top of sections) {
    const { numbered, appendix: isAppendix } = top.section;
    if (numbered) part += 1;
    if (isAppendix) walk(top, appendix, '');
    else if (scheme === 'continuous' || !numbered) walk(top, through, '');
    else walk(top, { ...none }, `${part}-`);
  }
  return numbers;
}

/** What a table or figure is called: in its caption and in references, and in the captions of a table's further parts. */
export interface InsertLabel {
  readonly label: string;
  readonly continued: string;
}

export function insertLabel(kind: 'table' | 'figure', { number, appendix }: InsertNumber, words: Words): InsertLabel {
  const key = `book:${appendix ? 'appendix-' : ''}${kind}`;
  const label = words.say(key, { number });
  return { label, continued: kind === 'table' ? words.say(`${key}-continued`, { number }) : label };
}

/** What references call each section, by id: by its number (第二部分第三节, section 3 of Part 2), else by its title. */
export function sectionLabels(sections: readonly NumberedSection[], words: Words): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  const walk = (list: readonly NumberedSection[], part: string, above: string) => {
    for (const { section, role, number, sections: children } of list) {
      const bare = number.replace(/[、.．\s]+$/, '');
      const own = bare === '' ? '' : words.say(`book:reference.${role}`, { number: bare, above });
      const whole = own === '' || part === '' ? own : words.say('book:reference.in-part', { part, reference: own });
      labels.set(idOf('section', section.key), whole === '' ? draftText(section.title) : whole);
      if (role === 'part') walk(children, own, '');
      else walk(children, part, own);
    }
  };
  walk(sections, '', '');
  return labels;
}
