import { describe, expect, it } from 'vitest';
import { plainText, type Table } from '../../../src/model/document.ts';
import { columnWidths } from '../../../src/render/docx/table-grid.ts';
import { sampleDocument } from '../../support/sample.ts';
import { all, elements, first, text, value, type XmlElement } from '../../support/xml-tree.ts';
import { partsOf } from './sample.ts';

const cells = (row: XmlElement) => elements(row).filter((child) => child.name === 'w:tc');

describe.each(['zh', 'en'] as const)('table of the %s sample', async (lang) => {
  const document = sampleDocument(lang, 20);
  const body = (await partsOf(document))('word/document.xml');
  const written = first(body, 'w:tbl');
  const rows = all(written, 'w:tr');
  const table = document.body.find((block): block is Table => block.type === 'table');
  if (table === undefined) throw new Error('the sample has a table');

  it('repeats its head rows, and no others', () => {
    const heads = rows.map((row) => all(row, 'w:tblHeader').length === 1);
    expect(heads).toEqual([true, true, ...table.rows.map(() => false)]);
  });

  it('never splits a row over pages', () => {
    expect(rows.every((row) => all(row, 'w:cantSplit').length === 1)).toBe(true);
  });

  it('has every cell in order', () => {
    const shown = rows.slice(2).map((row) => cells(row).map((cell) => text(cell)));
    expect(shown).toEqual(
      table.rows.map((row) => row.cells.map((cell) => (cell.type === 'label' ? plainText(cell.inlines) : cell.text))),
    );
  });

  it('spans heads as given, with a rule under the spanner and under the head', () => {
    const [top, base] = rows.slice(0, 2).map(cells);
    expect(top?.map((cell) => [text(cell), value(cell, 'w:gridSpan'), value(cell, 'w:vMerge')])).toEqual([
      [plainText(table.head[0]?.[0]?.inlines ?? []), undefined, 'restart'],
      [plainText(table.head[0]?.[1]?.inlines ?? []), '2', undefined],
    ]);
    const thin = (cell: XmlElement) => value(first(cell, 'w:tcBorders'), 'w:bottom', 'w:sz');
    expect([top?.[1], ...(base ?? [])].map((cell) => cell && thin(cell))).toEqual(['4', '4', '4', '4']);
  });

  it('sets totals in bold and details indented', () => {
    const last = rows.at(-1);
    expect(last && cells(last).map((cell) => value(cell, 'w:rStyle'))).toEqual(['Strong', 'Strong', 'Strong']);
    const detail = rows[2 + 3];
    expect(detail && value(detail, 'w:pStyle')).toBe('table-indent-180');
  });

  it('aligns figures at the right, by a style', async () => {
    const id = cells(rows[2] ?? written).map((cell) => value(cell, 'w:pStyle'))[1];
    const styles = all((await partsOf(document))('word/styles.xml'), 'w:style');
    const style = styles.find((candidate) => candidate.attributes['w:styleId'] === id);
    expect(style && value(style, 'w:basedOn')).toBe('table-number');
    const base = styles.find((candidate) => candidate.attributes['w:styleId'] === 'table-number');
    expect(base && value(base, 'w:jc')).toBe('right');
  });

  it('stands between its caption with the unit and its notes, and is described', () => {
    const blocks = elements(first(body, 'w:body'));
    const at = blocks.indexOf(written);
    const around = [-2, -1, 1].map((offset) => blocks[at + offset]).map((block) => block && value(block, 'w:pStyle'));
    expect(around).toEqual(['Caption', 'unit', 'note']);
    expect(value(written, 'w:tblCaption')).toBe(`${table.label} ${plainText(table.caption)}`);
    expect(value(written, 'w:tblDescription')).toContain(table.unit);
  });

  it('has a fixed width: that of the text', () => {
    expect(value(written, 'w:tblLayout', 'w:type')).toBe('fixed');
    const widths = all(written, 'w:gridCol').map((column) => Number(column.attributes['w:w']));
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(Number(value(written, 'w:tblW', 'w:w')));
  });
});

it('shares the width without a rest', () => {
  const [table] = sampleDocument('zh', 1).body.filter((block): block is Table => block.type === 'table');
  if (table === undefined) throw new Error('the sample has a table');
  const thirds = { ...table, columns: [1, 1, 1].map((width) => ({ key: 'a', align: 'end', width }) as const) };
  expect(columnWidths(thirds, 1000)).toEqual([333, 334, 333]);
});
