/** Every cell of every table in its row and column, under its heads. */
import { plainText, type Row, type Table } from '../../model/document.ts';
import { cellText, columnHeads } from '../../model/document-texts.ts';
import type { Problem } from '../../model/problem.ts';
import type { Check, CheckInput } from '../check.ts';
import { finding } from '../findings.ts';
import { compact, type PageNumber } from '../finished.ts';
import { type BodyRow, bodyRows, type MatchedTable, matchTables } from '../parts.ts';

const rowTexts = (row: Row | undefined): readonly string[] => (row?.cells ?? []).map((cell) => compact(cellText(cell)));

/** The cells of a row that are compared. A PDF's tags do not tell of a cell without content. */
function cellsToCompare(texts: readonly string[], { file }: CheckInput) {
  const cells = texts.map((text, column) => ({ text, column }));
  return file.format === 'pdf' ? cells.filter(({ text }) => text !== '') : cells;
}

function compareRow(
  input: CheckInput,
  { table, heads }: Headed,
  index: number,
  texts: readonly string[],
  found: BodyRow,
) {
  if (sameTexts(texts, found)) return [];
  const [wanted, shown] = [texts, found.cells].map((row) => cellsToCompare(row, input));
  const count = Math.max(wanted?.length ?? 0, shown?.length ?? 0);
  return Array.from({ length: count }, (_, position) => position).flatMap((position) => {
    const [cell, other] = [wanted?.[position], shown?.[position]];
    if (cell?.text === other?.text) return [];
    const column = cell?.column ?? other?.column ?? position;
    const place = { table: table.label, row: index + 1, stub: texts[0] ?? '', column: column + 1 };
    const values = { ...place, head: heads[column] ?? '', expected: cell?.text ?? '', found: other?.text ?? '' };
    return [finding('verify.cell', input.name, found.page, values)];
  });
}

/** A table with the heads above each of its columns, for findings. */
interface Headed {
  readonly table: Table;
  readonly heads: readonly string[];
}

const sameTexts = (texts: readonly string[], row: BodyRow) =>
  texts.length === row.cells.length && texts.every((text, column) => text === row.cells[column]);

/** Of a table with other rows than expected: which are missing, which are not of the document. */
function compareRows(input: CheckInput, table: Table, found: readonly BodyRow[]): Problem[] {
  const problems: Problem[] = [];
  let next = 0;
  const surplus = (until: number) => {
    for (const row of found.slice(next, until))
      problems.push(
        finding('verify.row-stray', input.name, row.page, { table: table.label, found: row.cells.join(' | ') }),
      );
  };
  for (const [index, row] of table.rows.entries()) {
    const texts = rowTexts(row);
    const wanted = cellsToCompare(texts, input)
      .map(({ text }) => text)
      .join();
    const isSame = ({ cells }: BodyRow) =>
      cellsToCompare(cells, input)
        .map(({ text }) => text)
        .join() === wanted;
    const at = found.findIndex((candidate, position) => position >= next && isSame(candidate));
    if (at === -1) {
      const page: PageNumber = found[Math.min(next, found.length - 1)]?.page;
      const values = { table: table.label, row: index + 1, expected: texts.join(' | ') };
      problems.push(finding('verify.row-missing', input.name, page, values));
      continue;
    }
    surplus(at);
    next = at + 1;
  }
  surplus(found.length);
  return problems;
}

/** The heads of every part: each has its own. */
function compareHeads(input: CheckInput, { table, parts }: MatchedTable): Problem[] {
  return parts.flatMap(({ rows, page }) =>
    table.head.flatMap((row, index) => {
      const expected = row.map(({ inlines }) => compact(plainText(inlines))).join(' | ');
      const found = (rows[index]?.cells ?? []).join(' | ');
      return expected === found
        ? []
        : [finding('verify.head', input.name, page, { table: table.label, expected, found })];
    }),
  );
}

/** The caption as the file's own title for a reader who does not see the table, where the format has one. */
function compareTitle(input: CheckInput, { table, parts }: MatchedTable): Problem[] {
  const expected = compact(`${table.label}${plainText(table.caption)}`);
  return parts.flatMap(({ title, page }) => {
    if (title === undefined || compact(title) === expected) return [];
    return [finding('verify.alternative', input.name, page, { place: table.label, expected, found: compact(title) })];
  });
}

/** The caption of a further part that begins with the row `first`: below a heading row, it says which. */
function continuedCaption({ rows, continuedLabel, unit = '' }: Table, first: number): string {
  const above = rows.slice(0, first + 1).findLast(({ role }) => role === 'title');
  const label = rows[first]?.role === 'title' ? continuedLabel : (above?.continuedLabel ?? continuedLabel);
  return compact(label + unit);
}

/** The captions of further parts, which stand in the flow between the marks of the parts. */
function compareCaptions(input: CheckInput, { table, parts, at }: MatchedTable): Problem[] {
  const { flow } = input.file;
  let first = 0;
  let position = at + 1;
  return parts.slice(1).flatMap(({ page }, index) => {
    first += (parts[index]?.rows.length ?? 0) - table.head.length;
    const end = flow.indexOf(flow[at] ?? '', position);
    const found = flow.slice(position, end);
    position = end + 1;
    const expected = continuedCaption(table, first);
    return found === expected
      ? []
      : [finding('verify.differs', input.name, page, { place: table.label, expected, found })];
  });
}

const quantitiesIn = ({ cells }: Row) => cells.filter(({ type }) => type === 'quantity').length;

export const checkTables: Check = (input) => {
  const matched = matchTables(input.alignment, input.file);
  let numbers = 0;
  let cells = 0;
  let rows = 0;
  const problems = matched.flatMap((match) => {
    const { table } = match;
    const found = bodyRows(match);
    const headed = { table, heads: columnHeads(table) };
    const wrong =
      found.length === table.rows.length
        ? found.flatMap((row, index) => compareRow(input, headed, index, rowTexts(table.rows[index]), row))
        : compareRows(input, table, found);
    if (wrong.length === 0) {
      rows += table.rows.length;
      cells += table.rows.reduce((sum, row) => sum + row.cells.length, 0);
      numbers += table.rows.reduce((sum, row) => sum + quantitiesIn(row), 0);
    }
    return [...wrong, ...compareHeads(input, match), ...compareTitle(input, match), ...compareCaptions(input, match)];
  });
  return { proved: { tables: matched.length, rows, cells, numbers }, problems };
};
