import type { CsvCell, CsvTable, RawData, Report } from '../load/index.ts';
import type { Code, CodeList, Cube, Unit } from '../model/dataset.ts';
import { languages } from '../model/document.ts';
import { suggest } from '../model/nearest.ts';
import { error, type Place } from '../model/problem.ts';

/** Files in `data/codes` that are no code lists themselves. */
const special = new Set(['groups', 'units']);

type CsvRow = CsvTable['rows'][number];

/** Cell of a row, empty where the table has no such column. */
export function cellOf(row: CsvRow, column: string): CsvCell {
  return row.get(column) ?? { text: '', place: row.values().next().value?.place ?? { file: '' } };
}

/** Code lists and units, and the files that could not be read: what names those is not at fault. */
export interface Lookups {
  readonly lists: ReadonlyMap<string, CodeList>;
  readonly units: ReadonlyMap<string, Unit>;
  readonly unreadable: ReadonlySet<string>;
}

const listFile = (list: string) => `data/codes/${list}.csv`;

/** Reports columns that a table lacks or does not know; false if it lacks one. */
export function checkColumns(
  table: CsvTable,
  required: readonly string[],
  optional: readonly string[],
  report: Report,
): boolean {
  const missing = required.filter((column) => !table.header.has(column));
  for (const column of missing) report(error('csv.column-missing', { file: table.file, line: 1 }, { column }));
  for (const [column, place] of table.header) {
    if (!required.includes(column) && !optional.includes(column)) {
      report(error('csv.unknown-column', place, { column, known: [...required, ...optional].join(', ') }));
    }
  }
  return missing.length === 0;
}

/** The code list of a name; one that does not exist is reported. */
export function codeListOf<T>(
  name: string,
  lists: ReadonlyMap<string, T>,
  unreadable: ReadonlySet<string>,
  place: Place,
  report: Report,
): T | undefined {
  const list = lists.get(name);
  if (list === undefined && !unreadable.has(listFile(name))) {
    report(error('codes.unknown-list', place, { list: name, suggestion: suggest(name, lists.keys()) }));
  }
  return list;
}

/** The code of a list; one that does not exist is reported, groups being suggested only where they are allowed. */
export function codeOf(
  code: string,
  list: CodeList,
  unreadable: ReadonlySet<string>,
  place: Place,
  report: Report,
  groups = true,
): Code | undefined {
  const found = list.codes.get(code);
  if (found === undefined && !unreadable.has(listFile(list.name))) {
    const known = [...list.codes.values()].filter(({ kind }) => groups || kind !== 'group').map((entry) => entry.code);
    report(error('codes.unknown-code', place, { code, list: list.name, suggestion: suggest(code, known) }));
  }
  return found;
}

/** Reports a kind that no code of the cube has: ranked among them, nothing would have a rank. */
export function checkKind(kind: string, cube: Cube, place: Place, report: Report): void {
  const kinds = new Set(cube.dimensions.flatMap(({ list }) => [...list.codes.values()].map((code) => code.kind)));
  if (kinds.has(kind)) return;
  report(error('codes.unknown-kind', place, { kind, cube: cube.name, suggestion: suggest(kind, kinds) }));
}

/** A year that a cell names; undefined if it is no year, which is reported. */
export function readYear(cell: CsvCell, report: Report): number | undefined {
  if (/^\d{4}$/.test(cell.text)) return Number(cell.text);
  report(error('csv.year-format', cell.place, { text: cell.text }));
  return undefined;
}

const containerCode = (code: Code | undefined) => code?.parent ?? code?.within;

function readCodes(table: CsvTable, report: Report): Map<string, Code> | undefined {
  if (!checkColumns(table, ['code', 'zh', 'en'], ['kind', 'parent', 'within'], report)) return undefined;
  const codes = new Map<string, Code>();
  const seenNames = new Map<string, string>();
  for (const row of table.rows) {
    const code = cellOf(row, 'code');
    if (code.text === '') {
      report(error('codes.code-missing', code.place));
      continue;
    }
    if (codes.has(code.text)) {
      report(error('codes.code-twice', code.place, { code: code.text }));
      continue;
    }
    for (const lang of languages) {
      const name = cellOf(row, lang);
      if (name.text === '') report(error('codes.name-missing', name.place, { code: code.text, context: lang }));
      const other = seenNames.get(`${lang} ${name.text}`);
      if (name.text !== '' && other !== undefined) {
        report(error('codes.name-twice', name.place, { code: code.text, other, name: name.text }));
      }
      seenNames.set(`${lang} ${name.text}`, code.text);
    }
    const [parent, within] = [cellOf(row, 'parent').text, cellOf(row, 'within').text];
    codes.set(code.text, {
      code: code.text,
      names: { zh: cellOf(row, 'zh').text, en: cellOf(row, 'en').text },
      kind: cellOf(row, 'kind').text,
      ...(parent !== '' && { parent }),
      ...(within !== '' && { within }),
    });
  }
  for (const row of table.rows) {
    for (const { text, place } of [cellOf(row, 'parent'), cellOf(row, 'within')]) {
      if (text !== '' && !codes.has(text)) report(error('codes.unknown-parent', place, { parent: text }));
    }
  }
  const told = new Set<string>();
  for (const { code } of codes.values()) {
    const above = new Set<string>();
    let at = containerCode(codes.get(code));
    while (at !== undefined && at !== code && !above.has(at)) {
      above.add(at);
      at = containerCode(codes.get(at));
    }
    if (at !== code || told.has(code)) continue;
    for (const member of [code, ...above]) told.add(member);
    report(error('codes.circle', { file: table.file }, { code }));
  }
  return codes;
}

