/** What bears out a word of a template: the conditions around it, and what its sentence prints or lists. */
import type { Dataset } from '../model/dataset.ts';
import type { Fact } from '../model/statements.ts';
import { type Call, callsIn, type Expression, withinExpression, writtenNumber } from './expressions.ts';
import type { Enclosing, Token } from './reading.ts';

export interface Evidence {
  /** Names of helpers; `!` before those whose answer must be no. */
  readonly helpers: ReadonlySet<string>;
  /** Numbers that helpers are given, or that follow from how many things they are given. */
  readonly numbers: ReadonlySet<number>;
  /** Whether it names what the source says in words: codes or a name in `facts.yaml`. */
  readonly stated: boolean;
  /** Whether it stands beside a figure of which the source says "more than" or "nearly". */
  readonly qualified: boolean;
}

/** Calls with whether they are affirmed: `not` and the part after `{{else}}` deny them. */
function* judged(expression: Expression, holds: boolean): Generator<readonly [call: Call, holds: boolean]> {
  if (expression.kind !== 'call') return;
  yield [expression, holds];
  const inside = expression.helper === 'not' ? !holds : holds;
  for (const argument of [...expression.args, ...Object.values(expression.named)]) yield* judged(argument, inside);
}

/** `take … 3` speaks of three, `skip … 1` of the second, `sum a b` of two. */
function numbersOf({ helper, args, named }: Call): number[] {
  const [first, second] = args;
  const number = writtenNumber(second);
  const written = [...args, named.above].flatMap((argument) => writtenNumber(argument) ?? []);
  if (helper === 'skip' && number !== undefined) return [number, number + 1];
  if (helper === 'take' && number !== undefined && first?.kind === 'call' && first.helper === 'skip') {
    const before = writtenNumber(first.args[1]) ?? 0;
    return [number, ...Array.from({ length: number }, (_, index) => before + index + 1)];
  }
  // A list chosen by one measure and again by another.
  if (first?.kind === 'call' && first.helper === helper) return [...written, 2];
  if (['sum', 'and', 'or', 'minus', 'ratio'].includes(helper)) return [...written, args.length];
  return written;
}

/** Paths of the facts that an expression names, or asks whether there are (`has "…"`). */
const factsNamed = (expression: Expression): readonly string[] =>
  withinExpression(expression).flatMap((part) => {
    if (part.kind === 'name') {
      const [root, ...path] = part.parts[0] === 'root' ? part.parts.slice(1) : part.parts;
      return root === 'facts' ? path.slice(0, 2).join('.') : [];
    }
    const [argument] = part.kind === 'call' && part.helper === 'has' ? part.args : [];
    return argument?.kind === 'written' ? String(argument.value) : [];
  });

const isWorded = (fact: Fact) => fact.kind !== 'figure';
const isQualified = (fact: Fact) => fact.kind === 'figure' && fact.precision !== 'exact';

/** Finds evidence for the tokens of one template. */
export function evidenceIn(tokens: readonly Token[], datasets: readonly Dataset[]): (token: Token) => Evidence {
  const bySentence = new Map<number, Token[]>();
  for (const token of tokens) {
    const others = bySentence.get(token.sentence);
    if (others) others.push(token);
    else bySentence.set(token.sentence, [token]);
  }
  const factsOf = (expressions: readonly Expression[]) =>
    expressions.flatMap(factsNamed).flatMap((path) => datasets.flatMap(({ facts }) => facts.get(path) ?? []));
  const found = new Map<Token, Evidence>();
  const find = (token: Token): Evidence => {
    const around = token.within.flatMap(({ on, block, holds }: Enclosing) =>
      on.map((expression) => ({ expression, holds: holds !== (block === 'unless') })),
    );
    // What a condition beside the word decides is nothing that the word says.
    const beside = (bySentence.get(token.sentence) ?? []).flatMap((other) =>
      other.kind === 'computed' && other.opens !== 'if' && other.opens !== 'unless'
        ? [{ expression: other.expression, holds: true }]
        : [],
    );
    const all = [...around, ...beside];
    const calls = all.flatMap(({ expression, holds }) => [...judged(expression, holds)]);
    const expressions = all.map(({ expression }) => expression);
    const at = tokens.indexOf(token);
    const neighbours = [tokens[at - 1], tokens[at + 1]].flatMap((other) =>
      other?.kind === 'computed' ? other.expression : [],
    );
    return {
      helpers: new Set(calls.map(([{ helper }, holds]) => (holds ? helper : `!${helper}`))),
      numbers: new Set(callsIn(expressions).flatMap(numbersOf)),
      stated: factsOf(expressions).some(isWorded),
      qualified: factsOf(neighbours).some(isQualified),
    };
  };
  return (token) => {
    const known = found.get(token) ?? find(token);
    found.set(token, known);
    return known;
  };
}
