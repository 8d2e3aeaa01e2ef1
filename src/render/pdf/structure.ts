/**
 * The tag tree. Chromium's is nearly PDF/UA: what it lacks (ISO 32000-1, 14.8.4) is put right here, and its element
 * ids, which count the nodes of a browser's whole life, are numbered anew so that the same book gives the same bytes.
 */
import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  type PDFObject,
  PDFRef,
  PDFString,
  pageIndexes,
} from './pdf-file.ts';

const name = (text: string): PDFName => PDFName.of(text);

interface Element {
  readonly ref: PDFRef;
  readonly dict: PDFDict;
  readonly kind: string;
}

interface Tree {
  readonly file: PDFDocument;
  readonly pages: ReadonlyMap<PDFRef, number>;
  /** New element ids by Chromium's, in the order of the tree. */
  readonly ids: Map<string, string>;
  readonly headers: PDFArray[];
  /** Pages of each table's content. */
  readonly tables: ReadonlySet<number>[];
}

function kidsOf(tree: Tree, dict: PDFDict): readonly PDFObject[] {
  const kids = dict.get(name('K'));
  const value = tree.file.context.lookup(kids);
  if (value instanceof PDFArray) return value.asArray();
  return kids === undefined ? [] : [kids];
}

function elementOf(tree: Tree, kid: PDFObject): Element | undefined {
  if (!(kid instanceof PDFRef)) return undefined;
  const dict = tree.file.context.lookup(kid);
  if (!(dict instanceof PDFDict)) return undefined;
  const kind = dict.get(name('S'));
  return kind instanceof PDFName ? { ref: kid, dict, kind: kind.decodeText() } : undefined;
}

/** Puts the chosen kids of an element into a new one of `kind`, which stands where the first of them stood. */
function wrapKids(tree: Tree, parent: Element, kind: string, chosen: (kid: Element) => boolean): void {
  const { context } = tree.file;
  const kids = kidsOf(tree, parent.dict);
  const moved = kids.filter((kid) => {
    const element = elementOf(tree, kid);
    return element !== undefined && chosen(element);
  });
  const [first] = moved;
  if (first === undefined) return;
  const wrapper = context.register(context.obj({ Type: 'StructElem', S: kind, P: parent.ref, K: [...moved] }));
  for (const kid of moved) elementOf(tree, kid)?.dict.set(name('P'), wrapper);
  const kept = kids.flatMap((kid) => (kid === first ? [wrapper] : moved.includes(kid) ? [] : [kid]));
  parent.dict.set(name('K'), context.obj(kept));
}

const tableRows = new Set(['TR', 'THead', 'TBody', 'TFoot', 'Caption']);

/** A list of nothing but links is a list of contents. */
function isContents(tree: Tree, list: Element): boolean {
  const items = kidsOf(tree, list.dict).map((kid) => elementOf(tree, kid));
  return items.every((item) => {
    const kids = item === undefined ? [] : kidsOf(tree, item.dict);
    return kids.length > 0 && kids.every((kid) => elementOf(tree, kid)?.kind === 'Link');
  });
}

/** The first of an item's two paragraphs is its label, such as a date in the chronicle. */
function labelItem(tree: Tree, item: Element): void {
  const kids = kidsOf(tree, item.dict).map((kid) => elementOf(tree, kid));
  const [first] = kids;
  if (first === undefined || kids.length !== 2 || kids.some((kid) => kid?.kind !== 'P')) return;
  first.dict.set(name('S'), name('Lbl'));
}

function mendList(tree: Tree, list: Element): void {
  const contents = isContents(tree, list);
  if (contents) list.dict.set(name('S'), name('TOC'));
  for (const kid of kidsOf(tree, list.dict)) {
    const item = elementOf(tree, kid);
    if (item?.kind !== 'LI') continue;
    if (contents) item.dict.set(name('S'), name('TOCI'));
    if (!contents) labelItem(tree, item);
    wrapKids(tree, item, contents ? 'Reference' : 'LBody', ({ kind }) => kind !== 'Lbl');
  }
}

