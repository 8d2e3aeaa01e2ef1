/** Tables that take as much room on their pages as the document's, in few rows: those of the body are one empty cell each. */
import { child, contentOf, elementsOf, emptyParagraph, nameOf } from './nodes.ts';
import type { ParagraphMeasurer } from './paragraph-lines.ts';
import { cellLines } from './slim-cell.ts';
import { slimHead } from './slim-head.ts';
import { cellSpace } from './table-indents.ts';

/** Rows of the table's body that stay on one page: each but the last is kept with the next. */
interface Group {
  /** In twips. */
  height: number;
  /** Properties of the last row, and of the paragraph in its first cell. */
  properties: readonly unknown[];
  paragraph: readonly unknown[];
  keepNext: boolean;
}

/** A row of the body as a group of its own; undefined if its height is not known. */
function groupOf(row: readonly unknown[], measure: ParagraphMeasurer): Group | undefined {
  const cells = row.flatMap((part) => (nameOf(part) === 'w:tc' ? [cellLines(contentOf(part, 'w:tc'), measure)] : []));
  const [first] = cells;
  if (first === undefined || cells.includes(undefined)) return undefined;
  const paragraph = contentOf(elementsOf(first.content, 'w:pPr')[0], 'w:pPr');
  return {
    height: Math.max(...cells.map((cell) => cell?.height ?? 0)) + 2 * cellSpace,
    properties: elementsOf(row, 'w:trPr'),
    paragraph,
    keepNext: child(paragraph, 'w:keepNext') !== undefined,
  };
}

const noMargin = (side: string) => ({ [`w:${side}`]: { _attr: { 'w:w': 0, 'w:type': 'dxa' } } });

/** A row of one cell, in which every group is a line; lines of different heights are in paragraphs of their own. */
function rowOf(groups: readonly Group[], properties: readonly unknown[], columns: number): unknown {
  const runs: { height: number; paragraph: readonly unknown[]; lines: number }[] = [];
  for (const { height, paragraph } of groups) {
    const last = runs.at(-1);
    if (last?.height === height) last.lines += 1;
    else runs.push({ height, paragraph, lines: 1 });
  }
  const paragraphs = runs.map(({ height, paragraph, lines }) => {
    const spacing = { 'w:before': 0, 'w:after': 0, 'w:line': height, 'w:lineRule': 'exact' };
    const kept = paragraph.filter((part) => nameOf(part) === 'w:pStyle' || nameOf(part) === 'w:keepNext');
    const own = [{ 'w:widowControl': { _attr: { 'w:val': 0 } } }, { 'w:spacing': { _attr: spacing } }];
    return emptyParagraph([{ 'w:pPr': [...kept, ...own] }], lines);
  });
  const span = { 'w:gridSpan': { _attr: { 'w:val': columns } } };
  const cell = [{ 'w:tcPr': [span, { 'w:tcMar': [noMargin('top'), noMargin('bottom')] }] }, ...paragraphs];
  return { 'w:tr': [...properties, { 'w:tc': cell }] };
}

/** The body: its first rows and its last are kept whole, and those between are a row that may be split between any two groups. */
function rowsOf(groups: readonly Group[], columns: number): readonly unknown[] {
  const whole = (group: Group) => rowOf([group], group.properties, columns);
  const [first, ...rest] = groups;
  const last = rest.pop();
  return [
    ...(first === undefined ? [] : [whole(first)]),
    ...(rest.length === 0 ? [] : [rowOf(rest, [], columns)]),
    ...(last === undefined ? [] : [whole(last)]),
  ];
}

/** A table, given its content. A row whose height is not known stays as it is. */
export function slimTable(table: readonly unknown[], measure: ParagraphMeasurer): unknown {
  const columns = contentOf(child(table, 'w:tblGrid'), 'w:tblGrid').length;
  const rows = elementsOf(table, 'w:tr');
  const isHead = (row: unknown) =>
    child(contentOf(child(contentOf(row, 'w:tr'), 'w:trPr'), 'w:trPr'), 'w:tblHeader') !== undefined;
  const head = rows.filter(isHead);
  const contents = head.map((row) => contentOf(row, 'w:tr'));
  const slim: unknown[] = [...(slimHead(contents, columns, measure) ?? head)];
  let groups: Group[] = [];
  const flush = () => {
    slim.push(...rowsOf(groups, columns));
    groups = [];
  };
  for (const row of rows.slice(head.length)) {
    const group = groupOf(contentOf(row, 'w:tr'), measure);
    const before = groups.at(-1);
    if (group === undefined) {
      flush();
      slim.push(row);
    } else if (before?.keepNext) {
      groups[groups.length - 1] = { ...group, height: before.height + group.height };
    } else groups.push(group);
  }
  flush();
  return { 'w:tbl': [...table.filter((part) => nameOf(part) !== 'w:tr'), ...slim] };
}
