import type { Dataset } from '../model/dataset.ts';
import type { Key, ObservationRef } from '../model/quantity.ts';
import type { Against, PublishedIndicator } from '../model/statements.ts';
import { againstText, orderedKey, refText } from './places.ts';
import { commonKey } from './sums.ts';

const saidText = ({ printed, word }: PublishedIndicator) => word ?? `${printed?.value} ${printed?.unit}`;

/** What is said most often, the first of equals: a source that contradicts itself mostly does so once. */
function prevailing(entries: readonly PublishedIndicator[]): PublishedIndicator | undefined {
  const times = (entry: PublishedIndicator) => entries.filter((other) => saidText(other) === saidText(entry)).length;
  const most = Math.max(...entries.map(times));
  return entries.find((entry) => times(entry) === most);
}

/** What the text says of several codes of a cube together, such as the value of the three largest provinces. */
function* ofSeveral({ facts }: Pick<Dataset, 'facts'>): Generator<PublishedIndicator> {
  for (const fact of facts.values()) {
    if (fact.kind !== 'figure' || fact.follows?.indicator !== 'same') continue;
    const { quantity: printed, precision } = fact;
    const [operand] = fact.follows.of;
    if (operand?.kind !== 'place' || operand.refs.length < 2 || printed.origin.kind !== 'fact') continue;
    const [ref] = operand.refs;
    const key = commonKey(operand.refs);
    const { place, source } = printed.origin;
    if (ref === undefined || key === undefined) continue;
    yield {
      indicator: operand.indicator,
      ref: { ...ref, key },
      against: { key: {} },
      printed,
      precision,
      source,
      place,
    };
  }
}

/** A key under which several codes stand is the same in whatever order they are named. */
const sortedCodes = (key: Key): Key =>
  Object.fromEntries(Object.entries(key).map(([name, codes]) => [name, codes.split('+').sort().join('+')]));

/** What the source prints beside its tables, found by indicator, place and second operand. */
export class Printed {
  private readonly entries = new Map<string, PublishedIndicator>();
  private readonly cubes: Dataset['cubes'];

  constructor(dataset: Pick<Dataset, 'published' | 'cubes' | 'facts'>) {
    this.cubes = dataset.cubes;
    const alike = new Map<string, PublishedIndicator[]>();
    for (const entry of [...dataset.published, ...ofSeveral(dataset)]) {
      // What is only said to be over or about a number is no figure to print.
      if (entry.precision !== 'exact') continue;
      const name = this.nameOf(entry.indicator, entry.ref, entry.against);
      const others = alike.get(name);
      if (others) others.push(entry);
      else alike.set(name, [entry]);
    }
    for (const [name, entries] of alike) {
      const found = entries.length < 2 ? entries[0] : prevailing(entries);
      if (found) this.entries.set(name, found);
    }
  }

  /** @param against what a share is of or a rank among, unless it is the usual one */
  find(indicator: string, ref: ObservationRef, against: Against = { key: {} }): PublishedIndicator | undefined {
    return this.entries.get(this.nameOf(indicator, ref, against));
  }

  private nameOf(indicator: string, ref: ObservationRef, against: Against): string {
    const key = sortedCodes(orderedKey(ref.key, this.cubes.get(ref.cube)));
    return `${indicator} ${refText({ ...ref, key })} ${againstText(against)}`;
  }
}
