/** What sentences assert beyond the numbers that they print: answers of helpers, kept with the figures behind them. */
import type { Claim } from '../model/document.ts';
import type { Quantity } from '../model/quantity.ts';
import type { Answered } from './engine.ts';
import { measureOf } from './helpers/arguments.ts';
import { isFigure, isYear } from './session.ts';

/** Helpers by whose answer a sentence appears, turns or names what it names. */
const asserting: ReadonlySet<string> = new Set([
  ...['rises', 'falls', 'exceeds', 'record', 'change', 'direction'],
  ...['sort', 'rising', 'falling', 'climbing', 'slipping', 'peaks', 'above', 'zero'],
]);

/** Codes or years of a list, in its order. */
function chosen(list: readonly unknown[]): readonly string[] {
  return list.flatMap((member) => {
    if (isYear(member)) return String(member.number);
    return typeof member === 'object' && member !== null && 'code' in member ? String(member.code) : [];
  });
}

/** The figures of a list by the measure that it was chosen by. */
function figuresOf(list: readonly unknown[], measure: string): readonly Quantity[] {
  return list.flatMap((member) => {
    const value = (member as Readonly<Record<string, unknown>>)[measure];
    return isFigure(value) ? value.quantity : [];
  });
}

/** Keeps the claims of a book as its helpers answer. */
export function claimRecorder(): { readonly claims: readonly Claim[]; readonly answered: Answered } {
  const claims: Claim[] = [];
  const answered: Answered = (helper, args, hash, answer, place) => {
    if (!asserting.has(helper)) return;
    const figures = args.flatMap((argument) => (isFigure(argument) ? argument.quantity : []));
    if (Array.isArray(answer)) {
      const inputs = [...figures, ...figuresOf(answer, measureOf(hash))];
      claims.push({ helper, place, inputs, answer: chosen(answer) });
      return;
    }
    const said = typeof answer === 'boolean' || typeof answer === 'string' ? answer : true;
    claims.push({ helper, place, inputs: figures, answer: said });
  };
  return { claims, answered };
}
