/** The program of the thread that reads finished PDFs back. */
import { answerTasks } from './thread-program.ts';
import { loadPdfium, readPdf } from './verify/read-pdf.ts';

await loadPdfium();
answerTasks(readPdf);
