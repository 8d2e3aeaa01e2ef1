/**
 * Rows of a table's body. A book has thousands of cells, most of them a figure: they are prepared for XML as they are, since
 * the library's component for each part of each cell would take more time and memory than all else of the document.
 */
import type { Cell, Row } from '../../model/document.ts';
import type { Context } from './context.ts';
import { inlineChildren } from './inlines.ts';
import { type IContext, type IXmlableObject, Paragraph, TableRow } from './library.ts';
import { detailIndent } from './table-indents.ts';

/** A column of the table's body. */
export interface BodyColumn {
  readonly align: 'start' | 'center' | 'end';
  /** In twips. */
  readonly width: number;
  /** Style of its figures, if it is not that of their alignment. */
  readonly numberStyle?: string;
}

const bodyStyles = { start: 'table', center: 'table-center', end: 'table-number' } as const;

const element = (name: string, attributes: Readonly<Record<string, string | number>>): IXmlableObject => ({
  [name]: { _attr: attributes },
});

/** A cell's text in a paragraph; `style` is a character style. */
function figureParagraph(text: string, paragraphStyle: string, keepNext: boolean, style?: string): IXmlableObject {
  const properties = [element('w:pStyle', { 'w:val': paragraphStyle }), ...(keepNext ? [{ 'w:keepNext': {} }] : [])];
  const run = [
    ...(style === undefined ? [] : [{ 'w:rPr': [element('w:rStyle', { 'w:val': style })] }]),
    { 'w:t': [{ _attr: { 'xml:space': 'preserve' } }, text] },
  ];
  return { 'w:p': [{ 'w:pPr': properties }, ...(text === '' ? [] : [{ 'w:r': run }])] };
}

/** A row that is never split; with `keepNext` it stays on the page of the next row, as a title does always. */
export class BodyRow extends TableRow {
  private readonly paragraphs: readonly (Paragraph | IXmlableObject)[];
  private readonly widths: readonly number[];
  /** Columns that each cell is over. */
  private readonly span: number;

  constructor(context: Context, row: Row, columns: readonly BodyColumn[], keepNext: boolean) {
    super({ cantSplit: true, children: [] });
    const title = row.role === 'title';
    const style = row.role === 'total' || title ? 'Strong' : undefined;
    const kept = keepNext || title;
    const paragraph = (cell: Cell, column: BodyColumn | undefined) => {
      const aligned = bodyStyles[column?.align ?? 'start'];
      if (cell.type !== 'label') return figureParagraph(cell.text, column?.numberStyle ?? aligned, kept, style);
      return new Paragraph({
        style: aligned === bodyStyles.start ? detailIndent(context, cell.indent) : aligned,
        ...(kept && { keepNext: true }),
        children: [...inlineChildren(context, cell.inlines, style)],
      });
    };
    // A title stands at the start whatever the column below it holds, and over all columns.
    this.paragraphs = row.cells.map((cell, index) => paragraph(cell, title ? undefined : columns[index]));
    const widths = columns.map(({ width }) => width);
    this.widths = title ? [widths.reduce((sum, width) => sum + width, 0)] : widths;
    this.span = title ? columns.length : 1;
  }

  override prepForXml(context: IContext): IXmlableObject {
    const properties = this.root.flatMap((part) => (typeof part === 'string' ? [] : (part.prepForXml(context) ?? [])));
    const cells = this.paragraphs.map((paragraph, index) => ({
      'w:tc': [
        {
          'w:tcPr': [
            element('w:tcW', { 'w:type': 'dxa', 'w:w': this.widths[index] ?? 0 }),
            ...(this.span > 1 ? [element('w:gridSpan', { 'w:val': this.span })] : []),
          ],
        },
        paragraph instanceof Paragraph ? paragraph.prepForXml(context) : paragraph,
      ],
    }));
    return { 'w:tr': [...properties, ...cells] };
  }
}
