import type { Report, YamlTree } from '../load/index.ts';
import type { Edition, LocatedNames } from '../model/dataset.ts';
import { idOf } from '../model/document.ts';
import { suggest } from '../model/nearest.ts';
import { error, type Place } from '../model/problem.ts';
import { checkKeys, insertGroups, type KnownInserts } from './inserts.ts';
import { type ArrangementSpec, arrangementSchema, type BookSpec, type SectionSpec } from './schemas/book.ts';
import { checkTree, type Located } from './tree.ts';

/** A section as an edition has it; what templates and tables it names is told at the place that names them. */
export interface ArrangedSection {
  readonly key: string;
  readonly place: Place;
  readonly numbered: boolean;
  readonly appendix: boolean;
  readonly title: LocatedNames;
  readonly needs: readonly string[];
  readonly templates: readonly { readonly name: string; readonly place: Place }[];
  readonly tables: readonly { readonly key: string; readonly place: Place }[];
  readonly sections: readonly ArrangedSection[];
}

/** A code that is to be a row of a table, and where it is named. */
export interface NamedRow {
  readonly code: string;
  readonly place: Place;
}

/** The parts of the book in the order and with the labels and captions that an edition has. */
export interface Arrangement {
  readonly labels: NonNullable<BookSpec['labels']>;
  readonly preface: ArrangedSection | undefined;
  readonly sections: readonly ArrangedSection[];
  /** All tables and figures by id, and whether they are shown: those that are not are left out where templates place them. */
  readonly inserts: ReadonlyMap<string, boolean>;
  /** Captions in place of those of the specifications, by id. */
  readonly captions: ReadonlyMap<string, LocatedNames>;
  /** Columns shown, by table; all of them where it is not named. */
  readonly columns: ReadonlyMap<string, readonly string[]>;
  /** Codes that are the rows of a table, in place of the `items` of its specification. */
  readonly rows: ReadonlyMap<string, readonly NamedRow[]>;
}

/** Something said at a path of a file. */
interface Said<T> {
  readonly value: T;
  readonly tree: YamlTree;
  readonly path: readonly PropertyKey[];
}

/** A text in both languages that stands at a path of a file. */
export const locatedNames = ({ value, tree, path }: Said<LocatedNames['names']>): LocatedNames => ({
  names: value,
  places: { zh: tree.textPlace([...path, 'zh']), en: tree.textPlace([...path, 'en']) },
});

/** What a list says, entry by entry. */
const entries = <T>({ value, tree, path }: Said<readonly T[]>): Said<T>[] =>
  value.map((entry, index) => ({ value: entry, tree, path: [...path, index] }));

/** Sections and those in them, by key. */
function byKey(sections: readonly Said<SectionSpec>[]): ReadonlyMap<string, Said<SectionSpec>> {
  const inner = ({ value, tree, path }: Said<SectionSpec>) =>
    entries({ value: value.sections ?? [], tree, path: [...path, 'sections'] });
  const all = (list: readonly Said<SectionSpec>[]): Said<SectionSpec>[] =>
    list.flatMap((section) => [section, ...all(inner(section))]);
  return new Map(all(sections).map((section) => [section.value.key, section]));
}

/** A section from what it says itself and, for the rest, from the book's section of that key. */
function arranged(
  own: Said<SectionSpec>,
  book: ReadonlyMap<string, Said<SectionSpec>>,
  report: Report,
): ArrangedSection[] {
  const { key } = own.value;
  const origins = [own, book.get(key)];
  const said = <K extends keyof SectionSpec>(name: K): Said<NonNullable<SectionSpec[K]>>[] =>
    origins
      .flatMap((origin) => {
        const value = origin?.value[name];
        return origin && value !== undefined && value !== null
          ? [{ value, tree: origin.tree, path: [...origin.path, name] }]
          : [];
      })
      .slice(0, 1);
  const place = own.tree.place([...own.path, 'key']);
  const [title] = said('title');
  if (title === undefined) {
    report(error('book.section-untitled', place, { key, suggestion: suggest(key, book.keys()) }));
    return [];
  }
  const [numbered] = said('numbered');
  const [labels] = said('labels');
  const [needs] = said('needs');
  return [
    {
      key,
      place,
      numbered: numbered?.value ?? true,
      appendix: labels?.value === 'appendix',
      title: locatedNames(title),
      needs: needs?.value ?? [],
      templates: said('template')
        .flatMap(entries)
        .map(({ value, tree, path }) => ({ name: value, place: tree.place(path) })),
      tables: said('tables')
        .flatMap(entries)
        .map(({ value, tree, path }) => ({ key: value, place: tree.place(path) })),
      sections: said('sections')
        .flatMap(entries)
        .flatMap((section) => arranged(section, book, report)),
    },
  ];
}

