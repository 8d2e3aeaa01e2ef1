import type { RawEdition, RawVintage, Report } from '../load/index.ts';
import type { Cube, LongSeries, Vintage } from '../model/dataset.ts';
import { error, type Place } from '../model/problem.ts';
import { cellOf, checkColumns } from './cells.ts';
import type { Lookups } from './codes.ts';
import { readCubes } from './cubes.ts';
import { publicationDate } from './edition.ts';
import { descriptorSchema, editionSchema } from './schemas/data.ts';
import { checkTree } from './tree.ts';

/** An edition with its cubes. */
export interface VintageCubes {
  readonly vintage: Vintage;
  readonly cubes: ReadonlyMap<string, Cube>;
}

type Edition = LongSeries['editions'][number];

/** The cubes of an earlier edition that long series ask for, checked like its own; undefined if it cannot be read. */
function readVintage(
  raw: RawVintage,
  asked: ReadonlySet<string>,
  lookups: Lookups,
  report: Report,
): VintageCubes | undefined {
  const descriptor = checkTree(descriptorSchema, raw.descriptor, report);
  const edition = checkTree(editionSchema, raw.edition, report);
  if (descriptor === undefined || edition === undefined || raw.descriptor === undefined) return undefined;
  const vintage = { year: raw.year, published: publicationDate(edition.published) };
  return { vintage, cubes: readCubes(raw, descriptor, raw.descriptor, lookups, report, asked) };
}

const dimensionsText = ({ dimensions }: Cube) => dimensions.map(({ name, list }) => `${name}: ${list.name}`).join(', ');

/** Reports an edition whose cube is not broken down like that of the latest, which cannot be continued then. */
function checkDimensions(latest: Edition, other: Edition, place: Place, report: Report): void {
  const [found, expected] = [dimensionsText(other.cube), dimensionsText(latest.cube)];
  if (found === expected) return;
  const values = { cube: latest.cube.name, year: other.vintage.year, found, later: latest.vintage.year, expected };
  report(error('long-series.dimensions', place, values));
}

/** Reports an edition that has a measure in another unit than the latest with it. */
function checkUnits(measure: string, editions: readonly Edition[], place: Place, report: Report): void {
  const having = editions.filter(({ cube }) => cube.measures.has(measure));
  const unitOf = ({ cube }: Edition) => cube.measures.get(measure)?.unit ?? '';
  const [latest, ...others] = having;
  if (latest === undefined) {
    const known = [...new Set(editions.flatMap(({ cube }) => [...cube.measures.keys()]))].join(', ');
    report(error('spec.unknown-measure', place, { measure, cube: editions[0]?.cube.name ?? '', known }));
    return;
  }
  for (const other of others) {
    if (unitOf(other) === unitOf(latest)) continue;
    const values = { measure, year: other.vintage.year, found: unitOf(other), later: latest.vintage.year };
    report(error('long-series.unit', place, { ...values, expected: unitOf(latest) }));
  }
}

/**
 * The cubes that `data/<series>/long-series.csv` names, one measure a row, as the editions up to this one have them. A
 * cube that none of these has yet may be one of a later edition.
 * @param own this edition with its cubes
 */
export function readLongSeries(raw: RawEdition, own: VintageCubes, lookups: Lookups, report: Report): LongSeries[] {
  const table = raw.longSeries;
  if (table === undefined || !checkColumns(table, ['cube', 'measure'], [], report)) return [];
  const rows = table.rows.map((row) => ({ cube: cellOf(row, 'cube'), measure: cellOf(row, 'measure') }));
  const asked = new Set(rows.map(({ cube }) => cube.text));
  const earlier = raw.vintages.flatMap((vintage) => readVintage(vintage, asked, lookups, report) ?? []);
  const editions = [own, ...earlier.toReversed()];
  return [...asked].flatMap((name): LongSeries[] => {
    const having = editions.flatMap(({ vintage, cubes }): Edition[] => {
      const cube = cubes.get(name);
      return cube === undefined ? [] : [{ vintage, cube }];
    });
    const [latest, ...others] = having;
    const measures = rows.filter(({ cube }) => cube.text === name).map(({ measure }) => measure);
    const [first] = rows.filter(({ cube }) => cube.text === name);
    if (latest === undefined || first === undefined) return [];
    for (const other of others) checkDimensions(latest, other, first.cube.place, report);
    for (const { text, place } of measures) checkUnits(text, having, place, report);
    return [{ cube: name, measures: measures.map(({ text }) => text), editions: having }];
  });
}
