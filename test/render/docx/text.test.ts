import { describe, expect, it } from 'vitest';
import { plainText } from '../../../src/model/document.ts';
import { Failure } from '../../../src/model/problem.ts';
import { writeDocx } from '../../../src/render/docx/index.ts';
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
        expect(links).toContainEqual([block.id.replaceAll('-', '_'), block.label]);
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
