import type { Lookup } from '../derive/index.ts';
import type { Code, Cube, Dimension } from '../model/dataset.ts';
import type { Lang } from '../model/document.ts';
import type { Key } from '../model/quantity.ts';
import type { Printable } from './engine.ts';
import { type Session, yearOf } from './session.ts';

/** A part of a cube, or its whole, in one year: its name and a figure for each measure. */
export type Slice = Readonly<Record<string, unknown>> & { readonly name: string | Printable; readonly code: string };

/** Where a slice stands in the data; a cube in a template stands where its whole does. */
export interface SlicePlace {
  readonly cube: Cube;
  readonly key: Key;
  readonly year: number;
  /** Codes that all slices of a list have in common. */
  readonly held?: Key;
}

/** What a slice is called. */
export interface SliceLabel {
  readonly code: string;
  readonly name: string | Printable;
  readonly kind: string;
}

export interface Slicer {
  /** The slices of a cube by code, each with those of the next dimension; `total` is the whole. */
  cube(cube: Cube): object;
  /** One slice; measures of which the data have nothing are undefined. It is called by its code unless a label is given. */
  slice(place: SlicePlace, label?: SliceLabel): Slice;
}

const places = new WeakMap<object, SlicePlace>();

/** Where a cube or slice of a template stands in the data; undefined for anything else. */
export const placeOf = (value: unknown): SlicePlace | undefined =>
  typeof value === 'object' && value !== null ? places.get(value) : undefined;

/** What templates call a measure, and how it is looked up. */
export function measuresOf({ measures }: Cube): readonly (readonly [name: string, measure: string])[] {
  const hasAverage = measures.has('amount') && measures.has('contracts') && !measures.has('average');
  return [
    ...[...measures.keys()].map((name) => [name, name] as const),
    ...(hasAverage ? [['average', 'amount/contracts'] as const] : []),
  ];
}

/** A name whose value is worked out when a template asks for it. One that is not listed exists, but is not suggested. */
export function later(record: object, name: string, listed: boolean, compute: () => unknown): void {
  Object.defineProperty(record, name, {
    configurable: true,
    enumerable: listed,
    get() {
      const value = compute();
      Object.defineProperty(record, name, { value, enumerable: listed });
      return value;
    },
  });
}

/** The code that names a slice: the last of its key in the cube's order. */
function codeOf({ cube, key, held = {} }: SlicePlace): Code | undefined {
  const open = cube.dimensions.filter(({ name }) => key[name] !== undefined && held[name] === undefined);
  const last = open.at(-1);
  return last?.list.codes.get(key[last.name] ?? '');
}

/** Makes slices of the data as templates of one language see them. */
export function createSlicer(lookup: Lookup, session: Session, lang: Lang, total: string): Slicer {
  const whole: SliceLabel = { code: 'total', name: total, kind: 'total' };
  const quantityAt = ({ cube, key, year, held }: SlicePlace, measure: string) =>
    lookup.at({ cube: cube.name, key, measure, year, ...(held && { held }) });

  const hasFigure = (place: SlicePlace) => measuresOf(place.cube).some(([, measure]) => quantityAt(place, measure));

  /** The codes of a dimension as names of a record, each a slice; those without data exist, but are undefined. */
  function fill(record: object, place: SlicePlace, dimension: Dimension, deeper: readonly Dimension[]): void {
    const rows = new Set(lookup.codes(place.cube, dimension.name, place.year));
    const isOutermost = dimension === place.cube.dimensions[0];
    for (const code of dimension.list.codes.keys()) {
      const inner = { ...place, key: { ...place.key, [dimension.name]: code } };
      // Within a cube of several dimensions a code may have rows, but no sum.
      const isKnown = () => (rows.has(code) && deeper.length > 0) || hasFigure(inner);
      const listed = isOutermost ? isKnown() : rows.has(code);
      later(record, code, listed, () => (isKnown() ? nested(inner, undefined, deeper) : undefined));
    }
  }

  /** A slice that has, by their codes, the slices of the dimensions below. */
  function nested(place: SlicePlace, label: SliceLabel | undefined, below: readonly Dimension[]): Slice {
    const record = slice(place, label);
    const [dimension, ...deeper] = below;
    if (dimension) {
      fill(record, place, dimension, deeper);
      later(record, 'total', true, () => nested(place, whole, deeper));
    }
    return record;
  }

  const slice: Slicer['slice'] = (place, label) => {
    const entry = codeOf(place);
    const own = label ?? (entry ? { code: entry.code, name: entry.names[lang], kind: entry.kind } : whole);
    const record: SliceLabel & Record<string, unknown> = { ...own, year: yearOf(place.year) };
    for (const [name, measure] of measuresOf(place.cube)) {
      const quantity = quantityAt(place, measure);
      if (quantity) record[name] = session.figure(quantity);
      else Object.defineProperty(record, name, { value: undefined, enumerable: false });
    }
    places.set(record, place);
    return record;
  };

  return {
    cube: (cube) => {
      const place = { cube, key: {}, year: lookup.dataset.edition.year };
      const record = {};
      const [dimension, ...deeper] = cube.dimensions;
      later(record, 'total', true, () => nested(place, whole, deeper));
      if (dimension) fill(record, place, dimension, deeper);
      places.set(record, place);
      return record;
    },
    slice,
  };
}
