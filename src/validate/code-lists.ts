import type { CsvTable, RawData, Report } from '../load/index.ts';
import type { Code, CodeList, Unit } from '../model/dataset.ts';
import { languages } from '../model/document.ts';
import { error } from '../model/problem.ts';
import { cellOf, checkColumns, optionalYear } from './cells.ts';
import { checkSuccessors, holdsIn, readSpan } from './code-years.ts';
import { codeListOf, codeOf, type Lookups, listFile } from './codes.ts';
import { withFormerNames } from './former-names.ts';

/** Files in `data/codes` that are no code lists themselves. */
const special = new Set(['groups', 'units', 'former-names']);

const containerCode = (code: Code | undefined) => code?.parent ?? code?.within;

function readCodes(table: CsvTable, report: Report): Map<string, Code> | undefined {
  if (!checkColumns(table, ['code', 'zh', 'en'], ['kind', 'parent', 'within', 'from', 'to', 'successor'], report))
    return undefined;
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
      ...readSpan(row, report),
    });
  }
  for (const row of table.rows) {
    for (const { text, place } of [cellOf(row, 'parent'), cellOf(row, 'within')]) {
      if (text !== '' && !codes.has(text)) report(error('codes.unknown-parent', place, { parent: text }));
    }
  }
  checkSuccessors(table, codes, report);
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
    const [from, to] = [optionalYear(cellOf(row, 'from'), report), optionalYear(cellOf(row, 'to'), report)];
    if (!holdsIn({ from, to }, year)) continue;
    const ofList = groups.get(list.text) ?? new Map<string, string[]>();
    ofList.set(group.text, [...(ofList.get(group.text) ?? []), member.text]);
    groups.set(list.text, ofList);
  }
  return groups;
}

/** All code lists, with the groups and the names that hold in the edition's year, and the units. */
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
  const named = withFormerNames(raw.codes.get('former-names'), codes, raw.year, unreadable, report);
  const lists = new Map<string, CodeList>(
    [...named].map(([name, list]) => [name, { name, codes: list, groups: groups.get(name) ?? new Map() }]),
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
