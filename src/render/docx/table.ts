/** Three-line tables: thick rules at top and bottom from the table style, a thin one under the head. */
import { plainText, type Table } from '../../model/document.ts';
import { type HeadSlot, headGrid } from '../../model/document-texts.ts';
import { captionParagraph, noteParagraphs } from './captions.ts';
import type { Context } from './context.ts';
import { inlineChildren, words } from './inlines.ts';
import * as library from './library.ts';
import { columnWidths } from './table-grid.ts';
import { figureIndents } from './table-indents.ts';
import { BodyRow } from './table-row.ts';
import { eighthsFromPoints, hexColor, textWidth } from './units.ts';
import { component } from './xml.ts';

/** Tables of so few rows are not split over pages: more than in the PDF, since Word repeats the head, but no caption. */
const keptWhole = 12;

/** Each part of a split table has so many rows at least. */
const keptTogether = 4;

/** A table with title and description for readers who do not see it; the library has no option for them. */
class DescribedTable extends library.Table {
  constructor(options: ConstructorParameters<typeof library.Table>[0], title: string, description: string) {
    super(options);
    for (const child of this.root) {
      if (!(child instanceof library.TableProperties)) continue;
      child.addChildElement(component('w:tblCaption', { 'w:val': title }));
      child.addChildElement(component('w:tblDescription', { 'w:val': description }));
    }
  }
}

const headStyles = { start: 'table-head-start', center: 'table-head', end: 'table-head-end' } as const;
function headRow(context: Context, slots: readonly HeadSlot[], last: boolean): library.TableRow {
  const rule = {
    style: 'single',
    size: eighthsFromPoints(context.theme.rules.thin),
    color: hexColor(context.theme, 'rule'),
  } as const;
  const { RESTART, CONTINUE } = library.VerticalMergeType;
  const children = slots.map(({ cell, down, continued }) => {
    const spanner = !last && cell.colspan > 1 && down === 1;
    return new library.TableCell({
      ...(cell.colspan > 1 && { columnSpan: cell.colspan }),
      ...(cell.rowspan > 1 && { verticalMerge: continued ? CONTINUE : RESTART }),
      ...(last && { borders: { bottom: rule } }),
      ...(spanner && { margins: { bottom: 0, marginUnitType: library.WidthType.DXA } }),
      children: [
        new library.Paragraph({
          style: spanner ? 'table-head-spanner' : headStyles[cell.align],
          children: continued ? [] : [...inlineChildren(context, cell.inlines)],
        }),
      ],
    });
  });
  return new library.TableRow({ tableHeader: true, cantSplit: true, children });
}

/** The heads of the columns, for the table's description. */
function headText(table: Table): string {
  const heads = table.head.flat().map((cell) => plainText(cell.inlines));
  return [...heads, ...(table.unit === undefined ? [] : [table.unit])].filter((text) => text !== '').join('; ');
}

/** A table with caption and unit above and notes below. */
export function tableBlocks(context: Context, table: Table): readonly (library.Paragraph | library.Table)[] {
  const width = textWidth(context.theme);
  const widths = columnWidths(table, width, context.theme);
  const numberStyles = figureIndents(context, table, widths);
  const columns = table.columns.map(({ align }, index) => ({
    align,
    width: widths[index] ?? 0,
    ...(numberStyles[index] !== undefined && { numberStyle: numberStyles[index] }),
  }));
  const last = table.rows.length - 1;
  const inside = (index: number) => index >= keptTogether - 1 && index <= last - keptTogether;
  // The notes stay with the last row.
  const kept = (index: number) =>
    index < last ? table.rows.length <= keptWhole || !inside(index) : table.notes.length > 0;
  const title = `${table.label} ${plainText(table.caption)}`;
  return [
    captionParagraph(context, table),
    ...(table.unit === undefined
      ? []
      : [new library.Paragraph({ style: 'unit', children: [words(context, table.unit)] })]),
    new DescribedTable(
      {
        style: 'ThreeLineTable',
        width: { size: width, type: library.WidthType.DXA },
        layout: library.TableLayoutType.FIXED,
        columnWidths: widths,
        tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true },
        rows: [
          ...headGrid(table).map((slots, index) => headRow(context, slots, index === table.head.length - 1)),
          ...table.rows.map((row, index) => new BodyRow(context, row, columns, kept(index))),
        ],
      },
      title,
      headText(table),
    ),
    ...noteParagraphs(context, table),
  ];
}
