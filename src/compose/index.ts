import type { Lookup } from '../derive/index.ts';
import type { RawEdition, Report } from '../load/index.ts';
import type { Dataset, Names } from '../model/dataset.ts';
import { type Claim, idOf, type Lang } from '../model/document.ts';
import { error, type Place } from '../model/problem.ts';
import type { ChronicleEntry } from '../model/statements.ts';
import { type ArrangedSection, type BookSpecs, rowCubesOf } from '../validate/index.ts';
import type { Words } from '../words/index.ts';
import { namesOfEntry } from './chronicle.ts';
import { claimRecorder } from './claims.ts';
import { createContext } from './context.ts';
import type { Draft, DraftBlock, DraftInline, DraftSection } from './draft.ts';
import { createEngine } from './engine.ts';
import { createFormatter, type Formatter } from './format.ts';
import { createHelpers, namedArguments } from './helpers/index.ts';
import { parseBlocks, parseInlines } from './markup.ts';
import { createSession, literal } from './session.ts';

export type { Draft, DraftBlock, DraftInline, DraftSection, OpenReference } from './draft.ts';
export { readTemplate } from './engine.ts';
export { createFormatter, type Formatter } from './format.ts';
export { hasNamed } from './helpers/conditions.ts';

/** Turns the texts that editors write into blocks and inlines with bound numbers, for one language. */
export interface Composer {
  readonly lang: Lang;
  readonly words: Words;
  readonly format: Formatter;
  /** What the texts composed so far assert. */
  readonly claims: readonly Claim[];
  /** A section's template. */
  blocks(text: string, place: Place): DraftBlock[];
  /** A title, caption or note; `names` are what it can name besides what every template can. */
  inlines(text: string, place: Place, names?: Readonly<Record<string, string>>): DraftInline[];
  /** The text of an entry of the chronicle. */
  entry(entry: ChronicleEntry): DraftInline[];
}

/**
 * Whether an edition has what a section needs: a cube, a fact or a group of facts (`facts.policies`), a group of codes
 * that has members in the edition's year (`groups.EAST`), or the `chronicle`.
 */
export function hasData({ cubes, facts, chronicle, codeLists }: Dataset, need: string): boolean {
  const [kind, ...path] = need.split('.');
  const name = path.join('.');
  if (name === '') return need === 'chronicle' ? chronicle.length > 0 : cubes.has(need);
  if (kind === 'groups') return [...codeLists.values()].some(({ groups }) => groups.has(name));
  return kind === 'facts' && (facts.has(name) || [...facts.keys()].some((fact) => fact.startsWith(`${name}.`)));
}

/** Whether an edition has what a table shows, or its source had the table; a table that is not there is told later. */
function hasTable({ dataset }: Lookup, { tables }: BookSpecs, key: string): boolean {
  const spec = tables.get(key)?.spec;
  if (spec === undefined || dataset.edition.lost.has(idOf('table', key))) return true;
  return rowCubesOf(spec).some((cube) => dataset.cubes.has(cube));
}

export function createComposer(lookup: Lookup, specs: BookSpecs, words: Words, report: Report): Composer {
  const { lang } = words;
  const format = createFormatter(words, specs.book.spec.rounding, specs.book.spec.closingZeros);
  const session = createSession(format);
  const context = createContext(lookup, session, lang, words.say('book:total'));
  const { claims, answered } = claimRecorder();
  const render = createEngine(
    createHelpers({ lookup, session, format, words, inserts: specs.arrangement.inserts }),
    namedArguments,
    answered,
  );
  // Copied by their descriptors: what is worked out only when it is named must not be worked out here.
  const withNames = (names: object): object =>
    Object.keys(names).length === 0
      ? context
      : Object.defineProperties(
          {},
          {
            ...Object.getOwnPropertyDescriptors(context),
            ...Object.getOwnPropertyDescriptors(names),
          },
        );
  const compose = <T>(
    parse: typeof parseBlocks | typeof parseInlines,
    text: string,
    place: Place,
    names: object = {},
  ): T[] => {
    const markup = render(text, withNames(names), place, report);
    return parse(markup, place.file, lang, session.bound, report) as T[];
  };
  return {
    lang,
    words,
    format,
    claims,
    blocks: (text, place) => compose(parseBlocks, text, place),
    inlines: (text, place, names = {}) => {
      const more = Object.entries(names).map(([name, value]) => [name, literal(value)]);
      return compose(parseInlines, text, place, Object.fromEntries(more));
    },
    entry: (entry) =>
      compose(parseInlines, entry.texts[lang], entry.textPlaces[lang], namesOfEntry(entry, session, words)),
  };
}

