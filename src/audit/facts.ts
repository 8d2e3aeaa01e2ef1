import { Exact } from '../derive/exact.ts';
import { difference, growth, type Lookup, ofWhole, ratio, share, sumOf } from '../derive/index.ts';
import { type Problem, warning } from '../model/problem.ts';
import type { ObservationRef, Quantity } from '../model/quantity.ts';
import type { Fact, FigureFact, Operand } from '../model/statements.ts';
import { candidates } from './choices.ts';
import { compare, inUnitOf } from './compare.ts';
import type { Finding } from './finding.ts';
import { priorOf } from './prior.ts';
import { suspectsOf } from './suspects.ts';

type Figures = ReadonlyMap<string, Quantity>;

/** Figures of facts and of the chronicle, by path. */
function figuresOf({ dataset: { facts, chronicle } }: Lookup): Figures {
  const all: Fact[] = [...facts.values(), ...chronicle.flatMap(({ figures }) => [...figures.values()])];
  return new Map(all.flatMap((fact) => (fact.kind === 'figure' ? [[fact.path, fact.quantity] as const] : [])));
}

/** The figure at one or several places together, or its share or growth; undefined if one of them is not known. */
function ofPlace(lookup: Lookup, indicator: 'value' | 'share' | 'growth', refs: readonly ObservationRef[]) {
  const parts = refs.map((ref) => priorOf(lookup, ref));
  const known = parts.filter((part) => part !== undefined);
  if (known.length < parts.length) return undefined;
  const quantity = known.length === 1 ? known[0] : sumOf(known);
  switch (indicator) {
    case 'value':
      return quantity;
    case 'share':
      return quantity && shareOf(lookup, quantity);
    case 'growth':
      return quantity && growth(lookup, quantity);
  }
}

/** A sum has a share as its parts have. */
function shareOf(lookup: Lookup, quantity: Quantity): Quantity | undefined {
  const whole = quantity.ref && lookup.at({ ...quantity.ref, key: {} });
  return share(lookup, quantity) ?? (whole && ofWhole(quantity, whole));
}

/** A fact by its path, `total.amount` for the book's total of a measure, or a place of the data. */
function operandOf(lookup: Lookup, figures: Figures, operand: Operand): Quantity | undefined {
  if (operand.kind === 'place') return ofPlace(lookup, operand.indicator, operand.refs);
  const { totals, edition } = lookup.dataset;
  const { path } = operand;
  const measure = path.startsWith('total.') ? path.slice('total.'.length) : undefined;
  const cube = measure === undefined ? undefined : totals.get(measure);
  if (measure !== undefined && cube !== undefined) return lookup.at({ cube, key: {}, measure, year: edition.year });
  return figures.get(path);
}

const operandText = (operand: Operand) =>
  operand.kind === 'fact'
    ? operand.path
    : operand.refs.map(({ cube, measure, year }) => `${cube} ${measure} ${year}`).join(', ');

/** What a fact follows from, or the limit that it must not be on the wrong side of. */
function follows(lookup: Lookup, fact: FigureFact, operands: readonly Quantity[]): Quantity | undefined {
  const [first, second] = operands;
  if (first === undefined || fact.follows === undefined) return undefined;
  switch (fact.follows.indicator) {
    case 'same':
    case 'at-least':
    case 'at-most':
      return first;
    case 'sum':
      return sumOf(operands);
    case 'share': {
      // All but the last operand together, of the last.
      const whole = operands.at(-1);
      const part = operands.length > 2 ? sumOf(operands.slice(0, -1)) : first;
      return part && whole && second && ofWhole(part, inUnitOf(lookup, whole, part) ?? whole);
    }
    case 'ratio':
      return second && ratio(lookup, first, second);
    case 'difference':
      return second && difference(lookup, first, second);
  }
}

