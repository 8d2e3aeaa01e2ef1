/** Books of blocks in any order and of any length, the same in every run, for what must hold whatever a book is like. */
import type { Block, Document, HeadCell, Inline, Lang, Row, Table } from '../../../src/model/document.ts';
import { sampleDocument } from '../../support/sample.ts';

/** Numbers from 0 to 1, the same in every run. */
export function numbersFrom(seed: number): () => number {
  let state = (seed * 2_654_435_761) % 2_147_483_648;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

const pieces: Readonly<Record<Lang, readonly string[]>> = {
  zh: '技术合同,成交额,，,。,、,（,）,“,”,《,》,——,……,·,2021年,37 294.3,34.9%,R&D, ,：,-,GDP,±,中'.split(','),
  en: 'the |contracts |registered |of |a |37 294.3 |2021, |34.9%|; |well-known |2020–2021 |internationalization |(|) |“quoted” |Beijing–Tianjin–Hebei |— |R&D |−13.9% |技术|-|‘|’'.split(
    '|',
  ),
};

/** A text of up to so many pieces: words, figures and marks. */
export function randomText(lang: Lang, next: () => number, most: number): string {
  const some = pieces[lang];
  const piece = () => some[Math.floor(next() * some.length)] ?? '';
  return Array.from({ length: 1 + Math.floor(next() * most) }, piece).join('');
}

const plainHead: HeadCell = { inlines: [], align: 'center', colspan: 1, rowspan: 1 };

/** A book of so many headings, paragraphs, lists, tables and figures. */
export function randomBook(lang: Lang, seed: number, blocks = 60): Document {
  const next = numbersFrom(seed);
  const sample = sampleDocument(lang, 4);
  const text = (most: number): readonly Inline[] => [{ type: 'text', text: randomText(lang, next, most) }];
  const chance = (share: number) => next() < share;
  const row = (row: Row): Row => ({
    ...row,
    cells: row.cells.map((cell) => (cell.type === 'label' ? { ...cell, inlines: text(chance(0.2) ? 30 : 4) } : cell)),
  });
  const table = (block: Table): Table => {
    const rows = Array.from({ length: Math.floor(next() * 50) }, () => row(block.rows[0] as Row));
    const title = (): Row => ({ role: 'title', cells: [{ type: 'label', inlines: text(5), indent: 0 }] });
    const titled = chance(0.3) ? rows.flatMap((one) => (chance(0.2) ? [title(), one] : [one])) : rows;
    return {
      ...block,
      head: (chance(0.5) ? block.head : [block.columns.map(() => plainHead)]).map((cells) =>
        cells.map((cell) => ({ ...cell, inlines: text(chance(0.3) ? 25 : 4) })),
      ),
      rows: [...titled, row(block.rows.at(-1) as Row)],
      caption: text(8),
      notes: chance(0.5) ? [text(40), text(10)] : [],
    };
  };
  const random = (block: Block): Block => {
    switch (block.type) {
      case 'table':
        return table(block);
      case 'figure':
        return { ...block, caption: text(8), notes: chance(0.5) ? [text(30)] : [] };
      case 'heading':
        return { ...block, inlines: text(6) };
      case 'paragraph':
        return { ...block, inlines: text(120) };
      case 'list':
        return { ...block, items: block.items.map(() => text(40)) };
      default:
        return block;
    }
  };
  const kinds = sample.body;
  const body = Array.from({ length: blocks }, (_, index) => {
    const block = random(kinds[chance(0.4) ? 1 : Math.floor(next() * kinds.length)] as Block);
    return 'id' in block ? { ...block, id: `${block.type}-${index}` } : block;
  });
  return { ...sample, body: [...sample.body, ...body] };
}
