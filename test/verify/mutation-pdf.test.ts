/** As `mutation.test.ts`, for PDFs: their objects are changed, or they are printed from documents that say something else. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Block, Document, Lang, Row, Table } from '../../src/model/document.ts';
import { type Browser, openBrowser, startPreparing, writePdf } from '../../src/render/index.ts';
import {
  PDFArray,
  type PDFDict,
  PDFDict as PDFDictionary,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFString,
} from '../../src/render/pdf/pdf-file.ts';
import { compact } from '../../src/verify/finished.ts';
import { readFinished, verify } from '../../src/verify/index.ts';
import { changeContent, contentOf, otherDigit, withObjects } from '../support/finished-files.ts';
import { sampleDocument, sampleTheme } from '../support/sample.ts';
import { seeded } from '../support/tiny.ts';

const languages: readonly Lang[] = ['zh', 'en'];
const documents = { zh: sampleDocument('zh', 40), en: sampleDocument('en', 40) };
const books = new Map<Lang, Uint8Array>();
let browser: Browser;

const bookIn = (lang: Lang): Uint8Array => {
  const found = books.get(lang);
  if (found === undefined) throw new Error('Printed beforehand');
  return found;
};
const print = async (document: Document) =>
  (await writePdf(await startPreparing(document, sampleTheme), browser)).bytes;
const namesIn = async (document: Document, bytes: Uint8Array) =>
  (await verify(document, sampleTheme, 'pdf', bytes, 'book.pdf')).problems.map(({ name }) => name);

beforeAll(async () => {
  ({ browser } = await openBrowser({ environment: process.env }));
  for (const lang of languages) books.set(lang, await print(documents[lang]));
});
afterAll(() => browser.close());

/** The stretches of a content stream in one font, in which equal codes are equal glyphs. */
const textBlock = /BT\n(?:(?!ET\n).)*ET\n/gs;
const glyph = /(?<=<(?:[0-9A-F]{4})*)[0-9A-F]{4}(?=(?:[0-9A-F]{4})*> Tj)/g;

/** Two different glyphs of a stretch of text, each in the other's place. */
function swapGlyphs(block: string, at: number): string {
  const glyphs = [...block.matchAll(glyph)];
  const first = glyphs[at % Math.max(1, glyphs.length)];
  const second = glyphs.find(({ 0: code }) => code !== first?.[0]);
  if (first === undefined || second === undefined) return block;
  const [early, late] = first.index < second.index ? [first, second] : [second, first];
  return `${block.slice(0, early.index)}${late[0]}${block.slice(early.index + 4, late.index)}${early[0]}${block.slice(late.index + 4)}`;
}

/** Stretches with two glyphs at least that differ. */
function mixedBlocks(content: string) {
  return [...content.matchAll(textBlock)].filter(([block]) => new Set(block.match(glyph)).size > 1);
}

async function pagesWithText(file: Uint8Array): Promise<readonly number[]> {
  const found: number[] = [];
  await withObjects(file, (pdf) => {
    for (const page of pdf.getPages().keys()) if (mixedBlocks(contentOf(pdf, page)).length > 0) found.push(page);
  });
  return found;
}

function dictionaries(pdf: PDFDocument, isWanted: (dictionary: PDFDict) => boolean): readonly PDFDict[] {
  const all = pdf.context.enumerateIndirectObjects().map(([, object]) => object);
  return all.filter((object): object is PDFDict => object instanceof PDFDictionary && isWanted(object));
}

const name = PDFName.of;
const linkTo = (pdf: PDFDocument) => dictionaries(pdf, (found) => found.get(name('Subtype')) === name('Link'));
/** References of the tags to annotations. */
const taggedAnnotations = (pdf: PDFDocument) =>
  dictionaries(pdf, (found) => found.get(name('S')) === name('Link')).flatMap((link) =>
    link
      .lookup(name('K'), PDFArray)
      .asArray()
      .flatMap((kid) => (kid instanceof PDFDictionary && kid.get(name('Type')) === name('OBJR') ? [kid] : [])),
  );
