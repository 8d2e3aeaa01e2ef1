import { describe, expect, it } from 'vitest';
import { plainText } from '../../../src/model/document.ts';
import { Failure } from '../../../src/model/problem.ts';
import { writeDocx } from '../../../src/render/docx/index.ts';
import { partsBook } from '../../support/parts-book.ts';
import { buildDocuments } from '../../support/project.ts';
import { sampleDocument, sampleTheme } from '../../support/sample.ts';
import { all, elements, first, text, value, type XmlElement } from '../../support/xml-tree.ts';
import { bookOfParts, charts, partsOf } from './sample.ts';

const style = (paragraph: XmlElement) => value(paragraph, 'w:pStyle') ?? '';
const styled = (parent: XmlElement, ...names: string[]) =>
  all(parent, 'w:p').filter((paragraph) => names.includes(style(paragraph)));
const bookmarks = (parent: XmlElement) => all(parent, 'w:bookmarkStart').map((start) => start.attributes['w:name']);

describe.each(['zh', 'en'] as const)('text of the %s sample', async (lang) => {
  const document = sampleDocument(lang, 20);
  const part = await partsOf(document);
  const body = part('word/document.xml');

  it('has its headings in order, numbered and bookmarked, in the heading styles', () => {
    const headings = styled(body, 'Heading1', 'Heading2').map((p) => [style(p), text(p), bookmarks(p)]);
    const numbered =
      lang === 'zh' ? ['一、登记情况', '1. 各师登记量'] : ['1 Registrations', '1.1 Registrations by division'];
    expect(headings).toEqual([
      ['Heading1', lang === 'zh' ? '编写说明' : 'About this report', ['preface']],
      ['Heading1', numbered[0], ['registrations']],
      ['Heading2', numbered[1], ['by_division']],
    ]);
  });

  it('bases the heading styles on the roles, at their levels of the outline', () => {
    const styles = all(part('word/styles.xml'), 'w:style');
    const of = (id: string) => styles.find((candidate) => candidate.attributes['w:styleId'] === id);
    const heading = of('Heading1');
    expect(heading && [value(heading, 'w:name'), value(heading, 'w:basedOn'), value(heading, 'w:outlineLvl')]).toEqual([
      'heading 1',
      'section',
      '0',
    ]);
    const used = new Set(all(body, 'w:pStyle').map((p) => p.attributes['w:val']));
    const defined = new Set(styles.map((candidate) => candidate.attributes['w:styleId']));
    expect([...used].filter((id) => !defined.has(id))).toEqual([]);
  });

  it('keeps label and title of captions apart, with the number as a field', () => {
    const gap = lang === 'zh' ? '\u3000' : '\u2003';
    const captions = styled(body, 'Caption', 'figure-caption', 'figure-caption-noted').map((p) => text(p));
    const blocks = document.body.filter((block) => block.type === 'figure' || block.type === 'table');
    expect(captions).toEqual(blocks.map((block) => `${block.label}${gap}${plainText(block.caption)}`));
    const fields = all(body, 'w:fldSimple').map((field) => [field.attributes['w:instr'], text(field)]);
    expect(fields).toContainEqual([lang === 'zh' ? 'SEQ 表 \\* ARABIC' : 'SEQ Table \\* ARABIC', '1']);
  });

  it('refers to captions by links that show their labels', () => {
    const links = all(body, 'w:hyperlink').map((link) => [link.attributes['w:anchor'], text(link)]);
    for (const block of document.body) {
      if (block.type === 'figure' || block.type === 'table') {
        // In English, no line ends within a label.
        const label = lang === 'zh' ? block.label : block.label.replaceAll(' ', '\u00a0');
        expect(links).toContainEqual([block.id.replaceAll('-', '_'), label]);
      }
    }
    const targets = new Set(bookmarks(body));
    for (const [anchor] of links) expect(targets).toContain(anchor);
  });

  it('escapes data, and marks words of another language', () => {
    expect(text(body)).toContain('<&>');
    const original = all(body, 'w:r').find((run) => text(run) === document.front.titleLines.otherTitle);
    expect(original && value(original, 'w:lang')).toBe(lang === 'zh' ? 'en-GB' : 'zh-CN');
  });

  it('describes the chart, and gives it a bitmap for programs without SVG', () => {
    const figure = document.body.find((block) => block.type === 'figure');
    const picture = all(body, 'wp:docPr').find((drawing) => drawing.attributes.name === figure?.label);
    expect(picture?.attributes.descr).toBe(figure?.alt);
    const links = new Map(
      all(part('word/_rels/document.xml.rels'), 'Relationship').map(({ attributes }) => [
        attributes.Id,
        attributes.Target,
      ]),
    );
    expect(links.get(value(body, 'a:blip', 'r:embed'))).toMatch(/\.png$/);
    expect(links.get(value(body, 'asvg:svgBlip', 'r:embed'))).toMatch(/\.svg$/);
    // Wider than the text: scaled to it, 165 mm at 36 000 EMU.
    const extent = all(body, 'wp:inline').find(
      (inline) => text(inline, 'x') === '' && all(inline, 'pic:pic').length > 0,
    );
    expect(Number(extent && value(extent, 'wp:extent', 'cx'))).toBeLessThanOrEqual(165 * 36_000 + 10_000);
    // Every drawing has a description or is an ornament.
    for (const drawing of all(body, 'wp:docPr')) {
      expect(drawing.attributes.descr !== undefined || all(drawing, 'adec:decorative').length === 1).toBe(true);
    }
  });

  it('keeps lists as lists', () => {
    const items = styled(body, 'ListBullet');
    expect(items.map((item) => text(item))).toEqual(['α', 'β32.5%']);
    expect(items.every((item) => all(item, 'w:numPr').length === 1)).toBe(true);
  });
});

