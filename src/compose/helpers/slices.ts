import * as derive from '../../derive/index.ts';
import type { Quantity } from '../../model/quantity.ts';
import { type Helper, HelperProblem } from '../engine.ts';
import { isFigure, yearOf } from '../session.ts';
import { createSlicer, measuresOf, type Slice, type SlicePlace } from '../slices.ts';
import { type Examined, measureOf, type Tools } from './arguments.ts';
import { amongIn, cubePlace, dimensionIn, heldIn, kindIn, yearIn } from './places.ts';

/** Helpers that make lists of a cube: of its codes, of its years. */
export function sliceHelpers({ lookup, session, words }: Tools, examined: Examined): Record<string, Helper> {
  const slicer = createSlicer(lookup, session, words.lang, words.say('book:total'));
  const known = new Map<string, Slice>();
  /** A slice of a list; sentences ask for the same lists again and again. */
  const sliceAt = (place: SlicePlace): Slice => {
    const { cube, key, year, held = {} } = place;
    const name = [cube.name, derive.keyText(key), derive.keyText(held), year].join(' | ');
    const slice = known.get(name) ?? slicer.slice(place);
    known.set(name, slice);
    return slice;
  };
  const figuresAt = ({ cube, key, year }: SlicePlace): Quantity[] =>
    measuresOf(cube).flatMap(([, measure]) => lookup.at({ cube: cube.name, key, measure, year }) ?? []);
  /** The years of a cube in which it has rows, the earliest first. */
  const yearsOf = ({ cube }: SlicePlace) =>
    [...new Set(cube.observations.map(({ year }) => year))].toSorted((a, b) => a - b);
  return {
    /**
     * Slices of a cube with a figure, in list order: all that are no part of another, those of a `kind`, all `except` a
     * kind, or those `within` a group or code; of another `year`; `where` codes of other dimensions are held fast.
     */
    slices: ([value], hash) => {
      const { cube, year: usual } = cubePlace(value);
      const held = heldIn(cube, hash.where);
      const { name, list } = dimensionIn(cube, held);
      const among = amongIn(list, hash);
      const excluded = kindIn(list, hash.except);
      const year = yearIn(hash.year, usual);
      const measure = measureOf(hash);
      const known = measuresOf(cube).map(([own]) => own);
      if (!known.includes(measure))
        throw new HelperProblem('helper.unknown-measure', { measure, known: known.join(', ') });
      const codes = derive.competing(lookup, cube, { name, list }, year, among);
      return codes
        .filter((code) => excluded === undefined || list.codes.get(code)?.kind !== excluded)
        .map((code) => sliceAt({ cube, key: { ...held, [name]: code }, year, ...(held && { held }) }))
        .filter((slice) => isFigure(slice[measure]));
    },
    /** Years of a cube, the earliest first; each prints itself, and `year=` takes it. */
    years: ([value]) => {
      const place = cubePlace(value);
      const years = yearsOf(place);
      const list = years.map(yearOf);
      examined.set(
        list,
        years.flatMap((year) => figuresAt({ ...place, year })[0] ?? []),
      );
      return list;
    },
    /** A cube, or one slice of it, year by year: slices that are called by their year, the earliest first. */
    series: ([value]) => {
      const place = cubePlace(value);
      return yearsOf(place)
        .map((year) => ({ ...place, year }))
        .filter((at) => figuresAt(at).length > 0)
        .map((at) => slicer.slice(at, { code: String(at.year), name: yearOf(at.year), kind: 'year' }));
    },
  };
}
