/** Reads a finished PDF back with a reader that had no part in writing it: text and tables by the tags, page by page. */
import type { FinishedFile, MarginText, ShownHeading, ShownLink } from './finished.ts';
import { compact, FlowBuilder } from './finished.ts';
import { fileParts } from './pdf-file.ts';
import { fontsOf } from './pdf-fonts.ts';
import { contentKey, linkTargets, type TaggedLinks, taggedLinks } from './pdf-links.ts';
import { objectsOf } from './pdf-objects.ts';
import { contentsOf, elementsIn, type Tag, type TagElement, tagsOf } from './pdf-tags.ts';
import { type PageText, textOf } from './pdf-text.ts';
import { type OpenPdf, withPdf } from './pdfium.ts';

export { loadPdfium } from './pdfium.ts';

/** A link of the tags, with the marked content by which its annotation is found. */
interface TaggedLink {
  readonly text: string;
  readonly content: string;
  readonly page: number;
}

/** What the walk over a page's tags works with. */
interface Walk {
  readonly page: number;
  readonly texts: PageText['texts'];
  /** Number of the page's object. */
  readonly object: number;
  readonly flow: FlowBuilder;
  readonly headings: ShownHeading[];
  readonly links: TaggedLink[];
}

function textIn(tag: Tag, walk: Walk): string {
  if (typeof tag === 'number') return walk.texts.get(tag) ?? '';
  noteLink(tag, walk);
  return tag.kids.map((kid) => textIn(kid, walk)).join('');
}

function noteLink(element: TagElement, { page, texts, object, links }: Walk): void {
  if (element.role !== 'Link') return;
  const contents = contentsOf(element);
  const text = contents.map((id) => texts.get(id) ?? '').join('');
  links.push({ text, content: contentKey(object, contents[0] ?? -1), page });
}

function walkTags(tag: Tag, walk: Walk): void {
  const { flow, page, texts } = walk;
  if (typeof tag === 'number') flow.text(texts.get(tag) ?? '', page);
  else if (tag.role === 'Table') {
    for (const caption of elementsIn(tag, /^Caption$/)) flow.text(textIn(caption, walk), page);
    const rows = elementsIn(tag, /^TR$/).map((row) => ({
      cells: elementsIn(row, /^T[HD]$/).map((cell) => compact(textIn(cell, walk))),
    }));
    flow.table({ rows, page });
  } else if (tag.role === 'Figure') {
    const drawn = contentsOf(tag).flatMap((id) => texts.get(id) ?? []);
    flow.figure({ alt: tag.alt, texts: drawn, page, pictures: [] });
  } else {
    noteLink(tag, walk);
    const level = /^H([1-6])$/.exec(tag.role)?.[1];
    if (level !== undefined) walk.headings.push({ text: textIn(tag, walk), level: Number(level), page });
    for (const kid of tag.kids) walkTags(kid, walk);
  }
}

/** The links of the tags, each with where the annotation leads that is tagged with it. */
function linksOf(links: readonly TaggedLink[], tagged: TaggedLinks, targets: ReadonlyMap<number, string>): ShownLink[] {
  return links.map(({ text, content, page }) => {
    const annotation = tagged.get(content)?.find((number) => targets.has(number)) ?? 0;
    return { text, target: targets.get(annotation) ?? '', page };
  });
}

function readFile(pdf: OpenPdf, bytes: Uint8Array): FinishedFile {
  const { calls, document } = pdf;
  const flow = new FlowBuilder();
  const headings: ShownHeading[] = [];
  const links: TaggedLink[] = [];
  const targets = new Map<number, string>();
  const margins: MarginText[] = [];
  const count = calls.FPDF_GetPageCount(document);
  for (let page = 0; page < count; page += 1) {
    const handle = calls.FPDF_LoadPage(document, page);
    if (handle === 0) throw new Error(`PDFium cannot read page ${page + 1}`);
    try {
      const { texts, artifacts } = textOf(pdf, handle);
      const object = calls.EPDFDoc_GetPageObjectNumberByIndex(document, page);
      for (const tag of tagsOf(pdf, handle)) walkTags(tag, { page, texts, object, flow, headings, links });
      for (const text of artifacts) margins.push({ text, page });
      for (const [annotation, target] of linkTargets(pdf, handle)) targets.set(annotation, target);
    } finally {
      calls.FPDF_ClosePage(handle);
    }
  }
  const objects = objectsOf(bytes);
  return {
    format: 'pdf',
    flow: flow.flow,
    pageStarts: flow.pageStarts,
    tables: flow.tables,
    figures: flow.figures,
    headings,
    links: linksOf(links, taggedLinks(objects), targets),
    margins,
    fonts: fontsOf(objects),
    ...fileParts(pdf),
  };
}

/** Reads a finished PDF. @throws Error for bytes that are no PDF */
export function readPdf(bytes: Uint8Array): Promise<FinishedFile> {
  return withPdf(bytes, (pdf) => readFile(pdf, bytes));
}
