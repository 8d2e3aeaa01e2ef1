import type { z } from 'zod';
import type { Report, YamlTree } from '../load/index.ts';
import type { Code } from '../model/dataset.ts';
import type { Place } from '../model/problem.ts';
import type { Quantity } from '../model/quantity.ts';
import type { Choice, Fact, FigureFact } from '../model/statements.ts';
import { checkKind, checkUnit, codeListOf, codeOf, type Lookups } from './codes.ts';
import { publishedQuantity } from './number.ts';
import { cubeWith, type PlaceNames, readOperand } from './operands.ts';
import { type choiceSchema, factsSchema, type followsSchema } from './schemas/facts.ts';
import { checkTree } from './tree.ts';

/** Units whose numbers the source has rounded; all other facts are counts. */
const rounded = new Set(['percent', 'ratio', 'multiple']);

/** A figure as the text of the source states it: a count is exact, anything else has been rounded. */
export function statedQuantity(value: string, unit: string, origin: Quantity['origin'], { units }: Lookups): Quantity {
  const exact = units.get(unit)?.power === 0 && !rounded.has(unit);
  return publishedQuantity(value, unit, origin, exact ? 'exact' : undefined);
}

type ChoiceSpec = z.infer<typeof choiceSchema>;

/** Which codes a fact names; cubes, measures and codes that do not exist are reported. */
function readChoice(spec: ChoiceSpec, names: PlaceNames, place: Place, report: Report): Choice {
  const cube = cubeWith(spec.cube, spec.measure, names, place, report);
  if (spec.than) cubeWith(spec.than.cube, spec.than.measure, names, place, report);
  if (spec.kind !== undefined && cube) checkKind(spec.kind, cube, place, report);
  const [dimension] = cube?.dimensions ?? [];
  for (const code of [...spec.except, ...(spec.within === undefined ? [] : [spec.within])]) {
    if (dimension) codeOf(code, dimension.list, names.lookups.unreadable, place, report);
  }
  const { kind, within, limit, than, ...rest } = spec;
  return {
    ...rest,
    ...(kind !== undefined && { kind }),
    ...(within !== undefined && { within }),
    ...(limit !== undefined && { limit }),
    ...(than && { than }),
  };
}

/** What a figure follows from, as `follows` says it. */
export function readFollows(
  spec: z.infer<typeof followsSchema>,
  names: PlaceNames,
  place: Place,
  report: Report,
): NonNullable<FigureFact['follows']> {
  return { indicator: spec.indicator, of: spec.of.map((text) => readOperand(text, names, place, report)) };
}

/** Figures, codes and names that the text of the source holds besides its tables, by path (`policies.divisions`). */
export function readFacts(tree: YamlTree | undefined, names: PlaceNames, report: Report): Map<string, Fact> {
  const { lookups } = names;
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
        facts.set(path, {
          kind: 'codes',
          path,
          codes: codesOf(fact.list, fact.codes, [group, name]),
          place: tree.place([group, name, 'codes']),
          source: fact.source,
          ...(fact.chosen && {
            chosen: readChoice(fact.chosen, names, tree.place([group, name, 'chosen']), report),
          }),
        });
      else {
        const { value, unit, source, precision, follows, counts } = fact;
        checkUnit(unit, lookups.units, tree.place([group, name, 'unit']), report);
        const place = tree.place([group, name, 'value']);
        const quantity = statedQuantity(value, unit, { kind: 'fact', path, place, source }, lookups);
        const at = (key: string) => tree.place([group, name, key]);
        facts.set(path, {
          kind: 'figure',
          path,
          quantity,
          precision,
          ...(follows && { follows: readFollows(follows, names, at('follows'), report) }),
          ...(counts && { counts: readChoice(counts, names, at('counts'), report) }),
        });
      }
    }
  }
  return facts;
}
