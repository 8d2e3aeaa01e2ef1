/** A thread that reads PDFs back while the next one is printed. */
import type { PdfReader } from '../verify/index.ts';
import { startThread } from './thread.ts';

export interface ReadingThread {
  readonly reader: PdfReader;
  readonly close: () => Promise<void>;
}

/** The thread starts when its reader is first asked to load or to read (see `startThread`). `folder` is the project's. */
export function readingThread(folder: string): ReadingThread {
  type Text = Awaited<ReturnType<PdfReader['read']>>;
  let thread: ReturnType<typeof startThread<Uint8Array, Text>> | undefined;
  const started = () => {
    thread ??= startThread<Uint8Array, Text>(folder, 'reading-worker.ts');
    return thread;
  };
  return {
    reader: { load: () => void started(), read: (bytes) => started().ask(bytes) },
    close: async () => thread?.close(),
  };
}
