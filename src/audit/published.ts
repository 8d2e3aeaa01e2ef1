import {
  contribution,
  difference,
  growth,
  growthFrom,
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
import type { Quantity } from '../model/quantity.ts';
import type { PublishedIndicator } from '../model/statements.ts';
import { compare, contradicts } from './compare.ts';
import type { Finding } from './finding.ts';
import { priorOf, priorWithoutOwnGrowth } from './prior.ts';
import { auditWord } from './statements.ts';
import { suspectsOf } from './suspects.ts';

/** `ratio registrations registrant=NORTH:registrant=SOUTH amount 2024`; the finding's name, for errata. */
function findingName({ indicator, precision, ref, against }: PublishedIndicator): string {
  const { cube, key, measure, year } = ref;
  const second = [against.cube, keyText(against.key), against.measure, against.year?.toString()].filter(
    (part) => part !== undefined && part !== '',
  );
  const operands = [keyText(key), ...second].join(':');
  const said = precision === 'exact' ? indicator : `${indicator}-${precision}`;
  return [said, cube, operands, measure, year].filter((part) => part !== '').join(' ');
}

const hasOperand = ({ against: { cube, measure, key, year } }: PublishedIndicator): boolean =>
  cube !== undefined || measure !== undefined || year !== undefined || Object.keys(key).length > 0;

/** The second operand of an indicator; undefined if it has none of its own, or the data do not hold it. */
function secondOperand(lookup: Lookup, entry: PublishedIndicator): Quantity | undefined {
  if (!hasOperand(entry)) return undefined;
  const { ref, against } = entry;
  const { cube = ref.cube, measure = ref.measure, year = ref.year } = against;
  // Another year or measure alone is asked for the same place.
  const isSamePlace = Object.keys(against.key).length === 0 && against.cube === undefined;
  const key = isSamePlace ? ref.key : against.key;
  return lookup.at({ cube, measure, key, year });
}

/** The growth that the data give: from the year before, in the same cube or another one, or from the growth of its parts. */
function growthOf(lookup: Lookup, entry: PublishedIndicator, quantity: Quantity): Quantity | undefined {
  const { ref, against } = entry;
  if (against.cube !== undefined) {
    const before = lookup.at({ ...ref, cube: against.cube, key: against.key, year: ref.year - 1 });
    return before && growthFrom(quantity, before);
  }
  if (lookup.previous(quantity)) return growth(lookup, quantity);
  const before = priorWithoutOwnGrowth(lookup, { ...ref, year: ref.year - 1 });
  return before && growthFrom(quantity, before);
}

/** Place among the growths of its peers, the largest first. */
function growthRank(lookup: Lookup, entry: PublishedIndicator, quantity: Quantity): Quantity | undefined {
  const grown = (each: Quantity) => {
    const found = growth(lookup, each);
    return found && each.ref ? [{ ...found, ref: each.ref }] : [];
  };
  const all = peers(lookup, quantity, entry.against).flatMap(grown);
  const [own] = grown(quantity);
  return own && rankAmong(own, all);
}

/** What the data give for a published indicator; undefined if they do not determine it. */
function computed(lookup: Lookup, entry: PublishedIndicator): Quantity | undefined {
  const quantity = lookup.at(entry.ref);
  if (quantity === undefined) return undefined;
  const isCompared = hasOperand(entry);
  const second = () => secondOperand(lookup, entry);
  switch (entry.indicator) {
    case 'value':
    case 'total':
      return quantity;
    case 'share': {
      const whole = isCompared ? second() : undefined;
      return isCompared ? whole && ofWhole(quantity, whole) : share(lookup, quantity);
    }
    case 'growth':
      return growthOf(lookup, entry, quantity);
    case 'increase':
      return increase(lookup, quantity);
    case 'times': {
      const before = isCompared ? second() : undefined;
      if (isCompared) return before && multipleOf(lookup, quantity, before);
      const prior = times(lookup, quantity) ? undefined : priorOf(lookup, { ...entry.ref, year: entry.ref.year - 1 });
      return prior ? multipleOf(lookup, quantity, prior) : times(lookup, quantity);
    }
    case 'contribution':
      return contribution(lookup, quantity);
    case 'rank':
      return rankAmong(quantity, peers(lookup, quantity, entry.against));
    case 'growth-rank':
      return growthRank(lookup, entry, quantity);
    case 'difference': {
      const other = second();
      return other && difference(lookup, quantity, other);
    }
    case 'ratio': {
      // Printed in per cent, a ratio is a share of what it is compared with.
      const other = second();
      if (other === undefined) return undefined;
      return entry.printed?.unit === 'percent' ? ofWhole(quantity, other) : ratio(lookup, quantity, other);
    }
    default:
      return undefined;
  }
}

/** An indicator against what the data give for it; where they give nothing, against the same one in another place. */
function auditNumber(lookup: Lookup, entry: PublishedIndicator, printed: Quantity): Finding[] {
  const { precision, place } = entry;
  const follows = computed(lookup, entry);
  const name = () => findingName(entry);
  if (follows) {
    const suspects = () => suspectsOf(printed, follows);
    const found = compare(lookup, { rule: 'published', name: name(), printed, follows, place, precision, suspects });
    if (found.length > 0) return found;
  }
  if (precision !== 'exact') return [];
  const other = lookup.publishedIndicator(entry.indicator, entry.ref, entry.against)?.printed;
  if (other === undefined || other === printed) return [];
  // The other one is wrong itself, and told where it stands.
  if (follows && contradicts(lookup, other, follows)) return [];
  return compare(lookup, { rule: 'across', name: name(), printed, follows: other, place });
}

/** Everything that the source prints beside its tables, compared with what follows from them. A figure printed wrongly twice is told once. */
export function auditPublished(lookup: Lookup): Finding[] {
  const findings = new Map<string, Finding>();
  for (const entry of lookup.dataset.published) {
    const found = entry.printed
      ? auditNumber(lookup, entry, entry.printed)
      : auditWord(lookup, entry, () => findingName(entry), secondOperand);
    for (const finding of found) {
      const told = `${finding.name} ${entry.printed?.value ?? entry.word}`;
      if (!findings.has(told)) findings.set(told, finding);
    }
  }
  return [...findings.values()];
}
