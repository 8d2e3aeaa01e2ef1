import * as derive from '../derive/index.ts';
import type { Quantity } from '../model/quantity.ts';
import type { Words } from '../words/index.ts';
import type { Slice } from './context.ts';
import { escapeMarkup, type Helper, HelperProblem, type Printable } from './engine.ts';
import type { Formatter } from './format.ts';
import { isFigure, markup, type Session } from './session.ts';

interface Tools {
  readonly lookup: derive.Lookup;
  readonly session: Session;
  readonly format: Formatter;
  readonly words: Words;
}

function quantityOf(value: unknown): Quantity {
  if (!isFigure(value)) throw new HelperProblem('helper.not-a-figure', value === undefined ? { context: 'blank' } : {});
  return value.quantity;
}

const isSlice = (value: unknown): value is Slice => typeof value === 'object' && value !== null && 'code' in value;

function slicesOf(value: unknown): readonly Slice[] {
  if (typeof value === 'object' && value !== null && !('toHTML' in value)) {
    const members: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
    // Identity matters: a list that a helper has chosen is remembered by it.
    if (members.every(isSlice)) return Array.isArray(value) ? value : members;
  }
  throw new HelperProblem('helper.not-a-list');
}

const measureOf = (hash: Readonly<Record<string, unknown>>) => optionalText(hash.by) ?? 'amount';

/** Figures given one by one, or those of a list of slices. */
function quantitiesOf(values: readonly unknown[], hash: Readonly<Record<string, unknown>>): Quantity[] {
  const [list] = values;
  return Array.isArray(list)
    ? slicesOf(list).map((slice) => quantityOf(slice[measureOf(hash)]))
    : values.map(quantityOf);
}

const optionalText = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function decimalsIn(hash: Readonly<Record<string, unknown>>, quantity: Quantity): Quantity {
  const { decimals } = hash;
  return typeof decimals === 'number' ? { ...quantity, decimals } : quantity;
}

/** By what the members of a chosen list were judged, members and all others: a count of the list follows from it. */
type Examined = WeakMap<readonly Slice[], readonly Quantity[]>;

/** Helpers that compute: each answers with a figure, or says at the template's line that the data do not give it. */
function indicatorHelpers({ lookup, session }: Tools, examined: Examined): Record<string, Helper> {
  const figure = (quantity: Quantity | undefined, hash: Readonly<Record<string, unknown>>) => {
    if (quantity === undefined) throw new HelperProblem('helper.not-determined');
    return session.figure(decimalsIn(hash, quantity));
  };
  const unary =
    (compute: (lookup: derive.Lookup, quantity: Quantity) => Quantity | undefined): Helper =>
    ([value], hash) =>
      figure(compute(lookup, quantityOf(value)), hash);
  return {
    share: unary(derive.share),
    growth: unary(derive.growth),
    increase: unary(derive.increase),
    times: unary(derive.times),
    contribution: unary(derive.contribution),
    previous: unary((data, quantity) => data.previous(quantity)),
    rank: ([value], hash) => figure(derive.rank(lookup, quantityOf(value), optionalText(hash.kind)), hash),
    ratio: ([a, b], hash) => figure(derive.ratio(lookup, quantityOf(a), quantityOf(b)), hash),
    'share-of': ([part, whole], hash) => figure(derive.ofWhole(quantityOf(part), quantityOf(whole)), hash),
    /** Of figures, or of a list of slices (`by` names the measure). */
    sum: (values, hash) => figure(derive.sumOf(lookup, quantitiesOf(values, hash)), hash),
    /** What figures or slices of a cube leave of its whole. */
    rest: (values, hash) => figure(derive.remainder(lookup, quantitiesOf(values, hash)), hash),
    /** The same quantity in another unit of the same base, such as 亿元 for 万元. */
    in: ([value, unit], hash) => figure(derive.inUnit(lookup, quantityOf(value), String(unit)), hash),
    magnitude: ([value], hash) => figure(derive.magnitude(quantityOf(value)), hash),
    count: ([list], hash) => {
      const unit = optionalText(hash.unit);
      if (unit === undefined || !lookup.dataset.units.has(unit)) throw new HelperProblem('helper.unit-missing');
      const slices = slicesOf(list);
      const measured = slices.flatMap((slice) => Object.values(slice).find(isFigure)?.quantity ?? []);
      return figure(derive.count(measured, unit, examined.get(slices)), hash);
    },
  };
}