/** Entries of the outline: they alone have a parent and a title. */
const bookmarks = (pdf: PDFDocument) =>
  dictionaries(pdf, (found) => found.has(name('Title')) && found.has(name('Parent')) && !found.has(name('K')));

const pdfMutations: Readonly<Record<string, (pdf: PDFDocument) => void>> = {
  'where a link leads': (pdf) => {
    const [link] = linkTo(pdf).filter((found) => found.get(name('Dest')) !== name('by-division'));
    link?.set(name('Dest'), name('by-division'));
  },
  'which annotation is that of a link': (pdf) => {
    const [first, second] = taggedAnnotations(pdf);
    const [one, other] = [first?.get(name('Obj')), second?.get(name('Obj'))];
    if (one && other) {
      first?.set(name('Obj'), other);
      second?.set(name('Obj'), one);
    }
  },
  'a link without its annotation': (pdf) => taggedAnnotations(pdf)[0]?.delete(name('Obj')),
  'a link that is not shown': (pdf) => linkTo(pdf)[0]?.set(name('F'), pdf.context.obj(6)),
  'where a destination is': (pdf) => {
    const found = pdf.catalog.lookup(name('Dests'), PDFDictionary);
    const [target] = found.entries().filter(([key]) => key === name('by-division'));
    const place = target && pdf.context.lookup(target[1]);
    const [first] = pdf.getPages();
    if (place instanceof PDFArray && first) place.set(0, first.ref);
  },
  'the words of a bookmark': (pdf) => bookmarks(pdf)[1]?.set(name('Title'), PDFHexString.fromText('2')),
  'where a bookmark leads': (pdf) => {
    const [first, second] = bookmarks(pdf).toReversed();
    const [to, from] = [first?.get(name('Dest')) ?? first?.get(name('A')), second];
    const key = name(from?.has(name('Dest')) ? 'Dest' : 'A');
    const page = pdf.getPages()[0]?.ref;
    if (to && from && page) from.set(key, pdf.context.obj([page, name('XYZ'), 0, 0, 0]));
  },
  'the language': (pdf) => pdf.catalog.set(name('Lang'), PDFString.of('fr')),
  'the title': (pdf) => pdf.setTitle('Book'),
  'the numbers of the pages': (pdf) => {
    const labels = pdf.catalog.lookup(name('PageLabels'), PDFDictionary).lookup(name('Nums'), PDFArray);
    labels.lookup(labels.size() - 1, PDFDictionary).set(name('St'), pdf.context.obj(3));
  },
  'an alternative text': (pdf) => {
    const [figure] = dictionaries(pdf, (found) => found.get(name('S')) === name('Figure') && found.has(name('Alt')));
    figure?.set(name('Alt'), PDFHexString.fromText('2024'));
  },
  'a heading’s level': (pdf) => {
    const [heading] = dictionaries(pdf, (found) => found.get(name('S')) === name('H2'));
    heading?.set(name('S'), name('H1'));
  },
  'a font without its outlines': (pdf) => {
    const [font] = dictionaries(pdf, (found) => found.has(name('FontFile2')));
    font?.delete(name('FontFile2'));
  },
  'another font': (pdf) => {
    const [font] = dictionaries(pdf, (found) => found.has(name('FontFile2')));
    font?.set(name('FontName'), name('AAAAAA+ComicSansMS'));
  },
};

/** Changes of what is drawn that are not seen on the page, or not in the glyphs. */
const drawnOtherwise: Readonly<Record<string, (content: string) => string>> = {
  'a text that is printed twice in one place': (content) => content.replace(textBlock, '$&$&'),
  'a text with other words for its glyphs': (content) =>
    content.replace(textBlock, '/Span << /ActualText <FEFF0038> >> BDC\n$&EMC\n'),
  'a text that is no part of the text': (content) => content.replace(textBlock, '/Artifact BMC\n$&EMC\n'),
};

