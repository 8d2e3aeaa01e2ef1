import type { RawEdition, Report, YamlTree } from '../load/index.ts';
import { suggest } from '../model/nearest.ts';
import { error } from '../model/problem.ts';
import { type TableSpec, tableSchema } from './schemas/table.ts';
import { checkTree, type Located } from './tree.ts';

type Properties = Readonly<Record<string, unknown>>;

const propertiesOf = ({ value }: YamlTree): Properties =>
  typeof value === 'object' && value !== null ? (value as Properties) : {};

/** A table with what it does not say itself from another one; each property stands where it is written. */
function onBase(own: YamlTree, base: YamlTree): YamlTree {
  const { base: _, ...said } = propertiesOf(own);
  const treeOf = ([key]: readonly PropertyKey[]) => (key === undefined || Object.hasOwn(said, key) ? own : base);
  return {
    file: own.file,
    value: { ...propertiesOf(base), ...said },
    place: (path) => treeOf(path).place(path),
    keyPlace: (path) => treeOf(path).keyPlace(path),
    textPlace: (path) => treeOf(path).textPlace(path),
  };
}

/**
 * The tables of a series. One that names another as its `base` has the properties of that which it does not have itself;
 * a base has none. Faults of a base are told once, where they stand.
 */
export function readTables({ tables, series, unreadable }: RawEdition, report: Report) {
  const found = new Map<string, Located<TableSpec>>();
  for (const [key, tree] of tables) {
    const { base: name } = propertiesOf(tree);
    const base = typeof name === 'string' ? tables.get(name) : undefined;
    const place = tree.place(['base']);
    if (typeof name === 'string' && base === undefined) {
      const isFaulty = unreadable.has(`templates/${series}/tables/${name}.yaml`);
      const known = [...tables.keys()].filter((other) => other !== key);
      if (!isFaulty) report(error('table.unknown-base', place, { base: name, suggestion: suggest(name, known) }));
      continue;
    }
    if (base && propertiesOf(base).base !== undefined) {
      report(error('table.base-of-base', place, { base: String(name) }));
      continue;
    }
    const whole = base ? onBase(tree, base) : tree;
    const spec = checkTree(tableSchema, whole, (problem) => {
      if (base === undefined || problem.place?.file !== base.file) report(problem);
    });
    if (spec !== undefined) found.set(key, { spec, tree: whole });
  }
  return found;
}
