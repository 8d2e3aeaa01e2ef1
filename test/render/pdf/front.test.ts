/** Prints the front matter of a source and reads it back. Slow: it launches a browser. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Lang } from '../../../src/model/document.ts';
import { subsetFaces } from '../../../src/render/fonts/subset.ts';
import { type OpenBrowser, openBrowser, writePdf } from '../../../src/render/pdf/index.ts';
import { sheetsOf } from '../../../src/render/pdf/sheets.ts';
import { readFinished, verify } from '../../../src/verify/index.ts';
import { printedPages } from '../../support/printed-pages.ts';
import { sampleDocument, sampleTheme } from '../../support/sample.ts';
import { documentWithSource } from '../front-sample.ts';

const svg =
  '<svg viewBox="0 0 440 60" width="440" height="60"><text y="20">61442.80</text><text y="40">81423.37</text></svg>';
const chart = { svg, width: 440, height: 60 };

let opened: OpenBrowser;
beforeAll(async () => {
  opened = await openBrowser({ environment: process.env });
}, 60_000);
afterAll(() => opened.browser.close());

describe('sheets', () => {
  const kinds = (lang: Lang, sourced: boolean) =>
    sheetsOf(sourced ? documentWithSource(lang) : sampleDocument(lang)).map(({ kind }) => kind);
  it('have the board between imprint and preface', () => {
    expect(kinds('zh', true).slice(0, 5)).toEqual(['cover', 'title', 'imprint', 'board', 'preface']);
  });
  it('have none in a book without one', () => {
    expect(kinds('zh', false).slice(0, 4)).toEqual(['cover', 'title', 'imprint', 'preface']);
  });
  it('have a copyright page for the data of the source alone', () => {
    const document = documentWithSource('en');
    const front = { ...document.front, imprint: [] };
    expect(sheetsOf({ ...document, front }).map(({ kind }) => kind)).toContain('imprint');
  });
});

describe.each<Lang>(['zh', 'en'])('the printed front matter in %s', (lang) => {
  it('shows the source at the head of the copyright page, and the board on a right-hand page of its own', async () => {
    const document = documentWithSource(lang);
    const faces = await subsetFaces(sampleTheme, `0123456789ivx…${JSON.stringify(document)}`, lang);
    const charts = new Map([['figure-volume', chart]]);
    const { bytes } = await writePdf({ document, theme: sampleTheme, faces, charts }, opened.browser);
    expect((await verify(document, sampleTheme, 'pdf', bytes, 'a.pdf')).problems).toEqual([]);
    const { pageLabels: labels } = await readFinished('pdf', bytes);
    const pages = await printedPages(bytes);
    const textsOf = (label: string) => pages[labels.indexOf(label)]?.texts ?? [];
    const heights = ['889', document.publisher].map(
      (found) => textsOf('ii').find(({ text }) => text.includes(found.slice(0, 4)))?.y,
    );
    const middle = ((285 / 2) * 72) / 25.4;
    expect(heights[0]).toBeGreaterThan(middle);
    expect(heights[1]).toBeLessThan(middle);
    const left = (index: number) => {
      const name = textsOf('iii').find(({ text }) => text.trim().replace(/^\D+/, '') === String(index));
      if (name === undefined) throw new Error(`${index} is not on the page of the board`);
      return Math.round(name.x);
    };
    // Columns: the next row begins below the first of its group.
    expect(left(lang === 'zh' ? 6 : 5)).toBe(left(2));
    expect(left(3)).toBeGreaterThan(left(2));
    expect(labels.indexOf('v')).toBeGreaterThan(0);
  }, 60_000);
});