/** Helpers that choose words by what the data say, and helpers that refer. */
function wordHelpers({ lookup, session, format, words }: Tools): Record<string, Helper> {
  const directionOf = (value: unknown): 'up' | 'down' | 'same' => {
    const direction = derive.direction(lookup, quantityOf(value));
    if (direction === undefined) throw new HelperProblem('helper.not-determined');
    return direction > 0 ? 'up' : direction < 0 ? 'down' : 'same';
  };
  /** A sentence part with a figure at `{{number}}`. */
  const fill = (key: string, figure: Printable): Printable => {
    const [before = '', after = ''] = words.say(key, { number: '\u0000' }).split('\u0000');
    const bare = !words.say(key, { number: '\u0000' }).includes('\u0000');
    return markup(escapeMarkup(before) + (bare ? '' : figure.toHTML() + escapeMarkup(after)));
  };
  return {
    /** `growth` by default: "rose by 3.2%"; `by="amount"`: "rose by CNY 3 million". */
    change: ([value], hash) => {
      const quantity = quantityOf(value);
      const amount = hash.by === 'amount';
      const change = amount ? derive.increase(lookup, quantity) : derive.growth(lookup, quantity);
      if (change === undefined) throw new HelperProblem('helper.not-determined');
      const key = `book:change.${amount ? 'verb-amount' : 'verb'}.${directionOf(value)}`;
      return fill(key, session.figure(decimalsIn(hash, derive.magnitude(change))));
    },
    /** One of the words given for `up`, `down` and `same`, by the direction of the figure. */
    direction: ([value], hash) => {
      const word = hash[directionOf(value)];
      if (typeof word !== 'string') throw new HelperProblem('helper.word-missing', { word: directionOf(value) });
      return word;
    },
    /** Without its unit, which the sentence names itself. */
    number: ([value], hash) => {
      const quantity = decimalsIn(hash, quantityOf(value));
      const digits = format.cell(quantity);
      const above = isFigure(value) && value.above;
      return session.bind(quantity, above ? words.say('units:above', { number: digits }) : digits);
    },
    /** Names of slices: `A、B和C`, `A, B and C`. */
    list: ([value], hash) => {
      const names = slicesOf(value).map((slice) => slice.name);
      const last = names.pop() ?? '';
      const separator = words.say('book:list.separator');
      const and = optionalText(hash.last) ?? words.say('book:list.last');
      return names.length === 0 ? last : names.join(separator) + and + last;
    },
    t: ([key], hash) => words.say(`book:${String(key)}`, hash),
    /** A name set in lower case within an English sentence. */
    lower: ([value]) => String(value).charAt(0).toLowerCase() + String(value).slice(1),
  };
}

