import type { Report } from '../load/index.ts';
import type { Cube } from '../model/dataset.ts';
import type { Place } from '../model/problem.ts';
import type { Key, ObservationRef } from '../model/quantity.ts';
import type { Operand } from '../model/statements.ts';
import { codeOf, type Lookups } from './codes.ts';
import { type CubeNames, checkMeasure, cubeOf, dimensionOf } from './cube-names.ts';

const indicators = ['share', 'growth'] as const;

/** What those need who name places in an edition's cubes. */
export interface PlaceNames extends CubeNames {
  /** Year of the edition, which is that of a place that names none. */
  readonly year: number;
  readonly lookups: Lookups;
}

/** The cube of a name; one that does not exist is reported, and so is a measure that it does not have. */
export function cubeWith(
  name: string,
  measure: string,
  names: PlaceNames,
  place: Place,
  report: Report,
): Cube | undefined {
  const cube = cubeOf(names, name, place, report);
  if (cube) checkMeasure(cube, measure, place, report);
  return cube;
}

/** `seller=ENT;buyer=ENT` as keys; codes joined by `+` give one each. */
function keysOf(text: string, cube: Cube | undefined, { lookups }: PlaceNames, place: Place, report: Report): Key[] {
  return text.split(';').reduce<Key[]>(
    (keys, part) => {
      const [name = '', codes = ''] = part.split('=');
      const dimension = cube && dimensionOf(cube, name, place, report);
      return codes.split('+').flatMap((code) => {
        if (dimension) codeOf(code, dimension.list, lookups.unreadable, place, report);
        return keys.map((key) => ({ ...key, [name]: code }));
      });
    },
    [{}],
  );
}

/**
 * A figure that another follows from, as it is written: the path of a fact (`agencies.staff`), the book's total of a
 * measure (`total.amount`), or a place as findings name it, with an indicator before and a year behind it if need be
 * (`share output region=BJ+TJ amount 2021`).
 */
export function readOperand(text: string, names: PlaceNames, place: Place, report: Report): Operand {
  const words = text.split(/\s+/);
  if (words.length === 1) return { kind: 'fact', path: text };
  const indicator = indicators.find((name) => name === words[0]) ?? 'value';
  const [name = '', ...rest] = indicator === 'value' ? words : words.slice(1);
  const keyText = rest.find((word) => word.includes('='));
  const [measure = '', year = String(names.year)] = rest.filter((word) => word !== keyText);
  const cube = cubeWith(name, measure, names, place, report);
  const keys = keyText === undefined ? [{}] : keysOf(keyText, cube, names, place, report);
  return {
    kind: 'place',
    indicator,
    refs: keys.map((key): ObservationRef => ({ cube: name, key, measure, year: Number(year) })),
  };
}
