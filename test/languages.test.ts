import { Decimal } from 'decimal.js';
import { describe, expect, it } from 'vitest';
import type { Block, Document, Figure, Table } from '../src/model/document.ts';
import { blocksOf, numbersIn, runningTexts } from '../src/model/document-texts.ts';
import type { Quantity } from '../src/model/quantity.ts';
import { originText } from './support/origins.ts';
import { buildDocuments } from './support/project.ts';

const { zh, en } = buildDocuments();

const bases: Readonly<Record<string, number>> = { wanyuan: 1e4, yiyuan: 1e8, multiple: 100 };
/** Origin and value in the base unit, so that 1亿元 and CNY 100 million are the same, and 2倍 and 200%. */
const identity = (quantity: Quantity) => {
  const value = new Decimal(quantity.value).times(bases[quantity.unit] ?? 1);
  return `${originText(quantity)} = ${value.toSignificantDigits(15)}`;
};
const kindOf = (block: Block) => {
  switch (block.type) {
    case 'heading':
      return `${block.level} ${block.role} ${block.id} ${block.number === '' ? 'unnumbered' : 'numbered'}`;
    case 'paragraph':
      return `paragraph ${block.role}`;
    case 'list':
      return `list ${block.ordered} ${block.items.length}`;
    case 'chronicle':
      return `chronicle ${block.entries.length}`;
    case 'table':
    case 'figure':
      return `${block.type} ${block.id}`;
  }
};
const tables = (document: Document) => blocksOf(document).filter((block): block is Table => block.type === 'table');
const figures = (document: Document) => blocksOf(document).filter((block): block is Figure => block.type === 'figure');

/** Numbers of the prose by the heading under which they stand. */
function numbersBySection(document: Document): ReadonlyMap<string, readonly string[]> {
  const sections = new Map<string, string[]>();
  let section: string[] = [];
  for (const block of blocksOf(document)) {
    if (block.type === 'heading') {
      section = [];
      sections.set(block.id, section);
    }
    section.push(
      ...runningTexts(block).flatMap((inlines) => numbersIn(inlines).map(({ quantity }) => identity(quantity))),
    );
  }
  return sections;
}

