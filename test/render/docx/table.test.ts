import { describe, expect, it } from 'vitest';
import { type Cell, plainText, type Table } from '../../../src/model/document.ts';
import { columnWidths } from '../../../src/render/docx/table-grid.ts';
import { groupedDocument, sampleDocument, sampleTheme } from '../../support/sample.ts';
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
    expect(top?.map((cell) => value(cell, 'w:pStyle'))[1]).toBe('table-head-spanner');
    const thin = (cell: XmlElement) => value(first(cell, 'w:tcBorders'), 'w:bottom', 'w:sz');
    expect(base?.map(thin)).toEqual(['4', '4', '4']);
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

describe('a table of two groups', async () => {
  const document = groupedDocument('en');
  const written = first((await partsOf(document))('word/document.xml'), 'w:tbl');
  const rows = all(written, 'w:tr').slice(2);
  const titles = rows.filter((row) => cells(row).length === 1);

  it('has each title in one cell across all columns, in bold at the left', () => {
    expect(titles.map((row) => text(row))).toEqual(['Group 0', 'Group 3']);
    for (const row of titles) {
      const [cell] = cells(row);
      if (cell === undefined) throw new Error('a row has cells');
      expect(value(cell, 'w:gridSpan')).toBe('3');
      expect([value(cell, 'w:pStyle'), value(cell, 'w:rStyle')]).toEqual(['table', 'Strong']);
    }
  });

  it('keeps each title with the row below it, and the last row with the notes', () => {
    const kept = (row: XmlElement) => all(row, 'w:keepNext').length > 0;
    expect(titles.every(kept)).toBe(true);
    expect(rows.map(kept).at(-1)).toBe(true);
  });
});

describe('widths of columns', () => {
  const [table] = sampleDocument('zh', 1).body.filter((block): block is Table => block.type === 'table');
  if (table === undefined) throw new Error('the sample has a table');
  const text = (words: string) => [{ type: 'text', text: words } as const];
  const label = (words: string) => ({ type: 'label', inlines: text(words), indent: 0 }) as const;
  const figure = (shown: string) => ({ type: 'blank', text: shown }) as const;
  const of = (widths: readonly number[], heads: readonly string[], cells: readonly Cell[]): Table => ({
    ...table,
    columns: widths.map((width) => ({ key: 'a', align: 'end', width }) as const),
    head: [heads.map((head) => ({ inlines: text(head), align: 'end', colspan: 1, rowspan: 1 }) as const)],
    rows: [{ role: 'normal', cells }],
  });
  const widths = (given: Table, total: number) => columnWidths(given, total, sampleTheme);

  it('are shares, without a rest', () => {
    expect(widths(of([1, 1, 1], ['', '', ''], []), 1000)).toEqual([333, 334, 333]);
  });

  it('leave no word and no figure broken where others have room', () => {
    const heads = ['', 'Strategic', '2021'];
    const narrow = of([6, 1, 1], heads, [label('Equity Exchange'), figure('0.5'), figure('37\u2009294.3')]);
    const [stub = 0, word = 0, sums = 0] = widths(narrow, 4000);
    // Heads of 8 pt, cells of 9 pt, 182 twips of margins.
    expect(word).toBeGreaterThan(3.5 * 160 + 182);
    expect(sums).toBeGreaterThan(3.4 * 180 + 182);
    expect(stub + word + sums).toBe(4000);
  });

  it('take room from columns that have more than a line needs, and then from those that can break their lines', () => {
    const cells = [label('one two three four five six seven eight nine ten'), label('one'), figure('1 000 000 000')];
    const [long = 0, short = 0] = widths(of([3, 3, 1], ['', '', ''], cells), 7000);
    expect(long).toBe(3000);
    expect(short).toBeLessThan(3000);
    const [broken = 0] = widths(of([3, 3, 1], ['', '', ''], cells), 2700);
    expect(broken).toBeLessThan(1150);
  });

  it('stay within the text when nothing fits', () => {
    const cells = Array.from({ length: 9 }, () => figure('1 000 000'));
    const given = of(Array(9).fill(1), Array(9).fill(''), cells);
    expect(widths(given, 3000).reduce((sum, width) => sum + width, 0)).toBe(3000);
  });
});
