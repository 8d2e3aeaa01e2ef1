import { describe, expect, it } from 'vitest';
import type { Document, Table } from '../../../src/model/document.ts';
import type { ChartImage } from '../../../src/render/charts/index.ts';
import { documentHtml } from '../../../src/render/pdf/html.ts';
import { type Layout, planLayout } from '../../../src/render/pdf/layout.ts';
import { cssString, html } from '../../../src/render/pdf/markup.ts';
import { tableHtml } from '../../../src/render/pdf/table.ts';
import { groupedDocument, sampleDocument, sampleTheme } from '../../support/sample.ts';

const charts: ReadonlyMap<string, ChartImage> = new Map([
  ['figure-volume', { svg: '<svg viewBox="0 0 4 3"></svg>', width: 4, height: 3 }],
]);

function printed(document: Document, layout?: Layout): string {
  return documentHtml({ document, theme: sampleTheme, fonts: [], charts, layout, leadings: new Map() });
}

function sampleTable(rows: number): Table {
  const table = sampleDocument('zh', rows).body.find((block) => block.type === 'table');
  if (table === undefined) throw new Error('The sample has a table');
  return table;
}

const count = (text: string, part: string) => text.split(part).length - 1;

describe('markup', () => {
  it('escapes every string that is put into it, in content and in attributes', () => {
    const text = `<&>"'`;
    expect(html`<p title="${text}">${text}</p>`.markup).toBe(
      '<p title="&lt;&amp;&gt;&quot;&#39;">&lt;&amp;&gt;&quot;&#39;</p>',
    );
  });

  it('cannot leave a style element through a CSS string', () => {
    expect(cssString('a"b\\c</style>')).not.toMatch(/<|[^\\]"b/);
  });
});

describe('document', () => {
  const page = printed(sampleDocument('zh'), planLayout(sampleDocument('zh'), new Map()));

  it('escapes the words of the book', () => {
    expect(page).toContain('<em>&lt;&amp;&gt;</em>');
  });

  it('breaks the text by no element that sets nothing', () => {
    expect(page).not.toMatch(/<span(?: class="(?:quantity|literal|head)")?>/);
  });

  it('names the language of the book and of originals', () => {
    expect(page).toContain('<html lang="zh-CN">');
    expect(page).toMatch(/<span class="original" role="note" lang="en">Annual Report/);
  });

  it('links references and contents to what they name', () => {
    expect(page).toContain('<a class="reference" href="#figure-volume">图 1</a>');
    expect(page).toMatch(/<li class="contents level-2"><a href="#by-division">/);
  });

  it('says what a figure shows', () => {
    expect(page).toContain('role="img" aria-label="两年成交额对比：2023年61 442.8万元，2024年81 423.37万元。"');
  });

  it('makes headings of headings only, so that cover and title page are not in the outline', () => {
    const headings = [...page.matchAll(/<h([1-6])[^>]* id="([^"]+)"/g)].map(([, level, id]) => `${level} ${id}`);
    expect(headings).toEqual(['1 preface', '1 contents', '1 registrations', '2 by-division']);
  });

  it('has a class for every role of the theme and nothing that runs or is fetched', () => {
    for (const role of Object.keys(sampleTheme.text)) expect(page).toContain(`.${role}{`);
    expect(page).not.toMatch(/<script|https?:\/\/(?!book\.invalid|www\.w3\.org)/);
  });

  it('asks for the page of every row only while it measures', () => {
    expect(count(printed(sampleDocument('zh', 20)), 'href="#table-registrants--row-')).toBe(21);
    expect(page).not.toContain('href="#table-registrants--row-');
  });
});

describe('table', () => {
  it('has scopes on all headers and a row header in every row', () => {
    const markup = tableHtml(sampleTable(5), [0], 'en').markup;
    expect(count(markup, '<th scope="row"')).toBe(6);
    expect(markup).toMatch(/<th scope="col" class="center base" rowspan="2">/);
    expect(markup).toMatch(/<th scope="colgroup" class="center" colspan="2">/);
  });

  it('is one table with its caption and unit when it fits on a page', () => {
    const markup = tableHtml(sampleTable(5), [0], 'en').markup;
    expect(count(markup, '<table')).toBe(1);
    expect(markup).toMatch(/<caption[^>]*>.*表 1.*各师技术合同登记量.*万元.*<\/caption>/);
    expect(markup).not.toContain('续表');
  });

  it('continues in parts that hold every row once, each with head and unit, with the notes at the end', () => {
    const markup = tableHtml(sampleTable(30), [0, 12, 25], 'en').markup;
    const parts = markup.split('<table').slice(1);
    expect(parts.map((part) => part.includes('续表 1'))).toEqual([false, true, true]);
    expect(parts.map((part) => count(part, '<tr id='))).toEqual([12, 13, 6]);
    expect(parts.every((part) => part.includes('万元') && count(part, '<thead>') === 1)).toBe(true);
    expect(markup.indexOf('class="note"')).toBeGreaterThan(markup.lastIndexOf('</table>'));
  });

  it('has each title in one header cell across all columns, in its place among the rows', () => {
    const table = groupedDocument('en').body.find((block) => block.type === 'table');
    if (table === undefined) throw new Error('The sample has a table');
    const markup = tableHtml(table, [0], 'en').markup;
    const titles = [...markup.matchAll(/<tr id="[^"]*--row-(\d+)" class="title">(.*?)<\/tr>/g)];
    expect(titles.map(([, row, cells]) => [row, cells])).toEqual([
      ['0', '<th scope="rowgroup" colspan="3" class="start">Group 0</th>'],
      ['4', '<th scope="rowgroup" colspan="3" class="start">Group 3</th>'],
    ]);
  });

  it('has its notes in a last row while it is measured, so that no page begins with them, and below it in the end', () => {
    const measured = tableHtml(sampleTable(20), undefined, 'en').markup;
    expect(measured).toMatch(
      /<tr><td class="notes" colspan="3"><p class="note">注：[^<]*<\/p><\/td><\/tr><\/tbody><\/table>/,
    );
    expect(count(measured, 'class="note"')).toBe(1);
    const printed = tableHtml(sampleTable(20), [0], 'en').markup;
    expect(printed).toMatch(/<\/table><\/div><p class="note">注：/);
    expect([count(printed, 'class="note"'), count(printed, 'class="notes"')]).toEqual([1, 0]);
    const without = tableHtml({ ...sampleTable(20), notes: [] }, undefined, 'en').markup;
    expect(without).not.toContain('notes');
    // One that is not split floats, for which both prints must be the same.
    expect(tableHtml(sampleTable(5), undefined, 'en')).toEqual(tableHtml(sampleTable(5), [0], 'en'));
  });

  it('indents figures by half of what the widest leaves free, marks and spaces being half a digit wide', () => {
    const indent = (text: string) => {
      const table = sampleTable(1);
      const row = { ...table.rows[0], role: 'normal', cells: [] } as const;
      const cell = table.rows[0]?.cells[2];
      if (cell?.type !== 'quantity') throw new Error('The sample has a figure');
      const label = { type: 'label', inlines: [], indent: 0 } as const;
      const rows = [{ ...row, cells: [label, { ...cell, text }, { ...cell, text }] }];
      return /- ([\d.]+)ch/.exec(tableHtml({ ...table, rows }, [0], 'en').markup)?.[1];
    };
    expect(['1', '22', '1.5', '2\u202f222.2', '12,345'].map(indent)).toEqual(['1', '2', '2.5', '6', '5.5']);
  });

  it('tells total and detail rows apart', () => {
    const markup = tableHtml(sampleTable(5), [0], 'en').markup;
    expect(markup).toMatch(/<tr id="table-registrants--row-5" class="total">/);
    expect(markup).toMatch(
      /class="detail"><th scope="row" class="start" style="padding-left:calc\(var\(--cell\) \+ 1em\)">/,
    );
  });
});
