/** Prints the sample in both languages and reads the files back. Slow: it launches a browser. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Block, Document, Heading, Lang } from '../../../src/model/document.ts';
import { subsetFaces } from '../../../src/render/fonts/subset.ts';
import { type OpenBrowser, openBrowser, type PdfInput, writePdf } from '../../../src/render/pdf/index.ts';
import { openPdf, PDFArray, PDFDict, PDFHexString, PDFName, PDFRawStream } from '../../../src/render/pdf/pdf-file.ts';
import type { FinishedFile, ShownHeading } from '../../../src/verify/finished.ts';
import { readFinished } from '../../../src/verify/index.ts';
import { contentOf } from '../../support/finished-files.ts';
import { partsBook } from '../../support/parts-book.ts';
import { printedPages } from '../../support/printed-pages.ts';
import { buildDocuments } from '../../support/project.ts';
import { groupedDocument, sampleDocument, sampleTheme } from '../../support/sample.ts';

const chart = `<svg viewBox="0 0 440 60" width="440" height="60"><rect width="300" height="40"/><text y="50">2024</text></svg>`;

async function inputFor(document: Document, svg = chart): Promise<PdfInput> {
  const faces = await subsetFaces(sampleTheme, JSON.stringify(document), document.lang);
  const figures = document.body.filter((block) => block.type === 'figure');
  const charts = new Map(figures.map(({ id }) => [id, { svg, width: 440, height: 60 }]));
  return { document, theme: sampleTheme, faces, charts };
}

interface Printed {
  readonly bytes: Uint8Array;
  readonly read: FinishedFile;
  readonly labels: readonly string[];
  /** Text of each page, line by line. */
  readonly lines: readonly (readonly string[])[];
}

async function readBack(bytes: Uint8Array): Promise<Printed> {
  const read = await readFinished('pdf', bytes);
  return { bytes, read, labels: read.pageLabels, lines: (await printedPages(bytes)).map(({ lines }) => lines) };
}

let opened: OpenBrowser;
const printed = new Map<Lang, Printed>();

function file(lang: Lang): Printed {
  const found = printed.get(lang);
  if (found === undefined) throw new Error('Printed beforehand');
  return found;
}

beforeAll(async () => {
  opened = await openBrowser({ environment: process.env });
  for (const lang of ['zh', 'en'] as const) {
    const { bytes } = await writePdf(await inputFor(sampleDocument(lang, 120)), opened.browser);
    printed.set(lang, await readBack(bytes));
  }
}, 120_000);

afterAll(() => opened.browser.close());

const words = {
  zh: { continued: '续表 1', caption: '各师技术合同登记量', section: '登记情况', item: '各师登记量', stub: '第十二师' },
  en: {
    continued: 'Table 1, continued',
    caption: 'Technology contracts registered',
    section: 'Registrations',
    item: 'Registrations by division',
    stub: 'Twelfth Division',
  },
} as const;

