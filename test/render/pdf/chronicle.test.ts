/** Prints a chronicle of several pages and reads it back. Slow: it launches a browser. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Document, Lang } from '../../../src/model/document.ts';
import { subsetFaces } from '../../../src/render/fonts/subset.ts';
import { type OpenBrowser, openBrowser, writePdf } from '../../../src/render/pdf/index.ts';
import { verify } from '../../../src/verify/index.ts';
import { elementsIn } from '../../../src/verify/pdf-tags.ts';
import { printedPages } from '../../support/printed-pages.ts';
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

describe.each<Lang>(['zh', 'en'])('a chronicle in %s', (lang) => {
  it('shows every entry, whole on one page, its date on one line beside the first line of its text', async () => {
    const document = chronicleBook(lang, 30);
    const bytes = await print(document);
    expect((await verify(document, sampleTheme, 'pdf', bytes, 'a.pdf')).problems).toEqual([]);
    const pageOf = { begins: new Map<string, number>(), ends: new Map<string, number>() };
    const columns = new Set<number>();
    for (const [page, { texts }] of (await printedPages(bytes)).entries()) {
      for (const [index, { text, x, y }] of texts.entries()) {
        const begin = /«(\d+)/.exec(text)?.[1];
        const end = /‹(\d+)/.exec(text)?.[1];
        if (end !== undefined) pageOf.ends.set(end, page);
        if (begin === undefined) continue;
        pageOf.begins.set(begin, page);
        columns.add(Math.round(x));
        const sameLine = texts.slice(0, index).filter((other) => Math.abs(other.y - y) < 1);
        const date = sameLine.map((other) => other.text).join('');
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
    const tags = (await printedPages(await print(chronicleBook(lang, 3)))).at(-1)?.tags ?? [];
    const items = tags
      .flatMap((tag) => elementsIn(tag, /^LI$/))
      .map((item) => elementsIn(item, /./).map(({ role }) => role));
    expect(items).toEqual(Array.from({ length: 4 }, () => ['Lbl', 'LBody']));
    expect(tags.flatMap((tag) => elementsIn(tag, /^Table$/))).toEqual([]);
  }, 60_000);
});
