/**
 * A body that takes as much room on its pages as the document's, for laying out: most of a statistical table's rows are
 * one line high whatever is in their cells, and measuring every figure would take most of the writer's time.
 */
import type { IXmlableObject } from './library.ts';
import { cellMargin } from './table-indents.ts';

type Node = Readonly<Record<string, unknown>>;

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Content of the element `node[name]`; empty when it is another element. */
function contentOf(node: unknown, name: string): readonly unknown[] {
  const content = isNode(node) ? node[name] : undefined;
  return Array.isArray(content) ? content : [];
}

function child(content: readonly unknown[], name: string): unknown {
  return content.find((candidate) => isNode(candidate) && name in candidate);
}

function attribute(content: readonly unknown[], name: string, key: string): unknown {
  const element = child(content, name);
  const value = isNode(element) ? element[name] : undefined;
  const attributes = isNode(value) ? value._attr : undefined;
  return isNode(attributes) ? attributes[key] : undefined;
}

/** Text below a node, or `undefined` when there is more than runs of text in it. */
function plainRuns(paragraph: readonly unknown[]): string | undefined {
  let text = '';
  for (const part of paragraph) {
    if (child([part], 'w:pPr') !== undefined) continue;
    const run = contentOf(part, 'w:r');
    if (run.length === 0) return undefined;
    for (const content of run) {
      if (child([content], 'w:rPr') !== undefined) continue;
      const strings = contentOf(content, 'w:t').filter((string) => typeof string === 'string');
      if (strings.length === 0) return undefined;
      text += strings.join('');
    }
  }
  return text;
}

/** Latin letters and marks that are never wider than this in a text font, bold or not, in em; all others are narrower than the last. */
const widest: readonly (readonly [RegExp, number])[] = [
  [/[fijltrI.,;:'’!()[\]/|\s-]/, 0.45],
  [/[a-ln-vxyz0-9]/, 0.65],
  [/[A-LN-VXYZ–]/, 0.8],
];

/** More than the width of a text in em. */
function mostWidth(text: string): number {
  return [...text].reduce((sum, character) => sum + (widest.find(([letters]) => letters.test(character))?.[1] ?? 1), 0);
}

/** Whether a cell surely takes one line. */
function isOneLine(cell: readonly unknown[], em: number): boolean {
  const width = Number(attribute(contentOf(child(cell, 'w:tcPr'), 'w:tcPr'), 'w:tcW', 'w:w'));
  const paragraphs = cell.filter((part) => child([part], 'w:p') !== undefined);
  if (paragraphs.length !== 1 || Number.isNaN(width)) return false;
  const paragraph = contentOf(paragraphs[0], 'w:p');
  const text = plainRuns(paragraph);
  if (text === undefined) return false;
  const style = String(attribute(contentOf(child(paragraph, 'w:pPr'), 'w:pPr'), 'w:pStyle', 'w:val'));
  // Indents of figures leave them room by definition; those of labels take some.
  if (style.startsWith('table-number')) return true;
  const indent = Number(/-indent-(\d+)$/.exec(style)?.[1] ?? 0);
  return mostWidth(text) * em <= width - 2 * cellMargin - indent;
}

/** The row with one empty cell, when each of its cells takes one line. */
function slimRow(row: unknown, columns: number, em: number): unknown {
  const content = contentOf(row, 'w:tr');
  const cells = content.map((part) => contentOf(part, 'w:tc')).filter((cell) => cell.length > 0);
  const properties = child(content, 'w:trPr');
  const isHead = child(contentOf(properties, 'w:trPr'), 'w:tblHeader') !== undefined;
  if (isHead || cells.length !== columns || !cells.every((cell) => isOneLine(cell, em))) return row;
  const paragraph = contentOf(child(cells[0] ?? [], 'w:p'), 'w:p');
  const cell = [
    { 'w:tcPr': [{ 'w:gridSpan': { _attr: { 'w:val': columns } } }] },
    { 'w:p': paragraph.filter((part) => child([part], 'w:pPr') !== undefined) },
  ];
  return { 'w:tr': [properties, { 'w:tc': cell }] };
}

/** `em` is the size of the type in tables, in twips. */
export function slimTables(body: IXmlableObject, em: number): IXmlableObject {
  const blocks = contentOf(body, 'w:body').map((block) => {
    const table = contentOf(block, 'w:tbl');
    if (table.length === 0) return block;
    const columns = contentOf(child(table, 'w:tblGrid'), 'w:tblGrid').length;
    return {
      'w:tbl': table.map((part) => (child([part], 'w:tr') === undefined ? part : slimRow(part, columns, em))),
    };
  });
  return { 'w:body': blocks };
}
