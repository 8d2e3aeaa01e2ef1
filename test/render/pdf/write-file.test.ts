import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openPdf, PDFDict, PDFHexString, PDFName, type PrintedPdf } from '../../../src/render/pdf/pdf-file.ts';
import { mendStructure } from '../../../src/render/pdf/structure.ts';
import { writeFile } from '../../../src/render/pdf/write-file.ts';
import { printedPdf, taggedObjects } from '../../support/printed-pdf.ts';

/** The sample with a stream, an identifier and `more` paragraphs. */
async function sample(more = 0): Promise<PrintedPdf> {
  const file = await openPdf(printedPdf(taggedObjects));
  mendStructure(file);
  const { context } = file;
  context.assign(context.nextRef(), context.stream(Buffer.from('q\xff\nQ', 'latin1'), { Mark: 'Sample' }));
  const id = PDFHexString.of('0123456789abcdef0123456789abcdef');
  context.trailerInfo.ID = context.obj([id, id]);
  for (let index = 0; index < more; index += 1)
    file.tags.set(context.nextRef().objectNumber, `<</Type/StructElem/S/P/P 7 0 R/ID(p${index})>>`);
  return file;
}

/** Every entry of the table: where the object is, or in which group. */
function entriesOf(bytes: Uint8Array): readonly { kind: number; place: number; index: number }[] {
  const text = Buffer.from(bytes).toString('latin1');
  const place = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
  const stream = text.slice(place);
  const length = Number(/\/Length (\d+)/.exec(stream)?.[1]);
  const start = place + stream.indexOf('stream\n') + 'stream\n'.length;
  const table = inflateSync(Buffer.from(bytes).subarray(start, start + length));
  return Array.from({ length: table.length / 7 }, (_, number) => ({
    kind: table.readUInt8(7 * number),
    place: table.readUInt32BE(7 * number + 1),
    index: table.readUInt16BE(7 * number + 5),
  }));
}

describe('written file', () => {
  it('has every object as it was, tags among them', async () => {
    const file = await sample();
    const read = await openPdf(writeFile(file));
    for (const [ref, object] of file.context.enumerateIndirectObjects())
      expect(String(read.context.lookup(ref))).toBe(String(object));
    for (const [number, text] of file.tags) {
      const [found] = read.context.enumerateIndirectObjects().filter(([ref]) => ref.objectNumber === number);
      expect(String(found?.[1]).replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
    }
    expect(read.getPageCount()).toBe(2);
    expect(String(read.context.trailerInfo.ID)).toContain('0123456789abcdef');
  });

  it('finds each object at the place that its table tells, however many there are', async () => {
    const file = await sample(2500);
    const bytes = writeFile(file);
    const text = Buffer.from(bytes).toString('latin1');
    const entries = entriesOf(bytes);
    for (const [number, { kind, place }] of entries.entries())
      if (kind === 1) expect(text.slice(place)).toMatch(new RegExp(`^${number} 0 obj\n`));
    const groups = new Map<number, number[]>();
    for (const [number, { kind, place, index }] of entries.entries())
      if (kind === 2) groups.set(place, Object.assign(groups.get(place) ?? [], { [index]: number }));
    expect(groups.size).toBe(4);
    for (const [group, numbers] of groups) {
      const stream = text.slice(entries[group]?.place);
      expect(stream).toMatch(new RegExp(`^${group} 0 obj\n<</Type/ObjStm/N ${numbers.length}/`));
      const start = (entries[group]?.place ?? 0) + stream.indexOf('stream\n') + 'stream\n'.length;
      const length = Number(/\/Length (\d+)/.exec(stream)?.[1]);
      const content = inflateSync(Buffer.from(bytes).subarray(start, start + length)).toString('latin1');
      const first = Number(/\/First (\d+)/.exec(stream)?.[1]);
      const head = content.slice(0, first).trim().split(' ').map(Number);
      expect(head.filter((_, index) => index % 2 === 0)).toEqual(numbers);
      for (const [index, number] of numbers.entries()) {
        const expected = file.tags.get(number);
        const object = content.slice(first + (head[2 * index + 1] ?? 0));
        if (expected !== undefined) expect(object.startsWith(`${expected}\n`)).toBe(true);
        else expect(object).toMatch(/^<</);
      }
    }
    const read = await openPdf(bytes);
    const paragraphs = read.context
      .enumerateIndirectObjects()
      .filter(([, object]) => object instanceof PDFDict && object.has(PDFName.of('ID')));
    expect(paragraphs.length).toBeGreaterThanOrEqual(2500);
  });

  it('is the same again', async () => {
    expect(Buffer.compare(writeFile(await sample(10)), writeFile(await sample(10)))).toBe(0);
  });
});
