import type { z } from 'zod';
import type { CsvTable, RawData, Report, YamlTree } from '../load/index.ts';
import type { Blank, BlankStatus, Cube, Dimension, Measure, Observation } from '../model/dataset.ts';
import { error, type Place } from '../model/problem.ts';
import type { Quantity } from '../model/quantity.ts';
import { readAgreements } from './agreements.ts';
import { type CsvRow, cellOf, checkColumns, readYear } from './cells.ts';
import { checkYear } from './code-years.ts';
import { checkUnit, codeListOf, codeOf, type Lookups } from './codes.ts';
import { checkMeasure } from './cube-names.ts';
import { decimalsOf, publishedQuantity, readNumber } from './number.ts';
import type { descriptorSchema } from './schemas/data.ts';

type Resource = z.infer<typeof descriptorSchema>['resources'][number];
type Field = Resource['schema']['fields'][number];

/**
 * Dimensions and measures of a resource; lists and units that do not exist are reported at their field.
 * Undefined if a dimension has no list, without which rows cannot be told apart.
 */
function readStructure(
  resource: Resource,
  placeOf: (field: number, key: string) => Place,
  lookups: Lookups,
  report: Report,
) {
  const dimensions: Dimension[] = [];
  const measures = new Map<string, Measure>();
  let complete = true;
  resource.schema.fields.forEach((field, index) => {
    if (field.codeList !== undefined) {
      const { lists, unreadable } = lookups;
      const list = codeListOf(field.codeList, lists, unreadable, placeOf(index, 'codeList'), report);
      if (list) dimensions.push({ name: field.name, list });
      else complete = false;
    } else if (field.type === 'integer' || field.type === 'number') {
      if (field.unit === undefined) report(error('cube.unit-missing', placeOf(index, 'name'), { measure: field.name }));
      else checkUnit(field.unit, lookups.units, placeOf(index, 'unit'), report);
      const { name, unit = '', decimals = 0, sumOf, partOf, above, numbers, jump } = field;
      measures.set(name, {
        name,
        unit,
        decimals,
        ...(sumOf && { sumOf }),
        ...(partOf !== undefined && { partOf }),
        ...(above && { above }),
        ...(numbers && { numbers }),
        ...(jump !== undefined && { jump }),
      });
    }
  });
  resource.schema.fields.forEach(({ sumOf = [], partOf, above }, index) => {
    const check = (measure: string | undefined, key: string) => {
      if (measure !== undefined) checkMeasure({ name: resource.name, measures }, measure, placeOf(index, key), report);
    };
    for (const measure of sumOf) check(measure, 'sumOf');
    check(partOf, 'partOf');
    check(above?.count, 'above');
  });
  return complete ? { dimensions, measures } : undefined;
}

function readCode(row: CsvRow, { name, list }: Dimension, year: number, lookups: Lookups, report: Report): string {
  const cell = cellOf(row, name);
  if (cell.text === '') {
    report(error('cube.code-missing', cell.place, { dimension: name }));
    return cell.text;
  }
  const code = codeOf(cell.text, list, lookups.unreadable, cell.place, report, false);
  if (code?.kind === 'group') report(error('cube.group-as-code', cell.place, { code: cell.text, list: list.name }));
  if (code) checkYear(code, list.name, year, cell.place, report);
  return cell.text;
}

/** Why the row's blank cells are blank; they must be, and a row without any needs no reason. */
function readStatus(row: CsvRow, measures: readonly Field[], report: Report): BlankStatus {
  const cell = cellOf(row, 'status');
  const blank = measures.map(({ name }) => ({ name, cell: cellOf(row, name) })).filter((each) => each.cell.text === '');
  if (cell.text === 'missing' || cell.text === 'not-applicable') {
    if (blank.length === 0) report(error('cube.status-needless', cell.place, { status: cell.text }));
    return cell.text;
  }
  if (cell.text !== '') report(error('cube.unknown-status', cell.place, { status: cell.text }));
  else for (const each of blank) report(error('cube.value-missing', each.cell.place, { column: each.name }));
  return 'missing';
}

function readValue(
  row: CsvRow,
  field: Field,
  status: BlankStatus,
  source: string,
  ref: Quantity['ref'],
  report: Report,
): Quantity | Blank {
  const cell = cellOf(row, field.name);
  if (cell.text === '') return { status };
  const text = readNumber(cell, field.name, report);
  if (text === undefined || ref === undefined) return { status: 'missing' };
  const decimals = decimalsOf(text);
  if (decimals > (field.decimals ?? 0)) {
    const values = { text, column: field.name, allowed: field.decimals ?? 0, found: decimals };
    report(error('cube.too-many-decimals', cell.place, values));
  }
  const { minimum, maximum } = field.constraints ?? {};
  if (minimum !== undefined && Number(text) < minimum) {
    report(error('cube.below-minimum', cell.place, { text, column: field.name, minimum }));
  }
  if (maximum !== undefined && Number(text) > maximum) {
    report(error('cube.above-maximum', cell.place, { text, column: field.name, maximum }));
  }
  const origin = { kind: 'observation', place: cell.place, source, ...ref } as const;
  const rounded = field.closingZeros === 'dropped' ? field.decimals : undefined;
  // Among figures with decimals "0" is none at all, where "0.0" is less than half of the last decimal.
  const isNone = text === '0' && (field.decimals ?? 0) > 0;
  const precision = field.type === 'integer' || isNone ? 'exact' : rounded;
  return { ...publishedQuantity(text, field.unit ?? '', origin, precision), ref };
}