/** Sections must have keys of their own, to be referred to, and a heading role for their level. */
function checkSections(sections: readonly ArrangedSection[], { levels, preface }: BookSpec, report: Report): void {
  const seen = new Set<string>(preface ? [preface.key] : []);
  const check = (list: readonly ArrangedSection[], level: number): void => {
    const [first] = list;
    if (first && level > levels.length) {
      report(error('book.too-deep', first.place, { key: first.key, levels: levels.join(', ') }));
    }
    for (const { key, place, sections: children } of list) {
      if (seen.has(key)) report(error('book.key-twice', place, { key }));
      // What stands in it is there twice as well, for the same reason.
      else check(children, level + 1);
      seen.add(key);
    }
  };
  check(sections, 1);
}

/** The arrangement that an edition names, as it is written; undefined, and told, if there is none of that name. */
function chosenTree(
  { name, place }: NonNullable<Edition['arrangement']>,
  trees: ReadonlyMap<string, YamlTree>,
  book: YamlTree,
  unreadable: ReadonlySet<string>,
  report: Report,
): YamlTree | undefined {
  const tree = trees.get(name);
  const file = `${book.file.replace(/[^/]*$/, '')}arrangements/${name}.yaml`;
  if (tree === undefined && !unreadable.has(file)) {
    report(error('book.arrangement-unknown', place, { key: name, file, suggestion: suggest(name, trees.keys()) }));
  }
  return tree;
}

/**
 * The arrangement that the edition follows, or the book's own where it names none. Reported: an arrangement, a section,
 * a table, a column or a figure that is not there, a key that appears twice, and sections that lie too deep.
 */
export function arrange(
  book: Located<BookSpec>,
  trees: ReadonlyMap<string, YamlTree>,
  { arrangement: named }: Pick<Edition, 'arrangement'>,
  known: KnownInserts,
  unreadable: ReadonlySet<string>,
  report: Report,
): Arrangement | undefined {
  checkKeys(book.spec, book.tree, known, report);
  let chosen: Located<ArrangementSpec> = book;
  if (named) {
    const tree = chosenTree(named, trees, book.tree, unreadable, report);
    const spec = checkTree(arrangementSchema, tree, report);
    if (tree === undefined || spec === undefined) return undefined;
    checkKeys(spec, tree, known, report);
    chosen = { spec, tree };
  }
  const { spec, tree } = chosen;
  const topOf = (located: Located<ArrangementSpec>) =>
    entries<SectionSpec>({ value: located.spec.sections, tree: located.tree, path: ['sections'] });
  const inBook = byKey(topOf(book));
  const sections = topOf(chosen).flatMap((section) => arranged(section, inBook, report));
  checkSections(sections, book.spec, report);
  const { preface } = book.spec;
  const leftOut = new Set(insertGroups.flatMap(([kind, group]) => spec.without[group].map((key) => idOf(kind, key))));
  const ids = insertGroups.flatMap(([kind]) => [...known[kind]].map((key) => idOf(kind, key)));
  const captions = insertGroups.flatMap(([kind, group]) =>
    Object.entries(spec.captions[group]).map(
      ([key, value]) => [idOf(kind, key), locatedNames({ value, tree, path: ['captions', group, key] })] as const,
    ),
  );
  return {
    labels: spec.labels ?? book.spec.labels ?? 'continuous',
    preface: preface && arranged({ value: preface, tree: book.tree, path: ['preface'] }, new Map(), report)[0],
    sections,
    inserts: new Map(ids.map((id) => [id, !leftOut.has(id)])),
    captions: new Map(captions),
    columns: new Map(Object.entries(spec.columns)),
    rows: new Map(
      Object.entries(spec.rows).map(([table, codes]) => [
        table,
        codes.map((code, index) => ({ code, place: tree.place(['rows', table, index]) })),
      ]),
    ),
  };
}
