import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { unexplained } from '../../src/audit/index.ts';
import { manifest } from '../../src/publish/manifest.ts';
import { composed, findingsOf, projectWith, swap, xpcc2024 } from '../support/project.ts';

const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const bytes = (text: string) => new TextEncoder().encode(text);
const outputs = [
  { name: 'xpcc-2024-en.docx', bytes: bytes('docx'), proved: { cells: 214 } },
  { name: 'xpcc-2024-zh.pdf', bytes: bytes('年报'), pages: 12, proved: {} },
];
const trace = { name: 'xpcc-2024.trace.json', bytes: bytes('trace') };
const inputs = new Map([
  ['templates/xpcc/book.yaml', bytes('book')],
  ['data/xpcc/2024/flows.csv', bytes('flows')],
]);
const { documents } = composed();
const findings = findingsOf();
const write = () => manifest(xpcc2024, outputs, trace, inputs, documents, findings);
const read = (file: Uint8Array) => JSON.parse(new TextDecoder().decode(file));

describe('the manifest', () => {
  it('is the same bytes for the same edition', () => {
    const again = composed();
    expect(manifest(xpcc2024, outputs, trace, new Map([...inputs].reverse()), again.documents, findingsOf())).toEqual(
      write(),
    );
  });
  it('names the edition and every file with its size and hash', () => {
    expect(read(write())).toMatchObject({
      series: 'xpcc',
      year: 2024,
      outputs: [
        { name: 'xpcc-2024-en.docx', bytes: 4, sha256: hash(bytes('docx')), proved: { cells: 214 } },
        { name: 'xpcc-2024-zh.pdf', bytes: 6, sha256: hash(bytes('年报')) },
      ],
      trace: { name: 'xpcc-2024.trace.json', bytes: 5, sha256: hash(bytes('trace')) },
    });
  });
  it('has the hash of every input, sorted by name', () => {
    const { inputs: listed } = read(write());
    expect(Object.entries(listed)).toEqual([
      ['data/xpcc/2024/flows.csv', hash(bytes('flows'))],
      ['templates/xpcc/book.yaml', hash(bytes('book'))],
    ]);
  });
  it('counts what a reader counts in the document', () => {
    const { counts } = read(write());
    for (const document of documents) {
      const tables = document.body.filter((block) => block.type === 'table');
      const figures = document.body.filter((block) => block.type === 'figure');
      expect(counts[document.lang]).toMatchObject({ tables: tables.length, figures: figures.length });
      expect(counts[document.lang].numbers).toBeGreaterThan(50);
    }
    expect(counts.zh.cells).toBe(counts.en.cells);
  });
  it('lists every finding with its place, and the reason of those that errata explain', () => {
    const { findings: listed, unexplained: open } = read(write());
    expect(listed.map(({ finding }: { finding: string }) => finding)).toEqual(findings.map(({ name }) => name));
    for (const entry of listed) expect(entry.place.file).toMatch(/^data\//);
    expect(open).toBe(unexplained(findings).length);
    expect(listed.filter(({ erratum }: { erratum?: object }) => erratum).length).toBe(findings.length - open);
  });
  it('tells of a finding that no erratum explains', () => {
    const changes = {
      'data/xpcc/2024/published.csv': swap(
        'growth,registrations,,,amount,2024,32.5,percent',
        'growth,registrations,,,amount,2024,35.5,percent',
      ),
    };
    const list = read(manifest(xpcc2024, outputs, trace, inputs, composed(changes).documents, findingsOf(changes)));
    expect(list.unexplained).toBe(read(write()).unexplained + 1);
    expect(list.findings).toContainEqual(
      expect.objectContaining({ finding: 'growth registrations amount 2024', printed: '35.5' }),
    );
  });
  it('has nothing of this machine or this moment', () => {
    const text = new TextDecoder().decode(write());
    expect(text).not.toContain(process.cwd());
    expect(text).not.toMatch(/T\d\d:\d\d/);
  });
});

describe('the project’s files in memory', () => {
  it('are listed with what is added and without what is deleted', () => {
    const files = projectWith({ 'data/xpcc/2024/flows.csv': null, 'data/xpcc/2025/flows.csv': 'x' });
    expect(files.list('data/xpcc')).toContain('2025');
    expect(files.list('data/xpcc/2024')).not.toContain('flows.csv');
    expect(files.read('data/xpcc/2024/flows.csv')).toBeUndefined();
  });
});
