import type { CsvTable, Report } from '../load/index.ts';
import type { Code } from '../model/dataset.ts';
import { cellOf, checkColumns, readYear } from './cells.ts';
import { codeListOf, codeOf } from './codes.ts';

type Lists = ReadonlyMap<string, ReadonlyMap<string, Code>>;

/**
 * Code lists with the names that held in a year, by `data/codes/former-names.csv`: each row is what a code was called up
 * to a year. Of several rows the one that ends first after the year holds.
 */
export function withFormerNames(
  table: CsvTable | undefined,
  lists: Lists,
  year: number,
  unreadable: ReadonlySet<string>,
  report: Report,
): Lists {
  if (table === undefined || !checkColumns(table, ['list', 'code', 'to', 'zh', 'en'], [], report)) return lists;
  const named = new Map([...lists].map(([name, codes]) => [name, new Map(codes)]));
  const ends = new Map<Code, number>();
  for (const row of table.rows) {
    const [list, cell] = [cellOf(row, 'list'), cellOf(row, 'code')];
    const to = readYear(cellOf(row, 'to'), report);
    const codes = codeListOf(list.text, named, unreadable, list.place, report);
    if (codes === undefined) continue;
    const code = codeOf(cell.text, { name: list.text, codes, groups: new Map() }, unreadable, cell.place, report);
    if (code === undefined || to === undefined || to < year || (ends.get(code) ?? to) < to) continue;
    const renamed = { ...code, names: { zh: cellOf(row, 'zh').text, en: cellOf(row, 'en').text } };
    ends.set(renamed, to);
    codes.set(code.code, renamed);
  }
  return named;
}
