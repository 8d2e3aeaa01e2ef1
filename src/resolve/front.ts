import type { Dataset, Names } from '../model/dataset.ts';
import type { Board, FrontMatter, Inline, Lang, SourceData } from '../model/document.ts';
import type { BoardGroup, SourceBook } from '../model/source-book.ts';
import type { Words } from '../words/index.ts';
import { partsOf } from '../words/parts.ts';

/** Names and numbers of an imprint are no statistics. */
const literal = (text: string): Inline => ({ type: 'literal', text });

/** In Chinese whatever the language of the edition. */
const chinese = (text: string, lang: Lang): Inline =>
  lang === 'zh' ? literal(text) : { type: 'original', text, lang: 'zh' };

/** A name, with the Chinese beside it in another language, so that it can be looked up. */
const withOriginal = (names: Names, lang: Lang): Inline[] =>
  lang === 'zh' ? [literal(names.zh)] : [literal(names[lang]), { type: 'text', text: ' ' }, chinese(names.zh, lang)];

/** The lines that the source has data for: what was published, by whom, in which form. */
function sourceData({ titles, compiler, imprint }: SourceBook, publisher: Names, words: Words): SourceData {
  const { lang } = words;
  const { isbn, cip, classes, place, edition, impression, format, sheets, characters } = imprint;
  const say = (key: string, values: Readonly<Record<string, string>> = {}) => words.say(`book:source.${key}`, values);
  const line = (label: string, ...values: readonly (readonly Inline[])[]): Inline[][] => {
    const given = values.filter((inlines) => inlines.length > 0);
    if (given.length === 0) return [];
    const joined = given.flatMap((inlines, index) =>
      index === 0 ? inlines : [{ type: 'text', text: say('separator') } as const, ...inlines],
    );
    const typed = (text: string): Inline => ({ type: 'text', text });
    return [partsOf(words, 'book:source.line', typed, { value: joined }, { label: say(label) })];
  };
  const names = (pair: Names | undefined) => (pair ? [literal(pair[lang])] : []);
  const amount = (given: typeof sheets) => (given ? [literal(say(given.unit, { value: given.value }))] : []);
  const published = place
    ? [literal(say('place', { place: place[lang], publisher: publisher[lang] }))]
    : [literal(publisher[lang])];
  return {
    title: say('title'),
    lines: [
      ...line('book', names(titles), lang === 'zh' ? [] : [chinese(titles.zh, lang)]),
      ...line('compiler', names(compiler.names)),
      ...line('publisher', published),
      ...line('edition', names(edition), names(impression)),
      ...line('isbn', isbn === undefined ? [] : [literal(say('isbn-value', { isbn }))]),
      ...line('cip', cip === undefined ? [] : [chinese(cip, lang)]),
      ...line(
        'class',
        ...classes.map(({ zh, class: number }) => [
          literal(number),
          { type: 'text', text: ' ' } as const,
          chinese(zh, lang),
        ]),
      ),
      ...line('format', format === undefined ? [] : [literal(format)]),
      ...line('extent', amount(sheets), amount(characters)),
    ],
  };
}

function boardOf(groups: readonly BoardGroup[], words: Words): Board {
  return {
    id: 'board',
    title: words.say('book:board.title'),
    groups: groups.map(({ role, people, order }) => {
      const word = words.say(`book:board.${role}`, { count: people.length });
      return {
        role: order ? words.say(`book:board.${order}`, { role: word }) : word,
        people: people.map((names) => withOriginal(names, words.lang)),
      };
    }),
  };
}

/** What the front matter says about the book that the data are taken from; nothing where the edition has no record of it. */
export function sourceFront({ sourceBook, edition }: Dataset, words: Words): Pick<FrontMatter, 'source' | 'board'> {
  if (sourceBook === undefined) return {};
  return {
    source: sourceData(sourceBook, edition.publisher.names, words),
    ...(sourceBook.board.length > 0 && { board: boardOf(sourceBook.board, words) }),
  };
}
