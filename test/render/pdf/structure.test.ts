import { describe, expect, it } from 'vitest';
import { openPdf } from '../../../src/render/pdf/pdf-file.ts';
import { mendStructure } from '../../../src/render/pdf/structure.ts';
import { setTagsAside } from '../../../src/render/pdf/tag-objects.ts';
import { isTag, type Kid, readTag, type Tag } from '../../../src/render/pdf/tag-tree.ts';
import { printedPdf, taggedObjects } from '../../support/printed-pdf.ts';

const printed = printedPdf(taggedObjects);

/** A tree in one line: `P(4:5 Span(5:1))` holds what is marked 5 on page 4. */
function shapeOf(kid: Kid): string {
  if (typeof kid === 'string') return kid;
  return isTag(kid) ? `${kid.kind}(${kid.kids.map(shapeOf).join(' ')})` : `${kid.page}:${kid.mark}`;
}

async function mended() {
  const file = await openPdf(printed);
  const tables = mendStructure(file);
  const document = readTag(file.tags, 7);
  if (!isTag(document)) throw new Error('The root is an element');
  const [table, paragraph, figure] = document.kids.flatMap((kid) => (isTag(kid) ? kid.kids : [])).filter(isTag);
  if (!table || !paragraph || !figure) throw new Error('Not the elements of the sample');
  return { file, tables, document, table, paragraph, figure };
}

describe('tags of a printed file', () => {
  it('are set aside as they were printed, and nothing else is', () => {
    const { tags, rest } = setTagsAside(printed);
    const isTagObject = (text: string) => text.includes('/StructElem') || text.startsWith('[');
    const [aside, kept] = [true, false].map((wanted) =>
      [...taggedObjects].filter(([, object]) => isTagObject(object) === wanted),
    );
    expect(new Map(tags)).toEqual(new Map(aside));
    const text = Buffer.from(rest).toString('latin1');
    for (const [number, object] of kept ?? []) expect(text).toContain(`\n${number} 0 obj\n${object}\nendobj\n`);
    expect(text).not.toContain('StructElem');
  });

  it('stay where they are in a file that has no plain table', () => {
    const finished = Buffer.from(printed.slice(0, -200));
    expect(setTagsAside(finished)).toEqual({ rest: finished, tags: new Map() });
  });

  it('must be what a browser prints', () => {
    expect(() => readTag(new Map([[1, '<</Type /StructElem /S /P /K (unended>>']]), 1)).toThrow(TypeError);
    expect(() => readTag(new Map([[1, '<</Type /Font>>']]), 1)).toThrow(TypeError);
  });
});

describe('mended structure', () => {
  it('gives a table its caption, a part its place, and leaves out what only groups', async () => {
    const { document } = await mended();
    expect(shapeOf(document)).toBe(
      'Document(Sect(Table(Caption(4:0) TR(TH(4:1 4:2)) TR(TD(4:3) TD(4:4)) 4:7) P(4:5 5:0 Span(5:1)) Figure(5:2 5:3)))',
    );
  });

  it('tells the pages of each table', async () => {
    expect((await mended()).tables).toEqual([new Set([0])]);
  });

  it('keeps language and alternative text to the letter', async () => {
    const { document, paragraph, figure } = await mended();
    expect(document.language).toBe('(en)');
    expect(paragraph.kids.find(isTag)?.language).toBe('(zh-CN)');
    expect(figure.others).toBe('/Alt (A /K \\(endobj\\) [chart])');
  });

  it('numbers ids anew, in header cells, cells and index alike, and drops spans of one cell', async () => {
    const { file, table } = await mended();
    const [head, row] = table.kids.filter((kid): kid is Tag => isTag(kid) && kid.kind === 'TR');
    const [heading] = (head?.kids ?? []).filter(isTag);
    const [cell, wide] = (row?.kids ?? []).filter(isTag);
    expect(heading).toMatchObject({
      id: '(e000001)',
      attributes: expect.stringMatching(/^\[<<\/O \/Table\s\/Scope \/Column>> \]$/),
    });
    expect(cell?.attributes).toMatch(/^\[<<\/O \/Table\s\/Headers \[\(e000001\)\]>> \]$/);
    expect(wide?.attributes).toMatch(/^\[<<\/O \/Table\s\/ColSpan 2>>\]$/);
    expect([...file.tags.values()]).toContain(`<</Limits[(e000001)(e000001)]/Names[(e000001)${heading?.number} 0 R]>>`);
    expect([...file.tags.values()].join()).not.toContain('node00000123');
    expect(file.context.enumerateIndirectObjects().map(([{ objectNumber }]) => objectNumber)).not.toContain(43);
  });

  it('names in the lists of each page the element that holds the content now', async () => {
    const { file, table, paragraph, figure } = await mended();
    const [caption] = table.kids.filter(isTag);
    const [span] = paragraph.kids.filter(isTag);
    const holders = (list: string) => list.replaceAll(' 0 R', '').slice(1, -1).split(' ');
    expect(holders(file.tags.get(41) ?? '')).toEqual([`${caption?.number}`, '12', '12', '15', '17', '20', 'null', '9']);
    expect(holders(file.tags.get(42) ?? '')).toEqual(['20', `${span?.number}`, `${figure.number}`, `${figure.number}`]);
  });

  it('says of each element what holds it', async () => {
    const { file, document } = await mended();
    const check = (tag: Tag, parent: number) => {
      expect(file.tags.get(tag.number)).toContain(`/P ${parent} 0 R`);
      for (const kid of tag.kids) if (isTag(kid)) check(kid, tag.number);
    };
    check(document, 6);
  });

  it('is refused to a file without tags', async () => {
    const untagged = [...taggedObjects].filter(([, object]) => !/\/StructElem|^\[/.test(object));
    const objects = new Map(untagged.map(([number, object]) => [number, object.replace(/\/StructTreeRoot 6 0 R/, '')]));
    const file = await openPdf(printedPdf(objects));
    expect(() => mendStructure(file)).toThrow(TypeError);
  });
});
