/** What a printed file still lacks: metadata, page labels, exact page boxes, named links, an identifier. */
import { createHash } from 'node:crypto';
import { type Block, type Document, plainText, unreachable } from '../../model/document.ts';
import type { Theme } from '../../model/theme.ts';
import { headingText } from '../stretches.ts';
import type { Layout } from './layout.ts';
import { PDFArray, PDFDict, type PDFDocument, PDFHeader, PDFHexString, PDFName, type PrintedPdf } from './pdf-file.ts';
import { writeFile } from './write-file.ts';
import { creator, languageTags, producer, xmpPacket } from './xmp.ts';

const name = (text: string): PDFName => PDFName.of(text);

function setMetadata(file: PDFDocument, document: Document): void {
  const { context, catalog } = file;
  file.setTitle(document.title, { showInWindowTitleBar: true });
  file.setAuthor(document.publisher);
  file.setSubject(document.description);
  file.setLanguage(languageTags[document.lang]);
  file.setCreator(creator);
  file.setProducer(producer);
  file.setCreationDate(document.published);
  file.setModificationDate(document.published);
  const packet = new TextEncoder().encode(xmpPacket(document));
  catalog.set(name('Metadata'), context.register(context.stream(packet, { Type: 'Metadata', Subtype: 'XML' })));
}

/** Cover pages C1, C2; front matter i, ii …; body 1, 2 … as they are printed in the foot. */
function setPageLabels(file: PDFDocument, { front, body }: Layout): void {
  const { context } = file;
  const ranges: [number, PDFDict][] = [
    [0, context.obj({ S: 'D', P: PDFHexString.fromText('C') })],
    [front, context.obj({ S: 'r' })],
    [body, context.obj({ S: 'D' })],
  ];
  file.catalog.set(name('PageLabels'), context.obj({ Nums: ranges.flat() }));
}

/**
 * The exact trim size. Chromium rounds the sheet to whole dots; the upper left corner is where it starts to lay out.
 * The cover has nothing that bleeds, so that trim, bleed and media are one.
 */
function setPageBoxes(file: PDFDocument, { page: size }: Theme): void {
  const points = (mm: number) => Math.round((mm * 72 * 1000) / 25.4) / 1000;
  for (const page of file.getPages()) {
    const top = page.getMediaBox().height;
    const box = [0, Math.round((top - points(size.height)) * 1000) / 1000, points(size.width), top];
    for (const key of ['MediaBox', 'CropBox', 'BleedBox', 'TrimBox']) page.node.set(name(key), file.context.obj(box));
  }
}

function titleOf(block: Block): readonly (readonly [string, string])[] {
  switch (block.type) {
    case 'heading':
      return [[block.id, headingText(block)]];
    case 'table':
    case 'figure':
      return [[block.id, `${block.label} ${plainText(block.caption)}`]];
    case 'paragraph':
    case 'list':
    case 'chronicle':
      return [];
    default:
      return unreachable(block);
  }
}

/** PDF/UA-1 (7.18.5): a link says where it leads. */
function describeLinks(file: PDFDocument, document: Document): void {
  const titles = new Map([...document.front.preface, ...document.body].flatMap(titleOf));
  for (const page of file.getPages()) {
    const annotations = page.node.lookupMaybe(name('Annots'), PDFArray);
    for (let index = 0; index < (annotations?.size() ?? 0); index += 1) {
      const link = annotations?.lookup(index);
      const target = link instanceof PDFDict ? link.get(name('Dest')) : undefined;
      if (!(link instanceof PDFDict) || !(target instanceof PDFName)) continue;
      const id = target.decodeText();
      link.set(name('Contents'), PDFHexString.fromText(titles.get(id) ?? id));
    }
  }
}

export interface FinishInput {
  readonly document: Document;
  readonly theme: Theme;
  readonly layout: Layout;
  /** Everything that the file was made from; its digest identifies the file. */
  readonly sources: readonly (string | Uint8Array)[];
}

/** Completes a printed file and writes it with compressed objects. The same input gives the same bytes. */
export function finishPdf(file: PrintedPdf, { document, theme, layout, sources }: FinishInput): Uint8Array {
  setMetadata(file, document);
  setPageLabels(file, layout);
  setPageBoxes(file, theme);
  describeLinks(file, document);
  const digest = createHash('sha256');
  for (const source of sources) digest.update(source);
  const id = PDFHexString.of(digest.digest('hex').slice(0, 32));
  file.context.trailerInfo.ID = file.context.obj([id, id]);
  // Compressed objects are PDF 1.5, PDF/UA-1 builds on 1.7.
  file.context.header = PDFHeader.forVersion(1, 7);
  return writeFile(file);
}
