import type { Helper } from '../engine.ts';
import type { Examined, Tools } from './arguments.ts';
import { conditionHelpers } from './conditions.ts';
import { indicatorHelpers } from './indicators.ts';
import { listHelpers } from './lists.ts';
import { sliceHelpers } from './slices.ts';
import { wordHelpers } from './words.ts';

/** All that templates can call: indicators, words that follow the data, lists and conditions. */
export function createHelpers(tools: Tools): Record<string, Helper> {
  const examined: Examined = new WeakMap();
  return {
    ...indicatorHelpers(tools, examined),
    ...wordHelpers(tools),
    ...conditionHelpers(tools),
    ...sliceHelpers(tools, examined),
    ...listHelpers(tools, examined),
  };
}

const computed = ['decimals'];

/** Named arguments that each helper takes; a helper that is not here takes none. */
export const namedArguments: Readonly<Record<string, readonly string[]>> = {
  share: computed,
  growth: computed,
  increase: computed,
  times: computed,
  contribution: computed,
  previous: computed,
  ratio: computed,
  'share-of': computed,
  in: computed,
  magnitude: computed,
  number: computed,
  minus: computed,
  points: computed,
  rank: [...computed, 'kind', 'within'],
  sum: [...computed, 'by'],
  rest: [...computed, 'by'],
  count: ['unit'],
  change: [...computed, 'by'],
  direction: ['up', 'down', 'same'],
  list: ['last'],
  slices: ['by', 'kind', 'except', 'within', 'where', 'year'],
  sort: ['by', 'indicator', 'descending'],
  rising: ['by', 'above'],
  falling: ['by'],
  climbing: ['by', 'kind', 'within'],
  slipping: ['by', 'kind', 'within'],
  peaks: ['by'],
  above: ['by', 'matched'],
  zero: ['by'],
  shows: ['table', 'figure'],
};
