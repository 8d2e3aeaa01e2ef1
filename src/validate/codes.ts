import type { Report } from '../load/index.ts';
import type { Code, CodeList, Cube, Unit } from '../model/dataset.ts';
import { suggest } from '../model/nearest.ts';
import { error, type Place } from '../model/problem.ts';

/** Code lists and units, and the files that could not be read: what names those is not at fault. */
export interface Lookups {
  readonly lists: ReadonlyMap<string, CodeList>;
  readonly units: ReadonlyMap<string, Unit>;
  readonly unreadable: ReadonlySet<string>;
}

/** Where a code list stands. */
export const listFile = (list: string) => `data/codes/${list}.csv`;

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
