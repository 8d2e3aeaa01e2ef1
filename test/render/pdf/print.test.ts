/** Prints the sample in both languages and reads the files back. Slow: it launches a browser. */
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Document, Lang } from '../../../src/model/document.ts';
import { subsetFaces } from '../../../src/render/fonts/subset.ts';
import { type OpenBrowser, openBrowser, type PdfInput, writePdf } from '../../../src/render/pdf/index.ts';
import { openPdf, PDFDict, PDFName } from '../../../src/render/pdf/pdf-file.ts';
import { sampleDocument, sampleTheme } from '../../support/sample.ts';

const chart = `<svg viewBox="0 0 440 60" width="440" height="60"><rect width="300" height="40"/><text y="50">2024</text></svg>`;

async function inputFor(document: Document, svg = chart): Promise<PdfInput> {
  const faces = await subsetFaces(sampleTheme, JSON.stringify(document), document.lang);
  return { document, theme: sampleTheme, faces, charts: new Map([['figure-volume', { svg, width: 440, height: 60 }]]) };
}

interface Printed {
  readonly bytes: Uint8Array;
  readonly pdf: PDFDocumentProxy;
  readonly labels: readonly string[];
  /** Text of each page, line by line. */
  readonly lines: readonly (readonly string[])[];
}

async function linesOf(pdf: PDFDocumentProxy, page: number): Promise<readonly string[]> {
  const { items } = await (await pdf.getPage(page)).getTextContent();
  const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
  return text.split('\n').map((line) => line.replace(/\s+/g, ' ').trim());
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
    const pdf = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
    const lines = [];
    for (let page = 1; page <= pdf.numPages; page += 1) lines.push(await linesOf(pdf, page));
    printed.set(lang, { bytes, pdf, labels: (await pdf.getPageLabels()) ?? [], lines });
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
    const { view } = await file(lang).pdf.getPage(1);
    const [left = 0, bottom = 0, right = 0, top = 0] = view;
    expect((right - left) / 72).toBeCloseTo(210 / 25.4, 3);
    expect((top - bottom) / 72).toBeCloseTo(285 / 25.4, 3);
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

  it('prints in the contents the pages on which the headings stand', async () => {
    const { pdf, labels, lines } = file(lang);
    const contents = (lines[labels.indexOf('iv')] ?? []).join(' ');
    const outline = await pdf.getOutline();
    const entries = outline.flatMap((entry) => [entry, ...entry.items]);
    expect(entries.map((entry) => entry.title)).toHaveLength(4);
    for (const entry of entries.filter(({ title }) => !/^(目录|Contents)$/.test(title))) {
      const destination = Array.isArray(entry.dest) ? entry.dest[0] : undefined;
      const page = await pdf.getPageIndex(destination);
      const title = entry.title.replace(/\s/g, '');
      expect(contents.replace(/\s/g, '')).toContain(`${title}${labels[page]}`);
      expect((lines[page] ?? []).join('').replace(/\s/g, '')).toContain(title);
    }
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
    const { info, metadata } = await file(lang).pdf.getMetadata();
    const document = sampleDocument(lang);
    expect(info).toMatchObject({ Title: document.title, Author: document.publisher, Subject: document.description });
    expect(info).toMatchObject({ CreationDate: 'D:20250131000000Z', ModDate: 'D:20250131000000Z' });
    expect(info).toMatchObject({ Language: lang === 'zh' ? 'zh-CN' : 'en' });
    expect(String(metadata?.getRaw())).toContain('<pdfuaid:part>1</pdfuaid:part>');
  });

  it('is tagged: tables with header cells, figures with text, contents, nothing untagged but artifacts', async () => {
    const { bytes, pdf } = file(lang);
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
    const tags: string[] = [];
    const structure = await openPdf(bytes);
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
    const { pdf, labels } = file(lang);
    const annotations = await (await pdf.getPage(labels.indexOf('iv') + 1)).getAnnotations();
    expect(annotations).toHaveLength(3);
    for (const annotation of annotations) expect(annotation.contentsObj.str).not.toBe('');
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
      const pdf = await getDocument({ data: bytes, verbosity: 0 }).promise;
      const lines = await linesOf(pdf, pdf.numPages);
      const total = lines.findIndex((line) => line.startsWith('Total'));
      expect(lines[total - 1]).toMatch(/^Twelfth Division/);
      expect(lines[total + 1]).toMatch(/^Note:/);
      continued.add(lines.some((line) => line.startsWith('Table 1, continued')));
    }
    expect(continued).toEqual(new Set([false, true]));
  }, 60_000);

  it.each([
    '<image href="https://example.com/a.png" width="1" height="1"/>',
    '<image href="file:///etc/hostname" width="1" height="1"/>',
    '<style>@import "https://example.com/a.css";</style>',
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
