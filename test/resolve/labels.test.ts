import { describe, expect, it } from 'vitest';
import type { DraftBlock, DraftSection } from '../../src/compose/index.ts';
import {
  hanNumber,
  insertLabel,
  type NumberedSection,
  numberInserts,
  numberSections,
} from '../../src/resolve/labels.ts';
import type { Arrangement } from '../../src/validate/index.ts';
import { type BookSpec, bookSchema } from '../../src/validate/schemas/book.ts';
import { loadWords } from '../../src/words/index.ts';
import { projectWith } from '../support/project.ts';

const words = loadWords(projectWith(), (problem) => {
  throw new Error(problem.name);
});
const names = { zh: '书', en: 'Book' };
const book = (levels: BookSpec['levels']): BookSpec =>
  bookSchema.parse({
    title: names,
    fullTitle: names,
    description: names,
    levels,
    imprint: [],
    sections: [{ key: 'a', title: names }],
  });

const insert = (name: string): DraftBlock => {
  const [kind, key = ''] = name.split('-');
  return { type: 'insert', kind: kind === 'table' ? 'table' : 'figure', key, place: { file: 'a.hbs' } };
};
/** A section by its key (unnumbered if it begins with `*`, an appendix if with `+`), the tables and figures of its text, and its subsections. */
function section(key: string, inserts: readonly string[] = [], sections: readonly DraftSection[] = []): DraftSection {
  const [mark] = key;
  return { key, numbered: mark !== '*', appendix: mark === '+', title: [], blocks: inserts.map(insert), sections };
}
const flat = (list: readonly NumberedSection[]): string[] =>
  list.flatMap(({ section: { key }, level, role, number, sections }) => [
    `${key} ${level} ${role} ${number}`.trim(),
    ...flat(sections),
  ]);

describe('Han numerals', () => {
  it('count from 1 to 99', () => {
    const digits = '一二三四五六七八九';
    const expected = [
      ...digits,
      '十',
      ...[...digits].map((one) => `十${one}`),
      ...[...digits.slice(1)].flatMap((ten) => [`${ten}十`, ...[...digits].map((one) => `${ten}十${one}`)]),
    ];
    expect(expected).toHaveLength(99);
    expect(Array.from({ length: 99 }, (_, index) => hanNumber(index + 1))).toEqual(expected);
    expect([1, 10, 12, 20, 35, 99].map(hanNumber)).toEqual(['一', '十', '十二', '二十', '三十五', '九十九']);
  });
});

describe('numbers of headings', () => {
  const tree = [
    section('*intro'),
    section(
      'a',
      [],
      [
        section('a1', [], [section('a11'), section('a12', [], [section('a121'), section('a122')])]),
        section('*a2'),
        section('a3'),
      ],
    ),
    section('b', [], [section('b1', [], [section('b11')])]),
  ];
  const levels = ['part', 'section', 'item', 'subitem'] as const;
  it('of a book in parts, within the part', () => {
    expect(flat(numberSections(tree, book([...levels]), words.zh))).toEqual([
      '*intro 1 part',
      'a 1 part 第一部分',
      'a1 2 section 一、',
      'a11 3 item 1.',
      'a12 3 item 2.',
      'a121 4 subitem （1）',
      'a122 4 subitem （2）',
      '*a2 2 section',
      'a3 2 section 二、',
      'b 1 part 第二部分',
      'b1 2 section 一、',
      'b11 3 item 1.',
    ]);
    expect(flat(numberSections(tree, book([...levels]), words.en))).toEqual([
      '*intro 1 part',
      'a 1 part Part 1',
      'a1 2 section 1',
      'a11 3 item 1.1',
      'a12 3 item 1.2',
      'a121 4 subitem 1.2.1',
      'a122 4 subitem 1.2.2',
      '*a2 2 section',
      'a3 2 section 2',
      'b 1 part Part 2',
      'b1 2 section 1',
      'b11 3 item 1.1',
    ]);
  });
  it('of a book in sections, in English by their path', () => {
    const sections = [
      section('*overview'),
      section('a', [], [section('a1'), section('a2')]),
      section('b', [], [section('b1')]),
    ];
    expect(flat(numberSections(sections, book(['section', 'item']), words.zh))).toEqual([
      '*overview 1 section',
      'a 1 section 一、',
      'a1 2 item 1.',
      'a2 2 item 2.',
      'b 1 section 二、',
      'b1 2 item 1.',
    ]);
    expect(flat(numberSections(sections, book(['section', 'item']), words.en))).toEqual([
      '*overview 1 section',
      'a 1 section 1',
      'a1 2 item 1.1',
      'a2 2 item 1.2',
      'b 1 section 2',
      'b1 2 item 2.1',
    ]);
  });
});

