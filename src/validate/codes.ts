import type { CsvCell, CsvTable, Report } from '../load/index.ts';
import type { Code, CodeList, Unit } from '../model/dataset.ts';
import { error, type Place } from '../model/problem.ts';

/** Files in `data/codes` that are no code lists themselves. */
const special = new Set(['groups', 'units']);

type CsvRow = CsvTable['rows'][number];

/** Cell of a row, empty where the table has no such column. */
export function cellOf(row: CsvRow, column: string): CsvCell {
  return row.get(column) ?? { text: '', place: row.values().next().value?.place ?? { file: '' } };
}

/** Reports columns that a table lacks or does not know. */
export function checkColumns(
  table: CsvTable,
  required: readonly string[],
  optional: readonly string[],
  report: Report,
) {
  const place = { file: table.file, line: 1 };
  for (const column of required) {
    if (!table.header.includes(column)) report(error('csv.column-missing', place, { column }));
  }
  for (const column of table.header) {
    if (column !== '' && !required.includes(column) && !optional.includes(column)) {
      report(error('csv.unknown-column', place, { column, known: [...required, ...optional].join(', ') }));
    }
  }
}

function readCodes(table: CsvTable, report: Report): Map<string, Code> {
  checkColumns(table, ['code', 'zh', 'en'], ['kind', 'parent'], report);
  const codes = new Map<string, Code>();
  const seenNames = new Map<string, string>();
  for (const row of table.rows) {
    const code = cellOf(row, 'code');
    if (codes.has(code.text)) {
      report(error('codes.code-twice', code.place, { code: code.text }));
      continue;
    }
    for (const lang of ['zh', 'en'] as const) {
      const name = cellOf(row, lang);
      if (name.text === '') report(error('codes.name-missing', name.place, { code: code.text, lang }));
      const other = seenNames.get(`${lang} ${name.text}`);
      if (name.text !== '' && other !== undefined) {
        report(error('codes.name-twice', name.place, { code: code.text, other, name: name.text }));
      }
      seenNames.set(`${lang} ${name.text}`, code.text);
    }
    const parent = cellOf(row, 'parent').text;
    codes.set(code.text, {
      code: code.text,
      names: { zh: cellOf(row, 'zh').text, en: cellOf(row, 'en').text },
      kind: cellOf(row, 'kind').text,
      ...(parent !== '' && { parent }),
    });
  }
  for (const row of table.rows) {
    const parent = cellOf(row, 'parent');
    if (parent.text !== '' && !codes.has(parent.text)) {
      report(error('codes.unknown-parent', parent.place, { parent: parent.text }));
    }
  }
  return codes;
}

/** Members of each list's groups that hold in `year`. */
function readGroups(
  table: CsvTable | undefined,
  lists: ReadonlyMap<string, Map<string, Code>>,
  year: number,
  report: Report,
) {
  const groups = new Map<string, Map<string, string[]>>();
  if (table === undefined) return groups;
  checkColumns(table, ['list', 'group', 'member', 'from', 'to'], [], report);
  for (const row of table.rows) {
    const [list, group, member] = [cellOf(row, 'list'), cellOf(row, 'group'), cellOf(row, 'member')];
    const codes = lists.get(list.text);
    if (codes === undefined) {
      report(error('codes.unknown-list', list.place, { list: list.text, known: [...lists.keys()].join(', ') }));
      continue;
    }
    for (const cell of [group, member]) {
      if (!codes.has(cell.text)) report(error('codes.unknown-code', cell.place, { code: cell.text, list: list.text }));
    }
    const from = cellOf(row, 'from').text || '0';
    const to = cellOf(row, 'to').text || '9999';
    if (year < Number(from) || year > Number(to)) continue;
    const ofList = groups.get(list.text) ?? new Map<string, string[]>();
    ofList.set(group.text, [...(ofList.get(group.text) ?? []), member.text]);
    groups.set(list.text, ofList);
  }
  return groups;
}

/** All code lists, with the groups that hold in `year`. */
export function readCodeLists(tables: ReadonlyMap<string, CsvTable>, year: number, report: Report) {
  const codes = new Map<string, Map<string, Code>>();
  for (const [name, table] of tables) {
    if (!special.has(name)) codes.set(name, readCodes(table, report));
  }
  const groups = readGroups(tables.get('groups'), codes, year, report);
  return new Map<string, CodeList>(
    [...codes].map(([name, list]) => [name, { name, codes: list, groups: groups.get(name) ?? new Map() }]),
  );
}

/** Units of measure, `data/codes/units.csv`. */
export function readUnits(tables: ReadonlyMap<string, CsvTable>, report: Report): Map<string, Unit> {
  const table = tables.get('units');
  const units = new Map<string, Unit>();
  if (table === undefined) return units;
  checkColumns(table, ['code', 'base', 'power'], [], report);
  for (const row of table.rows) {
    const code = cellOf(row, 'code').text;
    const power = cellOf(row, 'power');
    if (!/^-?\d+$/.test(power.text))
      report(error('csv.not-a-number', power.place, { text: power.text, column: 'power' }));
    units.set(code, { code, base: cellOf(row, 'base').text, power: Number(power.text) });
  }
  return units;
}

/** Reports a unit that `data/codes/units.csv` does not have. */
export function checkUnit(unit: string, units: ReadonlyMap<string, Unit>, place: Place, report: Report): void {
  if (!units.has(unit)) report(error('units.unknown', place, { unit, known: [...units.keys()].join(', ') }));
}