/** The plain text of a draft's inlines that have no open reference, such as a title. */
export function draftText(inlines: readonly DraftInline[]): string {
  return inlines
    .map((inline) =>
      inline.type === 'open-reference' ? '' : inline.type === 'emphasis' ? draftText(inline.children) : inline.text,
    )
    .join('');
}

/** Templates of all sections that an edition shows. */
function shownTemplates(
  { dataset }: Lookup,
  { arrangement }: BookSpecs,
): readonly ArrangedSection['templates'][number][] {
  const ofSection = ({ needs, templates, sections }: ArrangedSection): typeof templates =>
    needs.every((need) => hasData(dataset, need)) ? [...templates, ...sections.flatMap(ofSection)] : [];
  return arrangement.sections.flatMap(ofSection);
}

const comments = /\{\{!--.*?--~?\}\}|\{\{![^}]*\}\}/gs;
const blocksAndFigures = /\{\{~?(?:([#^])\s*[\w-]|(\/))|<figure key="([^"]+)"/g;

/**
 * Keys of the figures that the templates of a book place whatever the data are, in their order: they can be drawn before
 * its prose is composed.
 */
export function unconditionalFigures(raw: RawEdition, lookup: Lookup, specs: BookSpecs, lang: Lang): readonly string[] {
  return shownTemplates(lookup, specs).flatMap(({ name }) => {
    const text = raw.templates[lang].get(name)?.text.replace(comments, '') ?? '';
    let depth = 0;
    return [...text.matchAll(blocksAndFigures)].flatMap(([, opens, closes, key]) => {
      depth += opens ? 1 : closes ? -1 : 0;
      const isPlaced = key !== undefined && depth === 0 && specs.arrangement.inserts.get(idOf('figure', key)) !== false;
      return isPlaced ? [key] : [];
    });
  });
}

/** The book's prose in one language. Problems in templates are reported at their line; all sections are composed. */
export function compose(raw: RawEdition, lookup: Lookup, specs: BookSpecs, composer: Composer, report: Report): Draft {
  const { lang } = composer;
  const { spec: book, tree } = specs.book;
  const { arrangement } = specs;
  const inlines = (names: Names, path: readonly PropertyKey[]) =>
    composer.inlines(names[lang], tree.textPlace([...path, lang]));
  const folder = tree.file.replace(/[^/]*$/, '');
  const textOf = ({ name, place }: ArrangedSection['templates'][number]): DraftBlock[] => {
    const template = raw.templates[lang].get(name);
    const file = `${folder}${lang}/${name}.hbs`;
    if (template) return composer.blocks(template.text, { file: template.file, line: 1, column: 1 });
    if (!raw.unreadable.has(file)) report(error('template.missing', place, { file }));
    return [];
  };
  const isShown = (block: DraftBlock) =>
    block.type !== 'insert' || arrangement.inserts.get(idOf(block.kind, block.key)) !== false;
  const section = (spec: ArrangedSection): DraftSection[] => {
    if (!spec.needs.every((need) => hasData(lookup.dataset, need))) return [];
    const tables = spec.tables.filter(({ key }) => hasTable(lookup, specs, key));
    const sections = spec.sections.flatMap(section);
    // A heading that nothing stands under in this edition.
    if (spec.templates.length === 0 && tables.length === 0 && sections.length === 0) return [];
    return [
      {
        key: spec.key,
        numbered: spec.numbered,
        appendix: spec.appendix,
        title: composer.inlines(spec.title.names[lang], spec.title.places[lang]),
        blocks: [
          ...spec.templates.flatMap(textOf),
          ...tables.map(({ key, place }) => ({ type: 'insert', kind: 'table', key, place }) as const),
        ].filter(isShown),
        sections,
      },
    ];
  };
  const other = lang === 'zh' ? 'en' : 'zh';
  return {
    lang,
    title: book.title[lang],
    otherTitle: book.title[other],
    fullTitle: draftText(inlines(book.fullTitle, ['fullTitle'])),
    description: draftText(inlines(book.description, ['description'])),
    imprint: book.imprint.map((line, index) => inlines(line, ['imprint', index])),
    preface: arrangement.preface && section(arrangement.preface)[0],
    sections: arrangement.sections.flatMap(section),
  };
}
