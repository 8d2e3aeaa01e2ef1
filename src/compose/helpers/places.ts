/** Named arguments that say which part of a cube is meant: `kind=`, `within=`, `where=`, `year=`. */
import { type Among, type Lookup, openDimension } from '../../derive/index.ts';
import type { CodeList, Cube, Dimension } from '../../model/dataset.ts';
import { suggest } from '../../model/nearest.ts';
import type { Key, Quantity } from '../../model/quantity.ts';
import { HelperProblem } from '../engine.ts';
import { isYear } from '../session.ts';
import { placeOf, type SlicePlace } from '../slices.ts';
import type { Named } from './arguments.ts';

/** Where a cube, or a slice of it, stands. @throws HelperProblem for anything else */
export function cubePlace(value: unknown): SlicePlace {
  const place = placeOf(value);
  if (place === undefined) throw new HelperProblem('helper.not-a-cube');
  return place;
}

/** A kind of code that a list has. @throws HelperProblem for another */
export function kindIn({ codes }: CodeList, kind: unknown): string | undefined {
  if (kind === undefined) return undefined;
  const known = [...new Set([...codes.values()].map((code) => code.kind))].filter((name) => name !== '');
  if (typeof kind === 'string' && known.includes(kind)) return kind;
  throw new HelperProblem('helper.unknown-kind', { kind: String(kind), suggestion: suggest(String(kind), known) });
}

function checkCode({ name, codes }: CodeList, code: string): void {
  if (codes.has(code)) return;
  throw new HelperProblem('helper.unknown-code', { code, list: name, suggestion: suggest(code, codes.keys()) });
}

/** Which codes of a list compete, by `kind=` and `within=`. @throws HelperProblem for a kind or code that it does not have */
export function amongIn(list: CodeList, hash: Named): Among {
  const within = hash.within === undefined ? undefined : String(hash.within);
  if (within !== undefined) checkCode(list, within);
  return { kind: kindIn(list, hash.kind), within };
}

/** The same for a figure, whose cube and place tell the list. */
export function amongOf(lookup: Lookup, { ref }: Quantity, hash: Named): Among {
  const dimension = ref && openDimension(lookup.dataset.cubes.get(ref.cube), ref);
  if (dimension) return amongIn(dimension.list, hash);
  if (hash.kind === undefined && hash.within === undefined) return {};
  throw new HelperProblem('helper.not-determined');
}

/** Codes that `where="seller=ENT"` holds fast, several with `;`. @throws HelperProblem for what the cube does not have */
export function heldIn({ name: cube, dimensions }: Cube, where: unknown): Key | undefined {
  if (where === undefined) return undefined;
  const pairs = String(where)
    .split(';')
    .map((part) => part.split('='));
  return Object.fromEntries(
    pairs.map(([name = '', code, ...more]) => {
      if (code === undefined || more.length > 0)
        throw new HelperProblem('helper.where-format', { found: String(where) });
      const dimension = dimensions.find((candidate) => candidate.name === name);
      if (dimension === undefined) {
        const known = dimensions.map((candidate) => candidate.name).join(', ');
        throw new HelperProblem('helper.unknown-dimension', { dimension: name, cube, known });
      }
      checkCode(dimension.list, code);
      return [name, code];
    }),
  );
}

/** The dimension over which slices go: the first that is not held fast. @throws HelperProblem if none is left */
export function dimensionIn(cube: Cube, held: Key = {}): Dimension {
  const dimension = cube.dimensions.find(({ name }) => held[name] === undefined);
  if (dimension === undefined) throw new HelperProblem('helper.no-dimension', { cube: cube.name });
  return dimension;
}

/** The year that `year=` names: a year of the book, one of `years`, or a number. @throws HelperProblem for what is none */
export function yearIn(value: unknown, usual: number): number {
  if (value === undefined) return usual;
  if (isYear(value)) return value.number;
  const number = Number(value);
  if (Number.isInteger(number) && /^\d{4}$/.test(String(value))) return number;
  throw new HelperProblem('helper.not-a-year', { found: String(value) });
}
