/**
 * Which identities of an edition no unrounded values can satisfy: an enumeration of its own, beside the audit's, from what
 * the data declare.
 */
import type { Agreement, Cube, Dataset } from '../../src/model/dataset.ts';
import { isQuantity, type Quantity } from '../../src/model/quantity.ts';
import type { FigureFact, Operand, PublishedIndicator } from '../../src/model/statements.ts';
import { apart, childrenOf, minus, over, plus, type Range, rangeOf, times, topCodes, Values } from './values.ts';

type Broken = Set<string>;

/** Power of ten of a unit, and 100 for what is printed in multiples of what others print in per cent. */
function scale({ units }: Dataset, unit: string): number {
  if (unit === 'multiple' || unit === 'ratio') return 100;
  return 10 ** (units.get(unit)?.power ?? 0);
}

const yearsOf = (cube: Cube) => [...new Set(cube.observations.map(({ year }) => year))];

/** Down the columns: parts and their parents, tops and the book's total. Along the rows: sums, parts. */
function brokenWithin(values: Values, cube: Cube, broken: Broken): void {
  for (const [row, { key, year, values: cells }] of cube.observations.entries()) {
    for (const measure of cube.measures.values()) {
      const cell = cells[measure.name];
      if (!isQuantity(cell)) continue;
      const own = rangeOf(cell);
      const name = `${cube.name} ${row} ${measure.name}`;
      for (const { name: dimension, list } of cube.dimensions) {
        const children = childrenOf(list, key[dimension] ?? '');
        const parts = children.map((code) =>
          values.at({ cube: cube.name, key: { ...key, [dimension]: code }, measure: measure.name, year }),
        );
        if (parts.length === 0 || parts.includes(undefined)) continue;
        const sum = parts.reduce<Range>((total, part) => (part ? plus(total, part) : total), [0, 0]);
        if (apart(own, sum)) broken.add(`parents ${name} ${dimension}`);
      }
      const columns = (measure.sumOf ?? []).map((column) => cells[column]);
      if (columns.length > 0 && columns.every((column) => isQuantity(column))) {
        const sum = columns.reduce<Range>(
          (total, column) => (isQuantity(column) ? plus(total, rangeOf(column)) : total),
          [0, 0],
        );
        if (apart(own, sum)) broken.add(`columns ${name}`);
      }
      const whole = measure.partOf === undefined ? undefined : cells[measure.partOf];
      if (isQuantity(whole) && own[0] > rangeOf(whole)[1] && apart(own, rangeOf(whole))) broken.add(`part ${name}`);
    }
  }
  if (cube.total === 'own') return;
  for (const measure of cube.measures.keys()) {
    const reference = values.dataset.totals.get(measure) ?? cube.name;
    if (reference === cube.name) continue;
    for (const year of yearsOf(cube)) {
      const own = values.ownWhole({ cube: cube.name, measure, year });
      const total = values.ownWhole({ cube: reference, measure, year });
      if (own && total && apart(own, total)) broken.add(`total ${cube.name} ${measure} ${year}`);
    }
  }
}

