/** What happens to figures on their way into a book, made to happen at random. */
import { Decimal } from 'decimal.js';
import type { Figure } from './figures.ts';

export const mutationKinds = [
  'digits swapped',
  'value of the next row',
  'factor of ten',
  "last year's value",
  'sign dropped',
] as const;
export type MutationKind = (typeof mutationKinds)[number];

/** What a figure becomes; undefined if this cannot happen to it, or would not change it. */
export function mutated(
  kind: MutationKind,
  { quantity, below, before }: Figure,
  random: () => number,
): Decimal | undefined {
  const to = changed();
  return to === undefined || to.eq(quantity.value) ? undefined : to;

  function changed(): Decimal | undefined {
    switch (kind) {
      case 'digits swapped':
        return swapped(quantity.value.toFixed(quantity.decimals), random);
      case 'value of the next row':
        return below?.value;
      case 'factor of ten':
        return quantity.value.times(random() < 0.5 ? 10 : '0.1');
      case "last year's value":
        return before?.value;
      case 'sign dropped':
        return quantity.value.isNegative() ? quantity.value.abs() : undefined;
    }
  }
}

/** Two neighbouring digits in each other's place. */
function swapped(text: string, random: () => number): Decimal | undefined {
  const digits = [...text];
  const at = digits.flatMap((digit, index) => (/\d/.test(digit) ? [index] : []));
  const pairs = at.slice(1).map((second, index) => [at[index] ?? 0, second] as const);
  const pair = pairs[Math.floor(random() * pairs.length)];
  if (pair === undefined) return undefined;
  const [first, second] = pair;
  [digits[first], digits[second]] = [digits[second] ?? '', digits[first] ?? ''];
  return new Decimal(digits.join(''));
}
