import type { indicatorNames, Quantity } from '../model/quantity.ts';
import { contribution, growth, increase, rank, share } from './indicators.ts';
import type { Lookup } from './lookup.ts';

export { overlap } from './exact.ts';
export * from './indicators.ts';
export { containerOf, keyText, Lookup, refText } from './lookup.ts';
export { peers } from './peers.ts';
export { inUnit } from './units.ts';

/** An indicator of a quantity by its name. */
export function indicator(
  lookup: Lookup,
  name: (typeof indicatorNames)[number],
  quantity: Quantity,
  among?: string,
): Quantity | undefined {
  switch (name) {
    case 'growth':
      return growth(lookup, quantity);
    case 'share':
      return share(lookup, quantity);
    case 'rank':
      return rank(lookup, quantity, among);
    case 'increase':
      return increase(lookup, quantity);
    case 'contribution':
      return contribution(lookup, quantity);
  }
}
