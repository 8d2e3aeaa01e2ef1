import { containerOf, indicator, keyText, type Lookup, remainder } from '../derive/index.ts';
import type { Report } from '../load/index.ts';
import type { BlankStatus, Code, Cube, Dimension } from '../model/dataset.ts';
import { suggest } from '../model/nearest.ts';
import { error, type Place } from '../model/problem.ts';
import { isQuantity, type Key, type Quantity } from '../model/quantity.ts';
import { checkKind, type RowsSpec, type ValueSpec } from '../validate/index.ts';

/** One row of a table or chart, before its values: which slice of the cube it is. */
export interface RowItem {
  /** The code; undefined for the whole and for the remainder. */
  readonly code: Code | undefined;
  readonly kind: 'code' | 'total' | 'remainder';
  readonly key: Key;
  readonly year: number;
  /** 1 for a part that stands below its parent. */
  readonly indent: number;
  /** Codes whose sum the remainder completes to the whole. */
  readonly besides: readonly Key[];
}

type PlaceOf = (path: readonly PropertyKey[]) => Place;

/** The cube and dimension that a specification names; what does not exist is reported with the nearest name. */
function cubeOf(
  lookup: Lookup,
  spec: RowsSpec,
  place: PlaceOf,
  report: Report,
): { cube: Cube; dimension?: Dimension } | undefined {
  const { cubes } = lookup.dataset;
  const cube = cubes.get(spec.cube);
  if (cube === undefined) {
    const suggestion = suggest(spec.cube, cubes.keys());
    report(error('spec.unknown-cube', place(['cube']), { cube: spec.cube, suggestion }));
    return undefined;
  }
  if (spec.dimension === undefined) return { cube };
  const dimension = cube.dimensions.find((candidate) => candidate.name === spec.dimension);
  if (dimension === undefined) {
    const known = cube.dimensions.map((candidate) => candidate.name).join(', ');
    report(
      error('spec.unknown-dimension', place(['dimension']), { dimension: spec.dimension, cube: cube.name, known }),
    );
    return undefined;
  }
  return { cube, dimension };
}

/** Reports a measure that the cube does not have, and a kind among which no code can be ranked. */
export function checkValue(cube: Cube | undefined, spec: ValueSpec, place: PlaceOf, report: Report): void {
  if (cube === undefined) return;
  if (!spec.measure.split('/').every((part) => cube.measures.has(part))) {
    const values = { measure: spec.measure, cube: cube.name, known: [...cube.measures.keys()].join(', ') };
    report(error('spec.unknown-measure', place(['measure']), values));
  }
  if (spec.among !== undefined) checkKind(spec.among, cube, place(['among']), report);
}

/** Codes of a dimension that the rows show, in list order; parts follow their parent where all are shown. */
function codesOf(
  lookup: Lookup,
  cube: Cube,
  dimension: Dimension,
  spec: RowsSpec,
  year: number,
): { code: Code; indent: number }[] {
  const present = lookup.codes(cube, dimension.name, year);
  const entry = (code: string) => dimension.list.codes.get(code);
  const parts = (parent: string) => present.filter((code) => entry(code)?.parent === parent);
  const all = new Set(present);
  const top = new Set(lookup.topCodes(cube, dimension.name, year));
  const shown = spec.items ?? present;
  return shown.flatMap((name) => {
    const code = entry(name);
    if (code === undefined) return [];
    if (spec.items) return [{ code, indent: 0 }];
    if (spec.level === 'leaves') return parts(name).length === 0 ? [{ code, indent: 0 }] : [];
    if (spec.level === 'top') return top.has(name) ? [{ code, indent: 0 }] : [];
    return [{ code, indent: containerOf(code, all) === undefined ? 0 : 1 }];
  });
}

