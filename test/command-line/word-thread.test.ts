/** The thread that makes Word files, as the command starts it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWordThread, type WordThread } from '../../src/command-line/word-thread.ts';
import { Failure } from '../../src/model/problem.ts';
import { type Prepared, prepare } from '../../src/render/index.ts';
import { makeWord } from '../../src/word.ts';
import { composed, projectFolder } from '../support/project.ts';

const { documents, theme } = composed();
let prepared: Prepared;
let thread: WordThread;

beforeAll(async () => {
  const [document] = documents;
  if (document === undefined) throw new Error('No document');
  thread = startWordThread(projectFolder);
  prepared = await prepare(document, theme);
});
afterAll(() => thread.close());

describe('the thread for Word files', () => {
  it('makes the same file as without a thread, again and again', async () => {
    const { bytes, verified } = await makeWord(prepared, 'a.docx');
    const made = await Promise.all([thread.make(prepared, 'a.docx'), thread.make(prepared, 'b.docx')]);
    for (const file of made) expect(Buffer.compare(file.bytes, bytes)).toBe(0);
    expect(made.map((file) => file.verified)).toEqual([verified, verified]);
  });

  it('fails as without a thread, and goes on', async () => {
    const undrawn = { ...prepared, charts: new Map() };
    const failure = await thread.make(undrawn, 'a.docx').catch((cause: unknown) => cause);
    expect(failure).toBeInstanceOf(Failure);
    expect(failure).toEqual(await makeWord(undrawn, 'a.docx').catch((cause: unknown) => cause));
    expect((await thread.make(prepared, 'a.docx')).verified.problems).toEqual([]);
  });

  it('leaves nobody waiting when it ends', async () => {
    const other = startWordThread(projectFolder);
    const waiting = other.make(prepared, 'a.docx');
    await other.close();
    await expect(waiting).rejects.toThrow('ended');
    await expect(other.make(prepared, 'a.docx')).rejects.toThrow('ended');
  });

  it('tells why it could not start', async () => {
    const other = startWordThread('/nowhere');
    await expect(other.make(prepared, 'a.docx')).rejects.toThrow(/Cannot find module/);
  });
});
