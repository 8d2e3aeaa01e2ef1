/** A thread that reads PDFs back while the next one is printed. */
import type { FinishedFile } from '../verify/finished.ts';
import type { PdfReader } from '../verify/index.ts';
import { startThread, type Thread } from './thread.ts';

export interface ReadingThread {
  readonly reader: PdfReader;
  readonly close: () => Promise<void>;
}

/** The thread starts when its reader is first asked to load or to read (see `startThread`). `folder` is the project's. */
export function readingThread(folder: string): ReadingThread {
  let thread: Thread<Uint8Array, FinishedFile> | undefined;
  const started = () => {
    thread ??= startThread<Uint8Array, FinishedFile>(folder, 'reading-worker.ts');
    return thread;
  };
  return {
    reader: { load: () => void started(), read: (bytes) => started().ask(bytes) },
    close: async () => thread?.close(),
  };
}
