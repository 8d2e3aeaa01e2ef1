/** Reads a finished PDF back with a reader that had no part in writing it. The one import site of pdf.js. */
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The text of all pages in reading order, without running heads, folios and ornaments (which are artifacts). */
export async function readPdf(bytes: Uint8Array): Promise<string> {
  // pdf.js takes the buffer for itself.
  const task = getDocument({ data: bytes.slice(), verbosity: VerbosityLevel.ERRORS, useSystemFonts: false });
  const file = await task.promise;
  try {
    const pages: string[] = [];
    for (let number = 1; number <= file.numPages; number += 1) {
      const page = await file.getPage(number);
      const { items } = await page.getTextContent({ includeMarkedContent: true });
      let text = '';
      const open: boolean[] = [];
      for (const item of items) {
        if ('str' in item) {
          if (!open.includes(true)) text += item.str;
        } else if (item.type === 'endMarkedContent') open.pop();
        else open.push('tag' in item && item.tag === 'Artifact');
      }
      pages.push(text);
    }
    return pages.join('\n');
  } finally {
    await task.destroy();
  }
}
