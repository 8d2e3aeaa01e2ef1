import { describe, expect, it } from 'vitest';
import { type Block, type Document, plainText } from '../../src/model/document.ts';
import { blocksOf } from '../../src/model/document-texts.ts';
import { partsBook } from '../support/parts-book.ts';
import { buildDocuments, type Changes, failureOf, swap } from '../support/project.ts';

const template = (lang: 'zh' | 'en', name: string) => `templates/xpcc/${lang}/${name}.hbs`;
const book = 'templates/xpcc/book.yaml';
const labels = (document: Document) =>
  blocksOf(document).flatMap((block) =>
    block.type === 'table' || block.type === 'figure' ? `${block.id} ${block.label}` : [],
  );
const headings = (document: Document) =>
  blocksOf(document).flatMap((block) =>
    block.type === 'heading' ? `${block.number} ${plainText(block.inlines)}`.trim() : [],
  );
const paragraphs = (document: Document) =>
  blocksOf(document).flatMap((block) => (block.type === 'paragraph' ? plainText(block.inlines) : []));
const problems = (changes: Changes) =>
  failureOf(changes).map(({ name, place, values }) => ({
    name,
    place: `${place?.file}:${place?.line}:${place?.column}`,
    values,
  }));

describe('references', () => {
  const original = buildDocuments();
  it('say what the label of their target says', () => {
    for (const document of [original.zh, original.en]) {
      const targets = new Map<string, string>();
      for (const block of blocksOf(document))
        if (block.type === 'table' || block.type === 'figure') targets.set(block.id, block.label);
      const references = blocksOf(document).flatMap((block: Block) =>
        block.type === 'paragraph' ? block.inlines.filter((inline) => inline.type === 'reference') : [],
      );
      expect(references).toHaveLength(11);
      for (const { text, target } of references) expect(text, target).toBe(targets.get(target));
    }
  });
  it('every table and figure is referred to before it stands', () => {
    for (const document of [original.zh, original.en]) {
      const seen = new Set<string>();
      for (const block of blocksOf(document)) {
        if (block.type === 'paragraph')
          for (const inline of block.inlines) if (inline.type === 'reference') seen.add(inline.target);
        if (block.type === 'table' || block.type === 'figure') expect(seen, block.id).toContain(block.id);
      }
    }
  });
  it('may name a section, by its number or, if it has none, by its title', () => {
    const more = (lang: 'zh' | 'en') => ({
      [template(lang, 'flows')]: (text: string) => `${text}<p><see section="types"/>|<see section="overview"/></p>`,
    });
    const { zh, en } = buildDocuments({ ...more('zh'), ...more('en') });
    expect(paragraphs(zh)).toContain('第三节|综述');
    expect(paragraphs(en)).toContain('section 3|Overview');
  });
  it('to what is not there are errors at their place, with what was perhaps meant', () => {
    const [problem, ...others] = problems({
      [template('zh', 'types')]: swap('<see figure="types"/>', '<see figure="tpyes"/>'),
    });
    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      name: 'reference.unknown',
      values: { kind: 'figure', key: 'tpyes', suggestion: 'types' },
    });
    expect(problem?.place).toMatch(/^templates\/xpcc\/zh\/types\.hbs:1:\d+$/);
  });
  it('to a table that no section places are errors, though the table exists', () => {
    const found = problems({ [template('en', 'types')]: swap('\n<table key="types"/>', '') });
    expect(found.map(({ name, values }) => [name, values.key])).toEqual([['reference.unknown', 'types']]);
  });
});

describe('placing', () => {
  it('a table twice is an error at the second place', () => {
    const found = problems({ [template('en', 'flows')]: (text) => `${text}\n<table key="types"/>\n` });
    expect(found.map(({ name }) => name)).toEqual(['reference.placed-twice']);
    expect(found[0]?.place).toMatch(/^templates\/xpcc\/en\/flows\.hbs:\d+:1$/);
  });
  it('what has no specification is an error with the nearest that has', () => {
    const found = problems({ [template('zh', 'sizes')]: swap('<table key="sizes"/>', '<table key="size"/>') });
    expect(found).toContainEqual(
      expect.objectContaining({
        name: 'reference.unknown',
        values: expect.objectContaining({ key: 'size', suggestion: 'sizes' }),
      }),
    );
  });
});

