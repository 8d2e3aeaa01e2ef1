import type { Cube, Dimension } from '../model/dataset.ts';
import type { ObservationRef, Quantity } from '../model/quantity.ts';
import type { Against } from '../model/statements.ts';
import { membersOf, uppermost } from './codes.ts';
import { derived } from './derived.ts';
import { Exact } from './exact.ts';
import type { Lookup } from './lookup.ts';
import { keyText, refText } from './places.ts';

/** Which codes compete: those of a kind, the members of a group or parts of a code; by default all that are no part of another. */
export interface Among {
  readonly kind?: string | undefined;
  readonly within?: string | undefined;
}

/** Codes of a dimension that compete, in the order of the group or of the list. */
export function competing(
  lookup: Lookup,
  cube: Cube,
  { name, list }: Dimension,
  year: number,
  { kind, within }: Among,
): readonly string[] {
  const all =
    within !== undefined
      ? membersOf(list, within)
      : kind === undefined
        ? uppermost(list, lookup.codesWithParents(cube, name, year))
        : lookup.codesWithParents(cube, name, year);
  return kind === undefined ? all : all.filter((code) => list.codes.get(code)?.kind === kind);
}

/** The dimension in which a place has peers: the one code of its key that is not held fast; undefined if there are several. */
export function openDimension(cube: Cube | undefined, { key, held = {} }: ObservationRef): Dimension | undefined {
  const open = cube?.dimensions.filter(({ name }) => held[name] === undefined) ?? [];
  const named = open.filter(({ name }) => key[name] !== undefined);
  return named.length > 1 ? undefined : (named[0] ?? open[0]);
}

/** Siblings that have been looked up, by what they have in common: each of them has the same ones. */
const known = new WeakMap<Lookup, Map<string, readonly Quantity[]>>();

/** The same measure of every competing code, in the quantity's cube and year, with the codes that its place holds fast. */
export function siblings(lookup: Lookup, { ref }: Quantity, among: Among = {}): readonly Quantity[] {
  const cube = ref && lookup.dataset.cubes.get(ref.cube);
  const dimension = ref && openDimension(cube, ref);
  if (ref === undefined || cube === undefined || dimension === undefined) return [];
  const { [dimension.name]: _, ...common } = ref.key;
  const place = refText({ ...ref, key: common });
  const name = [place, dimension.name, keyText(ref.held ?? {}), among.kind ?? '', among.within ?? ''].join(' | ');
  const ofLookup = known.get(lookup) ?? new Map<string, readonly Quantity[]>();
  known.set(lookup, ofLookup);
  const earlier = ofLookup.get(name);
  if (earlier) return earlier;
  const codes = competing(lookup, cube, dimension, ref.year, among);
  const found = codes.flatMap((code) => lookup.at({ ...ref, key: { ...ref.key, [dimension.name]: code } }) ?? []);
  ofLookup.set(name, found);
  return found;
}

/**
 * What a published rank is counted among: the quantities of its cube that differ from it in one dimension. A code of
 * `against` that is the quantity's own is held fast; another one is a group or a code, whose members or parts compete.
 */
export function peers(lookup: Lookup, quantity: Quantity, { kind, key }: Against): readonly Quantity[] {
  const { ref } = quantity;
  const cube = ref && lookup.dataset.cubes.get(ref.cube);
  if (ref === undefined || cube === undefined) return [];
  const isHeld = ([name, code]: [string, string]) => cube.dimensions.length > 1 && ref.key[name] === code;
  const held = Object.fromEntries(Object.entries(key).filter(isHeld));
  const within = Object.entries(key).find((entry) => !isHeld(entry))?.[1];
  return siblings(lookup, { ...quantity, ref: { ...ref, held } }, { kind, within });
}

/**
 * Place of a value among its siblings, the largest first; equal values share a place. Its interval holds the places that
 * the unrounded values may have had: values that look equal may not have been. Where it is not one of them, the place
 * that the source prints; undefined if there is none either.
 */
export function rank(lookup: Lookup, quantity: Quantity, among: Among = {}): Quantity | undefined {
  const found = rankAmong(quantity, siblings(lookup, quantity, among));
  const { ref } = quantity;
  if (found || ref === undefined) return found;
  const dimension = openDimension(lookup.dataset.cubes.get(ref.cube), ref);
  const { kind, within } = among;
  const group = dimension && within !== undefined ? { [dimension.name]: within } : {};
  const against = { ...(kind !== undefined && { kind }), key: { ...ref.held, ...group } };
  return lookup.publishedIndicator('rank', ref, against)?.printed;
}

/** Place of a quantity among others of its cube, itself included. Undefined if it is not one of them. */
export function rankAmong(quantity: Quantity, all: readonly Quantity[]): Quantity | undefined {
  const codeOf = ({ ref }: Quantity) => ref && keyText(ref.key);
  const others = all.filter((other) => codeOf(other) !== codeOf(quantity));
  if (others.length === all.length) return undefined;
  const place = (isAhead: (other: Quantity) => boolean) => new Exact(1 + others.filter(isAhead).length);
  const value = place((other) => other.value.gt(quantity.value));
  const low = place((other) => other.interval.low.gt(quantity.interval.high));
  const high = place((other) => other.interval.high.gt(quantity.interval.low));
  return derived('rank', [quantity, ...others], { value, interval: { low, high } }, 'rank', 0);
}
