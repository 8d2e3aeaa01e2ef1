/**
 * The tag tree. Chromium's is nearly PDF/UA: what it lacks (ISO 32000-1, 14.8.4) is put right here, what says nothing
 * is left out, and its element ids, which count the nodes of a browser's whole life, are numbered anew so that the same
 * book gives the same bytes.
 */
import { PDFArray, PDFDict, PDFName, type PDFObject, PDFRef, type PrintedPdf, pageIndexes } from './pdf-file.ts';
import { isContent, isTag, type Kid, printTag, readTag, type Tag } from './tag-tree.ts';

const name = (text: string): PDFName => PDFName.of(text);

interface Tree {
  readonly file: PrintedPdf;
  /** Table elements in reading order. */
  readonly tables: Tag[];
  /** Ids and the elements that have them, in the order of the tree. */
  readonly elements: Map<string, number>;
  /** Ids by those that were printed. */
  readonly ids: Map<string, string>;
  /** Numbers of the elements that hold the content of those that have been left out. */
  readonly heirs: Map<number, number>;
}

/** Puts the chosen kids of an element into a new one of `kind`, which stands where the first of them stood. */
function wrapKids({ file }: Tree, parent: Tag, kind: string, chosen: (kid: Kid) => boolean): void {
  const kids = parent.kids.filter(chosen);
  const [first] = kids;
  if (first === undefined) return;
  const { objectNumber } = file.context.nextRef();
  const nothing = { id: undefined, attributes: undefined, language: undefined, others: '' };
  const wrapper = { number: objectNumber, kind, kids, ...nothing };
  parent.kids = parent.kids.flatMap((kid) => (kid === first ? [wrapper] : chosen(kid) ? [] : [kid]));
}

const isKind = (kid: Kid, kind: string): boolean => isTag(kid) && kid.kind === kind;
const tableRows = new Set(['TR', 'THead', 'TBody', 'TFoot', 'Caption']);

/** What stands above the rows. Content of the table itself, such as rules, is no caption. */
function isCaption(kid: Kid, table: Tag): boolean {
  if (isTag(kid)) return !tableRows.has(kid.kind);
  return isContent(kid) && kid.holder !== table.number;
}

/** A list of nothing but links is a list of contents. */
function isContents(list: Tag): boolean {
  return list.kids.every(
    (item) => isTag(item) && item.kids.length > 0 && item.kids.every((kid) => isKind(kid, 'Link')),
  );
}

/** The first of an item's two paragraphs is its label, such as a date in the chronicle. */
function labelItem({ kids }: Tag): void {
  const [first] = kids;
  if (first !== undefined && isTag(first) && kids.length === 2 && kids.every((kid) => isKind(kid, 'P')))
    first.kind = 'Lbl';
}

function mendList(tree: Tree, list: Tag): void {
  const contents = isContents(list);
  if (contents) list.kind = 'TOC';
  for (const item of list.kids) {
    if (!isTag(item) || item.kind !== 'LI') continue;
    if (contents) item.kind = 'TOCI';
    else labelItem(item);
    wrapKids(tree, item, contents ? 'Reference' : 'LBody', (kid) => !isKind(kid, 'Lbl'));
  }
}

/** Numbers an element's id anew. */
function mendId({ ids, elements }: Tree, tag: Tag): void {
  if (tag.id === undefined) return;
  const fresh = `(e${String(ids.size + 1).padStart(6, '0')})`;
  ids.set(tag.id, fresh);
  elements.set(fresh, tag.number);
  tag.id = fresh;
}

/** Mends an element and everything in it. An element that only groups others, or text, gives way to what it holds. */
function mend(tree: Tree, tag: Tag, parent: string): void {
  mendId(tree, tag);
  if (tag.kind === 'Table') {
    tree.tables.push(tag);
    wrapKids(tree, tag, 'Caption', (kid) => isCaption(kid, tag));
  } else if (tag.kind === 'L') mendList(tree, tag);
  else if (tag.kind === 'NonStruct' && parent === 'Document') tag.kind = 'Sect';
  else if (tag.kind === 'NonStruct' && tag.language !== undefined) tag.kind = 'Span';
  // The kind is one of PDF 2.0, on which PDF/UA-1 does not build.
  else if (tag.kind === 'Em') tag.kind = 'Span';
  for (const kid of tag.kids) if (isTag(kid)) mend(tree, kid, tag.kind);
  const saysNothing = (kid: Kid): kid is Tag => isTag(kid) && kid.kind === 'NonStruct' && kid.others === '';
  if (tag.kids.some(saysNothing)) tag.kids = tag.kids.flatMap((kid) => (saysNothing(kid) ? kid.kids : [kid]));
}

