import { describe, expect, it } from 'vitest';
import type { Document } from '../../../src/model/document.ts';
import { measuredIds, pageLabel, planLayout, roman } from '../../../src/render/pdf/layout.ts';
import { sheetsOf } from '../../../src/render/pdf/sheets.ts';
import { sampleDocument } from '../../support/sample.ts';

/** A measuring print in which every sheet has one page, and rows run on from the last sheet. */
function measured(document: Document, rowsOnPage: number): Map<string, number> {
  const sheets = sheetsOf(document);
  const pages = new Map(sheets.map((sheet, index) => [sheet.id, index]));
  for (const id of measuredIds(document)) {
    const row = /--row-(\d+)$/.exec(id)?.[1];
    if (row !== undefined) pages.set(id, sheets.length - 1 + Math.floor(Number(row) / rowsOnPage));
  }
  return pages;
}

describe('sheets', () => {
  it('gives a part an opening page of its own, on a recto, and its title to the pages that follow', () => {
    const sample = sampleDocument('zh');
    const [first, ...rest] = sample.body;
    if (first?.type !== 'heading') throw new Error('The sample begins with a heading');
    const document: Document = { ...sample, body: [{ ...first, role: 'part', number: '第一部分' }, ...rest] };
    const body = sheetsOf(document).filter((sheet) => sheet.part === 'body');
    expect(body.map(({ kind, recto, head }) => ({ kind, recto, head }))).toEqual([
      { kind: 'opener', recto: true, head: '第一部分 登记情况' },
      { kind: 'text', recto: false, head: '第一部分 登记情况' },
    ]);
  });

  it('lets the sections of a book without parts follow each other, under the name of the publisher', () => {
    const document = sampleDocument('zh');
    const body = sheetsOf(document).filter((sheet) => sheet.part === 'body');
    expect(body.map(({ kind, recto, head }) => ({ kind, recto, head }))).toEqual([
      { kind: 'text', recto: true, head: document.publisher },
    ]);
  });
});

describe('lists of contents', () => {
  it('have a running head of their own, and those that share pages have one that names them all', () => {
    const sample = sampleDocument('en');
    const lists = ['Contents', 'Tables', 'Figures'].map((title) => ({ id: title, title, entries: [] }));
    const sheets = sheetsOf({ ...sample, front: { ...sample.front, contents: lists } });
    const heads = sheets.filter(({ kind }) => kind === 'contents').map(({ head }) => head);
    expect(heads).toEqual(['Contents', 'Tables, Figures']);
  });
});

describe('layout', () => {
  const document = sampleDocument('zh', 60);
  const layout = planLayout(document, measured(document, 25));

  it('splits a table where the measuring print turned the page', () => {
    expect(layout.parts.get('table-registrants')).toEqual([0, 25, 50]);
  });

  it('puts blank pages before sheets that would open on a verso, and counts them', () => {
    // Cover 0, blank 1, title 2, imprint 3, preface 4, contents 5, body 6
    expect([...layout.blankBefore]).toEqual(['sheet-2']);
    expect([layout.front, layout.body]).toEqual([2, 6]);
    expect(layout.pages.get('table-registrants--row-50')).toBe(8);
  });

  it('puts a blank page before the body when the front matter ends on a recto', () => {
    const short: Document = { ...document, front: { ...document.front, contents: [] } };
    const planned = planLayout(short, measured(short, 25));
    expect([...planned.blankBefore]).toEqual(['sheet-2', 'sheet-5']);
    expect([planned.front, planned.body]).toEqual([2, 6]);
  });

  it('labels the cover, the front matter and the body each in its own way', () => {
    expect([0, 1, 2, 5, 6, 8].map((page) => pageLabel(layout, page))).toEqual(['C1', 'C2', 'i', 'iv', '1', '3']);
  });

  it('writes Roman numerals', () => {
    expect([1, 4, 9, 14, 40, 88].map(roman)).toEqual(['i', 'iv', 'ix', 'xiv', 'xl', 'lxxxviii']);
  });
});