/** The document with its first block of this type changed. */
function withBlock<T extends Block['type']>(
  document: Document,
  type: T,
  change: (block: Extract<Block, { readonly type: T }>) => Block,
): Document {
  const at = document.body.findIndex((block) => block.type === type);
  const isWanted = (block: Block): block is Extract<Block, { readonly type: T }> => block === document.body[at];
  return { ...document, body: document.body.map((block) => (isWanted(block) ? change(block) : block)) };
}

const withRows = (document: Document, change: (rows: readonly Row[]) => readonly Row[]) =>
  withBlock(document, 'table', (table: Table) => ({ ...table, rows: change(table.rows) }));

/** Documents that say something else, as a fault of the program would print it. */
const otherDocuments: Readonly<Record<string, (document: Document) => Document>> = {
  'a figure of a cell': (document) =>
    withRows(document, (rows) =>
      rows.map((row, index) => ({
        ...row,
        cells: row.cells.map((cell, column) =>
          index === 9 && column === 2 && cell.type === 'quantity' ? { ...cell, text: otherDigit(cell.text, 2) } : cell,
        ),
      })),
    ),
  'two rows in each other’s place': (document) =>
    withRows(document, ([first, second, third, ...rest]) =>
      [first, third, second, ...rest].filter((row) => row !== undefined),
    ),
  'a row left out': (document) => withRows(document, (rows) => rows.filter((_, index) => index !== 20)),
  'a label of a chart': (document) =>
    withBlock(document, 'figure', (figure) => ({
      ...figure,
      data: {
        rows: (figure.data.rows ?? []).map((row) => ({
          ...row,
          amount_label: otherDigit(String(row.amount_label), 3),
        })),
      },
    })),
  'the number of a caption': (document) =>
    withBlock(document, 'table', (table) => ({ ...table, label: otherDigit(table.label, 0) })),
};

describe.each(languages)('verify, of a PDF in %s that was changed', (lang) => {
  it('finds nothing in what was not', async () => {
    expect(await namesIn(documents[lang], bookIn(lang))).toEqual([]);
  });

  it('finds two glyphs that changed places anywhere on its pages', async () => {
    const random = seeded(20_241);
    const missed: number[] = [];
    const pages = await pagesWithText(bookIn(lang));
    const textsOf = async (file: Uint8Array) => compact(JSON.stringify(await readFinished('pdf', file)));
    const original = await textsOf(bookIn(lang));
    let seen = 0;
    for (let round = 0; round < 30; round += 1) {
      const at = Math.floor(random() * 1e6);
      const file = await withObjects(bookIn(lang), (pdf) =>
        changeContent(pdf, pages[at % pages.length] ?? 0, (content) => {
          const blocks = mixedBlocks(content);
          const block = blocks[at % blocks.length];
          if (block === undefined) return content;
          const rest = content.slice(block.index + block[0].length);
          return content.slice(0, block.index) + swapGlyphs(block[0], at) + rest;
        }),
      );
      if ((await textsOf(file)) === original) continue;
      seen += 1;
      if ((await namesIn(documents[lang], file)).length === 0) missed.push(at);
    }
    expect(missed).toEqual([]);
    // White space is not compared: lines end where there is room.
    expect(seen).toBeGreaterThan(25);
  });

  it.each(Object.entries(pdfMutations))('finds %s', async (_, change) => {
    const file = await withObjects(bookIn(lang), change);
    expect(await namesIn(documents[lang], file)).not.toEqual([]);
  });

  it.each(Object.entries(drawnOtherwise))('finds %s', async (_, change) => {
    const [page = 0] = (await pagesWithText(bookIn(lang))).slice(-1);
    const file = await withObjects(bookIn(lang), (pdf) => changeContent(pdf, page, change));
    expect(await namesIn(documents[lang], file)).not.toEqual([]);
  });

  it.each(Object.entries(otherDocuments))('finds %s', async (_, change) => {
    const file = await print(change(documents[lang]));
    expect(await namesIn(documents[lang], file)).not.toEqual([]);
  });
});
