import type { Report, YamlTree } from '../load/index.ts';
import { suggest } from '../model/nearest.ts';
import { error, type Place } from '../model/problem.ts';
import type { ArrangementSpec } from './schemas/book.ts';
import type { TableSpec } from './schemas/table.ts';
import type { Located } from './tree.ts';

type InsertKind = 'table' | 'figure';

/** What there is of tables and figures: their keys, those that are not valid included, and the valid tables. */
export interface KnownInserts {
  readonly table: ReadonlySet<string>;
  readonly figure: ReadonlySet<string>;
  readonly specs: ReadonlyMap<string, Located<TableSpec>>;
}

/** Keys of the columns of a table, those of repeated columns once. */
const columnKeys = ({ columns }: TableSpec): string[] =>
  columns.flatMap((column) => ('each' in column ? column.columns.map(({ key }) => key) : column.key));

/** Reports a table or figure that is not there. */
export function checkInsert(kind: InsertKind, key: string, known: KnownInserts, place: Place, report: Report): void {
  if (known[kind].has(key)) return;
  report(error('reference.unknown', place, { kind, context: kind, key, suggestion: suggest(key, known[kind]) }));
}

/** The groups that name tables and figures, with the kind of what each names. */
export const insertGroups = [
  ['table', 'tables'],
  ['figure', 'figures'],
] as const;

/** Tables, columns and figures that an arrangement names must be there, and tables whose rows it names must have rows. */
export function checkKeys(spec: ArrangementSpec, tree: YamlTree, known: KnownInserts, report: Report): void {
  const check = (kind: InsertKind, key: string, place: Place) => checkInsert(kind, key, known, place, report);
  for (const [kind, group] of insertGroups) {
    for (const [index, key] of spec.without[group].entries()) check(kind, key, tree.place(['without', group, index]));
    for (const key of Object.keys(spec.captions[group])) check(kind, key, tree.keyPlace(['captions', group, key]));
  }
  for (const table of Object.keys(spec.rows)) {
    const place = tree.keyPlace(['rows', table]);
    check('table', table, place);
    const found = known.specs.get(table);
    if (found && found.spec.rows === undefined) report(error('book.no-rows', place, { table, file: found.tree.file }));
  }
  for (const [table, shown] of Object.entries(spec.columns)) {
    check('table', table, tree.keyPlace(['columns', table]));
    const found = known.specs.get(table);
    const columns = found && columnKeys(found.spec);
    for (const [index, key] of shown.entries()) {
      if (columns === undefined || columns.includes(key)) continue;
      const values = { table, key, known: columns.join(', ') };
      report(error('book.unknown-column', tree.place(['columns', table, index]), values));
    }
  }
}
