/** What verify tells of documents before they are files. */
import { describe, expect, it } from 'vitest';
import type { Block, Document, Inline } from '../../src/model/document.ts';
import { checkDocuments } from '../../src/verify/documents.ts';
import { composed, xpcc2024 } from '../support/project.ts';

const { documents, dataset, names } = composed();
const [zh, en] = documents;
if (zh === undefined || en === undefined) throw new Error('A language is missing');

const check = (...changed: readonly Document[]) =>
  checkDocuments({ documents: changed, units: dataset.units, names }).map(({ name, values }) => ({ name, ...values }));

const changeBlock = (document: Document, isWanted: (block: Block) => boolean, change: (block: Block) => Block) => {
  const at = document.body.findIndex(isWanted);
  if (at === -1) throw new Error('No such block');
  return { ...document, body: document.body.map((block, index) => (index === at ? change(block) : block)) };
};
const isProse = (block: Block) =>
  block.type === 'paragraph' && block.inlines.some((inline) => inline.type === 'quantity');
const withInlines = (document: Document, change: (inlines: readonly Inline[]) => readonly Inline[]) =>
  changeBlock(document, isProse, (block) =>
    block.type === 'paragraph' ? { ...block, inlines: change(block.inlines) } : block,
  );
const withFirstNumber = (document: Document, change: (number: Extract<Inline, { type: 'quantity' }>) => Inline) => {
  let done = false;
  return withInlines(document, (inlines) =>
    inlines.map((inline) => {
      if (done || inline.type !== 'quantity') return inline;
      done = true;
      return change(inline);
    }),
  );
};

describe('documents', () => {
  it('of every edition have nothing to find', () => {
    for (const edition of [xpcc2024, ...[2021, 2016, 2007].map((year) => ({ series: 'national', year }))]) {
      const found = composed({}, edition);
      const input = { documents: found.documents, units: found.dataset.units, names: found.names };
      expect(checkDocuments(input), `${edition.series} ${edition.year}`).toEqual([]);
    }
  });

  it('print each number as the quantity that it is bound to', () => {
    const wrong = withFirstNumber(zh, (number) => ({ ...number, text: number.text.replace(/\d/, '9') }));
    expect(check(wrong)).toEqual([expect.objectContaining({ name: 'verify.not-its-quantity', lang: 'zh' })]);
    const shifted = changeBlock(
      en,
      ({ type }) => type === 'table',
      (block) => {
        if (block.type !== 'table') return block;
        const rows = block.rows.map((row, index) => ({
          ...row,
          cells: row.cells.map((cell, column) =>
            index === 0 && column === 1 && cell.type === 'quantity' ? { ...cell, text: `${cell.text}0` } : cell,
          ),
        }));
        return { ...block, rows };
      },
    );
    // "3,055.06" and "3,055.060" are the same number; "30,550.6" is not.
    expect(check(shifted)).toEqual([]);
  });

  it('print no digits that are bound to nothing', () => {
    const typed = withInlines(zh, (inlines) => [...inlines, { type: 'text', text: '共7项' }]);
    expect(check(typed)).toEqual([expect.objectContaining({ name: 'verify.unbound-number', text: '共7项' })]);
    const marked = withInlines(zh, (inlines) => [...inlines, { type: 'literal', text: '7' }]);
    expect(check(marked)).toEqual([]);
  });

  it('draw the data of their charts', () => {
    const wrong = changeBlock(
      zh,
      ({ type }) => type === 'figure',
      (block) => {
        if (block.type !== 'figure') return block;
        const data = Object.entries(block.data).map(([query, rows]) => [
          query,
          rows.map((row) =>
            Object.fromEntries(
              Object.entries(row).map(([field, value]) => [field, typeof value === 'number' ? value + 1 : value]),
            ),
          ),
        ]);
        return { ...block, data: Object.fromEntries(data) };
      },
    );
    expect(check(wrong).map(({ name }) => name)).toContain('verify.not-its-quantity');
  });

  it('say the same in both languages', () => {
    const silent = withFirstNumber(en, ({ text }) => ({ type: 'literal', text }));
    expect(check(zh, silent)).toEqual([expect.objectContaining({ name: 'verify.one-language-only', lang: 'zh' })]);
    const shifted = withFirstNumber(en, (number) => ({
      ...number,
      text: `CNY ${number.text.replace(/\D/g, '')} billion`,
    }));
    expect(check(zh, shifted).map(({ name }) => name)).toContain('verify.one-language-only');
    const shorter = { ...en, body: en.body.filter(({ type }) => type !== 'figure') };
    expect(check(zh, shorter).map(({ name }) => name)).toEqual(['verify.languages-out-of-step']);
  });

  it('have the same figures in every table, in whatever order its rows stand', () => {
    const table = (change: (texts: readonly string[]) => readonly string[]) =>
      changeBlock(
        en,
        ({ type }) => type === 'table',
        (block) => {
          if (block.type !== 'table') return block;
          const texts = change(block.rows.map((row) => (row.cells[2]?.type === 'quantity' ? row.cells[2].text : '')));
          const rows = block.rows.map((row, index) => ({
            ...row,
            cells: row.cells.map((cell, column) =>
              column === 2 && cell.type === 'quantity' ? { ...cell, text: texts[index] ?? '' } : cell,
            ),
          }));
          return { ...block, rows };
        },
      );
    const problems = check(
      zh,
      table((texts) => texts.map((text) => text.replace(/^\d/, '9'))),
    );
    expect(problems.filter(({ name }) => name === 'verify.one-language-only').length).toBeGreaterThan(10);
    const turned = changeBlock(
      en,
      ({ type }) => type === 'table',
      (block) => (block.type === 'table' ? { ...block, rows: block.rows.toReversed() } : block),
    );
    expect(check(zh, turned)).toEqual([]);
  });
});
