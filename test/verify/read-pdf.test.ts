/** The reader of PDFs on small files, each with something that a reader could take wrongly. */
import { describe, expect, it } from 'vitest';
import { figureMark } from '../../src/verify/finished.ts';
import { loadPdfium, readPdf } from '../../src/verify/read-pdf.ts';
import { type TaggedPage, taggedPdf } from '../support/tagged-pdf.ts';

/** Texts at their places: 12 points high, from the left and from the bottom. */
const at = (x: number, y: number, ...texts: readonly string[]) =>
  `BT /F1 12 Tf ${x} ${y} Td ${texts.map((text) => `(${text}) Tj`).join(' 0 -14 Td ')} ET\n`;
const marked = (id: number, content: string) => `/P << /MCID ${id} >> BDC\n${content}EMC\n`;
const artifact = (content: string) => `/Artifact BMC\n${content}EMC\n`;
const spoken = (text: string, content: string) =>
  `/Span << /ActualText <FEFF${text.charCodeAt(0).toString(16).padStart(4, '0')}> >> BDC\n${content}EMC\n`;

const untold = '\ufffd';

async function read(...pages: readonly TaggedPage[]) {
  const { flow, margins } = await readPdf(await taggedPdf(pages));
  return { flow, margins: margins.map(({ text }) => text) };
}

