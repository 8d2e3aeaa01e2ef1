import type { Lookup } from '../derive/index.ts';
import type { Report } from '../load/index.ts';
import { suggest } from '../model/nearest.ts';
import { error } from '../model/problem.ts';
import type { TableSpec } from '../validate/index.ts';
import type { PlaceOf } from './cubes.ts';
import { type RowItem, titleRow } from './row-item.ts';

/** Rows that are the codes of a list, in its order, counted through each kind. */
export function listRows(
  lookup: Lookup,
  spec: NonNullable<TableSpec['list']>,
  place: PlaceOf,
  report: Report,
): RowItem[] {
  const { codeLists, edition } = lookup.dataset;
  const listOf = (name: string, key: string) => {
    const list = codeLists.get(name);
    if (list === undefined) {
      report(error('codes.unknown-list', place([key]), { list: name, suggestion: suggest(name, codeLists.keys()) }));
    }
    return list;
  };
  const list = listOf(spec.codes, 'codes');
  const groups = spec.groups === undefined ? undefined : listOf(spec.groups, 'groups');
  if (list === undefined) return [];
  const rows: RowItem[] = [];
  let kind: string | undefined;
  let counted = 0;
  for (const code of list.codes.values()) {
    if (groups && code.kind !== kind) {
      const group = groups.codes.get(code.kind);
      if (group) rows.push(titleRow(group, edition.year));
      kind = code.kind;
      counted = 0;
    }
    counted += 1;
    rows.push({
      kind: 'code',
      cube: '',
      code,
      key: {},
      held: {},
      year: edition.year,
      indent: 0,
      place: counted,
      besides: [],
    });
  }
  return rows;
}
