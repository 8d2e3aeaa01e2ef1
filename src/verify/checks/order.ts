/** Tables and figures stand on their pages in the order in which they are told: one that waits for room waits for all. */
import type { Check } from '../check.ts';
import { finding } from '../findings.ts';
import { pageAt } from '../finished.ts';

export const checkOrder: Check = ({ alignment, file, name }) => {
  let last = 0;
  const problems = alignment.texts.flatMap(({ expected, at }) => {
    const page = at === undefined ? undefined : pageAt(file, at);
    if (page === undefined || (expected.kind !== 'table' && expected.kind !== 'figure')) return [];
    if (page < last) return [finding('verify.out-of-order', name, page, { place: expected.place, last: last + 1 })];
    last = page;
    return [];
  });
  return { proved: {}, problems };
};
