import type { Report, YamlTree } from '../load/index.ts';
import type { Code, CodeList, Fact, Unit } from '../model/dataset.ts';
import { nearest } from '../model/nearest.ts';
import { error } from '../model/problem.ts';
import { checkUnit } from './codes.ts';
import { publishedQuantity } from './number.ts';
import { factsSchema } from './schema.ts';
import { checkTree } from './tree.ts';

/** Units whose numbers the source has rounded; all other facts are counts. */
const rounded = new Set(['percent', 'ratio', 'multiple']);

/** Figures, codes and names that the text of the source holds besides its tables, by path (`policies.divisions`). */
export function readFacts(
  tree: YamlTree | undefined,
  lookups: { readonly units: ReadonlyMap<string, Unit>; readonly lists: ReadonlyMap<string, CodeList> },
  report: Report,
): Map<string, Fact> {
  const facts = new Map<string, Fact>();
  const spec = checkTree(factsSchema, tree, report);
  if (spec === undefined || tree === undefined) return facts;
  const codesOf = (name: string, codes: readonly string[], path: readonly string[]): Code[] => {
    const list = lookups.lists.get(name);
    if (list === undefined) {
      report(
        error('codes.unknown-list', tree.place([...path, 'list']), {
          list: name,
          known: [...lookups.lists.keys()].join(', '),
        }),
      );
      return [];
    }
    return codes.flatMap((code, index) => {
      const found = list.codes.get(code);
      if (found) return [found];
      const suggestion = nearest(code, list.codes.keys()) ?? '';
      report(error('cube.unknown-code', tree.place([...path, 'codes', index]), { code, list: name, suggestion }));
      return [];
    });
  };
  for (const [group, members] of Object.entries(spec)) {
    for (const [name, fact] of Object.entries(members)) {
      const path = `${group}.${name}`;
      if ('names' in fact) facts.set(path, { kind: 'name', path, names: fact.names });
      else if ('codes' in fact)
        facts.set(path, { kind: 'codes', path, codes: codesOf(fact.list, fact.codes, [group, name]) });
      else {
        const { value, unit, source, precision, follows } = fact;
        checkUnit(unit, lookups.units, tree.place([group, name, 'unit']), report);
        const exact = lookups.units.get(unit)?.power === 0 && !rounded.has(unit);
        const place = tree.place([group, name, 'value']);
        const quantity = publishedQuantity(value, unit, exact, { kind: 'fact', path, place, source });
        facts.set(path, { kind: 'figure', path, quantity, precision, ...(follows && { follows }) });
      }
    }
  }
  return facts;
}
