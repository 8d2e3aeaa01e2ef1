/** Both languages of an edition say the same: in prose section by section, in tables and figures one by one. */
import { type Block, type Document, type Figure, plainText, type Table } from '../../model/document.ts';
import { blocksOf, labelSuffix, numbersIn, runningTexts } from '../../model/document-texts.ts';
import { error, type Problem } from '../../model/problem.ts';
import type { Quantity } from '../../model/quantity.ts';
import { printedText, type Units } from '../printed.ts';

/** Headings, tables and figures in order: the frame of a book. */
function frameOf(document: Document): readonly string[] {
  return blocksOf(document).flatMap((block) => {
    if (block.type === 'heading') return [`${block.id} ${block.level}`];
    return block.type === 'table' || block.type === 'figure' ? [block.id] : [];
  });
}

/** A count of one is often said in words: "the only province". */
const isSingle = ({ origin, value }: Quantity): boolean =>
  origin.kind === 'derived' && origin.indicator === 'count' && value.eq(1);

/** What each section says in figures, by the id of its heading, with the text in which it says it. */
function statedBySection(document: Document, units: Units): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const sections = new Map<string, Map<string, string>>();
  let current = new Map<string, string>();
  for (const block of blocksOf(document)) {
    if (block.type === 'heading') {
      current = new Map();
      sections.set(block.id, current);
    }
    for (const { text, quantity } of runningTexts(block).flatMap(numbersIn)) {
      if (!isSingle(quantity)) current.set(printedText(text, quantity, units), text);
    }
  }
  return sections;
}

const isTable = (block: Block): block is Table => block.type === 'table';
const isFigure = (block: Block): block is Figure => block.type === 'figure';

/** Numbers of a table's cells; languages may set its rows side by side in other ways. */
function cellsOf({ rows }: Table, units: Units): readonly string[] {
  return rows
    .flatMap(({ cells }) => cells)
    .flatMap((cell) => (cell.type === 'quantity' ? [printedText(cell.text, cell.quantity, units)] : []))
    .toSorted();
}

/** Numbers of a figure's data and the digits of their labels, in the order of its rows. */
function dataOf({ data, quantities }: Figure): readonly string[] {
  const drawn = Object.values(data).flatMap((rows) =>
    rows.flatMap((row) =>
      Object.entries(row).flatMap(([field, value]) => {
        if (typeof value === 'number') return [String(value)];
        return field.endsWith(labelSuffix) ? [String(value).replace(/[\u202f,]/g, '')] : [];
      }),
    ),
  );
  return [...quantities.map(({ value, unit }) => `${value} ${unit}`), ...drawn];
}

/** What one list has more than another. */
function surplus(list: readonly string[], other: readonly string[]): readonly string[] {
  const rest = [...other];
  return list.filter((entry) => {
    const at = rest.indexOf(entry);
    if (at !== -1) rest.splice(at, 1);
    return at === -1;
  });
}

export function checkLanguages(one: Document, other: Document, units: Units): readonly Problem[] {
  const problems: Problem[] = [];
  const differ = (place: string, lang: string, text: string) =>
    problems.push(error('verify.one-language-only', undefined, { place, lang, text }));
  const compare = (place: string, first: readonly string[], second: readonly string[]) => {
    for (const text of surplus(first, second)) differ(place, one.lang, text);
    for (const text of surplus(second, first)) differ(place, other.lang, text);
  };
  const [frame, otherFrame] = [frameOf(one), frameOf(other)];
  const changed = frame.findIndex((id, index) => id !== otherFrame[index]);
  if (changed !== -1 || frame.length !== otherFrame.length) {
    const at = changed === -1 ? frame.length : changed;
    const values = { place: frame[at] ?? '', other: otherFrame[at] ?? '' };
    problems.push(
      error('verify.languages-out-of-step', undefined, { ...values, lang: one.lang, otherLang: other.lang }),
    );
    return problems;
  }
  const [stated, otherStated] = [statedBySection(one, units), statedBySection(other, units)];
  for (const [section, numbers] of stated) {
    const others = otherStated.get(section) ?? new Map<string, string>();
    for (const [number, text] of numbers) if (!others.has(number)) differ(section, one.lang, text);
    for (const [number, text] of others) if (!numbers.has(number)) differ(section, other.lang, text);
  }
  const tables = blocksOf(other).filter(isTable);
  for (const [index, table] of blocksOf(one).filter(isTable).entries()) {
    const twin = tables[index];
    if (twin) compare(`${table.label} ${plainText(table.caption)}`, cellsOf(table, units), cellsOf(twin, units));
  }
  const figures = blocksOf(other).filter(isFigure);
  for (const [index, figure] of blocksOf(one).filter(isFigure).entries()) {
    const twin = figures[index];
    if (twin === undefined) continue;
    const [data, otherData] = [dataOf(figure), dataOf(twin)];
    const at = data.findIndex((datum, position) => datum !== otherData[position]);
    if (at !== -1) differ(figure.label, one.lang, data[at] ?? '');
    if (otherData.length > data.length) differ(figure.label, other.lang, otherData[data.length] ?? '');
  }
  return problems;
}
