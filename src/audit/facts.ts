import { type Lookup, ofWhole, ratio, sumOf } from '../derive/index.ts';
import type { FigureFact } from '../model/dataset.ts';
import { type Problem, warning } from '../model/problem.ts';
import type { Quantity } from '../model/quantity.ts';
import { compare } from './compare.ts';
import type { Finding } from './index.ts';

/** A fact by its path, or `total.amount` for the book's total of a measure. */
function operand(lookup: Lookup, path: string): Quantity | undefined {
  const { facts, totals, edition } = lookup.dataset;
  const measure = path.startsWith('total.') ? path.slice('total.'.length) : undefined;
  const cube = measure === undefined ? undefined : totals.get(measure);
  if (measure !== undefined && cube !== undefined) return lookup.at({ cube, key: {}, measure, year: edition.year });
  const fact = facts.get(path);
  return fact?.kind === 'figure' ? fact.quantity : undefined;
}

function follows(lookup: Lookup, fact: FigureFact, operands: readonly Quantity[]): Quantity | undefined {
  const [first, second] = operands;
  if (first === undefined || fact.follows === undefined) return undefined;
  switch (fact.follows.indicator) {
    case 'sum':
      return sumOf(operands);
    case 'share':
      return second && ofWhole(first, second);
    case 'ratio':
      return second && ratio(lookup, first, second);
  }
}

/** Facts that say of what they follow, against what they follow from. */
export function auditFacts(lookup: Lookup): Finding[] {
  return [...lookup.dataset.facts.values()].flatMap((fact): Finding[] => {
    if (fact.kind !== 'figure' || fact.follows === undefined || fact.quantity.origin.kind !== 'fact') return [];
    const { place } = fact.quantity.origin;
    const name = `fact ${fact.path}`;
    const paths = fact.follows.of;
    const operands = paths.map((path) => operand(lookup, path));
    const absent = paths.filter((_, index) => operands[index] === undefined);
    if (absent.length > 0) {
      const problem: Problem = warning('audit.unknown-fact', place, { path: absent.join(', ') });
      return [{ name, problem }];
    }
    const result = follows(
      lookup,
      fact,
      operands.filter((quantity) => quantity !== undefined),
    );
    return result ? compare(lookup, name, fact.quantity, result, place) : [];
  });
}
