import type { Report, YamlTree } from '../load/index.ts';
import type { Edition, LocatedNames } from '../model/dataset.ts';
import { idOf } from '../model/document.ts';
import { suggest } from '../model/nearest.ts';
import { error, type Place } from '../model/problem.ts';
import { type ArrangementSpec, arrangementSchema, type BookSpec, type SectionSpec } from './schemas/book.ts';
import { checkTree, type Located } from './tree.ts';

/** A section as an edition has it; what templates and tables it names is told at the place that names them. */
export interface ArrangedSection {
  readonly key: string;
  readonly numbered: boolean;
  readonly appendix: boolean;
  readonly title: LocatedNames;
  readonly needs: readonly string[];
  readonly templates: readonly { readonly name: string; readonly place: Place }[];
  readonly tables: readonly { readonly key: string; readonly place: Place }[];
  readonly sections: readonly ArrangedSection[];
}

/** The parts of the book in the order and with the labels and captions that an edition has. */
export interface Arrangement {
  readonly labels: NonNullable<BookSpec['labels']>;
  readonly preface: ArrangedSection | undefined;
  readonly sections: readonly ArrangedSection[];
  /** Tables and figures left out, by id. */
  readonly without: ReadonlySet<string>;
  /** Captions in place of those of the specifications, by id. */
  readonly captions: ReadonlyMap<string, LocatedNames>;
  /** Columns shown, by table; all of them where it is not named. */
  readonly columns: ReadonlyMap<string, readonly string[]>;
  /** Codes that are the rows of a table, in place of the `items` of its specification. */
  readonly rows: ReadonlyMap<string, readonly { readonly code: string; readonly place: Place }[]>;
}

interface Origin {
  readonly spec: SectionSpec;
  readonly tree: YamlTree;
  readonly path: readonly PropertyKey[];
}

/** A text in both languages that stands at a path of a file. */
export const locatedNames = (
  names: LocatedNames['names'],
  tree: YamlTree,
  path: readonly PropertyKey[],
): LocatedNames => ({
  names,
  places: { zh: tree.textPlace([...path, 'zh']), en: tree.textPlace([...path, 'en']) },
});

/** All sections of the book by key, each with its place. */
function sectionsOf(book: Located<BookSpec>): ReadonlyMap<string, Origin> {
  const found = new Map<string, Origin>();
  const walk = (sections: readonly SectionSpec[], path: readonly PropertyKey[]) => {
    for (const [index, spec] of sections.entries()) {
      const at = [...path, index];
      if (!found.has(spec.key)) found.set(spec.key, { spec, tree: book.tree, path: at });
      walk(spec.sections ?? [], [...at, 'sections']);
    }
  };
  walk(book.spec.sections, ['sections']);
  return found;
}

/** A section from what it says itself and, for the rest, from the book's section of that key. */
function arranged(own: Origin, book: ReadonlyMap<string, Origin>, report: Report): ArrangedSection[] {
  const { spec } = own;
  const base = book.get(spec.key);
  /** Where a property is said: by the section itself, else by the book. */
  const said = <K extends keyof SectionSpec>(name: K) => {
    const origin = [own, base].find((candidate) => candidate?.spec[name] !== undefined);
    const value = origin?.spec[name];
    return origin && value !== undefined ? { value, tree: origin.tree, path: [...origin.path, name] } : undefined;
  };
  const title = said('title');
  if (title === undefined) {
    const suggestion = suggest(spec.key, book.keys());
    report(error('book.section-untitled', own.tree.place([...own.path, 'key']), { key: spec.key, suggestion }));
    return [];
  }
  const templates = said('template');
  const tables = said('tables');
  const sections = said('sections');
  return [
    {
      key: spec.key,
      numbered: said('numbered')?.value ?? true,
      appendix: said('labels')?.value === 'appendix',
      title: locatedNames(title.value, title.tree, title.path),
      needs: said('needs')?.value ?? [],
      templates: (templates?.value ?? []).map((name, index) => ({
        name,
        place: templates?.tree.place([...templates.path, index]) ?? { file: own.tree.file },
      })),
      tables: (tables?.value ?? []).map((key, index) => ({
        key,
        place: tables?.tree.place([...tables.path, index]) ?? { file: own.tree.file },
      })),
      sections: (sections?.value ?? []).flatMap((child, index) =>
        arranged(
          { spec: child, tree: sections?.tree ?? own.tree, path: [...(sections?.path ?? []), index] },
          book,
          report,
        ),
      ),
    },
  ];
}

