import { indicator, keyText, type Lookup, ofWhole, peers, rankAmong, remainder } from '../derive/index.ts';
import type { Report } from '../load/index.ts';
import type { BlankStatus } from '../model/dataset.ts';
import { error } from '../model/problem.ts';
import { isQuantity, type Key, type ObservationRef, type Quantity } from '../model/quantity.ts';
import { checkKind, type OpenValueSpec, type ValueSpec } from '../validate/index.ts';
import { checkCode, checkMeasure, cubeOf, dimensionOf, type PlaceOf } from './cubes.ts';
import { codeAtPlace } from './places.ts';
import type { RowItem } from './row-item.ts';

/** What a column adds to the place of its row's value: a year, a code of another dimension. */
export interface ColumnPlace {
  readonly year?: number;
  readonly key?: Key;
}

/** Reports a cube or measure that does not exist, and a kind among which no code can be ranked. */
export function checkValue(lookup: Lookup, rowCube: string, spec: OpenValueSpec, place: PlaceOf, report: Report): void {
  const { cubes } = lookup.dataset;
  const cube = spec.cube === undefined ? cubes.get(rowCube) : cubeOf(lookup, spec.cube, place(['cube']), report);
  if (cube === undefined) return;
  if (spec.measure === undefined) {
    report(error('spec.measure-missing', place([]), { cube: cube.name, known: [...cube.measures.keys()].join(', ') }));
    return;
  }
  checkMeasure(cube, spec.measure, place(['measure']), report);
  if (spec.among !== undefined) checkKind(spec.among, cube, place(['among']), report);
  if (spec.of === undefined) return;
  const whole = spec.of.cube === undefined ? cube : cubeOf(lookup, spec.of.cube, place(['of', 'cube']), report);
  if (whole === undefined) return;
  checkMeasure(whole, spec.of.measure, place(['of', 'measure']), report);
  for (const [name, code] of Object.entries(spec.of.at ?? {})) {
    const dimension = dimensionOf(whole, name, place(['of', 'at', name]), report);
    if (dimension) checkCode(code, dimension, place(['of', 'at', name]), report);
  }
}

/** The same codes in another cube, whose dimensions may have other names. */
function keyIn(lookup: Lookup, from: string, to: string, key: Key): Key {
  const [source, target] = [lookup.dataset.cubes.get(from), lookup.dataset.cubes.get(to)];
  if (source === undefined || target === undefined || source === target) return key;
  return Object.fromEntries(
    Object.entries(key).flatMap(([name, code]) => {
      const list = source.dimensions.find((dimension) => dimension.name === name)?.list;
      const same = target.dimensions.find((dimension) => dimension.list.name === list?.name);
      // Where the other cube breaks nothing down, a code that stands for the whole is its whole.
      return same === undefined && list?.codes.get(code)?.kind === 'total' ? [] : [[same?.name ?? name, code]];
    }),
  );
}

function blankStatus(lookup: Lookup, { cube, key, measure, year }: ObservationRef): BlankStatus {
  const observation = lookup.dataset.cubes
    .get(cube)
    ?.observations.find((candidate) => candidate.year === year && keyText(candidate.key) === keyText(key));
  const value = observation?.values[measure];
  return value && !isQuantity(value) ? value.status : 'missing';
}

function remainderOf(lookup: Lookup, parts: readonly (Quantity | undefined)[]): Quantity | undefined {
  const known = parts.filter((part) => part !== undefined);
  return known.length === parts.length ? remainder(lookup, known) : undefined;
}

/** An indicator of a value, with the whole and the peers that its row has. */
function indicatorOf(lookup: Lookup, row: RowItem, spec: ValueSpec, quantity: Quantity): Quantity | undefined {
  const { indicator: name, of, among } = spec;
  const { ref } = quantity;
  if (name === 'share' && ref && of) {
    const cube = of.cube ?? ref.cube;
    const key = of.at ?? keyIn(lookup, ref.cube, cube, ref.key);
    const whole = lookup.at({ cube, key, measure: of.measure, year: ref.year });
    return whole && ofWhole(quantity, whole);
  }
  if (name === 'share' && ref && Object.keys(row.where).length > 0) {
    const whole = lookup.at({ ...ref, key: row.where });
    return whole && ofWhole(quantity, whole);
  }
  if (name === 'rank' && ref && among === undefined && row.peers) {
    return rankAmong(quantity, peers(lookup, quantity, { key: keyIn(lookup, row.cube, ref.cube, row.peers) }));
  }
  return name && indicator(lookup, name, quantity, among);
}

/**
 * The value of a row, in a column that may add a year or a code: the observation or indicator, or why there is none;
 * undefined if neither says which measure,
 * or if the question does not arise.
 */
export function cellValue(
  lookup: Lookup,
  row: RowItem,
  column: OpenValueSpec,
  at: ColumnPlace = {},
): Quantity | BlankStatus | undefined {
  const { measure, ...rest } = { ...row.value, ...column };
  if (measure === undefined) return undefined;
  const spec: ValueSpec = { ...rest, measure };
  const cube = spec.cube ?? row.cube;
  const year = (at.year ?? row.year) - (spec.year === 'previous' ? 1 : 0);
  const there = (key: Key) => keyIn(lookup, row.cube, cube, key);
  const valueAt = (key: Key, held?: Key) =>
    lookup.at({ cube, key: there(key), measure, year, ...(held && { held: there(held) }) });
  const key = { ...(row.kind === 'place' ? codeAtPlace(lookup, row, year)?.key : row.key), ...at.key };
  // What is left is left of the members of the group, or of what is held fast.
  const whole = { ...row.where, ...row.peers };
  const quantity =
    row.kind === 'remainder'
      ? remainderOf(
          lookup,
          row.besides.map((part) => valueAt(part, whole)),
        )
      : valueAt(key);
  if (quantity === undefined) {
    // A part of a whole that another cube has may not occur there at all.
    return blankStatus(lookup, { cube, key, measure, year });
  }
  if (spec.indicator === undefined) return quantity;
  // A total has no place among its parts.
  if (spec.indicator === 'rank' && row.kind === 'total') return undefined;
  const result = indicatorOf(lookup, row, spec, quantity);
  if (result !== undefined) return result;
  // A growth from zero, or a contribution to a decline, does not apply; without the year before it is not known.
  const applies = spec.indicator !== 'rank' && (spec.indicator === 'share' || lookup.previous(quantity) === undefined);
  return applies ? 'missing' : 'not-applicable';
}
