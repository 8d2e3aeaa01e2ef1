import type { Decimal } from 'decimal.js';
import { divide, Exact, linear } from '../derive/exact.ts';
import { averageOf, type Lookup } from '../derive/index.ts';
import type { Interval, ObservationRef, Quantity } from '../model/quantity.ts';

/** What a figure of the year before must have been, from a growth or direction that the source prints for the year after. */
function beforeGrowth(lookup: Lookup, ref: ObservationRef): Quantity | undefined {
  const next = { ...ref, year: ref.year + 1 };
  const current = lookup.at(next);
  if (current === undefined || current.interval.low.lt(0)) return undefined;
  const printed = lookup.publishedIndicator('growth', next)?.printed;
  const prior = (value: Decimal, interval: Interval): Quantity => ({
    value,
    interval,
    unit: current.unit,
    decimals: current.decimals,
    origin: { kind: 'derived', indicator: 'previous', inputs: [current, ...(printed ? [printed] : [])] },
    ref,
  });
  if (printed) {
    const factor = linear(printed, printed.unit === 'multiple' ? 1 : '0.01', 1);
    if (factor.interval.low.lte(0)) return undefined;
    const { value, interval } = divide(current, factor);
    return prior(value, interval);
  }
  const word = lookup.publishedIndicator('direction', next)?.word;
  const { low, high } = current.interval;
  if (word === 'up') return prior(current.value, { low: new Exact(0), high });
  if (word === 'down') return prior(current.value, { low, high: new Exact(Infinity) });
  return undefined;
}

/** An average, the sum of a group or of parts, whose own year before is not in the data: from those of what makes it up. */
function ofMakings(lookup: Lookup, ref: ObservationRef): Quantity | undefined {
  const [numerator = '', denominator] = ref.measure.split('/');
  if (denominator !== undefined) {
    const [sum, number] = [numerator, denominator].map((measure) => priorOf(lookup, { ...ref, measure }));
    return sum && number && averageOf(sum, number, ref);
  }
  for (const { name, list } of lookup.dataset.cubes.get(ref.cube)?.dimensions ?? []) {
    const code = ref.key[name];
    const members = code === undefined ? undefined : list.groups.get(code);
    const inYearAfter = (part: string) =>
      lookup.at({ ...ref, key: { ...ref.key, [name]: part }, year: ref.year + 1 }) !== undefined;
    // A group is all its members; of a code's parts not every year has all.
    const makings =
      members ??
      [...list.codes.values()]
        .filter(({ parent }) => parent !== undefined && parent === code)
        .map((part) => part.code)
        .filter(inYearAfter);
    const parts = makings.map((part) => priorOf(lookup, { ...ref, key: { ...ref.key, [name]: part } }));
    const known = parts.filter((part) => part !== undefined);
    if (known.length > 0 && known.length === parts.length) return lookup.sum(known, ref);
  }
  return undefined;
}

/**
 * A figure that the data do not hold because it is of the year before the edition's: from the growth that the source
 * prints, or from what makes it up.
 */
export function priorOf(lookup: Lookup, ref: ObservationRef): Quantity | undefined {
  return lookup.at(ref) ?? beforeGrowth(lookup, ref) ?? ofMakings(lookup, ref);
}

/** The same without the growth printed for the figure itself, to compare that with. */
export function priorWithoutOwnGrowth(lookup: Lookup, ref: ObservationRef): Quantity | undefined {
  return lookup.at(ref) ?? ofMakings(lookup, ref);
}
