import type { Blank } from '../model/dataset.ts';
import { isQuantity, type Key, type ObservationRef, type Quantity } from '../model/quantity.ts';
import { add } from './exact.ts';
import type { Lookup } from './lookup.ts';
import { refText } from './places.ts';

/** The sum of quantities of one unit, as the quantity at `ref` if it has a place in a cube. @throws RangeError for none */
export function sumOfQuantities(inputs: readonly Quantity[], ref?: ObservationRef): Quantity {
  const [first, ...rest] = inputs;
  if (first === undefined) throw new RangeError('Nothing to add up');
  const total = rest.reduce<Pick<Quantity, 'value' | 'interval'>>(add, first);
  const decimals = Math.max(...inputs.map((input) => input.decimals));
  return {
    ...total,
    unit: first.unit,
    decimals,
    origin: { kind: 'derived', indicator: 'total', inputs },
    ...(ref && { ref }),
  };
}

/**
 * The sum, unless a part is missing, which leaves it unknown. A part that does not apply adds nothing; the sum does not
 * apply if none of its parts does. Undefined without parts.
 */
export function sumOfAll(
  values: readonly (Quantity | Blank | undefined)[],
  ref: ObservationRef,
): Quantity | Blank | undefined {
  const applicable = values.filter((value) => value === undefined || isQuantity(value) || value.status === 'missing');
  const inputs = applicable.filter(isQuantity);
  if (inputs.length < applicable.length || values.length === 0) return undefined;
  return inputs.length > 0 ? sumOfQuantities(inputs, ref) : { status: 'not-applicable' };
}

/** The sum over codes of a dimension, with the other codes of the place. */
function sumOver(lookup: Lookup, ref: ObservationRef, dimension: string, codes: readonly string[]) {
  const parts = codes.map((code) => lookup.valueOrBlank({ ...ref, key: { ...ref.key, [dimension]: code } }));
  return sumOfAll(parts, ref);
}

/** Dimensions of a place's cube, with the place's code in each. */
function codesOf(lookup: Lookup, { cube, key }: ObservationRef) {
  const dimensions = lookup.dataset.cubes.get(cube)?.dimensions ?? [];
  return dimensions.map(({ name, list }) => ({ name, list, code: key[name] }));
}

/** A group, as the sum of its members. */
export function membersSum(lookup: Lookup, ref: ObservationRef): Quantity | Blank | undefined {
  for (const { name, list, code } of codesOf(lookup, ref)) {
    const members = code === undefined ? undefined : list.groups.get(code);
    if (members) return sumOver(lookup, ref, name, members);
  }
  return undefined;
}

/** A code that has no row of its own, as the sum of its parts, if all of them have one. */
export function partsSum(lookup: Lookup, ref: ObservationRef): Quantity | Blank | undefined {
  const cube = lookup.dataset.cubes.get(ref.cube);
  if (cube === undefined) return undefined;
  for (const { name, list, code: parent } of codesOf(lookup, ref)) {
    // A row that says that the value is missing means it.
    if (parent === undefined || lookup.codes(cube, name, ref.year).includes(parent)) continue;
    // Not every year has every part: programmes begin and end.
    const present = new Set(lookup.codesWithParents(cube, name, ref.year));
    const ofParent = [...list.codes.values()].filter((code) => code.parent === parent && present.has(code.code));
    const parts = ofParent.map(({ code }) => code);
    if (parts.length > 0) return sumOver(lookup, ref, name, parts);
  }
  return undefined;
}

/** A place that names codes of some dimensions only, as the sum over what the cube breaks down in the others. */
export function restSum(lookup: Lookup, ref: ObservationRef): Quantity | Blank | undefined {
  const cube = lookup.dataset.cubes.get(ref.cube);
  const codes = codesOf(lookup, ref);
  const named = codes.filter(({ code }) => code !== undefined).length;
  const open = codes.find(({ code }) => code === undefined);
  if (cube === undefined || open === undefined || named === 0 || named < Object.keys(ref.key).length) return undefined;
  return sumOver(lookup, ref, open.name, lookup.topCodes(cube, open.name, ref.year));
}

/** The key under which codes of one cube and year stand together: `region=BJ+TJ`; they differ in one dimension. */
export function commonKey(refs: readonly ObservationRef[]): Key | undefined {
  const [first] = refs;
  if (first === undefined) return undefined;
  const around = (ref: ObservationRef) => `${refText({ ...ref, key: {} })} ${Object.keys(ref.key)}`;
  if (refs.some((ref) => around(ref) !== around(first))) return undefined;
  const [dimension, ...others] = Object.keys(first.key).filter((name) =>
    refs.some(({ key }) => key[name] !== first.key[name]),
  );
  if (dimension === undefined) return refs.length === 1 ? first.key : undefined;
  const codes = refs.map(({ key }) => key[dimension]);
  if (others.length > 0 || new Set(codes).size < codes.length) return undefined;
  return { ...first.key, [dimension]: codes.join('+') };
}

/** Several quantities of one unit together, such as development and services; codes of one cube and year stay in it. */
export function sumOf(parts: readonly Quantity[]): Quantity | undefined {
  const [first] = parts;
  if (first === undefined || parts.some(({ unit }) => unit !== first.unit)) return undefined;
  const refs = parts.flatMap(({ ref }) => ref ?? []);
  const key = refs.length === parts.length ? commonKey(refs) : undefined;
  return sumOfQuantities(parts, first.ref && key && { ...first.ref, key });
}
