/** Reads a finished PDF back with a reader that had no part in writing it. The one import site of pdf.js. */
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Destination, FinishedFile, MarginText, ShownHeading, ShownLink } from './finished.ts';
import { compact, FlowBuilder } from './finished.ts';
import { readFonts } from './pdf-fonts.ts';

/**
 * pdf.js comes with a replacement of `push` for engines that mistake lengths near 2³² (V8 before 12). It is slow, holds for
 * the whole process, and takes a quarter of the time of reading a book: the engine's own is put back.
 */
const nativePush = Array.prototype.push;
const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');

/** An element of the tag tree, or a stretch of content in it. */
interface TagNode {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly alt?: string;
  readonly children?: readonly TagNode[];
}

interface PageContent {
  /** Text of each stretch of marked content, by its id. */
  readonly texts: ReadonlyMap<string, string>;
  /** Lines of what is no part of the text. */
  readonly artifacts: readonly string[];
}

async function contentOf(page: PDFPageProxy): Promise<PageContent> {
  const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
  const texts = new Map<string, string>();
  let artifacts = '';
  const open: (string | undefined)[] = [];
  for (const item of items) {
    if (!('str' in item)) {
      if (item.type === 'endMarkedContent') open.pop();
      else open.push('tag' in item && item.tag === 'Artifact' ? undefined : (item.id ?? open.at(-1)));
      continue;
    }
    const id = open.includes(undefined) ? undefined : open.at(-1);
    const text = item.hasEOL ? `${item.str}\n` : item.str;
    if (id === undefined) artifacts += text;
    else texts.set(id, (texts.get(id) ?? '') + text);
  }
  return { texts, artifacts: artifacts.split('\n').filter((line) => line.trim() !== '') };
}

/** What the walk over a page's tags works with. */
interface Walk {
  readonly page: number;
  readonly texts: PageContent['texts'];
  /** Name of the destination of each link of the page, by the annotation's id. */
  readonly targets: ReadonlyMap<string, string>;
  readonly flow: FlowBuilder;
  readonly headings: ShownHeading[];
  readonly links: ShownLink[];
}

function textOf(node: TagNode, walk: Walk): string {
  if (node.type === 'content') return walk.texts.get(node.id ?? '') ?? '';
  noteLink(node, walk);
  return (node.children ?? []).map((child) => textOf(child, walk)).join('');
}

function contents(node: TagNode): TagNode[] {
  return node.type === undefined ? (node.children ?? []).flatMap(contents) : [node];
}

function noteLink(node: TagNode, { page, texts, targets, links }: Walk): void {
  if (node.role !== 'Link') return;
  const inner = contents(node);
  const annotation = inner.find(({ id, type }) => type !== 'content' && targets.has(id ?? ''));
  const text = inner.map(({ id }) => texts.get(id ?? '') ?? '').join('');
  links.push({ text, target: targets.get(annotation?.id ?? '') ?? '', page });
}

function elements(node: TagNode, role: RegExp): TagNode[] {
  return (node.children ?? []).flatMap((child) =>
    child.role !== undefined && role.test(child.role) ? [child] : elements(child, role),
  );
}

function walkTags(node: TagNode, walk: Walk): void {
  const { flow, page } = walk;
  if (node.type === 'content') flow.text(walk.texts.get(node.id ?? '') ?? '', page);
  else if (node.role === 'Table') {
    for (const caption of elements(node, /^Caption$/)) flow.text(textOf(caption, walk), page);
    const rows = elements(node, /^TR$/).map((row) => ({
      cells: elements(row, /^T[HD]$/).map((cell) => compact(textOf(cell, walk))),
    }));
    flow.table({ rows, page });
  } else if (node.role === 'Figure') {
    const texts = contents(node).flatMap(({ id }) => walk.texts.get(id ?? '') ?? []);
    flow.figure({ alt: node.alt ?? '', texts, page, pictures: [] });
  } else {
    noteLink(node, walk);
    const level = /^H([1-6])$/.exec(node.role ?? '')?.[1];
    if (level !== undefined) walk.headings.push({ text: textOf(node, walk), level: Number(level), page });
    for (const child of node.children ?? []) walkTags(child, walk);
  }
}

