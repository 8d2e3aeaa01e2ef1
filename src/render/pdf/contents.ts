/** The content streams of a printed file: what they lack and what they have too much of. */
import { deflateSync, inflateSync } from 'node:zlib';
import { markArtifacts } from './artifacts.ts';
import { type PDFDocument, PDFName, PDFRawStream } from './pdf-file.ts';

/** A soft hyphen as Skia writes it: as a blank, and where a line ends at it with the hyphen as a text of its own. */
const softHyphens =
  /\/Span<<\/ActualText <FEFF00AD> >> BDC\n(\S+ \S+ Td) <[\dA-F]+> Tj\nEMC\n(ET\n)?(BT\n(?:(?!BT\n|ET\n).*\n){2}<[\dA-F]{4}> Tj\nET\n)?/g;

/**
 * Takes away the soft hyphens at which no line ends, which a search for a word would stumble over, and tells of the hyphens
 * at the others that they are soft (ISO 32000-1, 14.8.2.2.3).
 */
export function mendSoftHyphens(content: string): string {
  return content.replace(softHyphens, (_, move: string, end = '', hyphen = '') => {
    const drawn = hyphen === '' ? '' : `/Span<</ActualText <FEFF00AD> >> BDC\n${hyphen}EMC\n`;
    return `${move}\n${end}${drawn}`;
  });
}

/** Mends what every page draws. */
export function mendContents(file: PDFDocument): void {
  for (const page of file.getPages()) {
    const contents = page.node.get(PDFName.of('Contents'));
    const stream = file.context.lookup(contents);
    if (!(stream instanceof PDFRawStream)) throw new TypeError('A page without a single content stream');
    const compressed = stream.dict.get(PDFName.of('Filter')) === PDFName.of('FlateDecode');
    const bytes = compressed ? inflateSync(stream.getContents()) : Buffer.from(stream.getContents());
    // latin1 keeps every byte as it is
    const mended = markArtifacts(mendSoftHyphens(bytes.toString('latin1')));
    stream.dict.set(PDFName.of('Filter'), PDFName.of('FlateDecode'));
    stream.updateContents(deflateSync(Buffer.from(mended, 'latin1'), { level: 6 }));
  }
}
