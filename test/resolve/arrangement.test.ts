import { describe, expect, it } from 'vitest';
import { type Document, plainText, type Table } from '../../src/model/document.ts';
import { blocksOf } from '../../src/model/document-texts.ts';
import { partsBook } from '../support/parts-book.ts';
import { buildDocuments, type Changes, failureOf, swap } from '../support/project.ts';

const problems = (faulty: Changes) =>
  failureOf(faulty).map(({ name, place }) => ({ name, file: place?.file, line: place?.line }));
const edition = 'data/xpcc/2024/edition.yaml';
const following = (lines: string) => swap('publisher: XPCC-STPC\n', `publisher: XPCC-STPC\n${lines}`);
const tidy = `labels: continuous
sections:
  - key: structure
    title: { zh: 构成, en: Breakdown }
    sections:
      - { key: registrants, sections: [] , template: north-south }
      - { key: flows }
  - key: registers
    title: { zh: 表格, en: Registers }
    needs: [registrations]
    tables: [amounts, types]
  - { key: volume, numbered: false }
  - { key: appendix, template: appendix, labels: appendix }
without: { tables: [types], figures: [volume] }
captions:
  tables:
    amounts: { zh: "{{year}}年成交额", en: "Value, {{year}}" }
columns:
  sizes: [amount]
rows:
  sizes: [B5, B1]
`;
const changes = (arrangement: string, lines = 'arrangement: tidy\n'): Changes => ({
  ...partsBook,
  'templates/xpcc/en/appendix.hbs': '<table key="types"/>\n<table key="sizes"/>',
  'templates/xpcc/zh/appendix.hbs': '<table key="types"/>\n<table key="sizes"/>',
  'templates/xpcc/en/volume.hbs':
    '<p>{{#if (shows figure="volume")}}A{{else}}B{{/if}}{{#if (shows table="sizes")}}C{{/if}}</p><figure key="volume"/>',
  'templates/xpcc/zh/volume.hbs': '<p>—</p><figure key="volume"/>',
  'templates/xpcc/arrangements/tidy.yaml': arrangement,
  [edition]: following(lines),
});
const outline = (document: Document) =>
  blocksOf(document).flatMap((block) => {
    if (block.type === 'heading') return `${'#'.repeat(block.level)} ${block.number} ${plainText(block.inlines)}`;
    return block.type === 'table' || block.type === 'figure' ? `${block.label} ${plainText(block.caption)}` : [];
  });
const paragraphs = (document: Document) =>
  blocksOf(document).flatMap((block) => (block.type === 'paragraph' ? plainText(block.inlines) : []));
const tableIn = (document: Document, key: string) =>
  blocksOf(document).find((block): block is Table => block.type === 'table' && block.id === `table-${key}`);

describe('an arrangement', () => {
  const { en } = buildDocuments(changes(tidy));
  it('orders, nests, retitles and labels the sections, and leaves out what it does not name', () => {
    expect(outline(en)).toEqual([
      '#  About this report',
      '# Part 1 Breakdown',
      '## 1 Registrants',
      'Figure 1 Contract value in Northern and Southern Xinjiang, 2023 and 2024',
      '## 2 Destinations',
      'Figure 2 Contract value by destination of the technology, 2024',
      '# Part 2 Registers',
      'Table 1 Value, 2024',
      '#  Contracts registered',
      '#  Appendix tables',
      'Appendix table 1 Technology contracts in 2024, by size of contract',
    ]);
  });
  it('lets templates ask what is shown', () => {
    expect(paragraphs(en)).toContain('BC');
  });
  it('chooses columns and rows of tables', () => {
    const sizes = tableIn(en, 'sizes');
    expect(sizes?.columns.map(({ key }) => key)).toEqual(['stub', 'amount']);
    const stubs = sizes?.rows.map(({ cells: [stub] }) => (stub?.type === 'label' ? plainText(stub.inlines) : ''));
    expect(stubs).toEqual(['5–10', '1–5', 'Total']);
  });
  it('is the book’s own where the edition names none', () => {
    const own = buildDocuments({ ...partsBook, 'templates/xpcc/arrangements/tidy.yaml': tidy });
    expect(outline(own.en)[1]).toBe('# Part 1 Contracts registered');
  });
});