describe('numbering', () => {
  const original = buildDocuments();
  it('closes up when a section has no data', () => {
    const { zh, en } = buildDocuments({ [book]: swap('needs: [flows]', 'needs: [patents]') });
    expect(headings(zh).slice(-4)).toEqual([
      '四、 合同任务来源',
      '五、 不同交易主体成交情况',
      '六、 技术交易领域构成',
      '七、 单项合同成交额',
    ]);
    expect(labels(zh).slice(-5)).toEqual([
      'figure-task-sources 图4',
      'figure-parties 图5',
      'figure-fields 图6',
      'figure-field-shares 图7',
      'table-sizes 表3',
    ]);
    expect(paragraphs(zh).join('')).toContain('（图5）。事业单位中');
    expect(labels(en)).toContain('figure-parties Figure 5');
    expect(paragraphs(en).join('')).toContain('(Figure 5). Among public institutions');
  });
  it('closes up when a section needs a fact or a group of codes that the edition lacks', () => {
    const hidden = (need: string) =>
      headings(buildDocuments({ [book]: swap('needs: [flows]', `needs: [${need}]`) }).zh);
    const all = headings(original.zh);
    // A group that holds in every year, and one that ended before.
    expect(hidden('groups.EAST')).toEqual(all);
    expect(hidden('groups.BOHAI')).toHaveLength(all.length - 1);
    expect(hidden('groups.NONE')).toHaveLength(all.length - 1);
    expect(hidden('facts.nothing')).toHaveLength(all.length - 1);
  });
  it('closes up when nothing is left below a heading without text', () => {
    const path = 'templates/xpcc/book.yaml';
    const withNeeds = (...keys: string[]) =>
      keys
        .reduce(
          (text, key) => swap(`key: ${key}\n`, `key: ${key}\nINDENTneeds: [patents]\n`)(text),
          String(partsBook[path]),
        )
        .replace(/( *)(- key: .*\n)INDENT/g, '$1$2$1  ');
    const documents = buildDocuments({
      ...partsBook,
      [path]: withNeeds('flows', 'north-south'),
      'templates/xpcc/zh/references.hbs': '<p>——</p>',
      'templates/xpcc/en/references.hbs': '<p>——</p>',
    });
    for (const title of ['登记结构', '登记单位', '技术交易流向', '南北疆']) {
      expect(headings(documents.zh).join(), title).not.toContain(title);
    }
    expect(headings(documents.zh).join()).toContain('参见');
  });
  it('follows the order of the sections', () => {
    const moved = (text: string) => {
      const at = text.indexOf('  - key: sizes');
      const first = text.indexOf('  - key: volume');
      return `${text.slice(0, first)}${text.slice(at).trimEnd()}\n${text.slice(first, at)}`;
    };
    const { zh } = buildDocuments({ [book]: moved });
    expect(headings(zh)[2]).toBe('一、 单项合同成交额');
    expect(labels(zh).filter((label) => label.startsWith('table'))).toEqual([
      'table-sizes 表1',
      'table-registrants 表2',
      'table-types 表3',
    ]);
  });
  it('by the first level gives tables and figures its number, which is that of the heading', () => {
    const { zh, en } = buildDocuments({ [book]: swap('labels: continuous', 'labels: by-level-1') });
    expect(labels(zh)).toEqual([
      'figure-volume 图1-1',
      'table-registrants 表2-1',
      'figure-north-south 图2-1',
      'table-types 表3-1',
      'figure-types 图3-1',
      'figure-task-sources 图4-1',
      'figure-flows 图5-1',
      'figure-parties 图6-1',
      'figure-fields 图7-1',
      'figure-field-shares 图7-2',
      'table-sizes 表8-1',
    ]);
    expect(labels(en).at(-1)).toBe('table-sizes Table 8-1');
  });
});