/** The same quantity in two cubes. */
function brokenBetween(values: Values, cube: Cube, agreement: Agreement, broken: Broken): void {
  const other = values.dataset.cubes.get(agreement.cube);
  if (other === undefined || agreement.relation === 'mean') return;
  const codesOf = (of: Cube, dimension: string, year: number) => {
    const list = of.dimensions.find(({ name }) => name === dimension)?.list;
    const codes = of.observations.filter((row) => row.year === year).flatMap(({ key }) => key[dimension] ?? []);
    const parents = codes.flatMap((code) => list?.codes.get(code)?.parent ?? []);
    return new Set([...codes, ...parents].filter((code) => list?.codes.get(code)?.kind !== 'rest'));
  };
  for (const [measure, theirMeasure] of Object.entries(agreement.measures)) {
    for (const year of yearsOf(cube)) {
      let keys = [{ own: { ...agreement.where }, theirs: { ...agreement.at } }];
      for (const [own, theirs] of Object.entries(agreement.by)) {
        const shared = [...codesOf(cube, own, year)].filter((code) => codesOf(other, theirs, year).has(code));
        keys = keys.flatMap((key) =>
          shared.map((code) => ({ own: { ...key.own, [own]: code }, theirs: { ...key.theirs, [theirs]: code } })),
        );
      }
      for (const key of keys) {
        const isWhole = Object.keys(key.own).length === 0;
        const own = isWhole
          ? values.ownWhole({ cube: cube.name, measure, year })
          : values.at({ cube: cube.name, key: key.own, measure, year });
        const theirs = values.at({ cube: other.name, key: key.theirs, measure: theirMeasure, year });
        const [unit, theirUnit] = [
          cube.measures.get(measure)?.unit,
          other.measures.get(theirMeasure.split('/')[0] ?? '')?.unit,
        ];
        if (own === undefined || theirs === undefined || unit === undefined || theirUnit === undefined) continue;
        const converted = times(theirs, scale(values.dataset, theirUnit) / scale(values.dataset, unit));
        const isBroken =
          agreement.relation === 'part' ? own[0] > converted[1] && apart(own, converted) : apart(own, converted);
        if (isBroken) broken.add(`agreement ${cube.name} ${JSON.stringify(key)} ${measure} ${year}`);
      }
    }
  }
}

/** What an indicator beside the tables must be, in the base of its unit; undefined where that is not simple to say. */
function due(values: Values, { indicator, ref, against }: PublishedIndicator): Range | undefined {
  const own = values.at(ref);
  const { dataset } = values;
  const unit = dataset.cubes.get(ref.cube)?.measures.get(ref.measure.split('/')[0] ?? '')?.unit ?? '';
  const before = values.at({ ...ref, year: ref.year - 1 });
  const isPlain = against.cube === undefined && against.measure === undefined && against.year === undefined;
  if (own === undefined || !isPlain) return undefined;
  const isUsual = Object.keys(against.key).length === 0 && against.kind === undefined;
  switch (indicator) {
    case 'value':
    case 'total':
      return times(own, scale(dataset, unit));
    case 'share': {
      const whole = isUsual ? values.whole(ref) : values.at({ ...ref, key: against.key });
      const quotient = whole && over(own, whole);
      return quotient && times(quotient, 100);
    }
    case 'growth': {
      const quotient = before && over(own, before);
      return quotient && minus(times(quotient, 100), [100, 100]);
    }
    case 'increase':
      return before && times(minus(own, before), scale(dataset, unit));
    case 'times': {
      const quotient = isUsual && before ? over(own, before) : undefined;
      return quotient && times(quotient, 100);
    }
    case 'rank':
      return dueRank(values, ref, against, own);
    default:
      return undefined;
  }
}

/** The places that a code may take among its peers in a cube of one dimension. */
function dueRank(
  values: Values,
  ref: PublishedIndicator['ref'],
  against: PublishedIndicator['against'],
  own: Range,
): Range | undefined {
  const cube = values.dataset.cubes.get(ref.cube);
  const [dimension, ...others] = cube?.dimensions ?? [];
  if (cube === undefined || dimension === undefined || others.length > 0) return undefined;
  const { list, name } = dimension;
  const code = ref.key[name];
  const group = against.key[name];
  const present = new Set(cube.observations.filter(({ year }) => year === ref.year).map(({ key }) => key[name] ?? ''));
  const partsOf = (whole: string) =>
    [...list.codes.values()]
      .filter(({ parent, within }) => parent === whole || within === whole)
      .map((part) => part.code);
  const pool =
    group !== undefined
      ? (list.groups.get(group) ?? partsOf(group))
      : against.kind !== undefined
        ? [...present]
        : topCodes(cube, name, ref.year);
  const peers = pool.filter(
    (each) => each !== code && (against.kind === undefined || list.codes.get(each)?.kind === against.kind),
  );
  if (code === undefined || peers.length === pool.length) return undefined;
  const ranges = peers.flatMap((each) => {
    const range = values.at({ ...ref, key: { [name]: each } });
    return range ? [range] : [];
  });
  return [1 + ranges.filter(([low]) => low > own[1]).length, 1 + ranges.filter(([, high]) => high > own[0]).length];
}

