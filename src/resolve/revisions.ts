/** What a table or figure of a long series says of the editions that its values come from. */
import type { Composer } from '../compose/index.ts';
import { type Lookup, vintagesOf } from '../derive/index.ts';
import type { Cube, Vintage } from '../model/dataset.ts';
import { type Inline, plainText } from '../model/document.ts';
import type { Key, ObservationRef, Quantity } from '../model/quantity.ts';
import type { Words } from '../words/index.ts';
import { partsOf } from '../words/parts.ts';

/** An edition is called by the year in which it came out. */
const editionText = ({ published }: Vintage, words: Words) => words.say('book:edition', { year: published.year });

/** The editions that printed what a long series has of a year; empty for a year that none covers, or another cube. */
export function editionsText(cube: Cube, year: number, key: Key, words: Words): string {
  const editions = vintagesOf(cube, year, key).map((vintage) => editionText(vintage, words));
  return editions.join(words.say('book:list.separator'));
}

/** What a place in a cube is called: `2012年、北京`. */
function placeText({ cube, key, year }: ObservationRef, lookup: Lookup, { words, lang }: Composer): string {
  const names = (lookup.dataset.cubes.get(cube)?.dimensions ?? []).flatMap(
    ({ name, list }) => list.codes.get(key[name] ?? '')?.names[lang] ?? [],
  );
  return [words.say('book:year', { year }), ...names].join(words.say('book:list.separator'));
}

const literal = (text: string): Inline => ({ type: 'literal', text });

/** A note for each value that an earlier edition printed otherwise than the latest, which counts. */
export function revisionNotes(values: readonly Quantity[], lookup: Lookup, composer: Composer): Inline[][] {
  const { words, format } = composer;
  // A value may stand in several columns.
  const origins = new Map(values.map(({ origin, ref }) => [origin, ref]));
  return [...origins].flatMap(([origin, ref]) => {
    if (origin.kind !== 'observation' || origin.vintage === undefined || ref === undefined) return [];
    const said = { place: placeText(ref, lookup, composer), later: editionText(origin.vintage, words) };
    return (origin.superseded ?? []).flatMap((quantity): Inline[][] => {
      const vintage = quantity.origin.kind === 'observation' ? quantity.origin.vintage : undefined;
      if (vintage === undefined) return [];
      const value: Inline = { type: 'quantity', text: format.prose(quantity), quantity };
      const values = { ...said, earlier: editionText(vintage, words) };
      // The years in the words are names: of a row, of an edition.
      return [partsOf(words, 'book:revised', literal, { value: [value] }, values)];
    });
  });
}

/** What stands between two notes. */
const betweenNotes = ({ lang }: Words): readonly Inline[] => (lang === 'zh' ? [] : [{ type: 'text', text: ' ' }]);

/**
 * Notes as they stand below a table or figure: one after the other, with one word before them all. One that says nothing
 * in this edition is left out.
 */
export function notesOf(notes: readonly (readonly Inline[])[], words: Words): Inline[][] {
  const said = notes.filter((note) => plainText(note).trim() !== '');
  if (said.length === 0) return [];
  const text = said.flatMap((note, index) => (index === 0 ? note : [...betweenNotes(words), ...note]));
  return [[{ type: 'text', text: words.say('book:note') }, ...text]];
}

/** Notes that `notesOf` has put together, with one more. */
export function withNote(notes: readonly (readonly Inline[])[], note: readonly Inline[], words: Words): Inline[][] {
  const more = notesOf([note], words);
  const [first] = notes;
  return first && more.length > 0
    ? [[...first, ...betweenNotes(words), ...note]]
    : [...notes.map((each) => [...each]), ...more];
}
