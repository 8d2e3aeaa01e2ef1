import type { Decimal } from 'decimal.js';
import { Exact } from '../derive/exact.ts';
import type { Lookup } from '../derive/index.ts';
import type { Observation } from '../model/dataset.ts';
import type { Place } from '../model/problem.ts';
import { type Interval, isQuantity, type Quantity } from '../model/quantity.ts';

/** What happens to figures on their way into a book. Those that explain more come first. */
export const slipKinds = [
  'last-year',
  'neighbour',
  'column',
  'sign',
  'factor',
  'swapped',
  'cut-off',
  'extra-digit',
  'digit',
] as const;
export type SlipKind = (typeof slipKinds)[number];

/** A slip that explains a contradiction: what is printed, and what it was probably meant to be. */
export interface Slip {
  readonly kind: SlipKind;
  readonly printed: string;
  /** Undefined if it follows only within rounding. */
  readonly meant?: string;
  /** The figure that it happened to. */
  readonly place?: Place;
}

/** A figure that may be the wrong one, with the interval in which it would have to lie for all to agree. */
export interface Suspect {
  readonly quantity: Quantity;
  readonly needed: Interval;
  /** `printed`: beside the tables, where figures may have been cut off instead of rounded. */
  readonly where: 'printed' | 'data';
}

const lies = (value: Decimal, { low, high }: Interval) => value.gt(low) && value.lt(high);

/** The needed interval, wider by what the figure's own rounding hides. */
function widened({ quantity: { decimals }, needed: { low, high } }: Suspect): Interval {
  const half = new Exact(10).pow(-decimals).div(2);
  return { low: new Exact(low).minus(half), high: new Exact(high).plus(half) };
}

/** Texts in which two neighbouring digits have changed places. */
function swaps(text: string): string[] {
  const at = [...text].flatMap((digit, index) => (/\d/.test(digit) ? [index] : []));
  return at.slice(1).flatMap((second, index) => {
    const first = at[index] ?? 0;
    if (text[first] === text[second]) return [];
    const digits = [...text];
    [digits[first], digits[second]] = [text[second] ?? '', text[first] ?? ''];
    return [digits.join('')];
  });
}

/** A number as it is written: one that begins with 0 has digits too many. */
const isWritten = (text: string) => /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text);

/** Texts in which one digit is another. */
function otherDigits(text: string): string[] {
  return [...text].flatMap((digit, index) =>
    /\d/.test(digit)
      ? [...'0123456789']
          .map((other) => text.slice(0, index) + other + text.slice(index + 1))
          .filter((other) => other !== text && isWritten(other))
      : [],
  );
}

/** Texts that lack one digit; the decimals keep their number. Of two equal digits side by side either may be the one too many. */
function withoutDigit(text: string): string[] {
  const [whole = ''] = text.split('.');
  const texts = [...whole].map((_, index) => text.slice(0, index) + text.slice(index + 1));
  return [...new Set(texts)].filter(isWritten);
}

const digitsIn = (text: string) => text.replace(/^-?0*\.?0*/, '').replace(/\D/g, '').length;