describe('a book of parts', async () => {
  const document = bookOfParts('zh');
  const body = (await partsOf(document))('word/document.xml');

  it('gives the preface a style of its own at level 1', () => {
    expect(styled(body, 'Heading1').map((p) => text(p))).toEqual(['第三部分 登记情况', '第四部分 登记情况']);
    expect(styled(body, 'section-1').map((p) => text(p))).toEqual(['编写说明']);
  });

  it('states numbers of captions that do not count on', () => {
    const sequences = all(body, 'w:fldSimple').filter(({ attributes }) => attributes['w:instr']?.startsWith('SEQ 表'));
    expect(sequences.map((field) => [field.attributes['w:instr'], text(field)])).toEqual([
      ['SEQ 表 \\* ARABIC', '1'],
      ['SEQ 表 \\* ARABIC', '2'],
      ['SEQ 表 \\* ARABIC \\r 1', '1'],
    ]);
  });

  it('sets text off from a table without notes', () => {
    const blocks = elements(first(body, 'w:body'));
    const after = blocks.findIndex((block) => block.name === 'w:tbl') + 1;
    const next = blocks[after];
    expect(next && style(next)).toBe('body-after-table');
  });
});

describe.each(['zh', 'en'] as const)('a yearbook of four levels in %s', async (lang) => {
  const document = buildDocuments(partsBook)[lang];
  const part = await partsOf(document);
  const body = part('word/document.xml');
  const styles = all(part('word/styles.xml'), 'w:style');
  const properties = (id: string) => {
    const found = styles.find((candidate) => candidate.attributes['w:styleId'] === id);
    return found && ['w:name', 'w:basedOn', 'w:outlineLvl'].map((name) => value(found, name));
  };

  it('has a heading style of Word for every level, based on its role', () => {
    expect([1, 2, 3, 4].map((level) => properties(`Heading${level}`))).toEqual([
      ['heading 1', 'part', '0'],
      ['heading 2', 'section', '1'],
      ['heading 3', 'item', '2'],
      ['heading 4', 'subitem', '3'],
    ]);
  });

  it('sets its headings in them, numbered', () => {
    const headings = all(body, 'w:p').filter((p) => /^Heading\d$/.test(style(p)));
    const shown = headings.map((p) => `${style(p).slice(-1)} ${text(p)}`);
    expect(shown).toEqual(
      lang === 'zh'
        ? [
            '1 第一部分 年度登记量',
            '1 第二部分 登记结构',
            '2 一、技术交易流向',
            '2 二、登记单位',
            '3 1. 南北疆',
            '4 （1）各师市',
            '4 （2）单项合同成交额',
            '1 第三部分 参见',
            '1 附表',
            '1 大事记',
          ]
        : [
            '1 Part 1 Contracts registered',
            '1 Part 2 Structure',
            '2 1 Destinations',
            '2 2 Registrants',
            '3 2.1 North and south',
            '4 2.1.1 Divisions',
            '4 2.1.2 Sizes',
            '1 Part 3 References',
            '1 Appendix tables',
            '1 Chronicle',
          ],
    );
  });

  it('updates its contents to three levels, as they are printed', () => {
    const instructions = all(body, 'w:instrText').map((instruction) => instruction.children.join(''));
    expect(instructions.filter((instruction) => instruction.includes('TOC'))[0]).toBe(' TOC \\o "1-3" \\h \\z \\u ');
    expect(new Set(styled(body, 'TOC1', 'TOC2', 'TOC3', 'TOC4').map(style))).toEqual(new Set(['TOC1', 'TOC2', 'TOC3']));
  });

  it('counts the tables of the appendix on their own', () => {
    const captions = styled(body, 'Caption').map((p) => text(p).split(/[\u2003\u3000]/)[0]);
    expect(captions).toEqual(
      lang === 'zh'
        ? ['表2-1', '表2-2', '附表1', '附表2']
        : ['Table 2-1', 'Table 2-2', 'Appendix table 1', 'Appendix table 2'],
    );
    const sequence = lang === 'zh' ? 'SEQ 表' : 'SEQ Table';
    const fields = all(body, 'w:fldSimple').filter(({ attributes }) => attributes['w:instr']?.startsWith(sequence));
    expect(fields.map((field) => field.attributes['w:instr'])).toEqual([
      `${sequence} \\* ARABIC`,
      `${sequence} \\* ARABIC`,
      `${sequence} \\* ARABIC \\r 1`,
      `${sequence} \\* ARABIC`,
    ]);
  });

  it('opens each part on a page of its own, with text, tables or sections on the next', () => {
    const blocks = elements(first(body, 'w:body'));
    // The heading of a part ends its Word section.
    const openers = blocks.flatMap((block, index) => (style(block) === 'Heading1' ? index : []));
    expect(openers.map((at) => blocks.slice(at, at + 1).flatMap((block) => all(block, 'w:sectPr')).length)).toEqual([
      1, 1, 1, 1, 1,
    ]);
    expect(openers.map((at) => blocks.slice(at + 1, at + 2).map(style)[0])).toEqual([
      'body',
      'Heading2',
      'body',
      'Caption',
      'body',
    ]);
    const heading = styles.find((candidate) => candidate.attributes['w:styleId'] === 'part');
    expect(Number(heading && value(heading, 'w:spacing', 'w:before'))).toBeGreaterThan(3000);
    expect(styled(body, 'Heading1').flatMap((p) => all(p, 'w:spacing'))).toEqual([]);
  });
});

