import {
  contribution,
  growth,
  increase,
  keyText,
  type Lookup,
  multipleOf,
  ofWhole,
  peers,
  rankAmong,
  ratio,
  share,
  times,
} from '../derive/index.ts';
import type { PublishedIndicator } from '../model/dataset.ts';
import { warning } from '../model/problem.ts';
import type { Quantity } from '../model/quantity.ts';
import { compare } from './compare.ts';
import type { Finding } from './index.ts';

/** `ratio registrations registrant=NORTH:registrant=SOUTH amount 2024`; the finding's name, for errata. */
function findingName({ indicator, ref, against }: PublishedIndicator): string {
  const { cube, key, measure, year } = ref;
  const second = [against.cube, keyText(against.key), against.measure].filter(
    (part) => part !== undefined && part !== '',
  );
  const operands = [keyText(key), ...second].join(':');
  return [indicator, cube, operands, measure, year].filter((part) => part !== '').join(' ');
}

/** The second operand of an indicator; undefined if it has none of its own, or the data do not hold it. */
function secondOperand(lookup: Lookup, { ref, against }: PublishedIndicator): Quantity | undefined {
  const { cube = ref.cube, measure = ref.measure, key } = against;
  return lookup.at({ cube, measure, key, year: ref.year });
}

/** What the data give for a published indicator; undefined if they do not determine it. */
function computed(lookup: Lookup, entry: PublishedIndicator): Quantity | undefined {
  const quantity = lookup.at(entry.ref);
  if (quantity === undefined) return undefined;
  const { cube, measure, key } = entry.against;
  const isCompared = cube !== undefined || measure !== undefined || Object.keys(key).length > 0;
  const second = isCompared ? secondOperand(lookup, entry) : undefined;
  switch (entry.indicator) {
    case 'value':
    case 'total':
      return quantity;
    case 'share':
      return isCompared ? second && ofWhole(quantity, second) : share(lookup, quantity);
    case 'growth':
      return lookup.previous(quantity) && growth(lookup, quantity);
    case 'increase':
      return increase(lookup, quantity);
    case 'times':
      return isCompared ? second && multipleOf(lookup, quantity, second) : times(lookup, quantity);
    case 'contribution':
      return contribution(lookup, quantity);
    case 'rank':
      return rankAmong(quantity, peers(lookup, quantity, entry.against));
    case 'ratio':
      // Printed in per cent, a ratio is a share of what it is compared with.
      return (
        second && (entry.printed?.unit === 'percent' ? ofWhole(quantity, second) : ratio(lookup, quantity, second))
      );
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