/** What a figure's digits alone explain. */
function slipOfDigits(suspect: Suspect): Slip | undefined {
  const { quantity, where } = suspect;
  const range = widened(suspect);
  const width = range.high.minus(range.low);
  const off = Exact.max(range.low.minus(quantity.value), new Exact(quantity.value).minus(range.high));
  // Where much would fit, that something does says nothing.
  if (!width.isFinite() || off.lte(0)) return undefined;
  const printed = quantity.value.toFixed(quantity.decimals);
  const slip = (kind: SlipKind, meant?: string): Slip => ({ kind, printed, ...(meant !== undefined && { meant }) });
  const significant = digitsIn(printed);
  const one = new Exact(10).pow(-quantity.decimals);
  const { low, high } = suspect.needed;
  const isCut = (end: Decimal) => {
    const cut = end.toDecimalPlaces(quantity.decimals, Exact.ROUND_DOWN);
    return cut.eq(quantity.value) && end.minus(quantity.value).abs().lt(one);
  };
  if (where === 'printed' && (isCut(low) || isCut(high))) return slip('cut-off');
  if (width.gt(off)) return undefined;
  // A factor or a sign says nothing of what may be next to nothing.
  const isSharp = width.lte(range.low.plus(range.high).abs().div(10));
  const negated = quantity.value.neg();
  if (isSharp && lies(negated, range)) return slip('sign', negated.toFixed(quantity.decimals));
  for (const power of [1, -1, 2, -2, 3, -3, 4, -4]) {
    const scaled = new Exact(quantity.value).times(new Exact(10).pow(power));
    const isCount = quantity.interval.low.eq(quantity.interval.high);
    if (isSharp && significant >= 2 && !(isCount && !scaled.isInteger()) && lies(scaled, range))
      return slip('factor', scaled.toFixed());
  }
  const fitting = (texts: readonly string[]) => texts.filter((text) => lies(new Exact(text), range));
  const [swapped, ...otherSwaps] = fitting(swaps(printed));
  if (significant >= 2 && swapped !== undefined && otherSwaps.length === 0) return slip('swapped', swapped);
  if (significant < 4) return undefined;
  const [shorter, ...otherShorter] = fitting(withoutDigit(printed));
  if (shorter !== undefined && otherShorter.length === 0) return slip('extra-digit', shorter);
  const [digit, ...others] = off.gt(one) ? fitting(otherDigits(printed)) : [];
  return digit !== undefined && others.length === 0 ? slip('digit', digit) : undefined;
}

/** Rows of a cube beside that of an observation, in the order of the file. */
function neighbours(lookup: Lookup, { ref }: Quantity): readonly Observation[] {
  const rows = (ref && lookup.dataset.cubes.get(ref.cube)?.observations) ?? [];
  const at = rows.findIndex(({ values }) => {
    const value = ref && values[ref.measure];
    return isQuantity(value) && value.ref === ref;
  });
  if (at < 0) return [];
  return [rows[at - 1], rows[at + 1]].filter((row) => row !== undefined).filter(({ year }) => year === ref?.year);
}

/** A figure that stands where another one belongs: that of the year before, of the row above or below, of the next column. */
function slipOfPlace(lookup: Lookup, { quantity }: Suspect): Slip | undefined {
  const { ref, value, decimals } = quantity;
  const printed = value.toFixed(decimals);
  // Small numbers are alike by chance.
  if (ref === undefined || quantity.origin.kind === 'derived' || digitsIn(printed) < 3) return undefined;
  const isPrinted = (other: object | undefined) => isQuantity(other) && other.value.eq(value);
  if (isPrinted(lookup.at({ ...ref, year: ref.year - 1 }))) return { kind: 'last-year', printed };
  if (neighbours(lookup, quantity).some(({ values }) => isPrinted(values[ref.measure])))
    return { kind: 'neighbour', printed };
  const row = lookup.dataset.cubes
    .get(ref.cube)
    ?.observations.find(({ values }) => isQuantity(values[ref.measure]) && values[ref.measure] === quantity);
  const others = Object.entries(row?.values ?? {}).filter(([measure]) => measure !== ref.measure);
  return others.some(([, other]) => isPrinted(other)) ? { kind: 'column', printed } : undefined;
}

/**
 * The slip that explains a contradiction best; undefined if none does, or several figures of the data could equally have
 * slipped. What is printed beside the tables is doubted before the tables.
 */
export function likelySlip(lookup: Lookup, suspects: readonly Suspect[]): Slip | undefined {
  const found = suspects.flatMap((suspect) => {
    const slip = slipOfPlace(lookup, suspect) ?? slipOfDigits(suspect);
    const { origin } = suspect.quantity;
    const place = origin.kind === 'derived' ? undefined : origin.place;
    return slip ? [{ slip, place, where: suspect.where }] : [];
  });
  for (const kind of slipKinds) {
    const ofKind = found.filter(({ slip }) => slip.kind === kind);
    const [first, ...others] = [...ofKind.filter(({ where }) => where === 'printed'), ...ofKind];
    if (first === undefined) continue;
    const isOne = first.where === 'printed' || others.length === 0;
    if (isOne) return { ...first.slip, ...(first.place && { place: first.place }) };
    // Of two rows with one value, either may have that of the other.
    return others.every(({ slip }) => slip.printed === first.slip.printed) ? first.slip : undefined;
  }
  return undefined;
}
