import type { RawData, Report } from '../load/index.ts';
import type { Edition, PublicationDate } from '../model/dataset.ts';
import { idOf } from '../model/document.ts';
import { locatedNames } from './arrangement.ts';
import { codeListOf, codeOf, type Lookups } from './codes.ts';
import { checkInsert, insertGroups, type KnownInserts } from './inserts.ts';
import { editionSchema } from './schemas/data.ts';
import { checkTree } from './tree.ts';

/** `2025-01`, or a year alone, as the schema lets it pass. */
export function publicationDate(text: string): PublicationDate {
  const [year = 0, month] = text.split('-').map(Number);
  return { year, ...(month !== undefined && { month }) };
}

/**
 * `edition.yaml`; undefined if it does not fit its schema, or names a publisher that the code list does not have.
 * @param known tables and figures that it may name; undefined where templates are not read
 */
export function readEdition(
  raw: RawData,
  { lists, unreadable }: Lookups,
  known: KnownInserts | undefined,
  report: Report,
): Edition | undefined {
  const spec = checkTree(editionSchema, raw.edition, report);
  if (spec === undefined || raw.edition === undefined) return undefined;
  const at = raw.edition.place(['publisher']);
  const institutions = codeListOf('institutions', lists, unreadable, at, report);
  const publisher = institutions && codeOf(spec.publisher, institutions, unreadable, at, report);
  if (publisher === undefined) return undefined;
  const { edition: tree } = raw;
  for (const [index, key] of spec.lost.entries()) {
    if (known) checkInsert('table', key, known, tree.place(['lost', index]), report);
  }
  const notes = insertGroups.flatMap(([kind, group]) =>
    Object.entries(spec.notes[group]).map(([key, value]) => {
      const path = ['notes', group, key];
      if (known) checkInsert(kind, key, known, tree.keyPlace(path), report);
      return [idOf(kind, key), locatedNames({ value, tree, path })] as const;
    }),
  );
  return {
    series: raw.series,
    year: raw.year,
    published: publicationDate(spec.published),
    publisher,
    source: spec.source,
    arrangement: spec.arrangement ? { name: spec.arrangement, place: tree.place(['arrangement']) } : undefined,
    lost: new Set(spec.lost.map((key) => idOf('table', key))),
    notes: new Map(notes),
    place: tree.place([]),
  };
}
