import * as derive from '../../derive/index.ts';
import { partsOf } from '../../words/parts.ts';
import { escapeMarkup, type Helper, HelperProblem, type Printable } from '../engine.ts';
import { isFigure, isYear, literal, markup } from '../session.ts';
import { decimalsIn, membersOf, optionalText, quantityOf, type Tools } from './arguments.ts';

/** Within a name: a title, what is quoted or in brackets. */
const enclosed = /《[^》]*》|“[^”]*”|（[^）]*）|\([^)]*\)/gu;

/** Helpers that choose words by what the data say, and helpers that refer. */
export function wordHelpers({ lookup, session, format, words }: Tools): Record<string, Helper> {
  const directionOf = (value: unknown): 'up' | 'down' | 'same' => {
    const direction = derive.direction(lookup, quantityOf(value));
    if (direction === undefined) throw new HelperProblem('helper.not-determined');
    return direction > 0 ? 'up' : direction < 0 ? 'down' : 'same';
  };
  const nameOf = (name: string | Printable) => (typeof name === 'string' ? escapeMarkup(name) : name.toHTML());
  /** A sentence part with a figure at `{{number}}`. */
  const fill = (key: string, figure: Printable): Printable =>
    markup(partsOf(words, key, escapeMarkup, { number: [figure.toHTML()] }).join(''));
  return {
    /** `growth` by default: "rose by 3.2%"; `by="amount"`: "rose by CNY 3 million". */
    change: ([value], hash) => {
      const quantity = quantityOf(value);
      if (hash.by !== undefined && hash.by !== 'amount') {
        throw new HelperProblem('helper.unknown-value', { argument: 'by', found: String(hash.by), known: 'amount' });
      }
      const amount = hash.by === 'amount';
      const change = amount ? derive.increase(lookup, quantity) : derive.growth(lookup, quantity);
      if (change === undefined) throw new HelperProblem('helper.not-determined');
      const key = `book:change.${amount ? 'verb-amount' : 'verb'}.${directionOf(value)}`;
      return fill(key, session.figure(decimalsIn(hash, derive.magnitude(change))));
    },
    /** One of the words given for `up`, `down` and `same`, by the direction of the figure. */
    direction: ([value], hash) => {
      const word = hash[directionOf(value)];
      if (typeof word !== 'string') throw new HelperProblem('helper.word-missing', { word: directionOf(value) });
      return word;
    },
    /** The edition that printed a figure of a long series. */
    edition: ([value]) => {
      const { origin } = quantityOf(value);
      if (origin.kind !== 'observation' || origin.vintage === undefined)
        throw new HelperProblem('helper.not-determined');
      return literal(words.say('book:edition', { year: origin.vintage.published.year }));
    },
    /** Without its unit, which the sentence names itself. */
    number: ([value], hash) => {
      const quantity = decimalsIn(hash, quantityOf(value));
      const digits = format.cell(quantity);
      return session.bind(quantity, isFigure(value) ? format.qualified(digits, value.precision) : digits);
    },
    /** Names of slices, or years: `A、B和C`, `A, B and C`; told apart where they are joined or lists themselves. */
    list: ([value], hash) => {
      const members = membersOf(value).map((member) => (isYear(member) ? member : member.name));
      const names = members.map(nameOf);
      const last = names.pop() ?? '';
      if (names.length === 0) return markup(last);
      const bare = members.map((name) => (typeof name === 'string' ? name.replace(enclosed, '') : ''));
      const have = (marks: string) => bare.some((name) => new RegExp(marks, 'u').test(name));
      const given = optionalText(hash.last);
      const listed = given === undefined && have(words.say('book:list.listed.marks'));
      const joined = have(words.say('book:list.joined.marks'));
      const separator = words.say(listed ? 'book:list.listed.separator' : 'book:list.separator');
      const and = words.say(listed ? 'book:list.listed.last' : joined ? 'book:list.joined.last' : 'book:list.last');
      return markup(names.join(escapeMarkup(separator)) + escapeMarkup(given ?? and) + last);
    },
    t: ([key], hash) => words.say(`book:${String(key)}`, hash),
    /** A name as it stands within an English sentence; one that begins with an abbreviation stays as it is. */
    lower: ([value]) => {
      if (typeof value !== 'string') throw new HelperProblem('template.not-printable', { name: 'lower' });
      return /^\p{Lu}{2}/u.test(value) ? value : value.charAt(0).toLowerCase() + value.slice(1);
    },
  };
}