/** Links by the ids of their annotations. Printed ones are read without the text beneath them, which takes long. */
async function linkTargets(page: PDFPageProxy): Promise<ReadonlyMap<string, string>> {
  const annotations: readonly { readonly id: string; readonly dest?: unknown }[] = await page.getAnnotations({
    intent: 'print',
  });
  return new Map(annotations.flatMap(({ id, dest }) => (typeof dest === 'string' ? [[id, dest] as const] : [])));
}

/** Index of each page by its object's number. */
type PageObjects = ReadonlyMap<number, number>;

/** A destination names the object of its page first. */
function pageOf(destination: unknown, pages: PageObjects): number | undefined {
  const [target]: unknown[] = Array.isArray(destination) ? destination : [];
  const isReference = typeof target === 'object' && target !== null && 'num' in target;
  return isReference && typeof target.num === 'number' ? pages.get(target.num) : undefined;
}

async function destinationsOf(file: PDFDocumentProxy, pages: PageObjects): Promise<ReadonlyMap<string, Destination>> {
  const all = Object.entries(await file.getDestinations());
  return new Map(all.map(([name, destination]) => [name, { page: pageOf(destination, pages), text: undefined }]));
}

type OutlineNode = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>[number];

async function outlineOf(file: PDFDocumentProxy, pages: PageObjects): Promise<readonly ShownHeading[]> {
  const found: ShownHeading[] = [];
  const walk = async (items: readonly OutlineNode[], level: number): Promise<void> => {
    for (const { title, dest, items: below } of items) {
      const destination = typeof dest === 'string' ? await file.getDestination(dest) : dest;
      found.push({ text: title, level, page: pageOf(destination, pages) });
      await walk(below, level + 1);
    }
  };
  // Without bookmarks there is no list of them.
  await walk((await file.getOutline()) ?? [], 1);
  return found;
}

function textProperty(info: object, name: string): string {
  const value: unknown = Object.entries(info).find(([key]) => key === name)?.[1];
  return typeof value === 'string' ? value : '';
}

/** A finished PDF: text and tables by its tags, page by page; links, destinations, bookmarks, fonts. */
export async function readPdf(bytes: Uint8Array): Promise<FinishedFile> {
  // pdf.js takes the buffer for itself.
  const task = getDocument({ data: bytes.slice(), verbosity: VerbosityLevel.ERRORS, useSystemFonts: false });
  const file = await task.promise;
  // Its worker has brought it once more.
  Array.prototype.push = nativePush;
  try {
    const flow = new FlowBuilder();
    const headings: ShownHeading[] = [];
    const links: ShownLink[] = [];
    const margins: MarginText[] = [];
    const pages = new Map<number, number>();
    for (let page = 0; page < file.numPages; page += 1) {
      const source = await file.getPage(page + 1);
      if (source.ref) pages.set(source.ref.num, page);
      const [{ texts, artifacts }, tree, targets] = await Promise.all([
        contentOf(source),
        source.getStructTree() as Promise<TagNode | null>,
        linkTargets(source),
      ]);
      if (tree) walkTags(tree, { page, texts, targets, flow, headings, links });
      for (const text of artifacts) margins.push({ text, page });
    }
    const { info } = await file.getMetadata();
    return {
      format: 'pdf',
      flow: flow.flow,
      pageStarts: flow.pageStarts,
      tables: flow.tables,
      figures: flow.figures,
      headings,
      outline: await outlineOf(file, pages),
      links,
      destinations: await destinationsOf(file, pages),
      margins,
      pageLabels: (await file.getPageLabels()) ?? [],
      title: textProperty(info, 'Title'),
      languages: [textProperty(info, 'Language')],
      fonts: readFonts(bytes),
    };
  } finally {
    await task.destroy();
  }
}
