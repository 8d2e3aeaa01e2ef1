import type { Report, YamlTree } from '../load/index.ts';
import type { Code, Fact } from '../model/dataset.ts';
import type { Quantity } from '../model/quantity.ts';
import { checkUnit, codeListOf, codeOf, type Lookups } from './codes.ts';
import { publishedQuantity } from './number.ts';
import { factsSchema } from './schemas/facts.ts';
import { checkTree } from './tree.ts';

/** Units whose numbers the source has rounded; all other facts are counts. */
const rounded = new Set(['percent', 'ratio', 'multiple']);

/** A figure as the text of the source states it: a count is exact, anything else has been rounded. */
export function statedQuantity(value: string, unit: string, origin: Quantity['origin'], { units }: Lookups): Quantity {
  const exact = units.get(unit)?.power === 0 && !rounded.has(unit);
  return publishedQuantity(value, unit, origin, exact ? 'exact' : undefined);
}

/** Figures, codes and names that the text of the source holds besides its tables, by path (`policies.divisions`). */
export function readFacts(tree: YamlTree | undefined, lookups: Lookups, report: Report): Map<string, Fact> {
  const facts = new Map<string, Fact>();
  const spec = checkTree(factsSchema, tree, report);
  if (spec === undefined || tree === undefined) return facts;
  const codesOf = (name: string, codes: readonly string[], path: readonly string[]): Code[] => {
    const { lists, unreadable } = lookups;
    const list = codeListOf(name, lists, unreadable, tree.place([...path, 'list']), report);
    if (list === undefined) return [];
    return codes.flatMap(
      (code, index) => codeOf(code, list, unreadable, tree.place([...path, 'codes', index]), report) ?? [],
    );
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
        const place = tree.place([group, name, 'value']);
        const quantity = statedQuantity(value, unit, { kind: 'fact', path, place, source }, lookups);
        facts.set(path, { kind: 'figure', path, quantity, precision, ...(follows && { follows }) });
      }
    }
  }
  return facts;
}