it('breaks no line within the number of a table', async () => {
  const document = sampleDocument('zh', 2);
  const inlines = [{ type: 'reference', text: '表 2-10', target: 'table-registrants' }] as const;
  const part = await partsOf({ ...document, body: [...document.body, { type: 'paragraph', role: 'body', inlines }] });
  const link = all(part('word/document.xml'), 'w:hyperlink').find((each) => text(each) === '表 2-10');
  expect(link && elements(first(link, 'w:r')).map(({ name }) => name)).toEqual(
    expect.arrayContaining(['w:t', 'w:noBreakHyphen', 'w:t']),
  );
});

describe('what cannot be written', () => {
  const names = async (promise: Promise<unknown>) => {
    const failure = await promise.catch((cause: unknown) => cause);
    return failure instanceof Failure ? failure.problems.map((problem) => problem.name) : [];
  };

  it('is a reference to nothing', async () => {
    const document = sampleDocument('zh', 2);
    const stray = {
      type: 'paragraph',
      role: 'body',
      inlines: [{ type: 'reference', text: '图 9', target: 'nowhere' }],
    } as const;
    const broken = { ...document, body: [...document.body, stray] };
    expect(await names(writeDocx(broken, sampleTheme, charts))).toEqual(['docx.unknown-target']);
  });

  it('is a figure without a chart', async () => {
    expect(await names(writeDocx(sampleDocument('zh', 2), sampleTheme, new Map()))).toEqual(['docx.no-chart']);
  });

  it('is a list of tables that names a heading', async () => {
    const document = bookOfParts('zh');
    const [contents, tables] = document.front.contents;
    const entries = [...(contents?.entries ?? []), ...(tables?.entries ?? [])];
    const mixed = { ...document, front: { ...document.front, contents: [{ id: 'mixed', title: '', entries }] } };
    expect(await names(writeDocx(mixed, sampleTheme, charts))).toEqual(['docx.mixed-contents']);
  });
});