describe.each(['zh', 'en'] as const)('PDF in %s', (lang) => {
  it('has the trim size of the theme', async () => {
    for (const page of (await openPdf(file(lang).bytes)).getPages()) {
      for (const { width, height } of [page.getMediaBox(), page.getCropBox(), page.getTrimBox()]) {
        expect(width / 72).toBeCloseTo(210 / 25.4, 3);
        expect(height / 72).toBeCloseTo(285 / 25.4, 3);
      }
    }
  });

  it('labels its pages as they are numbered in the foot', () => {
    const { labels, lines } = file(lang);
    expect(labels.slice(0, 8)).toEqual(['C1', 'C2', 'i', 'ii', 'iii', 'iv', '1', '2']);
    const numbered = labels.flatMap((label, page) => (page >= 4 ? [{ label, lines: lines[page] ?? [] }] : []));
    for (const page of numbered) expect(page.lines).toContain(page.label);
  });

  it('opens the body on a right-hand page', () => {
    expect(file(lang).labels.indexOf('1') % 2).toBe(0);
  });

  it('prints in the contents the pages on which the headings stand', () => {
    const { read, labels, lines } = file(lang);
    const contents = (lines[labels.indexOf('iv')] ?? []).join(' ');
    const entries = (read.outline ?? []).filter(({ level }) => level <= 2);
    expect(entries).toHaveLength(4);
    for (const { text, page = -1 } of entries.filter((entry) => !/^(目录|Contents)$/.test(entry.text))) {
      const title = text.replace(/\s/g, '');
      expect(contents.replace(/\s/g, '')).toContain(`${title}${labels[page]}`);
      expect((lines[page] ?? []).join('').replace(/\s/g, '')).toContain(title);
    }
  });

  it('draws the leaders of the contents on their page and on no other', async () => {
    const { bytes, labels } = file(lang);
    const pdf = await openPdf(bytes);
    const dots = labels.map((_, page) => contentOf(pdf, page).match(/ re\nf\n/g)?.length ?? 0);
    expect(dots.flatMap((count, page) => (count > 100 ? [labels[page]] : []))).toEqual(['iv']);
  });

  it('marks the continuation of a table on every further page and not on the first', () => {
    const pages = file(lang).lines.filter((page) =>
      page.some((line) => /^(第十二师|Twelfth Division) [A-Z]/.test(line)),
    );
    expect(pages.length).toBeGreaterThan(2);
    const continued = pages.map((page) => page.some((line) => line.startsWith(words[lang].continued)));
    expect(continued).toEqual(pages.map((_, index) => index > 0));
    expect(pages.map((page) => page.some((line) => line.includes(words[lang].caption))).indexOf(true, 1)).toBe(-1);
  });

  it('prints every row of the table once and in its order', () => {
    const values = file(lang)
      .lines.flat()
      .flatMap((line) => /(\d{5}\.46)$/.exec(line)?.[1] ?? []);
    expect(values).toEqual(Array.from({ length: 120 }, (_, index) => (12921.46 + index).toFixed(2)));
  });

  it('carries title, language and dates of the document, and no clock', async () => {
    const { bytes, read } = file(lang);
    const pdf = await openPdf(bytes);
    const document = sampleDocument(lang);
    expect([pdf.getTitle(), pdf.getAuthor(), pdf.getSubject()]).toEqual([
      document.title,
      document.publisher,
      document.description,
    ]);
    const dates = [pdf.getCreationDate(), pdf.getModificationDate()].map((date) => date?.toISOString());
    expect(dates).toEqual(['2025-01-31T00:00:00.000Z', '2025-01-31T00:00:00.000Z']);
    expect([read.title, read.languages]).toEqual([document.title, [lang === 'zh' ? 'zh-CN' : 'en']]);
    const packet = pdf.catalog.lookup(PDFName.of('Metadata'));
    const xmp = packet instanceof PDFRawStream ? Buffer.from(packet.getContents()).toString() : '';
    expect(xmp).toContain('<pdfuaid:part>1</pdfuaid:part>');
  });

  it('is tagged: tables with header cells, figures with text, contents, nothing untagged but artifacts', async () => {
    const tags: string[] = [];
    const structure = await openPdf(file(lang).bytes);
    expect(String(structure.catalog.lookup(PDFName.of('MarkInfo'), PDFDict).get(PDFName.of('Marked')))).toBe('true');
    for (const [, object] of structure.context.enumerateIndirectObjects()) {
      if (!(object instanceof PDFDict) || !object.has(PDFName.of('P'))) continue;
      const kind = object.get(PDFName.of('S'));
      if (kind instanceof PDFName) tags.push(kind.decodeText());
      if (kind === PDFName.of('Figure')) expect(object.has(PDFName.of('Alt'))).toBe(true);
    }
    expect(tags).toEqual(
      expect.arrayContaining([
        'H1',
        'H2',
        'P',
        'Table',
        'Caption',
        'TR',
        'TH',
        'TD',
        'Figure',
        'TOC',
        'TOCI',
        'L',
        'LBody',
        'Link',
      ]),
    );
  });

  it('embeds every font as a subset of outlines and none as Type 3', async () => {
    const structure = await openPdf(file(lang).bytes);
    const fonts = structure.context
      .enumerateIndirectObjects()
      .flatMap(([, object]) =>
        object instanceof PDFDict && object.get(PDFName.of('Type')) === PDFName.of('Font') ? [object] : [],
      );
    const kinds = new Set(fonts.map((font) => String(font.get(PDFName.of('Subtype')))));
    expect(kinds).toEqual(new Set(['/Type0', '/CIDFontType2']));
    for (const font of fonts) expect(String(font.get(PDFName.of('BaseFont')))).toMatch(/^\/[A-Z]{6}\+(Noto|Source)/);
  });

  it('says where its links lead', async () => {
    const { bytes, labels } = file(lang);
    const page = (await openPdf(bytes)).getPages()[labels.indexOf('iv')];
    const annotations = page?.node.lookup(PDFName.of('Annots'), PDFArray);
    expect(annotations?.size()).toBe(3);
    for (const index of annotations?.asArray().keys() ?? []) {
      const contents = annotations?.lookup(index, PDFDict).lookup(PDFName.of('Contents'), PDFHexString);
      expect(contents?.decodeText()).not.toBe('');
    }
  });
});

