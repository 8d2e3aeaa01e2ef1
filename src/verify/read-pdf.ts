/** Reads a finished PDF back with a reader that had no part in writing it: text and tables by the tags. */
import type { FinishedFile, MarginText, ShownHeading, ShownLink } from './finished.ts';
import { compact, FlowBuilder } from './finished.ts';
import { elementObjects } from './pdf-elements.ts';
import { fileParts } from './pdf-file.ts';
import { fontsOf } from './pdf-fonts.ts';
import { linkTargets } from './pdf-links.ts';
import { objectsOf } from './pdf-objects.ts';
import { type WholeElement, type WholeTag, wholeTree } from './pdf-tag-tree.ts';
import { type Content, contentsOf, elementsIn, isElement, type Tag, type TagElement, tagsOf } from './pdf-tags.ts';
import { type PageText, textOf } from './pdf-text.ts';
import { type OpenPdf, withPdf } from './pdfium.ts';

export { loadPdfium } from './pdfium.ts';

/** What the walk over the tags works with. */
interface Walk {
  /** Texts of marked content, by page and id. */
  readonly texts: readonly PageText['texts'][];
  /** Where each link annotation leads, by the number of its object, and which element it is tagged with. */
  readonly targets: ReadonlyMap<number, string>;
  readonly annotations: ReadonlyMap<number, readonly number[]>;
  readonly flow: FlowBuilder;
  readonly headings: ShownHeading[];
  readonly links: ShownLink[];
}

const contentText = ({ page, id }: Content, { texts }: Walk): string => texts[page]?.get(id) ?? '';

function textIn(tag: Tag, walk: Walk): string {
  return contentsOf(tag)
    .map((content) => contentText(content, walk))
    .join('');
}

function noteLink(element: WholeElement, walk: Walk): void {
  const { targets, annotations, links } = walk;
  if (element.role !== 'Link') return;
  const annotation = annotations.get(element.number ?? -1)?.find((number) => targets.has(number)) ?? 0;
  links.push({ text: textIn(element, walk), target: targets.get(annotation) ?? '', page: element.page });
}

/** Notes all links in an element that is read as a whole. */
function noteLinks(element: WholeElement, walk: Walk): void {
  noteLink(element, walk);
  for (const kid of element.kids) if (isElement(kid)) noteLinks(kid, walk);
}

function walkTags(tag: WholeTag, walk: Walk): void {
  const { flow } = walk;
  if (!isElement(tag)) {
    flow.text(contentText(tag, walk), tag.page);
    return;
  }
  const { page } = tag;
  if (tag.role === 'Table') {
    noteLinks(tag, walk);
    for (const caption of elementsIn(tag, /^Caption$/)) flow.text(textIn(caption, walk), page);
    const rows = elementsIn(tag, /^TR$/).map((row) => ({
      cells: elementsIn(row, /^T[HD]$/).map((cell) => compact(textIn(cell, walk))),
    }));
    flow.table({ rows, page });
  } else if (tag.role === 'Figure') {
    const drawn = contentsOf(tag).flatMap((content) => walk.texts[content.page]?.get(content.id) ?? []);
    flow.figure({ alt: tag.alt, texts: drawn, page, pictures: [] });
  } else {
    noteLink(tag, walk);
    const level = /^H([1-6])$/.exec(tag.role)?.[1];
    if (level !== undefined) walk.headings.push({ text: textIn(tag, walk), level: Number(level), page });
    for (const kid of tag.kids) walkTags(kid, walk);
  }
}

function readFile(pdf: OpenPdf, bytes: Uint8Array): FinishedFile {
  const { calls, document } = pdf;
  const objects = objectsOf(bytes);
  const { placeOf, annotations } = elementObjects(objects);
  const pageObjects: number[] = [];
  const tags: (readonly TagElement[])[] = [];
  const texts: PageText['texts'][] = [];
  const targets = new Map<number, string>();
  const margins: MarginText[] = [];
  const count = calls.FPDF_GetPageCount(document);
  for (let page = 0; page < count; page += 1) {
    const handle = calls.FPDF_LoadPage(document, page);
    if (handle === 0) throw new Error(`PDFium cannot read page ${page + 1}`);
    try {
      const text = textOf(pdf, handle);
      texts.push(text.texts);
      pageObjects.push(calls.EPDFDoc_GetPageObjectNumberByIndex(document, page));
      tags.push(tagsOf(pdf, handle, page));
      for (const artifact of text.artifacts) margins.push({ text: artifact, page });
      for (const [annotation, target] of linkTargets(pdf, handle)) targets.set(annotation, target);
    } finally {
      calls.FPDF_ClosePage(handle);
    }
  }
  const walk: Walk = { texts, targets, annotations, flow: new FlowBuilder(), headings: [], links: [] };
  for (const tag of wholeTree(tags, ({ page, id }) => placeOf(pageObjects[page] ?? 0, id))) walkTags(tag, walk);
  const { flow, headings, links } = walk;
  return {
    format: 'pdf',
    flow: flow.flow,
    pageStarts: flow.pageStarts,
    tables: flow.tables,
    figures: flow.figures,
    headings,
    links,
    margins,
    fonts: fontsOf(objects),
    ...fileParts(pdf),
  };
}

/** Reads a finished PDF. @throws Error for bytes that are no PDF */
export function readPdf(bytes: Uint8Array): Promise<FinishedFile> {
  return withPdf(bytes, (pdf) => readFile(pdf, bytes));
}