function mend(tree: Tree, element: Element, parent: string): void {
  switch (element.kind) {
    case 'Table':
      wrapKids(tree, element, 'Caption', ({ kind }) => !tableRows.has(kind));
      break;
    case 'L':
      mendList(tree, element);
      break;
    case 'NonStruct':
      if (parent === 'Document') element.dict.set(name('S'), name('Sect'));
      else if (element.dict.has(name('Lang'))) element.dict.set(name('S'), name('Span'));
      break;
    default:
  }
}

/** Notes an element's id and the ids of the header cells that it refers to. */
function collectIds(tree: Tree, { dict }: Element): void {
  const id = dict.get(name('ID'));
  if (id instanceof PDFString) {
    const fresh = `e${String(tree.ids.size + 1).padStart(6, '0')}`;
    tree.ids.set(id.asString(), fresh);
    dict.set(name('ID'), PDFString.of(fresh));
  }
  const attributes = tree.file.context.lookup(dict.get(name('A')));
  for (const attribute of attributes instanceof PDFArray ? attributes.asArray() : []) {
    const headers = attribute instanceof PDFDict ? attribute.lookup(name('Headers')) : undefined;
    if (headers instanceof PDFArray) tree.headers.push(headers);
  }
}

/** Mends an element and everything in it; returns the pages of its content. */
function walk(tree: Tree, element: Element, parent: string): ReadonlySet<number> {
  mend(tree, element, parent);
  collectIds(tree, element);
  const pages = new Set<number>();
  const own = element.dict.get(name('Pg'));
  const page = own instanceof PDFRef ? tree.pages.get(own) : undefined;
  if (page !== undefined) pages.add(page);
  const slot = element.kind === 'Table' ? tree.tables.push(pages) : 0;
  for (const kid of kidsOf(tree, element.dict)) {
    const child = elementOf(tree, kid);
    if (child !== undefined) for (const found of walk(tree, child, slot > 0 ? 'Table' : element.kind)) pages.add(found);
  }
  return pages;
}

function renameIds(tree: Tree, root: PDFDict): void {
  for (const headers of tree.headers) {
    headers.asArray().forEach((header, index) => {
      if (header instanceof PDFString)
        headers.set(index, PDFString.of(tree.ids.get(header.asString()) ?? header.asString()));
    });
  }
  const entries = new Map<string, PDFObject>();
  collectNames(tree, root.get(name('IDTree')), entries);
  const { context } = tree.file;
  const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
  const limits = [sorted[0], sorted.at(-1)].flatMap((entry) => (entry ? [PDFString.of(entry[0])] : []));
  const names = sorted.flatMap(([id, element]) => [PDFString.of(id), element]);
  if (names.length === 0) root.delete(name('IDTree'));
  else
    root.set(name('IDTree'), context.obj({ Kids: [context.register(context.obj({ Limits: limits, Names: names }))] }));
}

/** Takes the entries out of the old tree, node by node. */
function collectNames(tree: Tree, node: PDFObject | undefined, into: Map<string, PDFObject>): void {
  const dict = tree.file.context.lookup(node);
  if (!(dict instanceof PDFDict)) return;
  const names = dict.lookup(name('Names'));
  if (names instanceof PDFArray) {
    for (let index = 0; index + 1 < names.size(); index += 2) {
      const id = names.lookup(index);
      const fresh = id instanceof PDFString ? tree.ids.get(id.asString()) : undefined;
      if (fresh !== undefined) into.set(fresh, names.get(index + 1));
    }
  }
  const kids = dict.lookup(name('Kids'));
  if (kids instanceof PDFArray) for (const kid of kids.asArray()) collectNames(tree, kid, into);
  // The old tree would stay in the file, unused, with the old ids.
  if (node instanceof PDFRef) tree.file.context.delete(node);
}

/** Mends the tag tree in place. Returns, for each table element in reading order, the pages its content stands on. */
export function mendStructure(file: PDFDocument): readonly ReadonlySet<number>[] {
  const root = file.catalog.lookup(name('StructTreeRoot'));
  if (!(root instanceof PDFDict)) throw new TypeError('Printed without tags');
  const tree: Tree = { file, pages: pageIndexes(file), ids: new Map(), headers: [], tables: [] };
  for (const kid of kidsOf(tree, root)) {
    const element = elementOf(tree, kid);
    if (element !== undefined) walk(tree, element, 'StructTreeRoot');
  }
  renameIds(tree, root);
  return tree.tables;
}
