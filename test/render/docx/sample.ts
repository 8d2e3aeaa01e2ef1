/** Files that the tests of the Word writer look into. */
import { unzipSync } from 'fflate';
import { type Block, type Document, type Lang, plainText } from '../../../src/model/document.ts';
import { writeDocx } from '../../../src/render/docx/index.ts';
import { sampleDocument, sampleTheme } from '../../support/sample.ts';
import { parseXml, type XmlElement } from '../../support/xml-tree.ts';

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="700" height="175"><rect width="300" height="40" fill="#1f4e79"/></svg>';
/** A pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGD4DwABBAEAfbLI3wAAAABJRU5ErkJggg==',
  'base64',
);
const picture = { svg, width: 700, height: 175, png };
export const charts = new Map([['figure-volume', picture]]);

/** The same picture for every figure of a document. */
export function chartsOf({ body }: Document) {
  return new Map(body.flatMap((block) => (block.type === 'figure' ? [[block.id, picture] as const] : [])));
}

export async function partsOf(document: Document): Promise<(path: string) => XmlElement> {
  const parts = unzipSync(await writeDocx(document, sampleTheme, chartsOf(document)));
  return (path) => parseXml(new TextDecoder().decode(parts[path]));
}

/** A book of parts, with a second table that has no notes, and a list of tables. */
export function bookOfParts(lang: Lang): Document {
  const sample = sampleDocument(lang, 5);
  const heading = sample.body.find((block) => block.type === 'heading' && block.level === 1);
  const table = sample.body.find((block) => block.type === 'table');
  if (heading?.type !== 'heading' || table?.type !== 'table') throw new Error('the sample has changed');
  const part: Block = { ...heading, id: 'part-three', role: 'part', number: lang === 'zh' ? '第三部分' : 'Part 3' };
  const appendix: Block = { ...part, id: 'part-four', number: lang === 'zh' ? '第四部分' : 'Part 4' };
  const label = (number: string) => (lang === 'zh' ? `表 ${number}` : `Table ${number}`);
  const tables: readonly Block[] = [
    { ...table, id: 'table-3-1', label: label('3-1'), notes: [] },
    { type: 'paragraph', role: 'body', inlines: [{ type: 'text', text: '——' }] },
    { type: 'list', ordered: true, items: [[{ type: 'text', text: 'a' }], [{ type: 'text', text: 'b' }]] },
    { ...table, id: 'table-3-2', label: label('3-2') },
  ];
  const text = plainText(table.caption);
  return {
    ...sample,
    body: [
      part,
      ...sample.body.slice(1, -1).map(lowered),
      ...tables,
      appendix,
      { ...table, id: 'table-4-1', label: label('4-1') },
    ],
    front: {
      ...sample.front,
      contents: [
        {
          id: 'contents',
          title: 'Contents',
          entries: [
            { level: 1, number: part.number, text: plainText(part.inlines), target: part.id },
            { level: 1, number: appendix.number, text: plainText(appendix.inlines), target: appendix.id },
          ],
        },
        {
          id: 'tables',
          title: 'Tables',
          entries: ['3-1', '3-2', '4-1'].map((number) => ({
            level: 1,
            number: label(number),
            text,
            target: `table-${number}`,
          })),
        },
      ],
    },
  };
}

/** The sample refers to its own table, which the book of parts has not. */
function lowered(block: Block): Block {
  if (block.type !== 'paragraph') return block;
  return {
    ...block,
    inlines: block.inlines.map((inline) =>
      inline.type === 'reference' && inline.target === 'table-registrants'
        ? { ...inline, target: 'table-3-1' }
        : inline,
    ),
  };
}
