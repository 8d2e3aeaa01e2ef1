import * as derive from '../../derive/index.ts';
import { partsOf } from '../../words/parts.ts';
import { escapeMarkup, type Helper, HelperProblem, type Printable } from '../engine.ts';
import { isFigure, isYear, literal, markup } from '../session.ts';
import { decimalsIn, membersOf, optionalText, quantityOf, type Tools } from './arguments.ts';

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
    /** Names of slices, or years: `A、B和C`, `A, B and C`. */
    list: ([value], hash) => {
      const names = membersOf(value).map((member) => nameOf(isYear(member) ? member : member.name));
      const last = names.pop() ?? '';
      const separator = escapeMarkup(words.say('book:list.separator'));
      const and = escapeMarkup(optionalText(hash.last) ?? words.say('book:list.last'));
      return markup(names.length === 0 ? last : names.join(separator) + and + last);
    },
    t: ([key], hash) => words.say(`book:${String(key)}`, hash),
    /** A name as it stands within an English sentence; one that begins with an abbreviation stays as it is. */
    lower: ([value]) => {
      if (typeof value !== 'string') throw new HelperProblem('template.not-printable', { name: 'lower' });
      return /^\p{Lu}{2}/u.test(value) ? value : value.charAt(0).toLowerCase() + value.slice(1);
    },
  };
}