describe('a source', () => {
  const said = `arrangement: tidy
lost: [amounts]
notes:
  tables:
    sizes: { zh: 其余缺失。, en: The rest is lost. }
`;
  const { en } = buildDocuments(changes(tidy, said));
  it('may have lost a table, whose number is kept', () => {
    expect(outline(en)).not.toContain('Table 1 Value, 2024');
    expect(
      paragraphs(en).filter((text) => text.startsWith('Table 1, Value, 2024: the source has this table')),
    ).toHaveLength(1);
  });
  it('may be noted to be incomplete', () => {
    const notes = tableIn(en, 'sizes')?.notes.map(plainText);
    expect(notes).toEqual(['Note: Bands may not add up to the total because of rounding. The rest is lost.']);
  });
  it('has nothing to refer to where a table is lost', () => {
    const found = problems({ ...changes(tidy, said), 'templates/xpcc/en/volume.hbs': '<p><see table="amounts"/></p>' });
    expect(found.map(({ name, file }) => `${name} ${file}`)).toEqual([
      'reference.unknown templates/xpcc/en/volume.hbs',
    ]);
  });
});

describe('what does not fit', () => {
  const file = 'templates/xpcc/arrangements/tidy.yaml';
  const told = (from: string, to: string) => problems(changes(swap(from, to)(tidy)));
  it.each([
    ['sections: [] ,', 'section: [],', 'schema.unknown-key'],
    ['{ key: flows }', '{ key: flaws }', 'book.section-untitled'],
    ['- key: registers', '- key: structure', 'book.key-twice'],
    ['figures: [volume]', 'figures: [volumes]', 'reference.unknown'],
    ['sizes: [amount]', 'sizes: [amounts]', 'book.unknown-column'],
    ['sizes: [B5, B1]', 'sizes: [B5, C1]', 'spec.unknown-code'],
    ['    amounts: { zh', '    amountz: { zh', 'reference.unknown'],
  ])('of “%s” made “%s” is told at its line: %s', (from, to, name) => {
    const line = tidy.slice(0, tidy.indexOf(from)).split('\n').length;
    expect(told(from, to)).toEqual([{ name, file, line }]);
  });
  it('is a section that the book nests in another one that is named', () => {
    const twice = tidy
      .replace('{ key: flows }', '{ key: north-south }')
      .replace('sections: [] , template: north-south', '');
    const names = problems(changes(twice)).map(({ name }) => name);
    expect(names).toContain('book.key-twice');
  });
  it('is a table that the source cannot have lost, and what it cannot have notes about', () => {
    const lines = 'lost: [amount]\nnotes: { figures: { volumes: { zh: x, en: x } } }\n';
    expect(problems(changes(tidy, lines)).filter(({ file }) => file === edition)).toEqual([
      { name: 'reference.unknown', file: edition, line: 4 },
      { name: 'reference.unknown', file: edition, line: 5 },
    ]);
  });
  it('is a question about a table that is not there', () => {
    const asked = { ...changes(tidy), 'templates/xpcc/en/volume.hbs': '<p>{{#if (shows table="amount")}}A{{/if}}</p>' };
    expect(problems(asked)).toEqual([{ name: 'reference.unknown', file: 'templates/xpcc/en/volume.hbs', line: 1 }]);
  });
  it('are rows of a table that takes them from elsewhere', () => {
    const blocks = 'title: { zh: x, en: x }\nblocks: [{ cube: contract-sizes, dimension: band }]\n';
    const sizes = (text: string) => blocks + text.slice(text.indexOf('stub:'));
    expect(problems({ ...changes(tidy), 'templates/xpcc/tables/sizes.yaml': sizes })).toEqual([
      { name: 'book.no-rows', file: 'templates/xpcc/arrangements/tidy.yaml', line: 21 },
    ]);
  });
  it('is an arrangement that is not there, told in the edition', () => {
    expect(problems(changes(tidy, 'arrangement: tidier\n'))).toEqual([
      { name: 'book.arrangement-unknown', file: edition, line: 4 },
    ]);
  });
});
