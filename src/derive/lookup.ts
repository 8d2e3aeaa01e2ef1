import type { Blank, Cube, Dataset } from '../model/dataset.ts';
import { isQuantity, type ObservationRef, type Quantity } from '../model/quantity.ts';
import type { Against, PublishedIndicator } from '../model/statements.ts';
import { PresentCodes } from './codes.ts';
import { averageOf } from './derived.ts';
import { overlap, subtract } from './exact.ts';
import { withLongSeries } from './long-series.ts';
import { orderedKey, refText } from './places.ts';
import { Printed } from './printed.ts';
import { settled } from './settle.ts';
import { membersSum, partsSum, restSum, sumOfAll, sumOfQuantities } from './sums.ts';
import { inUnit } from './units.ts';

/**
 * Looks quantities up in a dataset, and forms totals and sums of groups where the data hold only the parts. Every place
 * is worked out once: a book asks for the same ones in tables, charts and templates of both languages.
 */
export class Lookup {
  readonly dataset: Dataset;
  private readonly observed = new Map<string, Quantity | Blank>();
  private readonly found = new Map<string, Quantity | Blank>();
  private readonly present = new PresentCodes();
  private readonly printed: Printed;

  constructor(dataset: Dataset) {
    this.dataset = withLongSeries(dataset);
    this.printed = new Printed(this.dataset);
    for (const cube of this.dataset.cubes.values()) {
      for (const observation of cube.observations) {
        const { key, year } = observation;
        for (const [measure, value] of Object.entries(observation.values)) {
          this.observed.set(refText({ cube: cube.name, key, measure, year }), value);
        }
      }
    }
  }

  /**
   * The quantity at a place: an observation; the whole (empty key); a group's sum; the sum over the dimensions that the
   * key leaves out; an average (`amount/contracts`); else the value that the source prints for it. Undefined if the
   * data neither hold it nor let it be computed.
   */
  at(ref: ObservationRef): Quantity | undefined {
    const found = this.valueOrBlank(ref);
    return isQuantity(found) ? found : undefined;
  }

  /** The same, or why there is none: `not-applicable` if the data say so of the place, or of all that it is the sum of. */
  valueOrBlank({ held, ...ref }: ObservationRef): Quantity | Blank {
    const place = { ...ref, key: orderedKey(ref.key, this.dataset.cubes.get(ref.cube)) };
    const name = refText(place);
    const found = this.found.get(name) ?? this.find(place) ?? { status: 'missing' };
    this.found.set(name, found);
    return held && isQuantity(found) ? { ...found, ref: { ...place, held } } : found;
  }

  private find(ref: ObservationRef): Quantity | Blank | undefined {
    const [numerator = '', denominator] = ref.measure.split('/');
    const found = denominator === undefined ? this.observedOrComputed(ref) : this.average(ref, numerator, denominator);
    if (!isQuantity(found)) return this.printedValue(ref) ?? found;
    if (found.origin.kind !== 'derived') return found;
    return this.settle(found, this.publishedIndicator('total', ref) ?? this.publishedIndicator('value', ref));
  }

  /**
   * See `settled`. What is printed may be in another unit of the same base: an average is computed in the unit of its sum
   * (亿元), and mostly printed in a smaller one (万元).
   */
  settle(computed: Quantity, published: PublishedIndicator | undefined): Quantity {
    const printed = published?.printed && inUnit(this, published.printed, computed.unit);
    return settled(computed, published && printed && { ...published, printed });
  }

  /** An observation; where there is none with a value, what follows from others. */
  private observedOrComputed(ref: ObservationRef): Quantity | Blank | undefined {
    const observed = this.observed.get(refText(ref));
    if (isQuantity(observed)) return observed;
    const sum = membersSum(this, ref) ?? partsSum(this, ref) ?? restSum(this, ref) ?? this.wholeOf(ref);
    return isQuantity(sum) ? sum : (this.beforeIncrease(ref) ?? observed ?? sum);
  }

  /** The same place in the year before. */
  previous(quantity: Quantity): Quantity | undefined {
    return quantity.ref && this.at({ ...quantity.ref, year: quantity.ref.year - 1 });
  }

  /** Codes of a dimension that have a row in the year, in the order of their list. */
  codes(cube: Cube, dimension: string, year: number): readonly string[] {
    return this.present.all(cube, dimension, year);
  }

  /** Codes of a dimension that have a row in the year or are made up of others that have, in the order of their list. */
  codesWithParents(cube: Cube, dimension: string, year: number): readonly string[] {
    return this.present.withParents(cube, dimension, year);
  }

  /** Those codes with a row that are no part of another with a row: together they are what the cube breaks down. */
  topCodes(cube: Cube, dimension: string, year: number): readonly string[] {
    return this.present.topmost(cube, dimension, year);
  }

  /** Sum of the cube's own parts, before it is reconciled with the book's total. */
  ownSum({ cube: name, measure, year }: ObservationRef): Quantity | undefined {
    if (this.dataset.cubes.get(name)?.breakdown === 'partial') return undefined;
    const sum = sumOfAll(this.partsOf(name, measure, year), { cube: name, key: {}, measure, year });
    return isQuantity(sum) ? sum : undefined;
  }

  /** Sum of those parts that the cube knows, which is not its whole if the source breaks down only some of it. */
  knownSum({ cube, measure, year }: ObservationRef): Quantity | undefined {
    const known = this.partsOf(cube, measure, year).filter(isQuantity);
    return known.length > 0 ? this.sum(known) : undefined;
  }

  /** Values of the codes that the cube counts as parts of its whole. */
  private partsOf(name: string, measure: string, year: number): (Quantity | Blank | undefined)[] {
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
    return sumOfQuantities(inputs, ref);
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

  private average(ref: ObservationRef, numerator: string, denominator: string): Quantity | undefined {
    const [sum, number] = [this.at({ ...ref, measure: numerator }), this.at({ ...ref, measure: denominator })];
    return sum && number && averageOf(sum, number, ref);
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

  /** What the source prints for a place outside its tables, in the unit of the measure. */
  private printedValue(ref: ObservationRef): Quantity | undefined {
    const [measure = ''] = ref.measure.split('/');
    const unit = this.dataset.cubes.get(ref.cube)?.measures.get(measure)?.unit;
    const printed = this.publishedIndicator('value', ref)?.printed;
    const value = printed && unit !== undefined ? inUnit(this, printed, unit) : undefined;
    return value && { ...value, ref };
  }

  /** @param against what a share is of or a rank among, unless it is the usual one */
  publishedIndicator(indicator: string, ref: ObservationRef, against?: Against): PublishedIndicator | undefined {
    return this.printed.find(indicator, ref, against);
  }
}
