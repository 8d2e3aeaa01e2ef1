import type { Composer, Draft, DraftBlock, DraftInline, OpenReference } from '../compose/index.ts';
import type { Lookup } from '../derive/index.ts';
import type { Report } from '../load/index.ts';
import type { LocatedNames, PublicationDate } from '../model/dataset.ts';
import type {
  Block,
  ContentsEntry,
  ContentsList,
  Document,
  Figure,
  Heading,
  Inline,
  Table,
} from '../model/document.ts';
import { idOf, keysOf, plainText } from '../model/document.ts';
import { suggest } from '../model/nearest.ts';
import { error } from '../model/problem.ts';
import type { BookSpecs } from '../validate/index.ts';
import { daysText, publicationText } from '../words/dates.ts';
import { lostTable, withItems } from './arranged.ts';
import type { ToInlines } from './columns.ts';
import type { Drawings } from './drawings.ts';
import { resolveFigure } from './figure.ts';
import { sourceFront } from './front.ts';
import {
  type InsertLabel,
  insertLabel,
  type NumberedSection,
  numberInserts,
  numberSections,
  sectionLabels,
} from './labels.ts';
import { withNote } from './revisions.ts';
import { resolveTable } from './table.ts';

export { createDrawings } from './drawings.ts';
export type { FigureDrawing } from './figure.ts';

/** Label of every table, figure and section that can be referred to, by id. */
type Labels = ReadonlyMap<string, string>;

function createInlineResolver(labels: Labels, report: Report) {
  const reference = ({ kind, key, place }: OpenReference): Inline => {
    const target = idOf(kind, key);
    const text = labels.get(target);
    if (text === undefined) {
      const suggestion = suggest(key, keysOf(kind, labels.keys()));
      report(error('reference.unknown', place, { kind, context: kind, key, suggestion }));
    }
    return { type: 'reference', text: text ?? '', target };
  };
  return function resolve(inlines: readonly DraftInline[]): Inline[] {
    return inlines.map((inline): Inline => {
      switch (inline.type) {
        case 'open-reference':
          return reference(inline);
        case 'emphasis':
          return { type: 'emphasis', children: resolve(inline.children) };
        default:
          return inline;
      }
    });
  };
}

/** Contents of parts, sections and items; the outline alone goes down to subitems. */
function contentsOf(blocks: readonly Block[], composer: Composer): ContentsList[] {
  const headings = blocks.filter((block): block is Heading => block.type === 'heading');
  const captioned = (type: 'table' | 'figure') =>
    blocks
      .filter((block): block is Table | Figure => block.type === type)
      .map(
        (block): ContentsEntry => ({ level: 1, number: block.label, text: plainText(block.caption), target: block.id }),
      );
  const lists: ContentsList[] = [
    {
      id: 'contents',
      title: composer.words.say('book:contents'),
      entries: headings.flatMap(({ level, role, number, inlines, id }) =>
        level === 4 || role === 'subitem' ? [] : [{ level, number, text: plainText(inlines), target: id }],
      ),
    },
    { id: 'list-of-tables', title: composer.words.say('book:list-of-tables'), entries: captioned('table') },
    { id: 'list-of-figures', title: composer.words.say('book:list-of-figures'), entries: captioned('figure') },
  ];
  // The English edition lists its tables and figures; in a Chinese one the contents alone are customary.
  return lists.filter(({ id, entries }) => entries.length > 0 && (id === 'contents' || composer.lang === 'en'));
}

/**
 * The last day on which the book can have come out, noon UTC: files need a whole date, which is then no earlier than the
 * true one and the same in every time zone.
 */
function lastPublicationDay({ year, month = 12 }: PublicationDate): Date {
  return new Date(Date.UTC(year, month, 0, 12));
}

/**
 * Numbers the draft, resolves its references, and puts in typed tables and chart data. What a template names and
 * does not exist is reported at its line; so is a table or figure placed twice.
 */