/** Titles of an outline, indented by two spaces a level. */
function titles(outline: readonly ShownHeading[]): string[] {
  return outline.map(({ text, level }) => '  '.repeat(level - 1) + text.replace(/\s+/g, ' ').trim());
}

describe.each(['zh', 'en'] as const)('PDF of a yearbook of four levels in %s', (lang) => {
  let read: FinishedFile;
  let labels: readonly string[];
  let pages: readonly (readonly string[])[];
  beforeAll(async () => {
    const document = buildDocuments(partsBook)[lang];
    const long = document.body.map((block) =>
      block.type === 'table' && block.id === 'table-amounts'
        ? { ...block, rows: Array.from({ length: 5 }, () => block.rows).flat() }
        : block,
    );
    const { bytes } = await writePdf(await inputFor({ ...document, body: long }), opened.browser);
    const back = await readBack(bytes);
    ({ read, labels } = back);
    // Between Han and digits the reader finds a space where the browser sets one.
    const compact = (line: string) => (lang === 'zh' ? line.replace(/ /g, '') : line);
    pages = back.lines.map((lines) => lines.map(compact));
  });
  const part = {
    zh: { structure: '登记结构', appendix: '附表', title: '2024年年报', continued: '续附表2' },
    en: {
      structure: 'Structure',
      appendix: 'Appendix tables',
      title: '2024 Yearbook',
      continued: 'Appendix table 2, continued',
    },
  }[lang];

  it('has all levels in its outline', () => {
    const found = titles(read.outline ?? []);
    const body = found.slice(found.findIndex((title) => /^(第一部分|Part 1)/.test(title)));
    expect(body).toEqual(
      lang === 'zh'
        ? [
            '第一部分 年度登记量',
            '第二部分 登记结构',
            '  一、技术交易流向',
            '  二、登记单位',
            '    1. 南北疆',
            '      （1）各师市',
            '      （2）单项合同成交额',
            '第三部分 参见',
            '附表',
            '大事记',
          ]
        : [
            'Part 1 Contracts registered',
            'Part 2 Structure',
            '  1 Destinations',
            '  2 Registrants',
            '    2.1 North and south',
            '      2.1.1 Divisions',
            '      2.1.2 Sizes',
            'Part 3 References',
            'Appendix tables',
            'Chronicle',
          ],
    );
  });

  it('tags headings H1 to H4 and never skips a level', () => {
    const levels = read.headings.map(({ level }) => level);
    const contents = lang === 'zh' ? [1] : [1, 1, 1];
    expect(levels).toEqual([1, ...contents, 1, 1, 2, 2, 3, 4, 4, 1, 1, 1]);
  });

  it('opens a part on a right-hand page of its own, without running head', () => {
    const at = pages.findIndex((lines, page) => page >= labels.indexOf('1') && lines.includes(part.structure));
    expect(at % 2).toBe(0);
    expect(pages[at]).not.toContain(part.title);
    expect((pages[at] ?? []).filter((line) => line !== '')).toHaveLength(3);
    expect(pages[at + 1]).toContain(part.title);
  });

  it('runs the appendix’s heading over its tables, and says where one is continued', () => {
    const at = pages.findIndex((lines) => lines.some((line) => line.startsWith(part.continued)));
    expect(at).toBeGreaterThan(0);
    const head = at % 2 === 0 ? part.appendix : part.title;
    expect(pages[at]).toContain(head);
    const opener = pages.findIndex((lines, page) => page >= labels.indexOf('1') && lines.includes(part.appendix));
    expect(opener % 2).toBe(0);
    expect(pages[opener + 1]?.join(' ')).toMatch(lang === 'zh' ? /附表1/ : /Appendix table 1/);
  });
});

