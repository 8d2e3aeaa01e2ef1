import { contribution, growth, increase, keyText, type Lookup, rank, ratio, share, times } from '../derive/index.ts';
import type { PublishedIndicator } from '../model/dataset.ts';
import { warning } from '../model/problem.ts';
import type { Quantity } from '../model/quantity.ts';
import { compare } from './compare.ts';
import type { Finding } from './index.ts';

/** `ratio registrations registrant=NORTH:registrant=SOUTH amount 2024`; the finding's name, for errata. */
function findingName({ indicator, ref, against }: PublishedIndicator): string {
  const second = indicator === 'ratio' ? `:${keyText(against)}` : '';
  const { cube, key, measure, year } = ref;
  return [indicator, cube, `${keyText(key)}${second}`, measure, year].filter((part) => part !== '').join(' ');
}

/** What the data give for a published indicator; undefined if they do not determine it. */
function computed(lookup: Lookup, entry: PublishedIndicator): Quantity | undefined {
  const quantity = lookup.at(entry.ref);
  if (quantity === undefined) return undefined;
  switch (entry.indicator) {
    case 'value':
    case 'total':
      return quantity;
    case 'share':
      return share(lookup, quantity);
    case 'growth':
      return lookup.previous(quantity) && growth(lookup, quantity);
    case 'increase':
      return increase(lookup, quantity);
    case 'times':
      return times(lookup, quantity);
    case 'contribution':
      return contribution(lookup, quantity);
    case 'rank':
      return rank(lookup, quantity, entry.against.kind);
    case 'ratio': {
      const second = lookup.at({ ...entry.ref, key: entry.against });
      return second && ratio(lookup, quantity, second);
    }
    default:
      return undefined;
  }
}

/** A direction, or a record (which must at least exceed the year before), that no unrounded values could have shown. */
function auditWord(lookup: Lookup, entry: PublishedIndicator, name: string): Finding[] {
  const quantity = lookup.at(entry.ref);
  const change = quantity && increase(lookup, quantity);
  if (entry.word === undefined || change === undefined) return [];
  const up = entry.word === 'up' || entry.word === 'high';
  if (up ? change.interval.high.gt(0) : change.interval.low.lt(0)) return [];
  const values = { finding: name, word: entry.word, increase: change.value.toFixed(change.decimals) };
  return [{ name, problem: warning('audit.direction', entry.place, values) }];
}

/** Everything that the source prints beside its tables, compared with what follows from them. One finding a name. */
export function auditPublished(lookup: Lookup): Finding[] {
  const findings = new Map<string, Finding>();
  for (const entry of lookup.dataset.published) {
    const name = findingName(entry);
    const follows = entry.printed && computed(lookup, entry);
    const found =
      entry.printed && follows
        ? compare(lookup, name, entry.printed, follows, entry.place)
        : auditWord(lookup, entry, name);
    for (const finding of found) if (!findings.has(name)) findings.set(name, finding);
  }
  return [...findings.values()];
}