export function resolve(
  draft: Draft,
  lookup: Lookup,
  specs: BookSpecs,
  composer: Composer,
  drawings: Drawings,
  report: Report,
): Document {
  const book = specs.book.spec;
  const sections = numberSections(draft.sections, book, composer.words);
  const { lost } = lookup.dataset.edition;
  const inserts = new Map<string, InsertLabel>();
  for (const [id, number] of numberInserts(sections, specs.arrangement.labels)) {
    inserts.set(id, insertLabel(id.startsWith('table-') ? 'table' : 'figure', number, composer.words));
  }
  const { arrangement } = specs;
  const labels: Labels = new Map([
    // What the source has lost has a number and is not there to be referred to.
    ...[...inserts].flatMap(([id, { label }]) => (lost.has(id) ? [] : [[id, label] as const])),
    ...sectionLabels(sections, composer.words),
  ]);
  const toInlines = createInlineResolver(labels, report);
  const placed = new Set<string>();

  const insert = ({ kind, key, place }: DraftBlock & { type: 'insert' }): Block[] => {
    const id = idOf(kind, key);
    if (placed.has(id)) report(error('reference.placed-twice', place, { kind, context: kind, key }));
    placed.add(id);
    const known: ReadonlyMap<string, unknown> = kind === 'table' ? specs.tables : specs.charts;
    if (!known.has(key)) {
      const suggestion = suggest(key, known.keys());
      report(error('reference.unknown', place, { kind, context: kind, key, suggestion }));
      return [];
    }
    const label = inserts.get(id) ?? { label: '', continued: '' };
    const table = kind === 'table' ? specs.tables.get(key) : undefined;
    const chart = kind === 'figure' ? specs.charts.get(key) : undefined;
    const file = table?.tree ?? chart?.tree;
    const names: ToInlines = (pair, path, more) =>
      file ? toInlines(composer.inlines(pair[composer.lang], file.textPlace([...path, composer.lang]), more)) : [];
    const { captions, columns, rows } = arrangement;
    const own = captions.get(id);
    if (table && lost.has(id)) {
      const caption = own ? located(own) : names(table.spec.title, ['title']);
      return [lostTable(label.label, caption, composer.words)];
    }
    const drawing = chart && drawings(key);
    const found = table
      ? resolveTable(id, label, withItems(table, rows.get(key)), lookup, composer, names, report, columns.get(key))
      : drawing && resolveFigure(label, chart, drawing, lookup, composer, names);
    if (found === undefined) return [];
    const note = lookup.dataset.edition.notes.get(id);
    const notes = note ? withNote(found.notes, located(note), composer.words) : found.notes;
    return [{ ...found, ...(own && { caption: located(own) }), notes }];
  };
  const located = ({ names: pair, places }: LocatedNames): Inline[] =>
    toInlines(composer.inlines(pair[composer.lang], places[composer.lang]));
  const chronicle = ({ place }: DraftBlock & { type: 'chronicle' }): Block[] => {
    const { chronicle: entries, edition } = lookup.dataset;
    const { series, year } = edition;
    if (placed.has('chronicle')) report(error('chronicle.placed-twice', place));
    if (entries.length === 0)
      report(error('chronicle.missing', place, { file: `data/${series}/${year}/chronicle.yaml` }));
    placed.add('chronicle');
    const resolved = entries.map((entry) => ({
      date: daysText(entry.from, entry.to, composer.words),
      inlines: toInlines(composer.entry(entry)),
    }));
    return [{ type: 'chronicle', entries: resolved }];
  };
  const block = (source: DraftBlock): Block[] => {
    switch (source.type) {
      case 'paragraph':
        return [{ ...source, inlines: toInlines(source.inlines) }];
      case 'list':
        return [{ ...source, items: source.items.map(toInlines) }];
      case 'insert':
        return insert(source);
      case 'chronicle':
        return chronicle(source);
    }
  };
  const section = ({ section: source, level, role, number, sections: children }: NumberedSection): Block[] => [
    { type: 'heading', id: idOf('section', source.key), level, role, number, inlines: toInlines(source.title) },
    ...source.blocks.flatMap(block),
    ...children.flatMap(section),
  ];
  for (const block of draft.preface?.blocks ?? []) {
    if (block.type !== 'insert' && block.type !== 'chronicle') continue;
    const tag = block.type === 'insert' ? block.kind : block.type;
    report(error('markup.misplaced-tag', block.place, { tag, parent: 'preface', allowed: 'section' }));
  }
  const preface = draft.preface
    ? section({ section: draft.preface, level: 1, role: 'section', number: '', sections: [] })
    : [];
  const body = sections.flatMap(section);
  const { edition } = lookup.dataset;
  const { lang } = draft;
  return {
    lang,
    series: edition.series,
    year: edition.year,
    title: draft.fullTitle,
    description: draft.description,
    publisher: edition.publisher.names[lang],
    published: lastPublicationDay(edition.published),
    front: {
      titleLines: {
        title: draft.title,
        year: String(book.coverYear === 'published' ? edition.published.year : edition.year),
        otherTitle: draft.otherTitle,
        otherLang: lang === 'zh' ? 'en' : 'zh',
        publisher: edition.publisher.names[lang],
        date: publicationText(edition.published, composer.words),
      },
      ...sourceFront(lookup.dataset, composer.words),
      imprint: draft.imprint.map(toInlines),
      preface,
      contents: contentsOf([...preface, ...body], composer),
    },
    body,
    claims: [...composer.claims],
  };
}