describe('PDF writer', () => {
  it('prints the same bytes again, alone or beside another book', async () => {
    const [zh, en] = await Promise.all(
      (['zh', 'en'] as const).map(
        async (lang) => (await writePdf(await inputFor(sampleDocument(lang, 120)), opened.browser)).bytes,
      ),
    );
    expect(Buffer.compare(zh ?? Buffer.alloc(0), file('zh').bytes)).toBe(0);
    expect(Buffer.compare(en ?? Buffer.alloc(0), file('en').bytes)).toBe(0);
  }, 60_000);

  it('keeps notes and at least two rows together where a table ends near the foot of a page', async () => {
    const continued = new Set<boolean>();
    for (let rows = 8; rows <= 15; rows += 1) {
      const { bytes } = await writePdf(await inputFor(sampleDocument('en', rows)), opened.browser);
      const lines = (await printedPages(bytes)).at(-1)?.lines ?? [];
      const total = lines.findIndex((line) => line.startsWith('Total'));
      expect(lines[total - 1]).toMatch(/^Twelfth Division/);
      expect(lines[total + 1]).toMatch(/^Note:/);
      continued.add(lines.some((line) => line.startsWith('Table 1, continued')));
    }
    expect(continued).toEqual(new Set([false, true]));
  }, 60_000);

  it('never leaves the title of a group at the foot of a page', async () => {
    const line: Block = { type: 'paragraph', role: 'body', inlines: [{ type: 'text', text: 'Line.' }] };
    const grouped = groupedDocument('en', 45);
    const lasts = new Set<string>();
    // Pages turn after another row each time, and every fourth row is a title.
    for (let lines = 0; lines < 4; lines += 1) {
      const body = grouped.body.flatMap((block) =>
        block.type === 'table' ? [...Array(lines).fill(line), block] : block,
      );
      const { bytes } = await writePdf(await inputFor({ ...grouped, body }), opened.browser);
      for (const page of (await printedPages(bytes)).slice(0, -1)) {
        const rows = page.lines.filter((row) => /^(Group \d|Twelfth Division)/.test(row));
        lasts.add(rows.at(-1)?.slice(0, 7) ?? '');
      }
    }
    lasts.delete('');
    expect([...lasts]).toEqual(['Twelfth']);
  }, 60_000);

  it('keeps headings of all levels with the table that follows, wherever the page ends', async () => {
    const sample = sampleDocument('en', 45);
    const heading = (level: Heading['level'], role: Heading['role'], id: string): Heading => ({
      ...{ type: 'heading', id, level, role, number: '' },
      inlines: [{ type: 'text', text: `Heading ${id}` }],
    });
    const line: Block = { type: 'paragraph', role: 'body', inlines: [{ type: 'text', text: 'Line.' }] };
    const table = sample.body.filter((block) => block.type === 'table');
    const starts = new Set<number>();
    for (let lines = 14; lines <= 30; lines += 4) {
      const front = { ...sample.front, contents: [] };
      const headings = [heading(2, 'section', 'two'), heading(3, 'item', 'three'), heading(4, 'subitem', 'four')];
      const body = [heading(1, 'part', 'one'), ...Array.from({ length: lines }, () => line), ...headings, ...table];
      const { bytes } = await writePdf(await inputFor({ ...sample, front, body }), opened.browser);
      const pages = (await printedPages(bytes)).map((page) => page.lines.join('\n'));
      const found = ['Heading two', 'Heading three', 'Heading four', 'Table 1 '].flatMap((part) =>
        pages.flatMap((text, page) => (text.includes(part) ? [page] : [])),
      );
      expect(new Set(found).size).toBe(1);
      expect(found).toHaveLength(4);
      starts.add(found[0] ?? 0);
    }
    expect(starts.size).toBe(2);
  }, 60_000);

  it('divides English words at the ends of lines, and only there', async () => {
    const text =
      'Commercialisation of technological achievements requires intellectual property organisations. '.repeat(9);
    const sample = sampleDocument('en', 3);
    const body: Block[] = [{ type: 'paragraph', role: 'body', inlines: [{ type: 'text', text }] }];
    const print = async (lang: Lang) => {
      const document = { ...sample, lang, front: { ...sample.front, contents: [] }, body };
      const { bytes } = await writePdf(await inputFor(document), opened.browser);
      const lines = (await printedPages(bytes)).at(-1)?.lines ?? [];
      return { flow: (await readFinished('pdf', bytes)).flow, lines: lines.filter((line) => /[a-z]{3}/.test(line)) };
    };
    const { flow, lines } = await print('en');
    expect(lines.filter((line) => /[a-z]{3}[-\u00ad]$/.test(line)).length).toBeGreaterThan(2);
    expect(lines.filter((line) => /\u00ad./.test(line))).toEqual([]);
    // Read back, the words are whole.
    expect(flow).toContain(text.replace(/\s/g, ''));
    expect((await print('zh')).lines.filter((line) => /[-\u00ad]/.test(line))).toEqual([]);
  }, 60_000);

  it('leaves no few lines on a page of their own, if closer lines help', async () => {
    const sample = sampleDocument('en', 3);
    const sentence = (index: number): Block => ({
      ...{ type: 'paragraph', role: 'body' },
      inlines: [{ type: 'text', text: `Paragraph ${index}.` }],
    });
    const lastPages = new Set<number>();
    for (let lines = 28; lines <= 33; lines += 1) {
      const body = Array.from({ length: lines }, (_, index) => sentence(index + 1));
      const document = { ...sample, front: { ...sample.front, contents: [] }, body };
      const { bytes } = await writePdf(await inputFor(document), opened.browser);
      const last = (await printedPages(bytes)).at(-1)?.lines ?? [];
      lastPages.add(last.filter((line) => line.startsWith('Paragraph')).length);
    }
    // A page takes 29 of these lines: the thirtieth would stand alone on the next, of two there is no way to take in both.
    expect([...lastPages]).toEqual([28, 29, 30, 2, 3, 4]);
  }, 60_000);

  it('fills a page with the text that follows a figure for which there is no room', async () => {
    const sample = sampleDocument('en', 3);
    const line = (text: string): Block => ({ type: 'paragraph', role: 'body', inlines: [{ type: 'text', text }] });
    const heading: Heading = {
      ...{ type: 'heading', id: 'heading', level: 1, role: 'section', number: '' },
      inlines: [{ type: 'text', text: 'Heading' }],
    };
    const figure = sample.body.filter((block) => block.type === 'figure');
    const print = async (lines: number, ...blocks: readonly Block[]) => {
      const body = [heading, ...Array.from({ length: lines }, () => line('Before.')), ...blocks];
      const document = { ...sample, front: { ...sample.front, contents: [] }, body };
      const tall = chart.replaceAll('60', '300');
      const input = await inputFor(document, tall);
      const ids = ['figure-volume', 'figure-third'];
      const charts = new Map(ids.map((id) => [id, { svg: tall, width: 440, height: 300 }] as const));
      const { bytes } = await writePdf({ ...input, charts }, opened.browser);
      const read = await readFinished('pdf', bytes);
      const pages = (await printedPages(bytes)).map((page) => page.lines.join('\n'));
      return { read, pages, at: read.figures[0]?.page ?? -1 };
    };
    const after = line('After it follows a sentence that takes some lines. '.repeat(30));
    const { read, pages, at } = await print(18, ...figure, after);
    expect(pages[at - 1]).toMatch(/Before\.\n(After|.*\nAfter)/s);
    expect(pages[at]).toMatch(/Figure 1 .*takes some lines/s);
    // To a reader who does not see the page, the figure comes before the text.
    expect(read.flow.replace(/(Before\.)+/, '')).toMatch(/Heading\ue001Figure1.*After/s);
    // A heading stays with what follows it, and comes after all that waits.
    const second: Heading = { ...heading, id: 'second', inlines: [{ type: 'text', text: 'Second' }] };
    const { pages: kept, at: beside } = await print(18, second, ...figure, after);
    expect(kept[beside]).toMatch(/Second.*Figure 1/s);
    expect(kept[beside - 1]).toMatch(/Before\.$/);
    const [first, table] = ['figure', 'table'].map((type) => sample.body.find((block) => block.type === type));
    if (first?.type !== 'figure' || table?.type !== 'table') throw new Error('The sample has a figure and a table');
    const third = { ...first, id: 'figure-third', label: 'Figure 3' };
    const waiting = await print(18, first, second, third, second, table, after);
    const pageOf = (text: string) => waiting.pages.findIndex((page, at) => at >= beside - 1 && page.includes(text));
    expect([pageOf('Figure 1'), pageOf('Figure 3')].toSorted()).toEqual([pageOf('Figure 1'), pageOf('Figure 3')]);
    expect(waiting.pages[pageOf('Figure 3')]).toMatch(/Second.*Figure 3/s);
    expect(waiting.pages[pageOf('Table 1')]).toMatch(/Second.*Table 1/s);
  }, 60_000);

  it.each([
    '<image href="https://example.com/a.png" width="1" height="1"/>',
    '<image href="file:///etc/hostname" width="1" height="1"/>',
    '<style>@import "https://example.com/a.css";</style>',
    '<style>@media print{svg{background:url(https://example.com/a.png)}}</style>',
  ])('refuses a chart that asks for something outside of the book: %s', async (foreign) => {
    const input = await inputFor(sampleDocument('en', 3), `<svg viewBox="0 0 4 3">${foreign}</svg>`);
    await expect(writePdf(input, opened.browser).then(({ pages }) => pages)).rejects.toMatchObject({
      fault: 'input',
      problems: [{ name: 'pdf.foreign-request' }],
    });
  });

  it('refuses to set a book in a font of the machine', async () => {
    const input = await inputFor(sampleDocument('en', 3));
    const result = writePdf({ ...input, faces: [] }, opened.browser).then(({ pages }) => pages);
    await expect(result).rejects.toMatchObject({ fault: 'machine', problems: [{ name: 'pdf.foreign-font' }] });
  });
});
