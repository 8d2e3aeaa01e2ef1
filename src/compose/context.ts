import type { Lookup } from '../derive/index.ts';
import type { Lang } from '../model/document.ts';
import type { Fact } from '../model/statements.ts';
import { frontNames } from './front.ts';
import { literal, named, type Session, yearOf } from './session.ts';
import { createSlicer, later } from './slices.ts';

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
  const slicer = createSlicer(lookup, session, lang, total);
  const context = {};
  // A book asks for a few codes of most cubes: what it does not ask for is not worked out.
  for (const cube of dataset.cubes.values()) later(context, cube.name, true, () => slicer.cube(cube));
  const others = {
    facts,
    front: dataset.sourceBook && frontNames(dataset.sourceBook, lang),
    names: namesOf(lookup, lang),
    year: yearOf(year),
    previousYear: yearOf(year - 1),
    publisher: publisher.names[lang],
    source: literal(source[lang]),
    publishedYear: yearOf(published.year),
  };
  return Object.defineProperties(context, Object.getOwnPropertyDescriptors(others));
}
