import type { z } from 'zod';
import type { CsvTable, RawEdition, Report, YamlTree } from '../load/index.ts';
import type { Blank, BlankStatus, CodeList, Cube, Dimension, Measure, Observation, Unit } from '../model/dataset.ts';
import { nearest } from '../model/nearest.ts';
import { error, type Place } from '../model/problem.ts';
import type { Quantity } from '../model/quantity.ts';
import { cellOf, checkColumns, checkUnit } from './codes.ts';
import { decimalsOf, publishedQuantity, readNumber } from './number.ts';
import type { descriptorSchema } from './schema.ts';

type Resource = z.infer<typeof descriptorSchema>['resources'][number];
type Field = Resource['schema']['fields'][number];
type CsvRow = CsvTable['rows'][number];

interface Lookups {
  readonly lists: ReadonlyMap<string, CodeList>;
  readonly units: ReadonlyMap<string, Unit>;
}

/** Dimensions and measures of a resource; lists and units that do not exist are reported at their field. */
function readStructure(
  resource: Resource,
  placeOf: (field: number, key: string) => Place,
  lookups: Lookups,
  report: Report,
) {
  const dimensions: Dimension[] = [];
  const measures = new Map<string, Measure>();
  resource.schema.fields.forEach((field, index) => {
    if (field.codeList !== undefined) {
      const list = lookups.lists.get(field.codeList);
      if (list) dimensions.push({ name: field.name, list });
      else {
        const known = [...lookups.lists.keys()].join(', ');
        report(error('codes.unknown-list', placeOf(index, 'codeList'), { list: field.codeList, known }));
      }
    } else if (field.type === 'integer' || field.type === 'number') {
      if (field.unit === undefined) report(error('cube.unit-missing', placeOf(index, 'name'), { measure: field.name }));
      else checkUnit(field.unit, lookups.units, placeOf(index, 'unit'), report);
      measures.set(field.name, { name: field.name, unit: field.unit ?? '', decimals: field.decimals ?? 0 });
    }
  });
  return { dimensions, measures };
}

function readCode(row: CsvRow, { name, list }: Dimension, report: Report): string {
  const cell = cellOf(row, name);
  const code = list.codes.get(cell.text);
  if (cell.text === '') report(error('cube.code-missing', cell.place, { dimension: name }));
  else if (code === undefined) {
    const suggestion = nearest(cell.text, list.codes.keys()) ?? [...list.codes.keys()].slice(0, 5).join(', ');
    report(error('cube.unknown-code', cell.place, { code: cell.text, list: list.name, suggestion }));
  } else if (code.kind === 'group') {
    report(error('cube.group-as-code', cell.place, { code: cell.text, list: list.name }));
  }
  return cell.text;
}

function readStatus(row: CsvRow, report: Report): BlankStatus | undefined {
  const cell = cellOf(row, 'status');
  if (cell.text === 'missing' || cell.text === 'not-applicable') return cell.text;
  if (cell.text !== '') report(error('cube.unknown-status', cell.place, { status: cell.text }));
  return undefined;
}

function readValue(row: CsvRow, field: Field, source: string, ref: Quantity['ref'], report: Report): Quantity | Blank {
  const cell = cellOf(row, field.name);
  const status = readStatus(row, report);
  if (cell.text === '') {
    if (status === undefined) report(error('cube.value-missing', cell.place, { column: field.name }));
    return { status: status ?? 'missing' };
  }
  const text = readNumber(cell, field.name, report);
  if (text === undefined || ref === undefined) return { status: 'missing' };
  const decimals = decimalsOf(text);
  if (decimals > (field.decimals ?? 0)) {
    const values = { text, column: field.name, allowed: field.decimals ?? 0, found: decimals };
    report(error('cube.too-many-decimals', cell.place, values));
  }
  const minimum = field.constraints?.minimum;
  if (minimum !== undefined && Number(text) < minimum) {
    report(error('cube.below-minimum', cell.place, { text, column: field.name, minimum }));
  }
  const origin = { kind: 'observation', place: cell.place, source, ...ref } as const;
  return { ...publishedQuantity(text, field.unit ?? '', field.type === 'integer', origin), ref };
}

function readObservations(
  table: CsvTable,
  resource: Resource,
  dimensions: readonly Dimension[],
  year: number,
  report: Report,
) {
  const observations: Observation[] = [];
  const lines = new Map<string, number>();
  const measures = resource.schema.fields.filter((field) => field.unit !== undefined);
  for (const row of table.rows) {
    const yearCell = cellOf(row, 'year');
    const rowYear = Number(yearCell.text);
    if (!/^\d{4}$/.test(yearCell.text)) {
      report(error('cube.year-format', yearCell.place, { text: yearCell.text }));
      continue;
    }
    if (rowYear > year) report(error('cube.year-later', yearCell.place, { found: rowYear, year }));
    const key = Object.fromEntries(dimensions.map((dimension) => [dimension.name, readCode(row, dimension, report)]));
    const id = [rowYear, ...Object.values(key)].join(' ');
    const earlier = lines.get(id);
    if (earlier !== undefined) report(error('cube.row-twice', yearCell.place, { key: id, line: earlier }));
    lines.set(id, yearCell.place.line ?? 0);
    const values = Object.fromEntries(
      measures.map((field) => {
        const ref = { cube: resource.name, key, measure: field.name, year: rowYear };
        return [field.name, readValue(row, field, resource.source, ref, report)];
      }),
    );
    observations.push({ year: rowYear, key, values, place: yearCell.place });
  }
  if (!observations.some((observation) => observation.year === year)) {
    report(error('cube.year-absent', { file: table.file }, { year }));
  }
  return observations;
}

/** The cubes of an edition year, each row checked against its descriptor and code lists. */
export function readCubes(
  raw: RawEdition,
  descriptor: z.infer<typeof descriptorSchema>,
  tree: YamlTree,
  lookups: Lookups,
  report: Report,
): Map<string, Cube> {
  const cubes = new Map<string, Cube>();
  const unused = new Set(raw.cubes.keys());
  descriptor.resources.forEach((resource, index) => {
    const name = resource.path.replace(/\.csv$/, '');
    const table = raw.cubes.get(name);
    unused.delete(name);
    if (cubes.has(resource.name))
      report(error('cube.name-twice', tree.place(['resources', index, 'name']), { name: resource.name }));
    if (table === undefined) {
      report(error('cube.file-missing', tree.place(['resources', index, 'path']), { path: resource.path }));
      return;
    }
    const placeOf = (field: number, key: string) => tree.place(['resources', index, 'schema', 'fields', field, key]);
    const structure = readStructure(resource, placeOf, lookups, report);
    const columns = resource.schema.fields.map((field) => field.name);
    checkColumns(table, columns, [], report);
    if (!table.header.includes('year')) return;
    cubes.set(resource.name, {
      name: resource.name,
      titles: resource.titles,
      source: resource.source,
      ...structure,
      breakdown: resource.breakdown,
      observations: readObservations(table, resource, structure.dimensions, raw.year, report),
      place: { file: table.file },
    });
  });
  for (const name of unused) {
    report(
      error('cube.not-described', { file: `data/${raw.series}/${raw.year}/${name}.csv` }, { descriptor: tree.file }),
    );
  }
  return cubes;
}