/** Members of each list's groups that hold in `year`. */
function readGroups(
  table: CsvTable | undefined,
  lists: ReadonlyMap<string, Map<string, Code>>,
  unreadable: ReadonlySet<string>,
  year: number,
  report: Report,
) {
  const groups = new Map<string, Map<string, string[]>>();
  if (table === undefined || !checkColumns(table, ['list', 'group', 'member', 'from', 'to'], [], report)) return groups;
  for (const row of table.rows) {
    const [list, group, member] = [cellOf(row, 'list'), cellOf(row, 'group'), cellOf(row, 'member')];
    const codes = codeListOf(list.text, lists, unreadable, list.place, report);
    if (codes === undefined) continue;
    for (const cell of [group, member]) {
      codeOf(cell.text, { name: list.text, codes, groups: new Map() }, unreadable, cell.place, report);
    }
    if (codes.get(member.text)?.kind === 'group' || member.text === group.text) {
      report(error('codes.group-in-group', member.place, { group: group.text, member: member.text }));
      continue;
    }
    const limit = (column: string) => {
      const cell = cellOf(row, column);
      return cell.text === '' ? undefined : readYear(cell, report);
    };
    const [from, to] = [limit('from') ?? year, limit('to') ?? year];
    if (year < from || year > to) continue;
    const ofList = groups.get(list.text) ?? new Map<string, string[]>();
    ofList.set(group.text, [...(ofList.get(group.text) ?? []), member.text]);
    groups.set(list.text, ofList);
  }
  return groups;
}

/** All code lists, with the groups that hold in the edition's year, and the units. */
export function readCodeLists(raw: RawData, report: Report): Lookups {
  const unreadable = new Set(raw.unreadable);
  const codes = new Map<string, Map<string, Code>>();
  for (const [name, table] of raw.codes) {
    if (special.has(name)) continue;
    const list = readCodes(table, report);
    if (list) codes.set(name, list);
    // A list with holes still serves, but whoever misses a code in it is not at fault.
    if (list === undefined || !table.complete) unreadable.add(table.file);
  }
  const groups = readGroups(raw.codes.get('groups'), codes, unreadable, raw.year, report);
  const lists = new Map<string, CodeList>(
    [...codes].map(([name, list]) => [name, { name, codes: list, groups: groups.get(name) ?? new Map() }]),
  );
  return { lists, units: readUnits(raw, report), unreadable };
}

/** Units of measure, `data/codes/units.csv`; none if it cannot be read. */
function readUnits(raw: RawData, report: Report): Map<string, Unit> {
  const table = raw.codes.get('units');
  const units = new Map<string, Unit>();
  if (table === undefined) {
    if (!raw.unreadable.has(listFile('units'))) report(error('file.missing', { file: listFile('units') }));
    return units;
  }
  if (!checkColumns(table, ['code', 'base', 'power'], [], report)) return units;
  for (const row of table.rows) {
    const code = cellOf(row, 'code').text;
    const power = cellOf(row, 'power');
    if (!/^-?\d+$/.test(power.text))
      report(error('csv.not-a-number', power.place, { text: power.text, column: 'power', context: 'always' }));
    units.set(code, { code, base: cellOf(row, 'base').text, power: Number(power.text) });
  }
  return units;
}

/** Reports a unit that `data/codes/units.csv` does not have. */
export function checkUnit(unit: string, units: ReadonlyMap<string, Unit>, place: Place, report: Report): void {
  if (units.has(unit) || units.size === 0) return;
  report(
    error('units.unknown', place, {
      unit,
      suggestion: suggest(unit, units.keys()),
      known: [...units.keys()].join(', '),
    }),
  );
}
