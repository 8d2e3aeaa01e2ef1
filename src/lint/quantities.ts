/** Which quantity of the data an expression of a template stands for, whatever list or block it is taken from. */
import type { Dataset } from '../model/dataset.ts';
import type { Call, Expression, Name } from './expressions.ts';
import type { Enclosing } from './reading.ts';

/** Helpers that choose from a list or put it in order: what is chosen has the same figures. */
const choosing = new Set([
  ...['sort', 'take', 'skip', 'first', 'last', 'rising', 'falling', 'climbing', 'slipping', 'peaks', 'above', 'zero'],
]);
/** Helpers that answer with the figure that they are given, said otherwise. */
const saying = new Set(['number', 'magnitude', 'in']);
/** Helpers whose figure is the same, or its opposite, whichever operand comes first. */
const symmetric = new Set(['sum', 'minus', 'points']);
/** Named arguments that change how a figure is printed and not which one. */
const formOnly = new Set(['decimals', 'unit', 'indicator', 'descending', 'last', 'above']);

const named = (call: Call, within: readonly Enclosing[]) =>
  Object.entries(call.named)
    .filter(([key]) => !formOnly.has(key) && !(key === 'by' && call.helper === 'slices'))
    .map(([key, value]) => `${key}=${value.kind === 'written' ? value.value : meaning(value, within)}`)
    .sort();

/** What names are looked up in: the subject of the block `depth` blocks further out; undefined at the root. */
function context(within: readonly Enclosing[], depth: number): string | undefined {
  let left = depth;
  for (const [index, { block, on, holds }] of [...within.entries()].reverse()) {
    const [subject] = on;
    if (!holds || subject === undefined || (block !== 'each' && block !== 'with')) continue;
    if (left === 0) return meaning(subject, within.slice(0, index));
    left -= 1;
  }
  return undefined;
}

function meaningOfName({ parts, data, depth }: Name, within: readonly Enclosing[]): string {
  const [head, ...rest] = parts;
  if (data) return head === 'root' ? rest.join('.') : `@${parts.join('.')}`;
  const base = context(within, depth);
  return [...(base === undefined || base === '' ? [] : [base]), ...parts].join('.');
}

/**
 * A text that is the same for the same quantity: `output[within=YRD].amount` for `amount` within
 * `{{#each (take (sort (slices output within="YRD")) 3)}}`, `growth(…)` for `change` and `growth` alike.
 */
export function meaning(expression: Expression, within: readonly Enclosing[]): string {
  if (expression.kind === 'written') return String(expression.value);
  if (expression.kind === 'name') return meaningOfName(expression, within);
  const { helper, args } = expression;
  const [first, second] = args;
  const subject = first ? meaning(first, within) : '';
  if (choosing.has(helper) || saying.has(helper)) return subject;
  if (helper === 'slices') return `${subject}[${named(expression, within).join(';')}]`;
  if (helper === 'lookup') return `${subject}.${second?.kind === 'written' ? second.value : '*'}`;
  const indicator = helper === 'change' ? (expression.named.by ? 'increase' : 'growth') : helper;
  const operands = args.map((argument) => meaning(argument, within));
  if (symmetric.has(helper)) operands.sort();
  const options = helper === 'change' ? [] : named(expression, within);
  return `${indicator}(${[...operands, ...options].join(', ')})`;
}

const textual = new Set(['list', 'lower', 't', 'direction', 'lookup']);
const nameParts = new Set(['name', 'code', 'year', 'kind', 'original']);

/** Whether what is printed is a figure, and not a name, a year or a word. */
export function isFigure(expression: Expression, within: readonly Enclosing[], datasets: readonly Dataset[]): boolean {
  if (expression.kind === 'written') return false;
  if (expression.kind === 'call' && expression.helper !== 'lookup')
    return !textual.has(expression.helper) && !choosing.has(expression.helper);
  const path = meaning(expression, within);
  const last = path.split('.').at(-1) ?? '';
  if (nameParts.has(last)) return false;
  if (path.startsWith('facts.')) {
    return datasets.some(({ facts }) => facts.get(path.slice('facts.'.length))?.kind === 'figure');
  }
  return measureOf(path, datasets) !== undefined;
}

/** The measure that a meaning such as `output[within=YRD].amount` ends in, in any of the datasets. */
function measureOf(path: string, datasets: readonly Dataset[]): { readonly unit: string } | undefined {
  const [, cube = '', measure = ''] = /^([a-z][a-z0-9-]*)(?:\[[^\]]*\]|\.[^.[\]]+)*\.([a-z_0-9-]+)$/.exec(path) ?? [];
  for (const { cubes } of datasets) {
    const measures = cubes.get(cube)?.measures;
    const found = measures?.get(measure) ?? (measure === 'average' ? measures?.get('amount') : undefined);
    if (found) return found;
  }
  return undefined;
}

/** Units of the figures that helpers and columns compute, where it is not that of what they compute it from. */
export const unitOfIndicator: Readonly<Record<string, string>> = {
  growth: 'percent',
  share: 'percent',
  'share-of': 'percent',
  contribution: 'percent',
  points: 'point',
  times: 'multiple',
  ratio: 'ratio',
  rank: 'rank',
};

/** The measure by which a helper chooses: that of `by`, else the amount. */
const measureIn = ({ named: { by } }: Call): string => (by?.kind === 'written' ? String(by.value) : 'amount');

/** The unit of a figure, as far as the template and the data tell it. */
export function unitOf(
  expression: Expression,
  within: readonly Enclosing[],
  datasets: readonly Dataset[],
): string | undefined {
  if (expression.kind === 'written') return undefined;
  if (expression.kind === 'name') {
    const path = meaning(expression, within);
    if (!path.startsWith('facts.')) return measureOf(path, datasets)?.unit;
    const facts = datasets.map((dataset) => dataset.facts.get(path.slice('facts.'.length)));
    return facts.flatMap((fact) => (fact?.kind === 'figure' ? fact.quantity.unit : []))[0];
  }
  const { helper, args, named: options } = expression;
  const [first, second] = args;
  if (helper === 'in') return second?.kind === 'written' ? String(second.value) : undefined;
  if (helper === 'count') return options.unit?.kind === 'written' ? String(options.unit.value) : undefined;
  if (helper === 'change' && options.by === undefined) return 'percent';
  const own = unitOfIndicator[helper];
  if (own !== undefined || first === undefined) return own;
  if (first.kind === 'call' && (choosing.has(first.helper) || first.helper === 'slices')) {
    return measureOf(`${meaning(first, within)}.${measureIn(expression)}`, datasets)?.unit;
  }
  return unitOf(first, within, datasets);
}