/** Helpers that answer yes or no, and helpers that choose and order slices. */
function listHelpers({ lookup }: Tools, examined: Examined): Record<string, Helper> {
  /** Whether a figure exceeds a limit, a figure of a unit with the same base or a number in its own unit. */
  const isAbove = ({ value, unit }: Quantity, limit: unknown) => {
    const bound = isFigure(limit) ? derive.inUnit(lookup, limit.quantity, unit)?.value : Number(limit);
    if (bound === undefined) throw new HelperProblem('helper.not-determined');
    return value.gt(bound);
  };
  const changeOf = (quantity: Quantity) => derive.increase(lookup, quantity) ?? derive.growth(lookup, quantity);
  const withMeasure = (value: unknown, hash: Readonly<Record<string, unknown>>) =>
    slicesOf(value).filter((slice) => isFigure(slice[measureOf(hash)]));
  /** The slices that pass a test, remembering the figures by which all candidates were judged. */
  const choose = (
    list: unknown,
    hash: Readonly<Record<string, unknown>>,
    judgedBy: (quantity: Quantity) => Quantity | undefined,
    passes: (quantity: Quantity) => boolean,
  ): readonly Slice[] => {
    const candidates = withMeasure(list, hash).map((slice) => ({
      slice,
      quantity: quantityOf(slice[measureOf(hash)]),
    }));
    const chosen = candidates.filter(({ quantity }) => passes(quantity)).map(({ slice }) => slice);
    examined.set(
      chosen,
      candidates.map(({ quantity }) => judgedBy(quantity) ?? quantity),
    );
    return chosen;
  };
  return {
    rises: ([value]) => derive.direction(lookup, quantityOf(value)) === 1,
    falls: ([value]) => derive.direction(lookup, quantityOf(value)) === -1,
    exceeds: ([value, limit]) => isAbove(quantityOf(value), limit),
    /** Whether the source calls the figure a record and the data do not contradict it. */
    record: ([value]) => {
      const quantity = quantityOf(value);
      const word = quantity.ref && lookup.publishedIndicator('record', quantity.ref)?.word;
      return word === 'high' && derive.direction(lookup, quantity) !== -1;
    },
    /** Whether the edition has a fact, by its path. */
    has: ([path]) => lookup.dataset.facts.has(String(path)),
    not: ([value]) => !value,
    and: (values) => values.every(Boolean),
    is: ([a, b]) => a === b,
    /** Slices of a cube with a figure, in list order: all without parent, those of a `kind`, or all `except` a kind. */
    slices: ([cube], hash) => {
      const kind = optionalText(hash.kind);
      const excluded = new Set(
        hash.except === undefined ? [] : slicesOf(cube).filter((slice) => slice.kind === hash.except),
      );
      const named = Object.fromEntries(slicesOf(cube).map((slice) => [slice.code, slice]));
      const [first] = withMeasure(cube, hash);
      if (first === undefined) return [];
      return derive
        .siblings(lookup, quantityOf(first[measureOf(hash)]), kind)
        .flatMap((quantity) => named[Object.values(quantity.ref?.key ?? {})[0] ?? ''] ?? [])
        .filter((slice) => !excluded.has(slice));
    },
    /** Largest first, by the measure or by an `indicator` of it; slices that have none are left out. */
    sort: ([list], hash) => {
      const name = derive.indicatorNames.find((candidate) => candidate === hash.indicator);
      const value = (slice: Slice) => {
        const quantity = quantityOf(slice[measureOf(hash)]);
        return (name === undefined ? quantity : derive.indicator(lookup, name, quantity))?.value;
      };
      return withMeasure(list, hash)
        .flatMap((slice) => ({ slice, value: value(slice) ?? [] }))
        .filter((entry): entry is { slice: Slice; value: Quantity['value'] } => !Array.isArray(entry.value))
        .toSorted((a, b) => b.value.comparedTo(a.value))
        .map(({ slice }) => slice);
    },
    take: ([list, number]) => slicesOf(list).slice(0, Number(number)),
    skip: ([list, number]) => slicesOf(list).slice(Number(number)),
    first: ([list]) => {
      const [slice] = slicesOf(list);
      if (slice === undefined) throw new HelperProblem('helper.list-empty');
      return slice;
    },
    /** Slices that grew, by more than `above` per cent if given. */
    rising: ([list], hash) => {
      const { above } = hash;
      if (above === undefined)
        return choose(list, hash, changeOf, (quantity) => derive.direction(lookup, quantity) === 1);
      const growth = (quantity: Quantity) => derive.growth(lookup, quantity);
      return choose(list, hash, growth, (quantity) => growth(quantity)?.value.gt(Number(above)) ?? false);
    },
    falling: ([list], hash) => choose(list, hash, changeOf, (quantity) => derive.direction(lookup, quantity) === -1),
    /** Slices above a limit, a figure of a unit with the same base or a number in their own. */
    above: ([list, limit], hash) =>
      choose(
        list,
        hash,
        (quantity) => quantity,
        (quantity) => isAbove(quantity, limit),
      ),
    /** Whether a list has any element. */
    any: ([list]) => slicesOf(list).length > 0,
  };
}

export function createHelpers(tools: Tools): Record<string, Helper> {
  const examined: Examined = new WeakMap();
  return { ...indicatorHelpers(tools, examined), ...wordHelpers(tools), ...listHelpers(tools, examined) };
}
