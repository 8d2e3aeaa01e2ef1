import type { Document } from '../model/document.ts';
import { error, type Problem } from '../model/problem.ts';
import type { Format } from '../render/index.ts';
import { expectedTexts } from './expected.ts';

/** How many texts of the document a finished file was found to show, and what it was not. */
export interface Verified {
  readonly proved: number;
  readonly problems: readonly Problem[];
}

/**
 * Text as it is compared: without white space (lines break anywhere in Chinese) and without the compatibility forms
 * that a font may map a character to.
 */
function compact(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u200b\u2060\ufeff]/g, '');
}

/** Compares what a text shows with what the document says, in order. */
export function compareTexts(document: Document, shown: string, file: string): Verified {
  const haystack = compact(shown);
  const problems: Problem[] = [];
  let position = 0;
  let proved = 0;
  for (const { text, what } of expectedTexts(document)) {
    const needle = compact(text);
    const found = haystack.indexOf(needle, position);
    if (found === -1) problems.push(error('verify.not-shown', { file }, { what, text: text.slice(0, 80) }));
    else {
      position = found + needle.length;
      proved += 1;
    }
  }
  return { proved, problems };
}

/** What reads a PDF back. */
export interface PdfReader {
  /** Makes ready what it needs, which else happens when there is a file: the browser prints meanwhile. */
  load(): void;
  read(bytes: Uint8Array): ReturnType<typeof import('./read-pdf.ts').readPdf>;
}

/** Reads where it is called. */
export const ownReader: PdfReader = {
  load: () => void import('./read-pdf.ts'),
  read: async (bytes) => (await import('./read-pdf.ts')).readPdf(bytes),
};

/** Reads a finished file back: every heading, paragraph, caption, cell and note of the document, in order. */
export async function verify(
  document: Document,
  format: Format,
  bytes: Uint8Array,
  file: string,
  pdfReader = ownReader,
): Promise<Verified> {
  switch (format) {
    case 'pdf':
      return compareTexts(document, await pdfReader.read(bytes), file);
    case 'docx':
      return compareTexts(document, (await import('./read-docx.ts')).readDocx(bytes), file);
  }
}