/** Sections must have keys of their own, to be referred to, and a heading role for their level. */
function checkSections(book: BookSpec, spec: ArrangementSpec, tree: YamlTree, report: Report): void {
  const seen = new Set<string>(book.preface ? [book.preface.key] : []);
  const check = (sections: readonly SectionSpec[], path: readonly PropertyKey[], level: number): void => {
    const [first] = sections;
    if (first && level > book.levels.length) {
      report(error('book.too-deep', tree.place([...path, 0]), { key: first.key, levels: book.levels.join(', ') }));
    }
    for (const [index, { key, sections: children = [] }] of sections.entries()) {
      if (seen.has(key)) report(error('book.key-twice', tree.place([...path, index, 'key']), { key }));
      seen.add(key);
      check(children, [...path, index, 'sections'], level + 1);
    }
  };
  check(spec.sections, ['sections'], 1);
}

/** What there is of tables and figures: their keys, those that are not valid included, and the columns of valid tables. */
export interface KnownInserts {
  readonly table: ReadonlySet<string>;
  readonly figure: ReadonlySet<string>;
  readonly columns: ReadonlyMap<string, readonly string[]>;
}

/** Tables, columns and figures that an arrangement names must be there. */
function checkKeys(spec: ArrangementSpec, tree: YamlTree, known: KnownInserts, report: Report): void {
  const check = (kind: 'table' | 'figure', key: string, place: Place) => {
    if (known[kind].has(key)) return;
    report(error('reference.unknown', place, { kind, context: kind, key, suggestion: suggest(key, known[kind]) }));
  };
  for (const [kind, group] of [
    ['table', 'tables'],
    ['figure', 'figures'],
  ] as const) {
    for (const [index, key] of spec.without[group].entries()) check(kind, key, tree.place(['without', group, index]));
    for (const key of Object.keys(spec.captions[group])) check(kind, key, tree.keyPlace(['captions', group, key]));
  }
  for (const table of Object.keys(spec.rows)) check('table', table, tree.keyPlace(['rows', table]));
  for (const [table, shown] of Object.entries(spec.columns)) {
    check('table', table, tree.keyPlace(['columns', table]));
    const columns = known.columns.get(table);
    for (const [index, key] of shown.entries()) {
      if (columns === undefined || columns.includes(key)) continue;
      const values = { table, key, known: columns.join(', ') };
      report(error('book.unknown-column', tree.place(['columns', table, index]), values));
    }
  }
}

/**
 * The arrangement that the edition follows, or the book's own where it names none. Reported: an arrangement, a section,
 * a table, a column or a figure that is not there.
 */
export function arrange(
  book: Located<BookSpec>,
  trees: ReadonlyMap<string, YamlTree>,
  { arrangement: chosen }: Pick<Edition, 'arrangement'>,
  known: KnownInserts,
  unreadable: ReadonlySet<string>,
  report: Report,
): Arrangement | undefined {
  checkSections(book.spec, book.spec, book.tree, report);
  checkKeys(book.spec, book.tree, known, report);
  const tree = chosen === undefined ? undefined : trees.get(chosen.name);
  if (chosen && tree === undefined) {
    const file = `${book.tree.file.replace(/[^/]*$/, '')}arrangements/${chosen.name}.yaml`;
    if (!unreadable.has(file)) {
      const suggestion = suggest(chosen.name, trees.keys());
      report(error('book.arrangement-unknown', chosen.place, { key: chosen.name, file, suggestion }));
    }
    return undefined;
  }
  const own = checkTree(arrangementSchema, tree, report);
  if (tree && own === undefined) return undefined;
  if (tree && own) {
    checkSections(book.spec, own, tree, report);
    checkKeys(own, tree, known, report);
  }
  const { spec, tree: file } = own && tree ? { spec: own, tree } : book;
  const sections = sectionsOf(book);
  const { preface } = book.spec;
  const ids = ({ tables, figures }: BookSpec['without']) => [
    ...tables.map((key) => idOf('table', key)),
    ...figures.map((key) => idOf('figure', key)),
  ];
  const captions = (kind: 'table' | 'figure', group: 'tables' | 'figures') =>
    Object.entries(spec.captions[group]).map(
      ([key, names]) => [idOf(kind, key), locatedNames(names, file, ['captions', group, key])] as const,
    );
  return {
    labels: spec.labels ?? book.spec.labels ?? 'continuous',
    preface: preface && arranged({ spec: preface, tree: book.tree, path: ['preface'] }, new Map(), report)[0],
    sections: spec.sections.flatMap((section, index) =>
      arranged({ spec: section, tree: file, path: ['sections', index] }, sections, report),
    ),
    without: new Set(ids(spec.without)),
    captions: new Map([...captions('table', 'tables'), ...captions('figure', 'figures')]),
    columns: new Map(Object.entries(spec.columns)),
    rows: new Map(
      Object.entries(spec.rows).map(([table, codes]) => [
        table,
        codes.map((code, index) => ({ code, place: file.place(['rows', table, index]) })),
      ]),
    ),
  };
}
