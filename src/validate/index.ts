import type { z } from 'zod';
import type { RawEdition, Report, YamlTree } from '../load/index.ts';
import type { CodeList, Dataset, Edition, Erratum } from '../model/dataset.ts';
import { error } from '../model/problem.ts';
import type { Theme } from '../model/theme.ts';
import { readCodeLists, readUnits } from './codes.ts';
import { readCubes } from './cubes.ts';
import { readFacts } from './facts.ts';
import { readPublished } from './published.ts';
import {
  type BookSpec,
  bookSchema,
  type ChartSpec,
  chartSchema,
  descriptorSchema,
  editionSchema,
  errataSchema,
  type TableSpec,
  tableSchema,
  themeSchema,
} from './schema.ts';
import { checkTree } from './tree.ts';

export type { BookSpec, ChartSpec, RowsSpec, SectionSpec, TableSpec, ValueSpec } from './schema.ts';

/** A specification with the file it stands in, for messages. */
export interface Located<T> {
  readonly spec: T;
  readonly tree: YamlTree;
}

/** What editors write about the book, checked for its shape; that it fits the data is checked when it is used. */
export interface BookSpecs {
  readonly book: Located<BookSpec>;
  readonly theme: Theme;
  readonly tables: ReadonlyMap<string, Located<TableSpec>>;
  readonly charts: ReadonlyMap<string, Located<ChartSpec>>;
}

export interface ValidEdition {
  readonly dataset: Dataset;
  readonly specs: BookSpecs;
}

function readEdition(raw: RawEdition, lists: ReadonlyMap<string, CodeList>, report: Report): Edition | undefined {
  const spec = checkTree(editionSchema, raw.edition, report);
  if (spec === undefined || raw.edition === undefined) return undefined;
  const publisher = lists.get('institutions')?.codes.get(spec.publisher);
  if (publisher === undefined) {
    const values = { code: spec.publisher, list: 'institutions' };
    report(error('codes.unknown-code', raw.edition.place(['publisher']), values));
    return undefined;
  }
  const [year = 0, month = 0] = spec.published.split('-').map(Number);
  const place = raw.edition.place([]);
  return { series: raw.series, year: raw.year, published: { year, month }, publisher, source: spec.source, place };
}

function readErrata(tree: YamlTree | undefined, report: Report): Erratum[] {
  const spec = checkTree(errataSchema, tree, report);
  if (spec === undefined || tree === undefined) return [];
  return spec.map((erratum, index) => ({ ...erratum, place: tree.place([index, 'finding']) }));
}

function readSpecs<T extends z.ZodType>(schema: T, trees: ReadonlyMap<string, YamlTree>, report: Report) {
  const specs = new Map<string, Located<z.infer<T>>>();
  for (const [name, tree] of trees) {
    const spec = checkTree(schema, tree, report);
    if (spec !== undefined) specs.set(name, { spec, tree });
  }
  return specs;
}

/** Totals must name a cube that has the measure. */
function checkTotals(dataset: Dataset, tree: YamlTree, report: Report): void {
  for (const [measure, cube] of dataset.totals) {
    if (!dataset.cubes.get(cube)?.measures.has(measure)) {
      report(error('cube.total-unknown', tree.place(['totals', measure]), { measure, cube }));
    }
  }
}

/**
 * Checks all raw records of an edition year and gives them types. Every problem found is reported.
 * Undefined if a file without which the rest cannot be checked is missing or malformed.
 */
export function validateEdition(raw: RawEdition, report: Report): ValidEdition | undefined {
  const units = readUnits(raw.codes, report);
  const lists = readCodeLists(raw.codes, raw.year, report);
  const descriptor = checkTree(descriptorSchema, raw.descriptor, report);
  const edition = readEdition(raw, lists, report);
  const book = checkTree(bookSchema, raw.book, report);
  const theme = checkTree(themeSchema, raw.theme, report);
  const facts = readFacts(raw.facts, { units, lists }, report);
  const errata = readErrata(raw.errata, report);
  const tables = readSpecs(tableSchema, raw.tables, report);
  const charts = readSpecs(chartSchema, raw.charts, report);
  if (!descriptor || !raw.descriptor || !edition || !book || !raw.book || !theme) return undefined;
  const cubes = readCubes(raw, descriptor, raw.descriptor, { lists, units }, report);
  const published = readPublished(raw.published, cubes, units, report);
  const totals = new Map(Object.entries(descriptor.totals));
  const dataset: Dataset = { edition, units, codeLists: lists, cubes, totals, facts, published, errata };
  checkTotals(dataset, raw.descriptor, report);
  return { dataset, specs: { book: { spec: book, tree: raw.book }, theme, tables, charts } };
}
