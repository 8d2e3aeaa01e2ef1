import type { Code, Cube, Dataset } from '../model/dataset.ts';
import { isQuantity, type Key, type ObservationRef, type Quantity } from '../model/quantity.ts';
import { add, divide, overlap, subtract } from './exact.ts';
import { inUnit } from './units.ts';

/** Name of a place in a cube, for messages, finding names and maps: `share contract-types type=TD amount 2024`. */
export function refText({ cube, key, measure, year }: ObservationRef): string {
  return [cube, keyText(key), measure, year].filter((part) => part !== '').join(' ');
}

export function keyText(key: Key): string {
  return Object.entries(key)
    .map(([name, code]) => `${name}=${code}`)
    .join(';');
}

/** Code of which a code is all or some, if that is among the codes `present`. */
export function containerOf({ parent, within }: Code, present: ReadonlySet<string>): string | undefined {
  return [parent, within].find((container) => container !== undefined && present.has(container));
}

/** Looks quantities up in a dataset, and forms totals and sums of groups where the data hold only the parts. */
export class Lookup {
  readonly dataset: Dataset;
  private readonly values = new Map<string, Quantity>();

  constructor(dataset: Dataset) {
    this.dataset = dataset;
    for (const cube of dataset.cubes.values()) {
      for (const observation of cube.observations) {
        for (const value of Object.values(observation.values)) {
          if (isQuantity(value) && value.ref) this.values.set(refText(value.ref), value);
        }
      }
    }
  }

  /**
   * The quantity at a place: an observation; the whole (empty key); a group's sum; an average (`amount/contracts`).
   * Undefined if the data neither hold it nor let it be computed.
   */
  at(ref: ObservationRef): Quantity | undefined {
    const [numerator, denominator] = ref.measure.split('/');
    if (numerator !== undefined && denominator !== undefined) return this.average(ref, numerator, denominator);
    return (
      this.values.get(refText(ref)) ??
      this.groupSum(ref) ??
      this.partsSum(ref) ??
      this.wholeOf(ref) ??
      this.beforeIncrease(ref)
    );
  }

  /** The same place in the year before. */
  previous(quantity: Quantity): Quantity | undefined {
    return quantity.ref && this.at({ ...quantity.ref, year: quantity.ref.year - 1 });
  }

  /** Codes of a dimension that have a row in the year, in the order of their list. */
  codes(cube: Cube, dimension: string, year: number): string[] {
    const list = cube.dimensions.find((candidate) => candidate.name === dimension)?.list;
    const present = new Set(cube.observations.filter((o) => o.year === year).map((o) => o.key[dimension]));
    return list ? [...list.codes.keys()].filter((code) => present.has(code)) : [];
  }

  /** Those codes with a row that are no part of another with a row: together they are what the cube breaks down. */
  topCodes(cube: Cube, dimension: string, year: number): string[] {
    const list = cube.dimensions.find((candidate) => candidate.name === dimension)?.list;
    const all = this.codes(cube, dimension, year);
    const present = new Set(all);
    return all.filter((code) => {
      const entry = list?.codes.get(code);
      return entry !== undefined && containerOf(entry, present) === undefined;
    });
  }

  /** Sum of the cube's own parts, before it is reconciled with the book's total. */
  ownSum({ cube: name, measure, year }: ObservationRef): Quantity | undefined {
    if (this.dataset.cubes.get(name)?.breakdown === 'partial') return undefined;
    return this.sumOfAll(this.partsOf(name, measure, year), { cube: name, key: {}, measure, year });
  }

  /** Sum of those parts that the cube knows, which is not its whole if the source breaks down only some of it. */
  knownSum({ cube, measure, year }: ObservationRef): Quantity | undefined {
    const known = this.partsOf(cube, measure, year).filter(isQuantity);
    return known.length > 0 ? this.sum(known) : undefined;
  }

  /** Values of the codes that the cube counts as parts of its whole. */
  private partsOf(name: string, measure: string, year: number): (object | undefined)[] {
    const cube = this.dataset.cubes.get(name);
    if (cube === undefined) return [];
    const tops = cube.dimensions.map(({ name: dimension }) => ({
      dimension,
      codes: new Set(this.topCodes(cube, dimension, year)),
    }));
    return cube.observations
      .filter((row) => row.year === year && tops.every(({ dimension, codes }) => codes.has(row.key[dimension] ?? '')))
      .map((row) => row.values[measure]);
  }

