import type { Code, Cube } from '../model/dataset.ts';
import type { Key, ObservationRef } from '../model/quantity.ts';
import type { Against } from '../model/statements.ts';

/** Name of a place in a cube, for messages, finding names and maps: `share contract-types type=TD amount 2024`. */
export function refText({ cube, key, measure, year }: ObservationRef): string {
  return [cube, keyText(key), measure, year].filter((part) => part !== '').join(' ');
}

export function keyText(key: Key): string {
  return Object.entries(key)
    .map(([name, code]) => `${name}=${code}`)
    .join(';');
}

/** The second operand of an indicator as a text; the order of its codes does not matter. */
export function againstText({ cube = '', measure = '', kind = '', key }: Against): string {
  const codes = Object.entries(key)
    .map(([name, code]) => `${name}=${code}`)
    .sort();
  return [cube, measure, kind, ...codes].join(';');
}

/** A key with its dimensions in the cube's order, so that a place has one name. */
export function orderedKey(key: Key, cube: Cube | undefined): Key {
  const names = Object.keys(key);
  if (names.length < 2 || cube === undefined) return key;
  const place = (name: string) => cube.dimensions.findIndex((dimension) => dimension.name === name);
  return Object.fromEntries(names.toSorted((a, b) => place(a) - place(b)).map((name) => [name, key[name] ?? '']));
}

/** Code of which a code is all or some, if that is among the codes `present`. */
export function containerOf({ parent, within }: Code, present: ReadonlySet<string>): string | undefined {
  return [parent, within].find((container) => container !== undefined && present.has(container));
}
