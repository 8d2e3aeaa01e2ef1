import type { RawData, RawEdition, Report, YamlTree } from '../load/index.ts';
import type { Dataset, Edition, Erratum, Note } from '../model/dataset.ts';
import { error } from '../model/problem.ts';
import type { Theme } from '../model/theme.ts';
import { type Arrangement, arrange } from './arrangement.ts';
import { type LocatedChart, readCharts } from './charts.ts';
import { readChronicle } from './chronicle.ts';
import { readCodeLists } from './code-lists.ts';
import type { Lookups } from './codes.ts';
import { readCubes } from './cubes.ts';
import { readEdition } from './edition.ts';
import { readFacts } from './facts.ts';
import { readFrontMatter } from './front-matter.ts';
import type { KnownInserts } from './inserts.ts';
import { readLongSeries } from './long-series.ts';
import { readPublished } from './published.ts';
import { type BookSpec, bookSchema } from './schemas/book.ts';
import { descriptorSchema, errataSchema, notesSchema, sourceTablesSchema } from './schemas/data.ts';
import type { TableSpec } from './schemas/table.ts';
import { themeSchema } from './schemas/theme.ts';
import { readTables } from './tables.ts';
import { checkTree, type Located } from './tree.ts';

export type { ArrangedSection, Arrangement, NamedRow } from './arrangement.ts';
export type { LocatedChart } from './charts.ts';
export { checkKind, checkUnit } from './codes.ts';
export { checkMeasure, cubeOf, dimensionOf } from './cube-names.ts';
export type { BookSpec } from './schemas/book.ts';
export type { ChartBaseSpec, ChartSpec } from './schemas/chart.ts';
export type { OpenValueSpec, RowsSpec, ValueSpec, YearsSpec } from './schemas/projection.ts';
export type { ColumnSpec, RepeatSpec, RowBlockSpec, Shown, TableSpec, WidthSpec } from './schemas/table.ts';
export { rowCubesOf } from './schemas/table.ts';
export type { Located } from './tree.ts';

/** What editors write about the book, checked for its shape; that it fits the data is checked when it is used. */
export interface BookSpecs {
  readonly book: Located<BookSpec>;
  /** The book's parts as the edition has them. */
  readonly arrangement: Arrangement;
  readonly theme: Theme;
  readonly tables: ReadonlyMap<string, Located<TableSpec>>;
  readonly charts: ReadonlyMap<string, LocatedChart>;
}

export interface ValidEdition {
  readonly dataset: Dataset;
  readonly specs: BookSpecs;
}

function readNotes(tree: YamlTree | undefined, report: Report): Note[] {
  const spec = checkTree(notesSchema, tree, report);
  if (spec === undefined || tree === undefined) return [];
  return spec.map((note, index) => ({ ...note, place: tree.place([index, 'about']) }));
}

function readErrata(tree: YamlTree | undefined, report: Report): Erratum[] {
  const spec = checkTree(errataSchema, tree, report);
  if (spec === undefined || tree === undefined) return [];
  return spec.map(({ shows, ...erratum }, index) => ({
    ...erratum,
    ...(shows && { shows }),
    place: tree.place([index, 'finding']),
  }));
}

/** Totals must name a cube that has the measure. */
function checkTotals(dataset: Dataset, declared: ReadonlySet<string>, tree: YamlTree, report: Report): void {
  for (const [measure, cube] of dataset.totals) {
    const found = dataset.cubes.get(cube);
    if (found ? !found.measures.has(measure) : !declared.has(cube)) {
      report(error('cube.total-unknown', tree.place(['totals', measure]), { measure, cube }));
    }
  }
}

/**
 * The data of an edition year. What of them is undefined lacks a file without which it cannot be checked.
 * @param known tables and figures that the edition may name; undefined where templates are not read
 */
function readData(
  raw: RawData,
  known: KnownInserts | undefined,
  report: Report,
): { readonly edition: Edition | undefined; readonly dataset: Dataset | undefined; readonly lookups: Lookups } {
  const lookups = readCodeLists(raw, report);
  const descriptor = checkTree(descriptorSchema, raw.descriptor, report);
  const edition = readEdition(raw, lookups, known, report);
  const sourceBook = readFrontMatter(raw.frontMatter, lookups, report);
  const errata = readErrata(raw.errata, report);
  const notes = readNotes(raw.notes, report);
  const sourceTables = checkTree(sourceTablesSchema, raw.sourceTables, report) ?? {};
  if (!descriptor || !raw.descriptor) return { edition, dataset: undefined, lookups };
  const declared = new Set(descriptor.resources.map(({ name }) => name));
  const cubes = readCubes(raw, descriptor, raw.descriptor, lookups, report);
  const names = { cubes, declared, year: raw.year, lookups };
  const facts = readFacts(raw.facts, names, report);
  const published = readPublished(raw.published, names, report);
  const chronicle = readChronicle(raw.chronicle, names, report);
  if (!edition) return { edition, dataset: undefined, lookups };
  const { units, lists } = lookups;
  const totals = new Map(Object.entries(descriptor.totals));
  const dataset: Dataset = {
    edition,
    units,
    codeLists: lists,
    cubes,
    longSeries: [],
    totals,
    facts,
    published,
    chronicle,
    sourceBook,
    errata,
    notes,
    sourceTables: new Map(Object.entries(sourceTables).map(([table, { cells }]) => [table, cells])),
  };
  checkTotals(dataset, declared, raw.descriptor, report);
  return { edition, dataset, lookups };
}

/**
 * Checks the data of an edition year without its templates and gives them types; without the long series, which are made of
 * other editions, too. Every problem found is reported.
 * Undefined if a file without which the rest cannot be checked is missing or malformed.
 */
export function validateData(raw: RawData, report: Report): Dataset | undefined {
  return readData(raw, undefined, report).dataset;
}

/**
 * Checks all raw records of an edition year, data and specifications of the book, and gives them types.
 * Undefined if a file without which the rest cannot be checked is missing or malformed.
 */
export function validateEdition(raw: RawEdition, report: Report): ValidEdition | undefined {
  const book = checkTree(bookSchema, raw.book, report);
  const theme = checkTree(themeSchema, raw.theme, report);
  const tables = readTables(raw, report);
  const charts = readCharts(raw, report);
  const known = { table: new Set(raw.tables.keys()), figure: new Set(raw.charts.keys()), specs: tables };
  const { edition, dataset, lookups } = readData(raw, known, report);
  const arrangement =
    book && raw.book && edition
      ? arrange({ spec: book, tree: raw.book }, raw.arrangements, edition, known, raw.unreadable, report)
      : undefined;
  if (!dataset || !book || !raw.book || !arrangement || !theme) return undefined;
  const own = { vintage: { year: raw.year, published: dataset.edition.published }, cubes: dataset.cubes };
  const longSeries = readLongSeries(raw, own, lookups, report);
  return {
    dataset: { ...dataset, longSeries },
    specs: { book: { spec: book, tree: raw.book }, arrangement, theme, tables, charts },
  };
}
