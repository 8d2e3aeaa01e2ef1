import { indicator, inUnit, type Lookup, ofWhole, remainder } from '../derive/index.ts';
import type { Blank, BlankStatus } from '../model/dataset.ts';
import { isQuantity, type Key, type Quantity } from '../model/quantity.ts';
import type { OpenValueSpec, ValueSpec } from '../validate/index.ts';
import { codeAtPlace } from './places.ts';
import type { RowItem } from './row-item.ts';

/** What a repeated column adds to the place of its row's value: a year, or a code of another dimension of a cube. */
export interface ColumnPlace {
  readonly year?: number;
  readonly code?: { readonly cube: string; readonly key: Key };
}

/** The value of a row in a column, or why there is none; undefined where nothing is asked. */
export type CellValue = Quantity | BlankStatus | undefined;

/** The same codes in another cube, whose dimensions may have other names. */
function keyIn(lookup: Lookup, from: string, to: string, key: Key): Key {
  const [source, target] = [lookup.dataset.cubes.get(from), lookup.dataset.cubes.get(to)];
  if (source === undefined || target === undefined || source === target) return key;
  return Object.fromEntries(
    Object.entries(key).flatMap(([name, code]) => {
      const list = source.dimensions.find((dimension) => dimension.name === name)?.list;
      const alike = target.dimensions.filter((dimension) => dimension.list.name === list?.name);
      const same = alike.find((dimension) => dimension.name === name) ?? alike[0];
      // Where the other cube breaks nothing down, a code that stands for the whole is its whole.
      return same === undefined && list?.codes.get(code)?.kind === 'total' ? [] : [[same?.name ?? name, code]];
    }),
  );
}

/** What the parts leave of what they are parts of: the whole, the members of a group, or what is held fast. */
function remainderOf(parts: readonly (Quantity | Blank)[], lookup: Lookup, held: Key): Quantity | undefined {
  const known = parts.filter(isQuantity);
  const isUnknown = parts.some((part) => !isQuantity(part) && part.status === 'missing');
  const rest = isUnknown ? undefined : remainder(lookup, known);
  // Its share is of the same as that of the parts, which is not the group.
  return rest?.ref ? { ...rest, ref: { ...rest.ref, held } } : rest;
}

/** An indicator of a value: a share of what the specification names, a rank among the members that the rows are. */
function indicatorOf(
  lookup: Lookup,
  row: RowItem,
  { indicator: name, of, among }: ValueSpec,
  quantity: Quantity,
): Quantity | undefined {
  const { ref } = quantity;
  if (name === 'share' && ref && of) {
    const cube = of.cube ?? ref.cube;
    const key = of.at ?? keyIn(lookup, ref.cube, cube, ref.key);
    const whole = lookup.at({ cube, key, measure: of.measure, year: ref.year });
    const share = whole && ofWhole(quantity, whole);
    // Such a share has the decimals with which the source prints it.
    const against = { ...(cube !== ref.cube && { cube }), measure: of.measure, key: of.at ?? {} };
    const decimals = lookup.publishedIndicator('ratio', ref, against)?.printed?.decimals;
    return share && decimals !== undefined ? { ...share, decimals } : share;
  }
  const [within] = Object.values(row.members ?? {});
  return name && indicator(lookup, name, quantity, among === undefined ? { within } : { kind: among });
}

/** Years that a value is of: that of the place and, for a change, the one before. */
function yearsOf({ indicator: name }: ValueSpec, year: number): readonly number[] {
  return name === 'growth' || name === 'increase' || name === 'contribution' ? [year - 1, year] : [year];
}

/**
 * Whether what a value is worked out from cannot be right: a measure beside it is above all that another cube has of the
 * year, as an average above all of which it is one.
 */
function isUnsound(lookup: Lookup, spec: ValueSpec, cube: string, key: Key, year: number): boolean {
  const { unless } = spec;
  if (unless === undefined) return false;
  const rows = lookup.dataset.cubes.get(unless.above.cube)?.observations ?? [];
  return yearsOf(spec, year).some((each) => {
    const own = lookup.at({ cube, key, measure: unless.measure, year: each });
    const others = rows.flatMap((row) => {
      if (own === undefined || row.year !== each) return [];
      const value = lookup.at({ ...unless.above, key: row.key, year: each });
      return value === undefined ? [] : (inUnit(lookup, value, own.unit) ?? []);
    });
    return others.length > 0 && others.every(({ value }) => own?.value.gt(value));
  });
}

/**
 * The value of a row in a column, which may be repeated for a year or a code: the observation or indicator, or why there
 * is none; undefined if neither says which measure, or if the question does not arise.
 */
export function cellValue(lookup: Lookup, row: RowItem, column: OpenValueSpec, at: ColumnPlace = {}): CellValue {
  const { measure, ...rest } = { ...row.value, ...column };
  if (measure === undefined) return undefined;
  const spec: ValueSpec = { ...rest, measure };
  const cube = spec.cube ?? row.cube;
  const year = (at.year ?? row.year) - (spec.year === 'previous' ? 1 : 0);
  const ofColumn = at.code ? keyIn(lookup, at.code.cube, cube, at.code.key) : {};
  const placeOf = (key: Key) => ({ ...keyIn(lookup, row.cube, cube, key), ...ofColumn });
  const held = placeOf(row.held);
  const valueAt = (key: Key, fast: Key) =>
    lookup.valueOrBlank({
      cube,
      key: placeOf(key),
      measure,
      year,
      ...(Object.keys(fast).length > 0 && { held: fast }),
    });
  const key = row.kind === 'place' ? codeAtPlace(lookup, row, year)?.key : row.key;
  // There are fewer codes than places.
  if (key === undefined) return undefined;
  const parts = () => row.besides.map((part) => valueAt(part, placeOf({ ...row.held, ...row.members })));
  const quantity = row.kind === 'remainder' ? remainderOf(parts(), lookup, held) : valueAt(key, held);
  if (!isQuantity(quantity)) return quantity?.status ?? 'missing';
  if (isUnsound(lookup, spec, cube, placeOf(key), year)) return 'missing';
  if (spec.indicator === undefined)
    return spec.unit === undefined ? quantity : (inUnit(lookup, quantity, spec.unit) ?? 'missing');
  // A total has no place among its parts.
  if (spec.indicator === 'rank' && (row.kind === 'total' || row.kind === 'whole')) return undefined;
  const result = indicatorOf(lookup, row, spec, quantity);
  if (result !== undefined) return result;
  // A growth from zero, or a contribution to a decline, does not apply; without the year before it is not known.
  const isUnknown =
    spec.indicator !== 'rank' && (spec.indicator === 'share' || lookup.previous(quantity) === undefined);
  return isUnknown ? 'missing' : 'not-applicable';
}
