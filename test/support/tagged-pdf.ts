/** Small PDFs with tags, made object by object. */
import { PDFArray, PDFDict, PDFDocument, type PDFObject, type PDFRef } from '../../src/render/pdf/pdf-file.ts';

/**
 * A page's content, with as many stretches of marked content as `tags` has roles; a number in place of one is that of an
 * earlier element, counted from 0 through all pages, which goes on here. `forms` are named X0, X1 …
 */
export interface TaggedPage {
  readonly content: string;
  readonly tags?: readonly (string | number)[];
  readonly forms?: readonly string[];
}

/** Returns the element of each stretch of marked content, after it has added to `elements` those that begin here. */
function addPage(
  pdf: PDFDocument,
  { content, tags = [], forms = [] }: TaggedPage,
  index: number,
  root: PDFRef,
  elements: PDFRef[],
): readonly PDFRef[] {
  const { context } = pdf;
  const font = context.register(
    context.obj({ Type: 'Font', Subtype: 'Type1', BaseFont: 'Helvetica', Encoding: 'WinAnsiEncoding' }),
  );
  const resources = { Font: { F1: font } };
  const drawn = forms.map((form, number) => {
    const dict = { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 600, 800], Resources: resources };
    return [`X${number}`, context.register(context.stream(form, dict))] as const;
  });
  const page = pdf.addPage([600, 800]);
  page.node.set(context.obj('Contents'), context.register(context.stream(content)));
  page.node.set(context.obj('Resources'), context.obj({ ...resources, XObject: Object.fromEntries(drawn) }));
  page.node.set(context.obj('StructParents'), context.obj(index));
  return tags.map((role, id) => {
    if (typeof role === 'string')
      elements.push(context.register(context.obj({ Type: 'StructElem', S: role, P: root, Pg: page.ref, K: [id] })));
    const element = elements.at(typeof role === 'string' ? -1 : role);
    if (element === undefined) throw new TypeError(`There is no element ${role} yet`);
    const more = context.obj({ Type: 'MCR', Pg: page.ref, MCID: id });
    if (typeof role === 'number') context.lookup(element, PDFDict).lookup(context.obj('K'), PDFArray).push(more);
    return element;
  });
}

/**
 * A PDF of such pages, whose elements all stand in one, in the order of the pages or in that of these numbers. Texts are
 * set in Helvetica as `F1`.
 */
export async function taggedPdf(pages: readonly TaggedPage[], order?: readonly number[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const { context, catalog } = pdf;
  const [tree, top] = [context.nextRef(), context.nextRef()];
  const elements: PDFRef[] = [];
  const held = pages.map((page, index) => addPage(pdf, page, index, top, elements));
  const parents = held.flatMap((found, index): (number | PDFObject)[] => [index, context.obj([...found])]);
  const kids = order?.flatMap((number) => elements[number] ?? []) ?? elements;
  context.assign(top, context.obj({ Type: 'StructElem', S: 'Document', P: tree, K: kids }));
  context.assign(tree, context.obj({ Type: 'StructTreeRoot', K: top, ParentTree: { Nums: parents } }));
  catalog.set(context.obj('StructTreeRoot'), tree);
  catalog.set(context.obj('MarkInfo'), context.obj({ Marked: true }));
  return pdf.save({ useObjectStreams: true, addDefaultPage: false });
}
