import type { CodeList, Cube } from '../model/dataset.ts';
import { containerOf } from './places.ts';

/** Members of a group, or the codes that are all or some of a code. */
export function membersOf({ codes, groups }: CodeList, name: string): readonly string[] {
  const parts = () => [...codes.values()].filter(({ parent, within }) => parent === name || within === name);
  return groups.get(name) ?? parts().map(({ code }) => code);
}

/** Those codes that are not all or some of another one among them. */
export function uppermost({ codes }: CodeList, names: readonly string[]): readonly string[] {
  const all = new Set(names);
  return names.filter((name) => {
    const code = codes.get(name);
    return code !== undefined && containerOf(code, all) === undefined;
  });
}

/** Which codes of each cube have rows, worked out once for each dimension and year. */
export class PresentCodes {
  private readonly present = new WeakMap<Cube, Map<string, readonly string[]>>();
  private readonly wholes = new WeakMap<Cube, Map<string, readonly string[]>>();
  private readonly top = new WeakMap<Cube, Map<string, readonly string[]>>();

  /** Codes of a dimension that have a row in the year, in the order of their list. */
  all(cube: Cube, dimension: string, year: number): readonly string[] {
    return remembered(this.present, cube, `${dimension} ${year}`, () => {
      const list = cube.dimensions.find((candidate) => candidate.name === dimension)?.list;
      const present = new Set(cube.observations.filter((o) => o.year === year).map((o) => o.key[dimension]));
      return list ? [...list.codes.keys()].filter((code) => present.has(code)) : [];
    });
  }

  /** Codes of a dimension that have a row in the year or are made up of others that have, in the order of their list. */
  withParents(cube: Cube, dimension: string, year: number): readonly string[] {
    return remembered(this.wholes, cube, `${dimension} ${year}`, () => {
      const list = cube.dimensions.find((candidate) => candidate.name === dimension)?.list;
      const shown = new Set(this.all(cube, dimension, year));
      for (const name of [...shown]) {
        // What is shown already has its parents looked at too; a circle of parents, which is at fault, ends here.
        let at = list?.codes.get(name)?.parent;
        while (at !== undefined && !shown.has(at)) {
          shown.add(at);
          at = list?.codes.get(at)?.parent;
        }
      }
      return list ? [...list.codes.keys()].filter((code) => shown.has(code)) : [];
    });
  }

  /** Those codes with a row that are no part of another with a row: together they are what the cube breaks down. */
  topmost(cube: Cube, dimension: string, year: number): readonly string[] {
    return remembered(this.top, cube, `${dimension} ${year}`, () => {
      const list = cube.dimensions.find((candidate) => candidate.name === dimension)?.list;
      return list ? uppermost(list, this.all(cube, dimension, year)) : [];
    });
  }
}

function remembered<T>(memory: WeakMap<Cube, Map<string, T>>, cube: Cube, name: string, compute: () => T): T {
  const known = memory.get(cube) ?? new Map<string, T>();
  memory.set(cube, known);
  const value = known.get(name) ?? compute();
  known.set(name, value);
  return value;
}