  /** The sum of quantities of one unit, as the quantity at `ref` if it has a place in a cube. @throws RangeError for none */
  sum(inputs: readonly Quantity[], ref?: ObservationRef): Quantity {
    const [first, ...rest] = inputs;
    if (first === undefined) throw new RangeError('Nothing to add up');
    const total = rest.reduce<Pick<Quantity, 'value' | 'interval'>>(add, first);
    const decimals = Math.max(...inputs.map((input) => input.decimals));
    return {
      ...total,
      unit: first.unit,
      decimals,
      origin: { kind: 'derived', indicator: 'total', inputs },
      ...(ref && { ref }),
    };
  }

  /** The sum, if there is something to add and no part is missing. */
  private sumOfAll(values: readonly (object | undefined)[], ref: ObservationRef): Quantity | undefined {
    const inputs = values.filter(isQuantity);
    return inputs.length > 0 && inputs.length === values.length ? this.sum(inputs, ref) : undefined;
  }

  /**
   * The whole of a cube. Cubes that count the same contracts as the book have one total, that of the cube which the
   * descriptor names. A cube whose parts do not add up to it within their rounding keeps its own sum, and
   * the audit reports the difference.
   */
  private wholeOf(ref: ObservationRef): Quantity | undefined {
    if (Object.keys(ref.key).length > 0) return undefined;
    const own = this.ownSum(ref);
    if (this.dataset.cubes.get(ref.cube)?.total === 'own') return own;
    const reference = this.dataset.totals.get(ref.measure) ?? ref.cube;
    const shared = reference === ref.cube ? undefined : this.ownSum({ ...ref, cube: reference });
    if (shared === undefined) return own;
    return own === undefined || overlap(own.interval, shared.interval) ? { ...shared, ref } : own;
  }

  private groupSum(ref: ObservationRef): Quantity | undefined {
    const [dimension, ...others] = Object.entries(ref.key);
    if (dimension === undefined || others.length > 0) return undefined;
    const [name, group] = dimension;
    const cube = this.dataset.cubes.get(ref.cube);
    const members = cube?.dimensions.find((candidate) => candidate.name === name)?.list.groups.get(group);
    return (
      members &&
      this.sumOfAll(
        members.map((code) => this.at({ ...ref, key: { [name]: code } })),
        ref,
      )
    );
  }

  /** A code that has no row of its own, as the sum of its parts, if all of them have one. */
  private partsSum(ref: ObservationRef): Quantity | undefined {
    const [[name, parent] = [], ...others] = Object.entries(ref.key);
    if (name === undefined || others.length > 0) return undefined;
    const cube = this.dataset.cubes.get(ref.cube);
    // A row that says that the value is missing means it.
    if (parent === undefined || cube === undefined || this.codes(cube, name, ref.year).includes(parent))
      return undefined;
    const list = cube.dimensions.find((candidate) => candidate.name === name)?.list;
    const parts = [...(list?.codes.values() ?? [])].filter((code) => code.parent === parent);
    return this.sumOfAll(
      parts.map(({ code }) => this.values.get(refText({ ...ref, key: { [name]: code } }))),
      ref,
    );
  }

  private average(ref: ObservationRef, numerator: string, denominator: string): Quantity | undefined {
    const inputs = [this.at({ ...ref, measure: numerator }), this.at({ ...ref, measure: denominator })] as const;
    const [sum, number] = inputs;
    if (sum === undefined || number === undefined || number.interval.low.lte(0)) return undefined;
    const origin = { kind: 'derived', indicator: 'average', inputs: [sum, number] } as const;
    return { ...divide(sum, number), unit: sum.unit, decimals: sum.decimals, origin, ref };
  }

  /** A year that is not in the data, but whose value follows from the next year's and a published increase. */
  private beforeIncrease(ref: ObservationRef): Quantity | undefined {
    const next = { ...ref, year: ref.year + 1 };
    const printed = this.publishedIndicator('increase', next)?.printed;
    const current = printed && this.at(next);
    const increase = current && inUnit(this, printed, current.unit);
    if (current === undefined || increase === undefined) return undefined;
    const origin = { kind: 'derived', indicator: 'previous', inputs: [current, increase] } as const;
    return { ...subtract(current, increase), unit: current.unit, decimals: current.decimals, origin, ref };
  }

  publishedIndicator(indicator: string, ref: ObservationRef) {
    const wanted = refText(ref);
    return this.dataset.published.find((entry) => entry.indicator === indicator && refText(entry.ref) === wanted);
  }
}