describe('readPdf', () => {
  it('reads in the order of the tags, not of the page', async () => {
    const content = marked(1, at(72, 700, 'Second')) + marked(0, at(72, 600, 'First'));
    expect(await read({ content, tags: ['P', 'P'] })).toEqual({ flow: 'FirstSecond', margins: [] });
  });

  it('takes for a margin what is not tagged, whatever it stands in', async () => {
    const nested = marked(0, at(72, 700, 'Text') + artifact(at(72, 650, 'inner')));
    const content = nested + artifact(marked(1, at(72, 600, 'outer'))) + at(72, 500, 'unmarked');
    const { flow, margins } = await read({ content, tags: ['P', 'P'] });
    expect([flow, margins]).toEqual(['Text', ['inner', 'outer', 'unmarked']]);
  });

  it('keeps lines and words of margins apart, on pages of any kind', async () => {
    const scale = artifact(at(72, 100, '2012') + at(140, 100, '2013') + at(72, 80, 'Contract value'));
    const content = `${scale}${artifact(at(300, 80, '17'))}`;
    expect((await read({ content })).margins).toEqual(['2012 2013', 'Contract value', '17']);
    // Where most of a page is a column, PDFium takes lines to run down it.
    const column = Array.from({ length: 60 }, (_, line) =>
      'text'.split('').map((letter, x) => [72 + 7 * x, line, letter]),
    );
    const letters = column.flat().map(([x, line, letter]) => at(Number(x), 780 - 12 * Number(line), String(letter)));
    const head = 'HUND'.split('').map((letter, index) => at(72 + 9 * index, 790, letter));
    const narrow = await read({ content: artifact(head.join('')) + marked(0, letters.join('')), tags: ['P'] });
    expect(narrow).toEqual({ flow: 'text'.repeat(60), margins: ['HUND'] });
  });

  it('reads what forms draw where they are drawn', async () => {
    const forms = [at(72, 700, 'in the text'), at(72, 600, 'beside it')];
    const content = `${marked(0, '/X0 Do\n')}/X1 Do\n`;
    expect(await read({ content, tags: ['P'], forms })).toEqual({ flow: 'inthetext', margins: ['beside it'] });
  });

  it('reads words that are broken at the end of a line', async () => {
    expect((await read({ content: marked(0, at(72, 700, 'medium-', 'sized')), tags: ['P'] })).flow).toBe(
      'medium-sized',
    );
  });

  it('does not pass over what is printed twice in one place', async () => {
    const content = marked(0, at(72, 700, 'Once')) + marked(1, at(72.2, 700, 'Once'));
    expect((await read({ content, tags: ['P', 'P'] })).flow).toBe(`Once${untold}`);
  });

  it('believes no other words than those of the glyphs, but for blanks', async () => {
    const flowOf = async (content: string) => (await read({ content: marked(0, content), tags: ['P'] })).flow;
    expect(await flowOf(spoken('8', at(72, 700, '9')))).toContain(untold);
    expect(await flowOf(spoken(' ', at(72, 700, '9')))).toContain(untold);
    expect(await flowOf(spoken('8', at(72, 700, ' ')))).toContain(untold);
    const blank = spoken('\u00a0', at(79, 700, ' '));
    expect(await flowOf(at(72, 700, 'a') + blank + at(83, 700, 'b'))).toBe('ab');
  });

  it('passes over the hyphens of divided words, if they are hyphens', async () => {
    const flowOf = async (drawn: string, word = '\u00ad') => {
      const content = `${at(72, 700, 'tech')}${spoken(word, at(96, 700, drawn))}${at(72, 686, 'nology')}`;
      return (await read({ content: marked(0, content), tags: ['P'] })).flow;
    };
    expect(await flowOf('-')).toBe('technology');
    expect(await flowOf('8')).toContain(untold);
    expect(await flowOf('-', ' ')).toContain(untold);
  });

  it('tells on which page each text stands', async () => {
    const pages = ['one', 'two', 'three'].map((text) => ({ content: marked(0, at(72, 700, text)), tags: ['H2'] }));
    const { flow, pageStarts, headings } = await readPdf(await taggedPdf(pages));
    expect(pageStarts.map(({ at: from, page }) => [flow.slice(from, from + 3), page])).toEqual([
      ['one', 0],
      ['two', 1],
      ['thr', 2],
    ]);
    expect(headings).toEqual(['one', 'two', 'three'].map((text, page) => ({ text, level: 2, page })));
  });

  it('reads on around what stands in the middle of a text that goes on on another page', async () => {
    const pages = [
      { content: marked(0, at(72, 700, 'Before')) + marked(1, at(72, 600, 'begins')), tags: ['P', 'P'] },
      { content: marked(0, at(72, 700, 'drawn')) + marked(1, at(72, 600, 'goes on')), tags: ['Figure', 1] },
      { content: marked(0, at(72, 700, 'and ends')), tags: [1] },
    ];
    const { flow, figures, pageStarts } = await readPdf(await taggedPdf(pages, [0, 2, 1]));
    expect(flow).toBe(`Before${figureMark}beginsgoesonandends`);
    expect(figures).toMatchObject([{ texts: ['drawn'], page: 1 }]);
    expect(pageStarts.map(({ page }) => page)).toEqual([0, 1, 0, 1, 2]);
  });

  it('reads first what stands first in the tags, on whatever page', async () => {
    const pages = [
      { content: marked(0, at(72, 700, 'Text')) + marked(1, at(72, 600, 'Next')), tags: ['P', 'H2'] },
      { content: marked(0, at(72, 700, 'drawn')), tags: ['Figure'] },
    ];
    const { flow, headings } = await readPdf(await taggedPdf(pages, [0, 2, 1]));
    expect(flow).toBe(`Text${figureMark}Next`);
    expect(headings).toEqual([{ text: 'Next', level: 2, page: 0 }]);
  });

  it('refuses what is no PDF', async () => {
    await expect(readPdf(new TextEncoder().encode('<html></html>'))).rejects.toThrow(/no PDF/);
    await expect(readPdf(new Uint8Array())).rejects.toThrow(/no PDF/);
  });

  it('gives back the memory that it takes', async () => {
    const { memory } = await loadPdfium();
    const bytes = await taggedPdf([{ content: marked(0, at(72, 700, 'Text')), tags: ['P'] }]);
    // Bytes behind the end of a PDF are no matter.
    const large = new Uint8Array(8_000_000);
    large.set(bytes);
    const sizes: number[] = [];
    for (let round = 0; round < 20; round += 1) {
      expect((await readPdf(large)).flow).toBe('Text');
      await expect(readPdf(large.subarray(1000))).rejects.toThrow();
      sizes.push(memory.buffer.byteLength);
    }
    expect(new Set(sizes.slice(1)).size).toBe(1);
  });
});
