/** What a book says about the book that its data are taken from. */
import { describe, expect, it } from 'vitest';
import { type Document, plainText } from '../../src/model/document.ts';
import { blocksOf } from '../../src/model/document-texts.ts';
import { expectedOf } from '../../src/verify/expected.ts';
import { frontFile, withFront, withFrontChanged } from '../support/front-matter.ts';
import { buildDocuments, type Changes, swap } from '../support/project.ts';

const lines = ({ front }: Document) => front.source?.lines.map(plainText);
const groups = ({ front }: Document) =>
  front.board?.groups.map(({ role, people }) => [role, ...people.map((person) => plainText(person))]);

describe('the front matter of the source', () => {
  const { zh, en } = buildDocuments(withFront);

  it('gives the copyright page its publication data, and none of the business of its press', () => {
    expect(zh.front.source?.title).toBe('原书出版信息');
    expect(lines(zh)).toEqual([
      '书名：2024兵团年报',
      '编制：兵团科技发展促进中心',
      '出版：五家渠：兵团科技发展促进中心',
      '版次：2025年1月第1版，2025年2月第2次印刷',
      '书号：ISBN 978-7-5189-9800-5',
      '中国版本图书馆CIP数据核字：（2025）第7号',
      '中图分类：F723.84 技术市场—新疆',
      '开本：889×1194 1/16',
      '篇幅：6.5印张，121千字',
    ]);
    expect(lines(en)).toEqual([
      'Title: XPCC Report 2024; 2024兵团年报',
      'Compiler: XPCC Science and Technology Development Promotion Centre',
      'Publisher: Wujiaqu: XPCC Science and Technology Development Promotion Centre',
      'Edition: First edition, January 2025; second impression, February 2025',
      'ISBN: 978-7-5189-9800-5',
      'CIP record: （2025）第7号',
      'Chinese Library Classification: F723.84 技术市场—新疆',
      'Format: 889×1194 1/16',
      'Extent: 6.5 printed sheets; 121,000 characters',
    ]);
  });

  it('marks its Chinese as original in English, and its digits as no statistics', () => {
    const inlines = en.front.source?.lines.flat() ?? [];
    expect(inlines.flatMap((inline) => (inline.type === 'original' ? inline.text : []))).toEqual([
      '2024兵团年报',
      '（2025）第7号',
      '技术市场—新疆',
    ]);
    expect(inlines.filter((inline) => inline.type === 'text' && /[\d\p{Script=Han}]/u.test(inline.text))).toEqual([]);
  });

  it('has the people of its board by their parts, in the order of the source, one editor or several', () => {
    expect(groups(zh)).toEqual([
      ['主编', '甲一'],
      ['编委（按姓氏笔画排序）', '乙二', '丙三'],
    ]);
    expect(groups(en)).toEqual([
      ['Editor-in-chief', 'Jia Yi 甲一'],
      ['Members of the board (in the order of the strokes of their Chinese names)', 'Yi Er 乙二', 'Bing San 丙三'],
    ]);
  });

  it('says nothing where it knows nothing', () => {
    const bare = { [frontFile]: 'title: { zh: 年报, en: Report }\ncompiler: XPCC-STPC\nimprint: {}\nboard: {}\n' };
    const { zh: document } = buildDocuments(bare);
    expect(lines(document)).toEqual(['书名：年报', '编制：兵团科技发展促进中心', '出版：兵团科技发展促进中心']);
    expect(document.front.board).toBeUndefined();
    const { front } = buildDocuments().zh;
    expect([front.source, front.board]).toEqual([undefined, undefined]);
  });

  it('is looked for in the finished files, the data before the imprint and the board before the preface', () => {
    const texts = expectedOf(zh).map(({ text }) => text);
    const { source, imprint, board, preface } = zh.front;
    const [heading] = preface;
    const marks = [
      zh.front.titleLines.title,
      source?.title ?? '-',
      plainText(imprint[0] ?? []),
      board?.title ?? '-',
      heading?.type === 'heading' ? plainText(heading.inlines) : '-',
    ];
    const order = marks.map((mark) => texts.indexOf(mark));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(order).not.toContain(-1);
  });
});

describe('a template', () => {
  const preface = 'templates/xpcc/en/preface.hbs';
  const sentence =
    '<p>{{#if front.note}}{{#with front.note}}{{survey}} ({{survey.original}}), {{survey-owner}}, {{approval}}, {{approved-by}}, {{commissioned}}: {{list subjects}}; {{#each documents}}{{name}}{{/each}}{{/with}}{{else}}nothing{{/if}}.</p>\n';
  const first = (changes: Changes) => {
    const [paragraph] = blocksOf(buildDocuments({ ...changes, [preface]: (text) => sentence + text }).en).slice(1);
    return paragraph?.type === 'paragraph' ? paragraph.inlines : [];
  };

  it('can name what the compilation note names', () => {
    expect(plainText(first(withFront))).toBe(
      'Survey Scheme 2 (《调查方案2》), Ministry, document [2022] No. 11, Bureau, XPCC Science and Technology Development Promotion Centre: registration and destinations; Opinions.',
    );
    expect(first(withFront)).toContainEqual({ type: 'literal', text: 'document [2022] No. 11' });
  });
  it('can ask whether there is one', () => expect(plainText(first({}))).toBe('nothing.'));
  it('can ask for the note where there is front matter without one', () => {
    const without = withFrontChanged('note:\n', 'note: ~\n#');
    const cut = { [frontFile]: String(Object.values(without)[0]).split('note: ~')[0] ?? '' };
    expect(plainText(first(cut))).toBe('nothing.');
  });
});

describe('the year on the cover', () => {
  const cover = (changes: Changes) => buildDocuments(changes).zh.front.titleLines.year;
  it('is that of the figures', () => expect(cover({})).toBe('2024'));
  it('is that of publication if the book says so', () => {
    const changes = {
      'templates/xpcc/book.yaml': swap('labels: continuous', 'labels: continuous\ncoverYear: published'),
    };
    expect(cover(changes)).toBe('2025');
    expect(buildDocuments(changes).zh.year).toBe(2024);
  });
});
