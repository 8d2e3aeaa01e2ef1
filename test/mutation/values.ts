/**
 * The values of an edition by brute force: intervals of plain numbers, with none of the program's arithmetic. What cannot be
 * said with the rows that there are is undefined.
 */
import type { CodeList, Cube, Dataset, Observation } from '../../src/model/dataset.ts';
import { isQuantity, type Key, type Quantity } from '../../src/model/quantity.ts';

/** Smallest and largest value that a figure may have had before it was rounded. */
export type Range = readonly [low: number, high: number];

export const rangeOf = ({ interval }: Quantity): Range => [interval.low.toNumber(), interval.high.toNumber()];

export const plus = (a: Range, b: Range): Range => [a[0] + b[0], a[1] + b[1]];
export const minus = (a: Range, b: Range): Range => [a[0] - b[1], a[1] - b[0]];
export const times = (a: Range, factor: number): Range => [a[0] * factor, a[1] * factor];
/** Of a range by one that is more than zero. */
export const over = (a: Range, b: Range): Range | undefined => {
  if (b[0] <= 0) return undefined;
  const ends = [a[0] / b[0], a[0] / b[1], a[1] / b[0], a[1] / b[1]];
  return [Math.min(...ends), Math.max(...ends)];
};

/** How far two ranges are apart; nothing that plain numbers cannot tell from zero. */
export function apart(a: Range, b: Range): boolean {
  const gap = Math.max(a[0] - b[1], b[0] - a[1]);
  return gap > 1e-9 * Math.max(1, ...[...a, ...b].map(Math.abs));
}

/** A place in a cube; the key may leave dimensions out. */
export interface Spot {
  readonly cube: string;
  readonly key: Key;
  readonly measure: string;
  readonly year: number;
}

const rowsIn = (cube: Cube, year: number) => cube.observations.filter((row) => row.year === year);

/** Codes of a dimension with a row in the year that are in no other such code. */
export function topCodes(cube: Cube, dimension: string, year: number): string[] {
  const list = cube.dimensions.find(({ name }) => name === dimension)?.list;
  const present = new Set(rowsIn(cube, year).map(({ key }) => key[dimension] ?? ''));
  return [...present].filter((code) => {
    const { parent, within } = list?.codes.get(code) ?? {};
    return !(parent !== undefined && present.has(parent)) && !(within !== undefined && present.has(within));
  });
}

export const childrenOf = (list: CodeList, code: string): string[] =>
  [...list.codes.values()].filter(({ parent }) => parent === code).map((child) => child.code);

function sum(values: readonly (Range | undefined)[]): Range | undefined {
  if (values.length === 0 || values.includes(undefined)) return undefined;
  return values.reduce<Range>((total, value) => (value ? plus(total, value) : total), [0, 0]);
}

export class Values {
  readonly dataset: Dataset;
  private readonly rows = new Map<string, Observation>();

  constructor(dataset: Dataset) {
    this.dataset = dataset;
    for (const cube of dataset.cubes.values()) {
      for (const row of cube.observations) this.rows.set(this.rowName(cube, row.key, row.year), row);
    }
  }

  private rowName(cube: Cube, key: Key, year: number): string {
    return [cube.name, year, ...cube.dimensions.map(({ name }) => key[name] ?? '')].join('|');
  }

  /** What the cube's own rows add up to. */
  ownWhole({ cube: name, measure, year }: Omit<Spot, 'key'>): Range | undefined {
    const cube = this.dataset.cubes.get(name);
    if (cube === undefined || cube.breakdown === 'partial') return undefined;
    const tops = cube.dimensions.map((dimension) => new Set(topCodes(cube, dimension.name, year)));
    const isTop = ({ key }: Observation) =>
      cube.dimensions.every((dimension, index) => tops[index]?.has(key[dimension.name] ?? ''));
    const rows = rowsIn(cube, year).filter(isTop);
    return sum(rows.map(({ values }) => this.ranged(values[measure])));
  }

  private ranged(value: object | undefined): Range | undefined {
    return isQuantity(value) ? rangeOf(value) : undefined;
  }

  /** The whole of which shares are told: the book's total, or the cube's own. */
  whole(spot: Omit<Spot, 'key'>): Range | undefined {
    const reference = this.dataset.totals.get(spot.measure) ?? spot.cube;
    const isShared = this.dataset.cubes.get(spot.cube)?.total !== 'own';
    return (isShared ? this.ownWhole({ ...spot, cube: reference }) : undefined) ?? this.ownWhole(spot);
  }

  at({ cube: name, key, measure, year }: Spot): Range | undefined {
    const cube = this.dataset.cubes.get(name);
    if (cube === undefined) return undefined;
    const [first = '', second] = measure.split('/');
    if (second !== undefined) {
      const [a, b] = [
        this.at({ cube: name, key, measure: first, year }),
        this.at({ cube: name, key, measure: second, year }),
      ];
      return a && b && over(a, b);
    }
    const row = this.rows.get(this.rowName(cube, key, year));
    if (row) return this.ranged(row.values[measure]);
    if (Object.keys(key).length === 0) return this.whole({ cube: name, measure, year });
    for (const { name: dimension, list } of cube.dimensions) {
      const code = key[dimension];
      const replacing = (codes: readonly string[]) =>
        sum(codes.map((each) => this.at({ cube: name, key: { ...key, [dimension]: each }, measure, year })));
      if (code === undefined) return replacing(topCodes(cube, dimension, year));
      const members = list.groups.get(code);
      if (members) return replacing(members);
      const present = new Set(rowsIn(cube, year).map((each) => each.key[dimension]));
      const parts = childrenOf(list, code).filter(
        (child) => present.has(child) || childrenOf(list, child).some((c) => present.has(c)),
      );
      if (!present.has(code) && parts.length > 0) return replacing(parts);
    }
    return undefined;
  }
}
