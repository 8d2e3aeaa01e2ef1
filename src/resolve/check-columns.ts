import type { Lookup } from '../derive/index.ts';
import type { Report } from '../load/index.ts';
import { error } from '../model/problem.ts';
import type { Located, OpenValueSpec, TableSpec } from '../validate/index.ts';
import { checkList, checkValue, type RowsOfValue } from './check-value.ts';
import type { ColumnItem } from './columns.ts';
import type { PlaceOf } from './cubes.ts';

/** A stretch of a table's rows, and what it says of their values. */
interface Stretch {
  readonly rows: RowsOfValue;
  readonly value: OpenValueSpec | undefined;
  /** Where that value stands. */
  readonly place: PlaceOf;
}

/** Reports what the columns and the stub of a table say of the values of some of its rows and does not fit. */
export function checkColumns(
  lookup: Lookup,
  { spec, tree }: Located<TableSpec>,
  columns: readonly ColumnItem[],
  { rows, value: common, place: commonPlace }: Stretch,
  report: Report,
): void {
  const { cubes } = lookup.dataset;
  if (spec.stub.value) {
    checkValue(lookup, rows, spec.stub.value, (rest) => tree.place(['stub', 'value', ...rest]), report);
  }
  for (const { value, show, path, at } of columns) {
    if (show) continue;
    const place: PlaceOf = (rest) => {
      const [key = ''] = rest;
      return common === undefined || key in value ? tree.place([...path, 'value', ...rest]) : commonPlace(rest);
    };
    const merged = { ...common, ...value };
    checkValue(lookup, rows, merged, place, report);
    const cube = cubes.get(merged.cube ?? rows.cube);
    const repeated = at.code && cubes.get(at.code.cube);
    const dimension = repeated?.dimensions.find(({ name }) => at.code?.key[name] !== undefined);
    if (cube === undefined || dimension === undefined) continue;
    const each = tree.place([...path.slice(0, 2), 'each', 'dimension']);
    const { name, list } = dimension;
    if (cube === repeated && (name === rows.dimension || rows.where?.[name] !== undefined)) {
      report(error('spec.dimension-twice', each, { dimension: name, cube: cube.name }));
    }
    checkList(list, cube, each, report);
  }
}
