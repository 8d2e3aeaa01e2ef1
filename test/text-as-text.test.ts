/** Text that comes from data is text in the book, whatever characters it has. */
import { describe, expect, it } from 'vitest';
import type { Block, Document, Inline } from '../src/model/document.ts';
import { plainText } from '../src/model/document.ts';
import { buildDocuments, swap } from './support/project.ts';

const wild = `A & B <x> "q" 'a' &amp; {{year}} <q n="0"/> $t(book:total) =`;
const csv = (text: string) => `"${text.replaceAll('"', '""')}"`;

const flat = (inlines: readonly Inline[]): Inline[] =>
  inlines.flatMap((inline) => (inline.type === 'emphasis' ? flat(inline.children) : [inline]));

function inlinesIn(block: Block): Inline[] {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return flat(block.inlines);
    case 'list':
      return block.items.flatMap(flat);
    case 'chronicle':
      return block.entries.flatMap(({ inlines }) => flat(inlines));
    case 'table': {
      const labels = block.rows.flatMap(({ cells }) => cells.filter((cell) => cell.type === 'label'));
      return [block.caption, ...block.notes, ...labels.map((cell) => cell.inlines)].flatMap(flat);
    }
    case 'figure':
      return [block.caption, ...block.notes].flatMap(flat);
  }
}

/** Every inline of a document, those within emphasis too. */
function inlinesOf({ body, front }: Document): Inline[] {
  return [...[...front.preface, ...body].flatMap(inlinesIn), ...front.imprint.flatMap(flat)];
}

describe('a name with characters of markup', () => {
  const documents = buildDocuments({
    'data/codes/contract-types.csv': swap('Technology development', csv(wild)),
    'data/codes/institutions.csv': swap('兵团科技发展促进中心', csv(wild)),
    'data/xpcc/2024/edition.yaml': swap('en: 2024 Annual Report', `en: '${wild.replaceAll("'", "''")}'\n#`),
    'data/xpcc/2024/facts.yaml': swap(
      'en: XPCC Platform for the Commercialisation of Scientific and Technological Achievements and for Technology Transfer',
      `en: '${wild.replaceAll("'", "''")}'`,
    ),
  });
  const texts = (lang: 'zh' | 'en') => inlinesOf(documents[lang]).map((inline) => plainText([inline]));

  it('is that very text in a sentence', () => {
    expect(texts('en').some((text) => text.startsWith(`${wild} was the principal form`))).toBe(true);
  });
  it('is that very text as a literal of a fact', () => {
    expect(inlinesOf(documents.en)).toContainEqual({ type: 'literal', text: wild });
  });
  it('is that very text in a table, a chart and its description', () => {
    const table = documents.en.body.find((block) => block.type === 'table' && block.id === 'table-types');
    const figure = documents.en.body.find((block) => block.type === 'figure' && block.id === 'figure-types');
    if (table?.type !== 'table' || figure?.type !== 'figure') throw new Error('no table or figure of types');
    const labels = table.rows.flatMap(({ cells }) =>
      cells.flatMap((cell) => (cell.type === 'label' ? plainText(cell.inlines) : [])),
    );
    expect(labels).toContain(wild);
    expect(
      Object.values(figure.data)
        .flat()
        .map((row) => row.name),
    ).toContain(wild);
    expect(figure.alt).toContain(wild);
  });
  it('is that very text on the cover and in the imprint', () => {
    expect(documents.zh.publisher).toBe(wild);
    expect(documents.zh.front.titleLines.publisher).toBe(wild);
    expect(documents.zh.front.imprint.map(plainText).join('\n')).toContain(wild);
    expect(documents.en.front.imprint.map(plainText).join('\n')).toContain(wild);
  });
  it('makes no number of its own', () => {
    const count = (document: Document) => inlinesOf(document).filter(({ type }) => type === 'quantity').length;
    const unchanged = buildDocuments();
    expect([count(documents.zh), count(documents.en)]).toEqual([count(unchanged.zh), count(unchanged.en)]);
  });
});
