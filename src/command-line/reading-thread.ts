/** A thread that reads PDFs back while the next one is printed. */
import type { PdfReader } from '../verify/index.ts';
import { joinShares, type PagesRead, type ShareTask } from '../verify/pdf-shares.ts';
import { startThread, type Thread } from './thread.ts';

export interface ReadingThread {
  readonly reader: PdfReader;
  readonly close: () => Promise<void>;
}

const loadHere = () => import('../verify/read-pdf.ts');

/**
 * The thread starts when its reader is first asked to load or to read (see `startThread`). `folder` is the project's. A
 * reader that is to `share` reads half of each file where it is called: for whoever has nothing else to do meanwhile.
 */
export function readingThread(folder: string, share: boolean): ReadingThread {
  let thread: Thread<ShareTask, PagesRead> | undefined;
  const started = () => {
    thread ??= startThread<ShareTask, PagesRead>(folder, 'reading-worker.ts');
    return thread;
  };
  return {
    reader: {
      load: () => {
        started();
        if (!share) return;
        loadHere()
          .then(({ loadPdfium }) => loadPdfium())
          // Whoever reads hears of it.
          .catch(() => undefined);
      },
      read: async (bytes) => {
        if (!share) return joinShares([await started().ask({ bytes, share: { share: 0, of: 1 } })]);
        const there = started().ask({ bytes, share: { share: 1, of: 2 } });
        const here = loadHere().then(({ readShare }) => readShare(bytes, { share: 0, of: 2 }));
        return joinShares(await Promise.all([here, there]));
      },
    },
    close: async () => thread?.close(),
  };
}
