import type { Against } from '../model/dataset.ts';
import type { Quantity } from '../model/quantity.ts';
import type { Lookup } from './lookup.ts';

/**
 * What a published rank is counted among: the quantities of its cube that differ from it in one dimension. A code of
 * `against` that is the quantity's own is held fast; another one is a group or a code, whose members or parts compete.
 */
export function peers(lookup: Lookup, { ref }: Quantity, against: Against): Quantity[] {
  const cube = ref && lookup.dataset.cubes.get(ref.cube);
  const dimension = cube?.dimensions.find(
    ({ name }) => ref?.key[name] !== against.key[name] || cube.dimensions.length === 1,
  );
  if (ref === undefined || cube === undefined || dimension === undefined) return [];
  const { name, list } = dimension;
  const container = against.key[name];
  const present = lookup.codes(cube, name, ref.year);
  const entry = (code: string) => list.codes.get(code);
  const competing =
    container !== undefined
      ? (list.groups.get(container) ?? [...list.codes.keys()].filter((code) => entry(code)?.parent === container))
      : against.kind !== undefined
        ? present.filter((code) => entry(code)?.kind === against.kind)
        : lookup.topCodes(cube, name, ref.year);
  return competing.flatMap((code) => lookup.at({ ...ref, key: { ...ref.key, [name]: code } }) ?? []);
}
