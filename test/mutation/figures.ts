/** The figures of an edition that a mutation can change, and the edition with one of them changed. */
import { Decimal } from 'decimal.js';
import type { Cube, Dataset, Observation } from '../../src/model/dataset.ts';
import { isQuantity, type Quantity } from '../../src/model/quantity.ts';
import type { FigureFact, PublishedIndicator } from '../../src/model/statements.ts';

/** A figure with what stands around it. */
export interface Figure {
  readonly name: string;
  readonly quantity: Quantity;
  /** The figure of the next row in the same column. */
  readonly below: Quantity | undefined;
  /** The figure of the same place in the year before. */
  readonly before: Quantity | undefined;
  /** The edition with this figure changed. */
  readonly change: (to: Decimal) => Dataset;
}

/** The figure as it would have been read, had something else been printed. */
function reprinted(quantity: Quantity, value: Decimal): Quantity {
  const half = quantity.interval.high.minus(quantity.interval.low).div(2);
  // A figure that moved by a row brings no decimals that its column does not have.
  const decimals = Math.min(Math.max(value.decimalPlaces(), quantity.decimals), quantity.decimals + 4);
  const margin = half.isZero() ? half : new Decimal(10).pow(-decimals).div(2);
  return { ...quantity, value, decimals, interval: { low: value.minus(margin), high: value.plus(margin) } };
}

const replaced = <T>(list: readonly T[], at: number, by: T): readonly T[] =>
  list.map((each, index) => (index === at ? by : each));

function figuresOfCube(dataset: Dataset, cube: Cube): Figure[] {
  const keyOf = ({ key }: Observation) => JSON.stringify(key);
  return cube.observations.flatMap((row, at) =>
    Object.entries(row.values).flatMap(([measure, quantity]): Figure[] => {
      if (!isQuantity(quantity)) return [];
      const next = cube.observations[at + 1];
      const last = cube.observations.find((other) => other.year === row.year - 1 && keyOf(other) === keyOf(row));
      const valueIn = (other: Observation | undefined) => {
        const value = other?.values[measure];
        return isQuantity(value) ? value : undefined;
      };
      const change = (to: Decimal): Dataset => {
        const changed = { ...row, values: { ...row.values, [measure]: reprinted(quantity, to) } };
        const observations = replaced(cube.observations, at, changed);
        return { ...dataset, cubes: new Map(dataset.cubes).set(cube.name, { ...cube, observations }) };
      };
      const name = `${cube.name} ${keyOf(row)} ${measure} ${row.year}`;
      const below = next?.year === row.year ? valueIn(next) : undefined;
      return [{ name, quantity, below, before: valueIn(last), change }];
    }),
  );
}

function figureOfEntry(dataset: Dataset, entry: PublishedIndicator, at: number): Figure[] {
  const { printed } = entry;
  if (printed === undefined) return [];
  const next = dataset.published[at + 1];
  const below = next?.indicator === entry.indicator ? next.printed : undefined;
  const isLastYear = ({ indicator, ref }: PublishedIndicator) =>
    indicator === entry.indicator && JSON.stringify(ref) === JSON.stringify({ ...entry.ref, year: entry.ref.year - 1 });
  const before = dataset.published.find(isLastYear)?.printed;
  const change = (to: Decimal): Dataset => ({
    ...dataset,
    published: replaced(dataset.published, at, { ...entry, printed: reprinted(printed, to) }),
  });
  const { indicator, ref } = entry;
  const name = `published ${indicator} ${ref.cube} ${JSON.stringify(ref.key)} ${ref.measure} ${ref.year} (${at + 2})`;
  return [{ name, quantity: printed, below, before, change }];
}

function figureOfFact(dataset: Dataset, fact: FigureFact): Figure {
  const change = (to: Decimal): Dataset => ({
    ...dataset,
    facts: new Map(dataset.facts).set(fact.path, { ...fact, quantity: reprinted(fact.quantity, to) }),
  });
  return { name: `fact ${fact.path}`, quantity: fact.quantity, below: undefined, before: undefined, change };
}

/** Every figure of an edition: of its cubes, of what is printed beside them, and of the text. */
export function figuresOf(dataset: Dataset): readonly Figure[] {
  return [
    ...[...dataset.cubes.values()].flatMap((cube) => figuresOfCube(dataset, cube)),
    ...dataset.published.flatMap((entry, at) => figureOfEntry(dataset, entry, at)),
    ...[...dataset.facts.values()].flatMap((fact) => (fact.kind === 'figure' ? [figureOfFact(dataset, fact)] : [])),
  ];
}