const isRelative = new Set(['percent', 'multiple', 'ratio', 'point']);

function printedRange({ interval, unit }: Quantity, dataset: Dataset): Range {
  const factor = isRelative.has(unit) ? (unit === 'multiple' || unit === 'ratio' ? 100 : 1) : scale(dataset, unit);
  return times([interval.low.toNumber(), interval.high.toNumber()], factor);
}

/** Indicators against the tables, and those that stand in two places against each other. */
function brokenBeside(values: Values, broken: Broken): void {
  const seen = new Map<string, { text: string; at: number }[]>();
  for (const [at, entry] of values.dataset.published.entries()) {
    const { printed, precision, indicator, ref, against } = entry;
    if (printed === undefined || precision !== 'exact') continue;
    const range = due(values, entry);
    if (range && apart(printedRange(printed, values.dataset), range)) broken.add(`published ${at}`);
    const place = JSON.stringify([indicator, ref, against, printed.unit, printed.decimals]);
    const text = printed.value.toFixed(printed.decimals);
    const others = seen.get(place) ?? [];
    for (const other of others) if (other.text !== text) broken.add(`twice ${other.at} ${at}`);
    seen.set(place, [...others, { text, at }]);
  }
}

/** Facts of the text against what they say that they follow from. */
function brokenFacts(values: Values, broken: Broken): void {
  const { facts, totals, edition } = values.dataset;
  /** An operand in the base of its unit. */
  const operand = (given: Operand): Range | undefined => {
    if (given.kind === 'place') {
      if (given.indicator === 'growth') return undefined;
      const parts = given.refs.map((ref) => values.at(ref));
      const [ref] = given.refs;
      if (ref === undefined || parts.includes(undefined)) return undefined;
      const sum = parts.reduce<Range>((total, part) => (part ? plus(total, part) : total), [0, 0]);
      const unit = values.dataset.cubes.get(ref.cube)?.measures.get(ref.measure.split('/')[0] ?? '')?.unit ?? '';
      if (given.indicator === 'value') return times(sum, scale(values.dataset, unit));
      const whole = values.whole(ref);
      const share = whole && over(sum, whole);
      return share && times(share, 100);
    }
    const measure = given.path.startsWith('total.') ? given.path.slice(6) : '';
    const cube = totals.get(measure);
    if (cube !== undefined) {
      const unit = values.dataset.cubes.get(cube)?.measures.get(measure)?.unit ?? '';
      const total = values.at({ cube, key: {}, measure, year: edition.year });
      return total && times(total, scale(values.dataset, unit));
    }
    const fact = facts.get(given.path);
    return fact?.kind === 'figure' ? printedRange(fact.quantity, values.dataset) : undefined;
  };
  const dueFact = ({ follows }: FigureFact): Range | undefined => {
    const operands = follows?.of.map(operand) ?? [];
    const known = operands.filter((each) => each !== undefined);
    if (follows === undefined || known.length < operands.length) return undefined;
    const add = (list: readonly Range[]) => list.reduce(plus, [0, 0]);
    const last = known.at(-1);
    switch (follows.indicator) {
      case 'same':
        return known[0];
      case 'sum':
        return add(known);
      case 'share':
      case 'ratio': {
        const quotient = last && over(add(known.slice(0, -1)), last);
        return quotient && times(quotient, 100);
      }
      default:
        return undefined;
    }
  };
  for (const fact of facts.values()) {
    if (fact.kind !== 'figure' || fact.precision !== 'exact') continue;
    const range = dueFact(fact);
    if (range && apart(printedRange(fact.quantity, values.dataset), range)) broken.add(`fact ${fact.path}`);
  }
}

/** Names of the identities that no unrounded values can satisfy. */
export function brokenIdentities(dataset: Dataset): ReadonlySet<string> {
  const values = new Values(dataset);
  const broken: Broken = new Set();
  for (const cube of dataset.cubes.values()) {
    brokenWithin(values, cube, broken);
    for (const agreement of cube.agrees) brokenBetween(values, cube, agreement, broken);
  }
  brokenBeside(values, broken);
  brokenFacts(values, broken);
  return broken;
}
