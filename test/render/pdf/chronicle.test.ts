/** Prints a chronicle of several pages and reads it back. Slow: it launches a browser. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Document, Lang } from '../../../src/model/document.ts';
import { subsetFaces } from '../../../src/render/fonts/subset.ts';
import { type OpenBrowser, openBrowser, writePdf } from '../../../src/render/pdf/index.ts';
import { verify } from '../../../src/verify/index.ts';
import { sampleTheme } from '../../support/sample.ts';
import { chronicleBook } from '../chronicle-sample.ts';

let opened: OpenBrowser;
beforeAll(async () => {
  opened = await openBrowser({ environment: process.env });
}, 60_000);
afterAll(() => opened.browser.close());

async function print(document: Document): Promise<Uint8Array> {
  const faces = await subsetFaces(sampleTheme, `0123456789ixv…${JSON.stringify(document)}`, document.lang);
  return (await writePdf({ document, theme: sampleTheme, faces, charts: new Map() }, opened.browser)).bytes;
}

interface Node {
  readonly type?: string;
  readonly role?: string;
  readonly children?: readonly Node[];
}
const all = (node: Node, role: string): readonly Node[] => [
  ...(node.role === role ? [node] : []),
  ...(node.children ?? []).flatMap((child) => all(child, role)),
];

describe.each<Lang>(['zh', 'en'])('a chronicle in %s', (lang) => {
  it('shows every entry, whole on one page, its date on one line beside the first line of its text', async () => {
    const document = chronicleBook(lang, 30);
    const bytes = await print(document);
    expect((await verify(document, sampleTheme, 'pdf', bytes, 'a.pdf')).problems).toEqual([]);
    const pdf = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
    const pageOf = { begins: new Map<string, number>(), ends: new Map<string, number>() };
    const columns = new Set<number>();
    for (let page = 1; page <= pdf.numPages; page += 1) {
      const { items } = await (await pdf.getPage(page)).getTextContent();
      const texts = items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item] : []));
      for (const [index, item] of texts.entries()) {
        const begin = /«(\d+)/.exec(item.str)?.[1];
        const end = /‹(\d+)/.exec(item.str)?.[1];
        if (end !== undefined) pageOf.ends.set(end, page);
        if (begin === undefined) continue;
        pageOf.begins.set(begin, page);
        columns.add(Math.round(item.transform[4]));
        const sameLine = texts
          .slice(0, index)
          .filter(({ transform }) => Math.abs(transform[5] - item.transform[5]) < 1);
        const date = sameLine.map(({ str }) => str).join('');
        expect(date.replace(/\s/g, '')).toBe(lang === 'zh' ? `5月${begin}日` : `${begin}May`);
      }
    }
    expect(pageOf.begins.size).toBe(30);
    expect(pageOf.ends).toEqual(pageOf.begins);
    expect(new Set(pageOf.begins.values()).size).toBeGreaterThan(1);
    // The texts of a page are set under each other; left and right pages have other margins.
    expect(columns.size).toBeLessThanOrEqual(2);
  }, 60_000);

  it('is a list to a reader who does not see it: each date labels its text', async () => {
    const pdf = await getDocument({ data: await print(chronicleBook(lang, 3)), verbosity: 0 }).promise;
    const tree = await (await pdf.getPage(pdf.numPages)).getStructTree();
    const items = all(tree, 'LI').map((item) => item.children?.map(({ role }) => role));
    expect(items).toEqual(Array.from({ length: 4 }, () => ['Lbl', 'LBody']));
    expect(all(tree, 'Table')).toEqual([]);
  }, 60_000);
});
