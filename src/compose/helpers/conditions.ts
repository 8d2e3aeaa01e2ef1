import * as derive from '../../derive/index.ts';
import type { Dataset } from '../../model/dataset.ts';
import { idOf, keysOf } from '../../model/document.ts';
import { suggest } from '../../model/nearest.ts';
import { type Helper, HelperProblem } from '../engine.ts';
import { isTruthy, limitIn, membersOf, quantityOf, type Tools } from './arguments.ts';

/** Whether an edition has a fact, by its path, a cube, by its name, or a measure of one (`macro.gdp`). */
export function hasNamed({ cubes, facts }: Dataset, name: string): boolean {
  const [cube = '', measure = ''] = name.split('.');
  return facts.has(name) || cubes.has(name) || cubes.get(cube)?.measures.has(measure) === true;
}

/** Helpers that answer yes or no. */
export function conditionHelpers({ lookup, inserts }: Tools): Record<string, Helper> {
  return {
    rises: ([value]) => derive.direction(lookup, quantityOf(value)) === 1,
    falls: ([value]) => derive.direction(lookup, quantityOf(value)) === -1,
    /** Whether the change against the year before is known. */
    comparable: ([value]) => derive.growth(lookup, quantityOf(value)) !== undefined,
    exceeds: ([value, limit]) => {
      const quantity = quantityOf(value);
      return quantity.value.gt(limitIn(lookup, limit, quantity.unit));
    },
    /** Whether the source calls the figure a record and the data do not contradict it. */
    record: ([value]) => {
      const quantity = quantityOf(value);
      const word = quantity.ref && lookup.publishedIndicator('record', quantity.ref)?.word;
      return word === 'high' && derive.direction(lookup, quantity) !== -1;
    },
    has: ([name]) => hasNamed(lookup.dataset, String(name)),
    /** Whether the edition's arrangement has the table or figure of that key. */
    shows: (_, { table, figure }) => {
      const [kind, name] = table === undefined ? (['figure', figure] as const) : (['table', table] as const);
      const key = String(name);
      const shown = inserts.get(idOf(kind, key));
      if (shown !== undefined) return shown;
      const suggestion = suggest(key, keysOf(kind, inserts.keys()));
      throw new HelperProblem('reference.unknown', { kind, context: kind, key, suggestion });
    },
    not: ([value]) => !isTruthy(value),
    and: (values) => values.every(isTruthy),
    or: (values) => values.some(isTruthy),
    is: ([a, b]) => a === b,
    /** Whether a list has any element. */
    any: ([list]) => membersOf(list).length > 0,
  };
}
