import type { Lookup } from '../derive/index.ts';
import type { Cube, Fact } from '../model/dataset.ts';
import type { Lang } from '../model/document.ts';
import type { ObservationRef } from '../model/quantity.ts';
import { frontNames } from './front.ts';
import { isFigure, literal, named, type Session } from './session.ts';

/** One code of a cube, or its whole, in the edition's year: its name and a figure for each measure. */
export type Slice = Readonly<Record<string, unknown>> & { readonly name: string; readonly code: string };

/** A name that exists and of which the data have nothing: undefined, where a misspelt name is an error. */
function remember(record: Record<string, unknown>, name: string): void {
  Object.defineProperty(record, name, { value: undefined, enumerable: false });
}

/** A slice; measures are looked up when a template asks for them, and undefined if the data have none. */
function sliceOf(
  lookup: Lookup,
  session: Session,
  cube: Cube,
  { code, name, kind }: { code: string; name: string; kind: string },
  key: ObservationRef['key'],
): Slice {
  const slice: Record<string, unknown> = { name, code, kind };
  const averages = cube.measures.has('amount') && cube.measures.has('contracts') ? ['amount/contracts'] : [];
  for (const measure of [...cube.measures.keys(), ...averages]) {
    const quantity = lookup.at({ cube: cube.name, key, measure, year: lookup.dataset.edition.year });
    const name = measure === 'amount/contracts' ? 'average' : measure;
    if (quantity) slice[name] = session.figure(quantity);
    else remember(slice, name);
  }
  return slice as Slice;
}

/** All slices of a cube by code; `total` is the whole. Codes and groups without data are undefined. */
function slicesOf(lookup: Lookup, session: Session, cube: Cube, lang: Lang, total: string): Record<string, Slice> {
  const slices: Record<string, Slice> = {
    total: sliceOf(lookup, session, cube, { code: 'total', name: total, kind: 'total' }, {}),
  };
  const [dimension] = cube.dimensions;
  if (dimension === undefined) return slices;
  for (const { code, names, kind } of dimension.list.codes.values()) {
    const slice = sliceOf(lookup, session, cube, { code, name: names[lang], kind }, { [dimension.name]: code });
    if (Object.values(slice).some(isFigure)) slices[code] = slice;
    else remember(slices, code);
  }
  return slices;
}

/** Names of a code list, for codes of which the data hold no observation. */
function namesOf(lookup: Lookup, lang: Lang): Record<string, Record<string, string>> {
  return Object.fromEntries(
    [...lookup.dataset.codeLists].map(([name, list]) => [
      name,
      Object.fromEntries([...list.codes].map(([code, { names }]) => [code, names[lang]])),
    ]),
  );
}

/** A figure; an array of codes with their names; or a name that prints itself and knows its original. */
function factOf(fact: Fact, session: Session, lang: Lang): unknown {
  switch (fact.kind) {
    case 'figure':
      return session.figure(fact.quantity, fact.precision);
    case 'codes':
      return fact.codes.map(({ code, names }) => ({ code, name: names[lang] }));
    case 'name':
      return named(fact.names, lang);
  }
}

/** What a template sees: `year`, a cube by its name, `facts`, `names`. */
export function createContext(lookup: Lookup, session: Session, lang: Lang, total: string): Record<string, unknown> {
  const { dataset } = lookup;
  const facts: Record<string, Record<string, unknown>> = {};
  for (const fact of dataset.facts.values()) {
    const [group = '', name = ''] = fact.path.split('.');
    facts[group] = { ...facts[group], [name]: factOf(fact, session, lang) };
  }
  const { year, publisher, source, published } = dataset.edition;
  return {
    ...Object.fromEntries(
      [...dataset.cubes.values()].map((cube) => [cube.name, slicesOf(lookup, session, cube, lang, total)]),
    ),
    facts,
    front: dataset.sourceBook && frontNames(dataset.sourceBook, lang),
    names: namesOf(lookup, lang),
    year: literal(String(year)),
    previousYear: literal(String(year - 1)),
    publisher: publisher.names[lang],
    source: literal(source[lang]),
    publishedYear: literal(String(published.year)),
  };
}