describe('a book in parts', () => {
  const { zh, en } = buildDocuments(partsBook);
  const entries = ({ front }: Document, list: string) =>
    front.contents
      .find(({ id }) => id === list)
      ?.entries.map(({ level, number, text }) => `${level} ${number} ${text}`.replace('  ', ' '));

  it('numbers four levels of headings, each within the part', () => {
    const found = (document: Document) =>
      document.body.flatMap((block) =>
        block.type === 'heading' ? `${block.level} ${block.role} ${block.number}`.trim() : [],
      );
    expect(found(zh)).toEqual([
      '1 part 第一部分',
      '1 part 第二部分',
      '2 section 一、',
      '2 section 二、',
      '3 item 1.',
      '4 subitem （1）',
      '4 subitem （2）',
      '1 part 第三部分',
      '1 part',
      '1 part',
    ]);
    expect(found(en).slice(1, 7)).toEqual([
      '1 part Part 2',
      '2 section 1',
      '2 section 2',
      '3 item 2.1',
      '4 subitem 2.1.1',
      '4 subitem 2.1.2',
    ]);
  });
  it('labels tables and figures by the part, and those of the appendix on their own', () => {
    expect(labels(zh)).toEqual([
      'figure-volume 图1-1',
      'figure-flows 图2-1',
      'figure-north-south 图2-2',
      'table-registrants 表2-1',
      'table-sizes 表2-2',
      'table-types 附表1',
      'table-amounts 附表2',
    ]);
    expect(labels(en)).toEqual([
      'figure-volume Figure 1-1',
      'figure-flows Figure 2-1',
      'figure-north-south Figure 2-2',
      'table-registrants Table 2-1',
      'table-sizes Table 2-2',
      'table-types Appendix table 1',
      'table-amounts Appendix table 2',
    ]);
    const continued = [zh, en].map(({ body }) =>
      body.flatMap((block) => (block.type === 'table' ? block.continuedLabel : [])),
    );
    expect(continued).toEqual([
      ['续表2-1', '续表2-2', '续附表1', '续附表2'],
      ['Table 2-1, continued', 'Table 2-2, continued', 'Appendix table 1, continued', 'Appendix table 2, continued'],
    ]);
  });
  it('refers to sections with their part, and to tables and figures by their labels', () => {
    expect(paragraphs(zh)).toEqual(
      expect.arrayContaining([
        '第二部分|第二部分第二节|第二部分第二节第1小节|第二部分第二节第1小节（2）|附表',
        '附表1|附表2|图2-1|表2-2',
      ]),
    );
    expect(paragraphs(en)).toEqual(
      expect.arrayContaining([
        'Part 2|section 2 of Part 2|section 2.1 of Part 2|section 2.1.2 of Part 2|Appendix tables',
        'Appendix table 1|Appendix table 2|Figure 2-1|Table 2-2',
      ]),
    );
  });
  it('lists parts, sections and items in the contents, and every table and figure', () => {
    expect(entries(zh, 'contents')).toEqual([
      '1 编写说明',
      '1 第一部分 年度登记量',
      '1 第二部分 登记结构',
      '2 一、 技术交易流向',
      '2 二、 登记单位',
      '3 1. 南北疆',
      '1 第三部分 参见',
      '1 附表',
      '1 大事记',
    ]);
    expect(entries(en, 'list-of-tables')).toEqual([
      expect.stringContaining('1 Table 2-1 Technology contracts registered'),
      expect.stringContaining('1 Table 2-2 '),
      expect.stringContaining('1 Appendix table 1 '),
      '1 Appendix table 2 Value by registrant',
    ]);
    expect(entries(en, 'list-of-figures')).toHaveLength(3);
  });
  it('takes sections and tables to be of an appendix only where a top-level section says so', () => {
    const path = 'templates/xpcc/book.yaml';
    const change = (from: string, to: string) => failureOf({ ...partsBook, [path]: swap(from, to)(text) });
    const text = String(partsBook[path]);
    expect(change('labels: appendix', 'labels: apendix').map(({ name }) => name)).toEqual(['schema.not-one-of']);
    const inner = change('        template: flows', '        template: flows\n        labels: appendix');
    expect(inner.map(({ name, values }) => [name, values.key])).toEqual([['schema.unknown-key', 'labels']]);
  });
  it('has no fifth level', () => {
    const path = 'templates/xpcc/book.yaml';
    const deeper = swap(
      '                template: by-registrant',
      '                template: by-registrant\n                sections: [{ key: x, title: { zh: x, en: x } }]',
    )(String(partsBook[path]));
    expect(failureOf({ ...partsBook, [path]: deeper }).map(({ name, values }) => [name, values.key])).toEqual([
      ['book.too-deep', 'x'],
    ]);
  });
});

describe('contents', () => {
  const { zh, en } = buildDocuments();
  it('list every heading, and in English the tables and figures', () => {
    expect(zh.front.contents.map(({ id }) => id)).toEqual(['contents']);
    expect(en.front.contents.map(({ id }) => id)).toEqual(['contents', 'list-of-tables', 'list-of-figures']);
    for (const document of [zh, en]) {
      const [contents] = document.front.contents;
      expect(contents?.entries.map(({ number, text }) => `${number} ${text}`.trim())).toEqual(headings(document));
    }
    expect(en.front.contents[2]?.entries[0]).toEqual({
      level: 1,
      number: 'Figure 1',
      text: 'Technology contracts registered in 2023 and 2024',
      target: 'figure-volume',
    });
  });
  it('lead to what is there', () => {
    for (const document of [zh, en]) {
      const ids = new Set(blocksOf(document).flatMap((block) => ('id' in block ? block.id : [])));
      const targets = document.front.contents.flatMap(({ entries }) => entries.map(({ target }) => target));
      expect(targets.filter((target) => !ids.has(target))).toEqual([]);
      expect(ids.size).toBe(blocksOf(document).filter((block) => 'id' in block).length);
    }
  });
});

describe('front matter', () => {
  it('says the month in words, and dates the book on its last day', () => {
    const { zh, en } = buildDocuments({
      'data/xpcc/2024/edition.yaml': swap('published: "2025-01"', 'published: "2024-02"'),
    });
    expect([zh.front.titleLines.date, en.front.titleLines.date]).toEqual(['2024年2月', 'February 2024']);
    expect(zh.published.toISOString()).toBe('2024-02-29T12:00:00.000Z');
  });
  it('says the year alone where no more is known, and dates the book on its last day', () => {
    const { zh, en } = buildDocuments({
      'data/xpcc/2024/edition.yaml': swap('published: "2025-01"', 'published: "2025"'),
    });
    expect([zh.front.titleLines.date, en.front.titleLines.date]).toEqual(['2025年', '2025']);
    expect(zh.published.toISOString()).toBe('2025-12-31T12:00:00.000Z');
  });
  it('has the title in both languages', () => {
    const { zh, en } = buildDocuments();
    expect([zh.title, en.title]).toEqual([
      '2024年兵团技术市场统计年报',
      '2024 Annual Report on the Technology Market of the XPCC',
    ]);
    expect(en.front.titleLines).toMatchObject({ otherTitle: zh.front.titleLines.title, otherLang: 'zh', year: '2024' });
  });
});
