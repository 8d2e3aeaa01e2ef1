/** Prints the sample and looks at every object of the file. Slow: it launches a browser. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, openBrowser, startPreparing, writePdf } from '../../../src/render/index.ts';
import {
  openPdf,
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  PDFRef,
  PDFStream,
} from '../../../src/render/pdf/pdf-file.ts';
import { contentOf } from '../../support/finished-files.ts';
import { sampleDocument, sampleTheme } from '../../support/sample.ts';

const key = PDFName.of;
let browser: Browser;
let file: PDFDocument;

beforeAll(async () => {
  ({ browser } = await openBrowser({ environment: process.env }));
  const { bytes } = await writePdf(await startPreparing(sampleDocument('en', 120), sampleTheme), browser);
  file = await openPdf(bytes);
}, 60_000);
afterAll(() => browser.close());

/** The stretches of content that an element holds itself, each as the objects of its page and its number there. */
function marksOf(element: PDFDict): readonly string[] {
  const kids = element.lookup(key('K'));
  return (kids instanceof PDFArray ? kids.asArray() : []).flatMap((kid) => {
    if (kid instanceof PDFNumber) return [`${element.get(key('Pg'))} ${kid}`];
    return kid instanceof PDFDict && kid.has(key('MCID')) ? [`${kid.get(key('Pg'))} ${kid.get(key('MCID'))}`] : [];
  });
}

interface Element {
  readonly ref: string;
  readonly parent: string;
  readonly dict: PDFDict;
}

function elementsBelow(ref: PDFRef, parent: string): readonly Element[] {
  const dict = file.context.lookup(ref, PDFDict);
  const kids = dict.lookup(key('K'));
  const below = (kids instanceof PDFArray ? kids.asArray() : []).filter((kid) => kid instanceof PDFRef);
  return [{ ref: String(ref), parent, dict }, ...below.flatMap((kid) => elementsBelow(kid, String(ref)))];
}

function allElements(): readonly Element[] {
  const root = file.catalog.lookup(key('StructTreeRoot'), PDFDict);
  const top = root.get(key('K'));
  if (!(top instanceof PDFRef)) throw new Error('The root has one element');
  return elementsBelow(top, String(file.catalog.get(key('StructTreeRoot'))));
}

describe('a printed file', () => {
  it('has a tree whose elements name what holds them, all of kinds that PDF 1.7 knows and that say something', () => {
    const elements = allElements();
    expect(elements.length).toBeGreaterThan(400);
    for (const { parent, dict } of elements) {
      expect(String(dict.get(key('P')))).toBe(parent);
      expect(String(dict.get(key('S')))).toMatch(
        /^\/(?:Document|Sect|P|H[1-6]|TOC|TOCI|Reference|Link|L|LI|Lbl|LBody|Table|Caption|TR|TH|TD|Figure|Span)$/,
      );
    }
    // Emphasis, which browsers print as a kind of later versions.
    expect(elements.filter(({ dict }) => dict.get(key('S')) === key('Span')).length).toBeGreaterThan(0);
  });

  it('holds every stretch of marked content in the one element that the list of its page names', () => {
    const root = file.catalog.lookup(key('StructTreeRoot'), PDFDict);
    const held = allElements().flatMap(({ ref, dict }) => marksOf(dict).map((mark) => `${mark} ${ref}`));
    const lists = root.lookup(key('ParentTree'), PDFDict).lookup(key('Nums'), PDFArray);
    const listed = file.getPages().flatMap(({ ref, node }, page) => {
      const list = String(node.get(key('StructParents')));
      const at = lists.asArray().findIndex((entry, index) => index % 2 === 0 && String(entry) === list);
      const marks = [...contentOf(file, page).matchAll(/\/MCID (\d+)/g)].map(([, mark]) => Number(mark));
      return [...new Set(marks)].map((mark) => `${ref} ${mark} ${lists.lookup(at + 1, PDFArray).get(mark)}`);
    });
    expect(held.toSorted()).toEqual(listed.toSorted());
  });

  it('names as the header cells of a cell those of its row and column', () => {
    const elements = allElements();
    const headersOf = ({ dict }: Element) =>
      [...String(dict.lookup(key('A'))).matchAll(/\((e\d+)\)/g)].map(([, id]) => id);
    const ids = new Map(
      elements.map((element) => [/\((e\d+)\)/.exec(String(element.dict.get(key('ID'))))?.[1], element]),
    );
    const cells = elements.filter(({ dict }) => dict.get(key('S')) === key('TD'));
    expect(cells).toHaveLength(242);
    for (const cell of cells) {
      const heads = headersOf(cell).map((id) => ids.get(id));
      expect(heads.map((head) => String(head?.dict.get(key('S'))))).toContain('/TH');
      expect(heads.filter((head) => head?.parent === cell.parent)).toHaveLength(1);
      expect(heads.length).toBeGreaterThan(1);
    }
  });

  it('refers to nothing that is not there', () => {
    const objects = file.context.enumerateIndirectObjects();
    const numbers = new Set(objects.map(([ref]) => ref.objectNumber));
    const missing = objects.flatMap(([ref, object]) => {
      const text = object instanceof PDFStream ? String(object.dict) : String(object);
      const named = [...text.matchAll(/(\d+) 0 R/g)].map(([, number]) => Number(number));
      return named.filter((number) => !numbers.has(number)).map((number) => `${ref} refers to ${number}`);
    });
    expect(missing).toEqual([]);
  });
});