/** A figure of the text that says of what it follows, against what it follows from. */
function auditFigure(lookup: Lookup, figures: Figures, fact: FigureFact, name: string): Finding[] {
  if (fact.follows === undefined || fact.quantity.origin.kind !== 'fact') return [];
  const { place, source } = fact.quantity.origin;
  const { of, indicator } = fact.follows;
  const operands = of.map((operand) => operandOf(lookup, figures, operand));
  const absent = of.filter((_, index) => operands[index] === undefined);
  if (absent.length > 0) {
    const problem: Problem = warning('audit.unknown-fact', place, { path: absent.map(operandText).join(', ') });
    return [{ name, rule: 'facts', problem, cell: { table: source } }];
  }
  const known = operands.filter((quantity) => quantity !== undefined);
  const result = follows(lookup, fact, known);
  if (result === undefined) return [];
  const { quantity: printed, precision } = fact;
  const limit = inUnitOf(lookup, result, printed);
  if (limit && indicator === 'at-least' && printed.interval.high.gte(limit.interval.low)) return [];
  if (limit && indicator === 'at-most' && printed.interval.low.lte(limit.interval.high)) return [];
  const suspects = () => suspectsOf(printed, result);
  return compare(lookup, { rule: 'facts', name, printed, follows: result, place, precision, suspects });
}

/** A number of codes that the source counts, against those that are chosen in the data. */
function auditCount(lookup: Lookup, fact: FigureFact, name: string): Finding[] {
  const { counts, quantity: printed } = fact;
  if (counts === undefined || printed.origin.kind !== 'fact') return [];
  const all = candidates(lookup, counts, printed.value.toNumber());
  const low = new Exact(all.filter(({ chosen }) => chosen === true).length);
  const high = new Exact(all.filter(({ chosen }) => chosen !== false).length);
  const origin = { kind: 'derived', indicator: 'count', inputs: all.map(({ quantity }) => quantity) } as const;
  const count: Quantity = { value: low, interval: { low, high }, unit: printed.unit, decimals: 0, origin };
  return compare(lookup, {
    rule: 'facts',
    name,
    printed,
    follows: count,
    place: printed.origin.place,
    precision: fact.precision,
  });
}

/** The codes that the source names, against those that are chosen in the data. */
function auditCodes(lookup: Lookup, fact: Extract<Fact, { kind: 'codes' }>, name: string): Finding[] {
  const { chosen: choice, codes, place, source } = fact;
  if (choice === undefined) return [];
  const named = new Set(codes.map(({ code }) => code));
  const all = candidates(lookup, choice, named.size);
  const wrong = all.filter(({ code, chosen }) => named.has(code) && chosen === false).map(({ code }) => code);
  const missing = choice.examples
    ? []
    : all.filter(({ code, chosen }) => !named.has(code) && chosen === true).map(({ code }) => code);
  if (wrong.length + missing.length === 0) return [];
  const values = { finding: name, wrong: wrong.join(', ') || '—', missing: missing.join(', ') || '—' };
  return [
    {
      name,
      rule: 'facts',
      problem: warning('audit.chosen', place, values),
      cell: { table: source, cube: choice.cube, measure: choice.measure },
      printed: wrong.join(', '),
      follows: missing.join(', '),
    },
  ];
}

/** Facts and figures of the chronicle that say of what they follow, against what they follow from. */
export function auditFacts(lookup: Lookup): Finding[] {
  const { facts, chronicle } = lookup.dataset;
  const figures = figuresOf(lookup);
  const ofFacts = [...facts.values()].flatMap((fact): Finding[] => {
    const name = `fact ${fact.path}`;
    if (fact.kind === 'codes') return auditCodes(lookup, fact, name);
    return fact.kind === 'name' ? [] : [...auditFigure(lookup, figures, fact, name), ...auditCount(lookup, fact, name)];
  });
  const ofChronicle = chronicle.flatMap((entry) =>
    [...entry.figures.values()].flatMap((figure) => auditFigure(lookup, figures, figure, figure.path)),
  );
  return [...ofFacts, ...ofChronicle];
}