/** What one list has more often than the other. */
function surplus(of: readonly string[], over: readonly string[]): string[] {
  const left = [...over];
  return of.filter((item) => {
    const at = left.indexOf(item);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

describe('the book in Chinese and in English', () => {
  it('has the same blocks in the same order', () => {
    expect(blocksOf(en).map(kindOf)).toEqual(blocksOf(zh).map(kindOf));
    expect(blocksOf(zh).length).toBeGreaterThan(40);
  });

  it('refers to the same tables and figures in each block', () => {
    const targets = (document: Document) =>
      blocksOf(document).map((block) =>
        runningTexts(block).flatMap((inlines) =>
          inlines.flatMap((inline) => (inline.type === 'reference' ? inline.target : [])),
        ),
      );
    expect(targets(en)).toEqual(targets(zh));
  });

  it('has the same tables, cell by cell', () => {
    const cells = (table: Table) =>
      table.rows.map(({ role, cells }) => [
        role,
        ...cells.map((cell) =>
          cell.type === 'quantity'
            ? identity(cell.quantity)
            : cell.type === 'blank'
              ? `blank ${cell.text}`
              : `label ${cell.indent}`,
        ),
      ]);
    expect(tables(zh)).toHaveLength(3);
    for (const [index, table] of tables(zh).entries()) {
      const other = tables(en)[index];
      expect(other && cells(other), table.id).toEqual(cells(table));
      expect(other?.columns, table.id).toEqual(table.columns);
      expect(other?.head.map((row) => row.map(({ colspan, rowspan }) => [colspan, rowspan]))).toEqual(
        table.head.map((row) => row.map(({ colspan, rowspan }) => [colspan, rowspan])),
      );
      expect(other?.notes).toHaveLength(table.notes.length);
    }
  });

  it('prints the same digits in every cell, but for their grouping', () => {
    const digits = (text: string) => text.replace(/[\u202f,]/g, '');
    for (const [index, table] of tables(zh).entries()) {
      const texts = (of: Table | undefined) =>
        of?.rows.map(({ cells }) => cells.map((cell) => (cell.type === 'quantity' ? digits(cell.text) : '')));
      expect(texts(tables(en)[index]), table.id).toEqual(texts(table));
    }
  });

  it('draws the same numbers in every figure', () => {
    expect(figures(zh)).toHaveLength(8);
    for (const [index, figure] of figures(zh).entries()) {
      const other = figures(en)[index];
      expect(other?.quantities.map(identity), figure.id).toEqual(figure.quantities.map(identity));
      const numbers = (of: Figure | undefined) =>
        Object.values(of?.data ?? {}).map((rows) =>
          rows.map((row) => Object.values(row).filter((value) => typeof value !== 'string')),
        );
      expect(numbers(other), figure.id).toEqual(numbers(figure));
      expect(other?.notes).toHaveLength(figure.notes.length);
    }
  });

  it('says the same numbers in the prose of every section', () => {
    const [chinese, english] = [numbersBySection(zh), numbersBySection(en)];
    const differences = [...chinese].flatMap(([section, numbers]) => {
      const others = english.get(section) ?? [];
      return [
        ...surplus(numbers, others).map((number) => `${section} zh only: ${number}`),
        ...surplus(others, numbers).map((number) => `${section} en only: ${number}`),
      ];
    });
    expect(differences).toEqual([]);
  });
});

describe.each([
  { year: 2021, tableCount: 46, figureCount: 41 },
  { year: 2016, tableCount: 31, figureCount: 26 },
  { year: 2007, tableCount: 29, figureCount: 22 },
])('the national yearbook of $year in Chinese and in English', ({ year, tableCount, figureCount }) => {
  const national = buildDocuments({}, { series: 'national', year });
  const valuesBySection = (document: Document) =>
    new Map(
      [...numbersBySection(document)].map(([section, numbers]) => [
        section,
        // A language may say a figure twice where the other says it once, and a decline as a positive number.
        new Set(numbers.map((number) => number.replace(/^.*= -?/, ''))),
      ]),
    );
  it('has the same parts, tables and figures in the same order', () => {
    const framework = (document: Document) =>
      blocksOf(document)
        .filter(({ type }) => type === 'heading' || type === 'table' || type === 'figure')
        .map(kindOf);
    expect(framework(national.en)).toEqual(framework(national.zh));
    // Those of the source; a table of the book’s own is none of them.
    expect(tables(national.zh).filter(({ own }) => !own)).toHaveLength(tableCount);
    expect(figures(national.zh)).toHaveLength(figureCount);
  });
  it('states the same quantities in every section, table and figure', () => {
    const [chinese, english] = [valuesBySection(national.zh), valuesBySection(national.en)];
    for (const [section, numbers] of chinese)
      expect([section, ...[...(english.get(section) ?? [])].sort()]).toEqual([section, ...[...numbers].sort()]);
    const cells = (document: Document) =>
      tables(document).flatMap(({ id, rows }) =>
        rows
          .flatMap((row) => row.cells)
          .flatMap((cell) => (cell.type === 'quantity' ? `${id} ${identity(cell.quantity)}` : []))
          .sort(),
      );
    expect(cells(national.en)).toEqual(cells(national.zh));
    const drawn = (document: Document) => figures(document).map(({ id, quantities }) => [id, quantities.map(identity)]);
    expect(drawn(national.en)).toEqual(drawn(national.zh));
  });
  it('refers to every table and figure', () => {
    for (const document of [national.zh, national.en]) {
      const seen = new Set(
        blocksOf(document)
          .flatMap(runningTexts)
          .flatMap((inlines) => inlines.flatMap((inline) => (inline.type === 'reference' ? inline.target : []))),
      );
      const placed = [...tables(document), ...figures(document)].map(({ id }) => id);
      expect(placed.filter((id) => !seen.has(id))).toEqual([]);
    }
  });
});
