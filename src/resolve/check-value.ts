import type { Lookup } from '../derive/index.ts';
import type { Report } from '../load/index.ts';
import type { CodeList, Cube } from '../model/dataset.ts';
import { error, type Place } from '../model/problem.ts';
import { checkKind, checkUnit, type OpenValueSpec, type RowsSpec } from '../validate/index.ts';
import { checkCode, checkMeasure, cubeOf, dimensionOf, type PlaceOf } from './cubes.ts';

/** What is to be known of rows to tell whether a value fits them. */
export type RowsOfValue = Pick<RowsSpec, 'cube'> & Partial<Pick<RowsSpec, 'dimension' | 'items' | 'where'>>;

/** Reports a cube that does not break down what the codes of a list name: in it, they would have no value. */
export function checkList(list: CodeList, cube: Cube, place: Place, report: Report): void {
  if (cube.dimensions.some((dimension) => dimension.list.name === list.name)) return;
  const known = cube.dimensions.map((dimension) => dimension.list.name).join(', ');
  report(error('spec.unknown-list', place, { list: list.name, cube: cube.name, known }));
}

/**
 * Reports what of a value does not fit its rows or the data: cubes, measures and codes that do not exist, a kind among
 * which no code can be ranked, and what only another indicator would heed.
 */
export function checkValue(
  lookup: Lookup,
  { cube: rowCube, dimension, items = [], where = {} }: RowsOfValue,
  spec: OpenValueSpec,
  place: PlaceOf,
  report: Report,
): void {
  const rows = lookup.dataset.cubes.get(rowCube);
  const cube = spec.cube === undefined ? rows : cubeOf(lookup, spec.cube, place(['cube']), report);
  if (cube === undefined) return;
  for (const { name, list } of rows?.dimensions ?? []) {
    if (name !== dimension && where[name] === undefined) continue;
    const codes = name === dimension ? items : [where[name] ?? ''];
    // Codes that stand for the whole have its value in every cube.
    const isWhole = codes.length > 0 && codes.every((code) => list.codes.get(code)?.kind === 'total');
    if (!isWhole) checkList(list, cube, place(['cube']), report);
  }
  if (spec.measure === undefined) {
    report(error('spec.measure-missing', place([]), { cube: cube.name, known: [...cube.measures.keys()].join(', ') }));
    return;
  }
  checkMeasure(cube, spec.measure, place(['measure']), report);
  const { units } = lookup.dataset;
  if (spec.unit !== undefined) {
    checkUnit(spec.unit, units, place(['unit']), report);
    const own = cube.measures.get(spec.measure.split('/')[0] ?? '')?.unit ?? '';
    const [from, to] = [units.get(own), units.get(spec.unit)];
    if (from && to && from.base !== to.base) {
      report(error('spec.other-unit', place(['unit']), { unit: spec.unit, measure: spec.measure, own }));
    }
  }
  const heeds = { among: 'rank', of: 'share' } as const;
  for (const [key, indicator] of Object.entries(heeds)) {
    if (spec[key as keyof typeof heeds] === undefined || spec.indicator === indicator) continue;
    report(error('schema.needs', place([key]), { key, needed: `indicator: ${indicator}` }));
  }
  if (spec.unless !== undefined) {
    const { measure, above } = spec.unless;
    checkMeasure(cube, measure, place(['unless', 'measure']), report);
    const other = cubeOf(lookup, above.cube, place(['unless', 'above', 'cube']), report);
    if (other) checkMeasure(other, above.measure, place(['unless', 'above', 'measure']), report);
  }
  if (spec.among !== undefined) checkKind(spec.among, cube, place(['among']), report);
  if (spec.of === undefined) return;
  const whole = spec.of.cube === undefined ? cube : cubeOf(lookup, spec.of.cube, place(['of', 'cube']), report);
  if (whole === undefined) return;
  checkMeasure(whole, spec.of.measure, place(['of', 'measure']), report);
  for (const [name, code] of Object.entries(spec.of.at ?? {})) {
    const found = dimensionOf(whole, name, place(['of', 'at', name]), report);
    if (found) checkCode(code, found, place(['of', 'at', name]), report);
  }
}