/** The value of a row: the observation or indicator, or why there is none. */
export function cellValue(lookup: Lookup, cube: string, row: RowItem, spec: ValueSpec): Quantity | BlankStatus {
  const year = spec.year === 'previous' ? row.year - 1 : row.year;
  const at = (key: Key) => lookup.at({ cube, key, measure: spec.measure, year });
  const quantity = row.kind === 'remainder' ? remainderOf(lookup, row.besides.map(at)) : at(row.key);
  if (quantity === undefined) {
    const observation = lookup.dataset.cubes
      .get(cube)
      ?.observations.find((candidate) => candidate.year === year && keyText(candidate.key) === keyText(row.key));
    const value = observation?.values[spec.measure];
    return value && !isQuantity(value) ? value.status : 'missing';
  }
  if (spec.indicator === undefined) return quantity;
  const result = indicator(lookup, spec.indicator, quantity, spec.among);
  if (result !== undefined) return result;
  // A growth from zero, or a contribution to a decline, does not apply; without the year before it is not known.
  const applies = spec.indicator !== 'rank' && (spec.indicator === 'share' || lookup.previous(quantity) === undefined);
  return applies ? 'missing' : 'not-applicable';
}

function remainderOf(lookup: Lookup, parts: readonly (Quantity | undefined)[]): Quantity | undefined {
  const known = parts.filter((part) => part !== undefined);
  return known.length === parts.length ? remainder(lookup, known) : undefined;
}

/** Indented rows moved below the row of which they are parts; otherwise the order stays. */
function underParents(rows: readonly RowItem[]): RowItem[] {
  const withParts = (row: RowItem): RowItem[] => [
    row,
    ...rows
      .filter(
        ({ code, indent }) =>
          indent > 0 &&
          code !== undefined &&
          row.code !== undefined &&
          [code.parent, code.within].includes(row.code.code),
      )
      .flatMap(withParts),
  ];
  return rows.filter(({ indent }) => indent === 0).flatMap(withParts);
}

/** The rows that a specification asks for, ordered, with total and remainder. */
export function rowsOf(
  lookup: Lookup,
  spec: RowsSpec,
  values: Readonly<Record<string, ValueSpec>>,
  place: PlaceOf,
  report: Report,
): RowItem[] {
  const found = cubeOf(lookup, spec, place, report);
  if (found === undefined) return [];
  const { cube, dimension } = found;
  const thisYear = lookup.dataset.edition.year;
  if (dimension) {
    for (const [index, item] of (spec.items ?? []).entries()) {
      if (dimension.list.codes.has(item)) continue;
      const suggestion = suggest(item, dimension.list.codes.keys());
      report(
        error('spec.unknown-code', place(['items', index]), { code: item, list: dimension.list.name, suggestion }),
      );
    }
  }
  const orderBy = spec.order && values[spec.order.by];
  if (spec.order && orderBy === undefined) {
    const known = Object.keys(values).join(', ');
    report(error('spec.unknown-order', place(['order', 'by']), { name: spec.order.by, known }));
  }
  return spec.years.flatMap((which) => {
    const year = which === 'previous' ? thisYear - 1 : thisYear;
    const whole: RowItem = { code: undefined, kind: 'total', key: {}, year, indent: 0, besides: [] };
    if (dimension === undefined) return [whole];
    let rows = codesOf(lookup, cube, dimension, spec, year).map(
      ({ code, indent }): RowItem => ({
        code,
        kind: 'code',
        key: { [dimension.name]: code.code },
        year,
        indent,
        besides: [],
      }),
    );
    if (orderBy) {
      const number = (row: RowItem) => {
        const value = cellValue(lookup, cube.name, row, orderBy);
        return typeof value !== 'string' ? value.value.toNumber() : Number.NEGATIVE_INFINITY;
      };
      rows.sort((a, b) => (spec.order?.descending ? number(b) - number(a) : number(a) - number(b)));
      rows = underParents(rows);
    }
    // A part of a code that is shown itself is in that code's value already.
    const shown = new Set(rows.flatMap((row) => row.code?.code ?? []));
    const besides = rows
      .filter((row) => row.code === undefined || containerOf(row.code, shown) === undefined)
      .map((row) => row.key);
    const rest: RowItem = { ...whole, kind: 'remainder', key: { remainder: cube.name }, besides };
    const isLeft = Object.values(values).some((value) => typeof cellValue(lookup, cube.name, rest, value) !== 'string');
    return [
      ...(spec.total === 'first' ? [whole] : []),
      ...rows,
      ...(spec.remainder && rows.length > 0 && isLeft ? [rest] : []),
      ...(spec.total === 'last' ? [whole] : []),
    ];
  });
}
