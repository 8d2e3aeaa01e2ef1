import { describe, expect, it } from 'vitest';
import { printedNumbers } from '../../src/publish/printed-numbers.ts';
import { inputsDigest, pageOf, type Trace, traceBytes, traceOf, withPages } from '../../src/publish/trace.ts';
import { composed, xpcc2024 } from '../support/project.ts';

const { documents } = composed();
const inputs = new Map([
  ['templates/xpcc/zh/flows.hbs', new Uint8Array([1])],
  ['templates/xpcc/en/flows.hbs', new Uint8Array([2])],
]);
const trace = traceOf({ ...xpcc2024, inputs, documents });
const numbersOf = (lang: 'zh' | 'en', of: Trace = trace) => of.numbers[lang] ?? [];

describe('the printed numbers of a document', () => {
  const [zh] = documents.map(printedNumbers);

  it('have their sentence, or their cell with the names of its row and column', () => {
    const total = zh?.find(({ text }) => text === '8.14亿元');
    expect(total).toMatchObject({ section: ['综述'], context: expect.stringMatching(/^2024年.*8\.14亿元.*。$/) });
    const cell = zh?.find(({ row, label, column }) => label === '表1' && row === 12 && column === 3);
    expect(cell).toMatchObject({ stub: '十二师', head: '成交额 / 2024年' });
    expect(cell?.text.replace(/\s/g, '')).toBe('12921.46');
  });

  it('are all that tables, figures and prose have', () => {
    const [document] = documents;
    const blocks = [...(document?.front.preface ?? []), ...(document?.body ?? [])];
    const cells = blocks.flatMap((block) => (block.type === 'table' ? block.rows.flatMap((row) => row.cells) : []));
    const drawn = blocks.flatMap((block) => (block.type === 'figure' ? block.quantities : []));
    expect(zh?.filter(({ row }) => row !== undefined)).toHaveLength(
      cells.filter(({ type }) => type === 'quantity').length,
    );
    expect(zh?.filter(({ context, label }) => label?.startsWith('图') && context)).toHaveLength(drawn.length);
  });
});

describe('the trace', () => {
  it('leads every number to cells of the data, whatever is computed on the way', () => {
    const leaves = (place: number): readonly string[] => {
      const origin = trace.origins[place];
      if (origin === undefined) throw new Error(`No origin ${place}`);
      return origin.from?.length ? origin.from.flatMap(leaves) : [origin.at ?? origin.indicator ?? ''];
    };
    const numbers = [...numbersOf('zh'), ...numbersOf('en')].flatMap((block) => block.numbers);
    expect(numbers.length).toBeGreaterThan(700);
    for (const [text, origin] of numbers)
      for (const leaf of leaves(origin)) expect(leaf, text).toMatch(/^data\/[\w/.-]+:\d+(?::\d+)?$|^rank$|^count$/);
  });

  it('lists each origin once, for both languages', () => {
    const texts = trace.origins.map((origin) => JSON.stringify(origin));
    expect(new Set(texts).size).toBe(texts.length);
    const alone = documents.map((document) => traceOf({ ...xpcc2024, inputs, documents: [document] }).origins.length);
    expect(texts.length).toBeLessThan(Math.max(...alone) * 1.1);
  });

  it('has the pages of the PDF, row by row where a table runs on', () => {
    const table = numbersOf('zh').find(({ label }) => label === '表1');
    const block = table?.block ?? -1;
    const rows = ['2', '2', '3'];
    const paged = withPages(trace, new Map([['zh', [{ block, page: '2', rows }]]]));
    const found = numbersOf('zh', paged).find((candidate) => candidate.block === block);
    expect(found && [undefined, 1, 3].map((row) => pageOf(found, row))).toEqual(['2', '2', '3']);
    expect(numbersOf('en', paged)).toEqual(numbersOf('en'));
  });

  it('can be read again', () => {
    expect(JSON.parse(new TextDecoder().decode(traceBytes(trace)))).toEqual(JSON.parse(JSON.stringify(trace)));
  });

  it('knows of which inputs each language is made', () => {
    const changed = new Map([...inputs, ['templates/xpcc/en/flows.hbs', new Uint8Array([3])]]);
    expect(inputsDigest(changed, 'zh')).toBe(trace.inputs.zh);
    expect(inputsDigest(changed, 'en')).not.toBe(trace.inputs.en);
  });
});
