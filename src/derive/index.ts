import type { indicatorNames, Quantity } from '../model/quantity.ts';
import { contribution, growth, increase, share } from './indicators.ts';
import type { Lookup } from './lookup.ts';
import { type Among, rank } from './peers.ts';

export { membersOf } from './codes.ts';
export { averageOf, defaultDecimals } from './derived.ts';
export { overlap } from './exact.ts';
export * from './indicators.ts';
export { vintagesOf, withLongSeries } from './long-series.ts';
export { Lookup } from './lookup.ts';
export { type Among, competing, openDimension, peers, rank, rankAmong, siblings } from './peers.ts';
export { containerOf, keyText, refText } from './places.ts';
export { sumOf } from './sums.ts';
export { inUnit } from './units.ts';

/** An indicator of a quantity by its name; `among`: which codes a rank is counted among. */
export function indicator(
  lookup: Lookup,
  name: (typeof indicatorNames)[number],
  quantity: Quantity,
  among?: Among,
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
