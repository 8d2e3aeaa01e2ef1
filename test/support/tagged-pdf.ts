/** Small PDFs with tags, made object by object. */
import { PDFDocument, type PDFObject, type PDFRef } from '../../src/render/pdf/pdf-file.ts';

/** A page's content, with as many stretches of marked content as `tags` has roles; `forms` are named X0, X1 … */
export interface TaggedPage {
  readonly content: string;
  readonly tags?: readonly string[];
  readonly forms?: readonly string[];
}

function addPage(pdf: PDFDocument, { content, tags = [], forms = [] }: TaggedPage, index: number, root: PDFRef) {
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
  return tags.map((role, id) =>
    context.register(context.obj({ Type: 'StructElem', S: role, P: root, Pg: page.ref, K: id })),
  );
}

/** A PDF of such pages, whose elements all stand in one. Texts are set in Helvetica as `F1`. */
export async function taggedPdf(pages: readonly TaggedPage[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const { context, catalog } = pdf;
  const [tree, top] = [context.nextRef(), context.nextRef()];
  const elements = pages.map((page, index) => addPage(pdf, page, index, top));
  const parents = elements.flatMap((found, index): (number | PDFObject)[] => [index, context.obj(found)]);
  context.assign(top, context.obj({ Type: 'StructElem', S: 'Document', P: tree, K: elements.flat() }));
  context.assign(tree, context.obj({ Type: 'StructTreeRoot', K: top, ParentTree: { Nums: parents } }));
  catalog.set(context.obj('StructTreeRoot'), tree);
  catalog.set(context.obj('MarkInfo'), context.obj({ Marked: true }));
  return pdf.save({ useObjectStreams: true, addDefaultPage: false });
}
