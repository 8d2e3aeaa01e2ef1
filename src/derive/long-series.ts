import type { Cube, Dataset, LongSeries, Observation, Vintage } from '../model/dataset.ts';
import { isQuantity, type Quantity } from '../model/quantity.ts';
import { overlap } from './exact.ts';

/** Name of the cube that continues another one through the editions. */
const longName = (cube: string) => `long-${cube}`;

/** A value as the long series has it: at home there, and with the edition that printed it. */
function inSeries(value: Quantity, cube: string, vintage: Vintage): Quantity {
  const { origin, ref } = value;
  if (origin.kind !== 'observation' || ref === undefined) return value;
  return { ...value, ref: { ...ref, cube }, origin: { ...origin, vintage } };
}

/** The value of a later edition, which counts, and knows what an earlier one printed if that is another number. */
function withEarlier(later: Quantity, earlier: Quantity): Quantity {
  const { origin } = later;
  if (origin.kind !== 'observation' || overlap(later.interval, earlier.interval)) return later;
  return { ...later, origin: { ...origin, superseded: [...(origin.superseded ?? []), earlier] } };
}

/** One observation for each place: of several editions that have a value for it, the latest counts. */
function together({ measures, editions }: LongSeries, cube: string): Observation[] {
  const byPlace = new Map<string, Observation>();
  for (const { vintage, cube: own } of editions) {
    for (const observation of own.observations) {
      const { year, key } = observation;
      const id = [year, ...own.dimensions.map(({ name }) => key[name])].join(' ');
      const later = byPlace.get(id);
      const values = measures.flatMap((measure) => {
        const [before, found] = [later?.values[measure], observation.values[measure]];
        if (found === undefined) return before ? [[measure, before] as const] : [];
        if (!isQuantity(found)) return [[measure, before ?? found] as const];
        const value = inSeries(found, cube, vintage);
        return [[measure, isQuantity(before) ? withEarlier(before, value) : value] as const];
      });
      byPlace.set(id, { ...(later ?? observation), values: Object.fromEntries(values) });
    }
  }
  return [...byPlace.values()].toSorted((a, b) => a.year - b.year);
}

/** The cube of a long series; undefined if only one edition has its cube, which needs no other then. */
function longCube(series: LongSeries): Cube | undefined {
  const [latest] = series.editions;
  if (latest === undefined || series.editions.length < 2) return undefined;
  const name = longName(series.cube);
  const cubes = series.editions.map(({ cube }) => cube);
  const measures = series.measures.flatMap((measure) => {
    const found = cubes.flatMap((cube) => cube.measures.get(measure) ?? []);
    const [first] = found;
    if (first === undefined) return [];
    const isAlike = found.every(({ decimals }) => decimals === first.decimals);
    return [[measure, { ...first, decimals: isAlike ? first.decimals : undefined }] as const];
  });
  return {
    ...latest.cube,
    name,
    measures: new Map(measures),
    breakdown: cubes.every(({ breakdown }) => breakdown === 'complete') ? 'complete' : 'partial',
    // Its whole is what its own editions print, and not the book's total of the same measure.
    total: 'own',
    observations: together(series, name),
    vintages: series.editions.map(({ vintage }) => vintage),
  };
}

/** A dataset with the cubes that continue its own through the editions of the series, beside its own. */
export function withLongSeries(dataset: Dataset): Dataset {
  const long = dataset.longSeries.flatMap((series) => longCube(series) ?? []);
  return { ...dataset, cubes: new Map([...dataset.cubes, ...long.map((cube) => [cube.name, cube] as const)]) };
}

/** Editions that printed what a cube has of a year and, if a key is given, of its codes; latest first. */
export function vintagesOf(cube: Cube, year: number, key: Readonly<Record<string, string>> = {}): Vintage[] {
  const rows = cube.observations.filter(
    (row) => row.year === year && Object.entries(key).every(([name, code]) => row.key[name] === code),
  );
  const found = new Set(
    rows.flatMap(({ values }) =>
      Object.values(values).map((value) =>
        isQuantity(value) && value.origin.kind === 'observation' ? value.origin.vintage : undefined,
      ),
    ),
  );
  return (cube.vintages ?? []).filter((vintage) => found.has(vintage));
}