describe('numbers of tables and figures', () => {
  const tree = (...sections: DraftSection[]) => numberSections(sections, book(['part', 'section']), words.zh);
  const numbers = (scheme: Arrangement['labels'], ...sections: DraftSection[]) =>
    Object.fromEntries([...numberInserts(tree(...sections), scheme)].map(([id, { number }]) => [id, number]));

  it('run through the book, tables and figures apart, in the order of the text', () => {
    const sections = [
      section('a', ['figure-x', 'table-x'], [section('a1', ['table-y', 'figure-y'])]),
      section('b', ['table-z'], [section('b1', ['figure-z'])]),
    ];
    expect(numbers('continuous', ...sections)).toEqual({
      'figure-x': '1',
      'table-x': '1',
      'table-y': '2',
      'figure-y': '2',
      'table-z': '3',
      'figure-z': '3',
    });
  });
  it('or begin anew in each part, with its number', () => {
    const sections = [
      section('a', [], [section('a1', ['table-x', 'figure-x']), section('a2', ['table-y'])]),
      section('b', ['table-z']),
    ];
    expect(numbers('by-level-1', ...sections)).toEqual({
      'table-x': '1-1',
      'figure-x': '1-1',
      'table-y': '1-2',
      'table-z': '2-1',
    });
  });
  it('have the number that the part’s heading has, whatever unnumbered stands before it', () => {
    const sections = [
      section('*intro', ['table-i']),
      section('a', ['table-x']),
      section('*between', ['table-j']),
      section('b', ['table-z']),
    ];
    expect(flat(tree(...sections))[3]).toBe('b 1 part 第二部分');
    expect(numbers('by-level-1', ...sections)).toEqual({
      'table-i': '1',
      'table-x': '1-1',
      'table-j': '2',
      'table-z': '2-1',
    });
  });
  it('are counted apart in appendices, through all of them', () => {
    const sections = [
      section('a', ['table-x', 'figure-x'], [section('a1', ['table-y'])]),
      section('+appendix', ['table-m'], [section('m1', ['table-n', 'figure-n'])]),
      section('b', ['table-z']),
      section('+further', ['table-o']),
    ];
    const labels = (scheme: Arrangement['labels'], lang: 'zh' | 'en') =>
      [...numberInserts(tree(...sections), scheme)].map(([id, number]) => {
        const { label, continued } = insertLabel(id.startsWith('table') ? 'table' : 'figure', number, words[lang]);
        return label === continued ? `${id} ${label}` : `${id} ${label} | ${continued}`;
      });
    expect(labels('by-level-1', 'zh')).toEqual([
      'table-x 表1-1 | 续表1-1',
      'figure-x 图1-1',
      'table-y 表1-2 | 续表1-2',
      'table-m 附表1 | 续附表1',
      'table-n 附表2 | 续附表2',
      'figure-n 附图1',
      'table-z 表3-1 | 续表3-1',
      'table-o 附表3 | 续附表3',
    ]);
    expect(labels('continuous', 'en')).toEqual([
      'table-x Table 1 | Table 1, continued',
      'figure-x Figure 1',
      'table-y Table 2 | Table 2, continued',
      'table-m Appendix table 1 | Appendix table 1, continued',
      'table-n Appendix table 2 | Appendix table 2, continued',
      'figure-n Appendix figure 1',
      'table-z Table 3 | Table 3, continued',
      'table-o Appendix table 3 | Appendix table 3, continued',
    ]);
  });
  it('are given once to what is placed twice', () => {
    expect(numbers('continuous', section('a', ['table-x', 'table-y', 'table-x', 'table-z']))).toEqual({
      'table-x': '1',
      'table-y': '2',
      'table-z': '3',
    });
  });
});
