/** The program of the thread that reads finished PDFs back, or shares of them. */
import { answerTasks } from './thread-program.ts';
import type { ShareTask } from './verify/pdf-shares.ts';
import { loadPdfium, readShare } from './verify/read-pdf.ts';

await loadPdfium();
answerTasks(({ bytes, share }: ShareTask) => readShare(bytes, share));
