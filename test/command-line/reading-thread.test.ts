/** The thread that reads PDFs back, as the command starts it. */
import { afterAll, describe, expect, it } from 'vitest';
import { type ReadingThread, readingThread } from '../../src/command-line/reading-thread.ts';
import { readPdf } from '../../src/verify/read-pdf.ts';
import { projectFolder } from '../support/project.ts';
import { taggedPdf } from '../support/tagged-pdf.ts';

const pages = ['one', 'two', 'three'].map((text) => ({
  content: `/P << /MCID 0 >> BDC\nBT /F1 12 Tf 72 700 Td (${text}) Tj ET\nEMC\nBT /F1 12 Tf 72 20 Td (${text}) Tj ET\n`,
  tags: ['P'],
}));
const threads: ReadingThread[] = [];
afterAll(() => Promise.all(threads.map((thread) => thread.close())));

function start(folder = projectFolder): ReadingThread {
  const thread = readingThread(folder);
  threads.push(thread);
  return thread;
}

describe('the thread for PDFs', () => {
  it('reads the same as without a thread, again and again', async () => {
    const { reader } = start();
    reader.load();
    const bytes = await taggedPdf(pages);
    const whole = await readPdf(bytes);
    expect(whole.flow).toBe('onetwothree');
    expect(await Promise.all([reader.read(bytes), reader.read(bytes)])).toEqual([whole, whole]);
  });

  it('refuses what is no PDF, and goes on', async () => {
    const { reader } = start();
    await expect(reader.read(new Uint8Array(9))).rejects.toThrow(/no PDF/);
    expect((await reader.read(await taggedPdf(pages))).margins).toHaveLength(3);
  });

  it('tells why it could not start', async () => {
    const { reader } = start('/nowhere');
    await expect(reader.read(await taggedPdf(pages))).rejects.toThrow(/Cannot find module/);
  });
});