function readObservations(
  table: CsvTable,
  resource: Resource,
  dimensions: readonly Dimension[],
  year: number,
  lookups: Lookups,
  report: Report,
) {
  const observations: Observation[] = [];
  const lines = new Map<string, number>();
  const measures = resource.schema.fields.filter((field) => field.unit !== undefined && table.header.has(field.name));
  for (const row of table.rows) {
    const yearCell = cellOf(row, 'year');
    const rowYear = readYear(yearCell, report);
    if (rowYear === undefined) continue;
    if (rowYear > year) report(error('cube.year-later', yearCell.place, { found: rowYear, year }));
    const key = Object.fromEntries(
      dimensions.map((dimension) => [dimension.name, readCode(row, dimension, rowYear, lookups, report)]),
    );
    const id = [rowYear, ...Object.values(key)].join(' ');
    const earlier = lines.get(id);
    if (earlier !== undefined) report(error('cube.row-twice', yearCell.place, { key: id, line: earlier }));
    lines.set(id, yearCell.place.line ?? 0);
    const status = readStatus(row, measures, report);
    const values = Object.fromEntries(
      measures.map((field) => {
        const ref = { cube: resource.name, key, measure: field.name, year: rowYear };
        return [field.name, readValue(row, field, status, resource.source, ref, report)];
      }),
    );
    observations.push({ year: rowYear, key, values, place: yearCell.place });
  }
  const complete = table.complete && observations.length === table.rows.length;
  if (complete && !observations.some((observation) => observation.year === year)) {
    report(error('cube.year-absent', { file: table.file }, { year }));
  }
  return observations;
}

/**
 * The cubes of an edition year, each row checked against its descriptor and code lists.
 * @param asked only these; by default all, and then each file must be described
 */
export function readCubes(
  raw: Pick<RawData, 'series' | 'year' | 'cubes' | 'unreadable'>,
  descriptor: z.infer<typeof descriptorSchema>,
  tree: YamlTree,
  lookups: Lookups,
  report: Report,
  asked?: ReadonlySet<string>,
): Map<string, Cube> {
  const cubes = new Map<string, Cube>();
  const declared = new Set(descriptor.resources.map(({ name }) => name));
  const unused = new Set(asked ? [] : raw.cubes.keys());
  descriptor.resources.forEach((resource, index) => {
    if (asked && !asked.has(resource.name)) return;
    const name = resource.path.replace(/\.csv$/, '');
    const table = raw.cubes.get(name);
    unused.delete(name);
    if (cubes.has(resource.name))
      report(error('cube.name-twice', tree.place(['resources', index, 'name']), { name: resource.name }));
    if (table === undefined) {
      const file = `data/${raw.series}/${raw.year}/${resource.path}`;
      const place = tree.place(['resources', index, 'path']);
      if (!raw.unreadable.has(file)) report(error('cube.file-missing', place, { path: resource.path }));
      return;
    }
    const placeOf = (field: number, key: string) => tree.place(['resources', index, 'schema', 'fields', field, key]);
    const structure = readStructure(resource, placeOf, lookups, report);
    const columns = resource.schema.fields.map((field) => field.name);
    checkColumns(table, columns, [], report);
    const told = ['year', ...(structure?.dimensions ?? []).map((dimension) => dimension.name)];
    if (structure === undefined || !told.every((column) => table.header.has(column))) return;
    cubes.set(resource.name, {
      name: resource.name,
      titles: resource.titles,
      source: resource.source,
      ...structure,
      breakdown: resource.breakdown,
      total: resource.total,
      agrees: [],
      observations: readObservations(table, resource, structure.dimensions, raw.year, lookups, report),
      place: { file: table.file },
    });
  });
  for (const name of unused) {
    report(
      error('cube.not-described', { file: `data/${raw.series}/${raw.year}/${name}.csv` }, { descriptor: tree.file }),
    );
  }
  descriptor.resources.forEach((resource, index) => {
    const cube = cubes.get(resource.name);
    const place = (path: readonly PropertyKey[]) => tree.place(['resources', index, 'agrees', ...path]);
    const agrees = cube && readAgreements(resource.agrees, cube, { cubes, declared }, place, lookups, report);
    if (cube && agrees) cubes.set(cube.name, { ...cube, agrees });
  });
  return cubes;
}