/** A cell's attributes without those that are so anyway, its header cells by their new ids. */
function mendAttributes(printed: string, ids: ReadonlyMap<string, string>): string | undefined {
  const mended = printed.replaceAll(/<<\/O \/Table\s+\/(?:RowSpan|ColSpan) 1>>\s*|\([^()]*\)/g, (part) =>
    part.startsWith('(') ? (ids.get(part) ?? part) : '',
  );
  return /^\[\s*\]$/.test(mended) ? undefined : mended;
}

/** Writes an element and everything in it in place of what was printed. */
function write(tree: Tree, tag: Tag, parent: number): void {
  if (tag.attributes !== undefined) tag.attributes = mendAttributes(tag.attributes, tree.ids);
  tree.file.tags.set(tag.number, printTag(tag, parent));
  for (const kid of tag.kids) {
    if (isTag(kid)) write(tree, kid, tag.number);
    else if (isContent(kid) && kid.holder !== tag.number) tree.heirs.set(kid.holder, tag.number);
  }
}

/** In a list of the elements that hold a page's content, those that are left out give way to those that hold it now. */
function mendHolders(list: string, { heirs }: Tree): string {
  return list.replaceAll(/(\d+)(?= 0 R)/g, (holder) => String(heirs.get(Number(holder)) ?? holder));
}

/** Deletes a tree of names, node by node. */
function deleteNames(file: PrintedPdf, node: PDFObject | undefined): void {
  const dict = file.context.lookup(node);
  const kids = dict instanceof PDFDict ? dict.lookup(name('Kids')) : undefined;
  if (kids instanceof PDFArray) for (const kid of kids.asArray()) deleteNames(file, kid);
  if (node instanceof PDFRef) file.context.delete(node);
}

/** The index of elements by their ids, which ascend in the order of the tree. */
function setIndex({ file, elements }: Tree, root: PDFDict): void {
  deleteNames(file, root.get(name('IDTree')));
  root.delete(name('IDTree'));
  if (elements.size === 0) return;
  const ids = [...elements.keys()];
  const names = [...elements].map(([id, number]) => `${id}${number} 0 R`);
  const node = file.context.nextRef();
  file.tags.set(node.objectNumber, `<</Limits[${ids[0]}${ids.at(-1)}]/Names[${names.join('')}]>>`);
  root.set(name('IDTree'), file.context.obj({ Kids: [node] }));
}

function pagesOf(tag: Tag, into = new Set<number>()): ReadonlySet<number> {
  for (const kid of tag.kids) {
    if (isContent(kid)) into.add(kid.page);
    else if (isTag(kid)) pagesOf(kid, into);
  }
  return into;
}

/** Mends the tag tree in place. Returns, for each table element in reading order, the pages its content stands on. */
export function mendStructure(file: PrintedPdf): readonly ReadonlySet<number>[] {
  const place = file.catalog.get(name('StructTreeRoot'));
  const root = file.context.lookup(place);
  const top = root instanceof PDFDict ? root.get(name('K')) : undefined;
  if (!(place instanceof PDFRef && root instanceof PDFDict && top instanceof PDFRef))
    throw new TypeError('Printed without tags');
  const { tags } = file;
  const tree: Tree = { file, tables: [], elements: new Map(), ids: new Map(), heirs: new Map() };
  const document = readTag(tags, top.objectNumber);
  if (!isTag(document)) throw new TypeError('Printed without tags');
  mend(tree, document, 'StructTreeRoot');
  const lists = [...tags].filter(([, text]) => text.startsWith('['));
  tags.clear();
  write(tree, document, place.objectNumber);
  for (const [number, list] of lists) tags.set(number, mendHolders(list, tree));
  setIndex(tree, root);
  const pages = new Map([...pageIndexes(file)].map(([{ objectNumber }, index]) => [objectNumber, index]));
  return tree.tables.map((table) => new Set([...pagesOf(table)].map((page) => pages.get(page) ?? -1)));
}
