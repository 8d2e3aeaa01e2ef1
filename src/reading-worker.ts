/** The program of the thread that reads finished PDFs back. Its reader changes built-in objects, here only its own. */
import { answerTasks } from './thread-program.ts';
import { readPdf } from './verify/read-pdf.ts';

answerTasks((bytes: Uint8Array) => readPdf(bytes));
