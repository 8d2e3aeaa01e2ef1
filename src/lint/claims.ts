/** Words that assert something of the data must follow from it: from a condition around them or from what they list. */
import type { Report } from '../load/index.ts';
import { warning } from '../model/problem.ts';
import { type Call, callsIn, type Expression } from './expressions.ts';
import { type Claim, denials, evidence, lexicons } from './lexicon.ts';
import { meaning } from './quantities.ts';
import type { Token } from './reading.ts';
import { type LintText, placeWithin } from './texts.ts';

/** What titles and heads of columns name without asserting it: 增长/%, “Growth”. */
const named: ReadonlySet<Claim> = new Set(['rise', 'fall', 'comparison', 'all', 'lasting']);

const opposite = (helper: string) => (helper.startsWith('!') ? helper.slice(1) : `!${helper}`);

/** Helpers by which a direction holds of a figure, or of each figure of a list; `exceeds` tells it either way. */
const deciding = {
  rise: { holds: ['rises'], denied: ['falls'], lists: ['rising', 'climbing'] },
  fall: { holds: ['falls'], denied: ['rises'], lists: ['falling', 'slipping'] },
} as const satisfies Partial<Record<Claim, unknown>>;
type Direction = keyof typeof deciding;

/** Calls that a condition makes sure of: all parts of an `and` that holds, none of an `or`. */
function* certain(expression: Expression, holds: boolean): Generator<readonly [call: Call, holds: boolean]> {
  if (expression.kind !== 'call') return;
  const { helper, args } = expression;
  if (helper === 'not' || helper === (holds ? 'and' : 'or')) {
    for (const argument of args) yield* certain(argument, helper === 'not' ? !holds : holds);
  } else yield [expression, holds];
}

/** What a printed change is the change of: the operands of `growth a`, `increase a`, `points a b`. */
function changed(token: Token | undefined): Call | undefined {
  if (token?.kind !== 'computed' || token.opens !== undefined) return undefined;
  const changes = callsIn([token.expression]);
  return changes.find(({ helper }) => ['growth', 'increase', 'points'].includes(helper));
}

/** Whether a condition around a change, or the list it is printed for, decides the direction of that very change. */
function isDecided(direction: Direction, change: Call, { within }: Token): boolean {
  const { holds: affirming, denied, lists } = deciding[direction];
  const subjects = new Set([change, ...change.args].map((argument) => meaning(argument, within)));
  return within.some(({ block, on, holds }, index) => {
    if (block === 'each' || block === 'with') return callsIn(on).some(({ helper }) => includes(lists, helper));
    const calls = on.flatMap((expression) => [...certain(expression, holds !== (block === 'unless'))]);
    return calls.some(([{ helper, args }, isSo]) => {
      const [first] = args;
      const decides = helper === 'exceeds' || includes(isSo ? affirming : denied, helper);
      return decides && first !== undefined && subjects.has(meaning(first, within.slice(0, index)));
    });
  });
}

const includes = (names: readonly string[], name: string) => names.includes(name);

const isDirection = (claim: Claim): claim is Direction => claim in deciding;

export function lintClaims({ lang, kind, tokens, evidenceOf }: LintText, report: Report): void {
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== 'typed' || token.mark) continue;
    for (const [claim, words] of Object.entries(lexicons[lang].claims) as [Claim, RegExp][]) {
      if (kind === 'title' && named.has(claim)) continue;
      for (const { 0: found, index } of token.text.matchAll(words)) {
        const { helpers, stated, qualified } = evidenceOf(token);
        const denied = denials[lang].test(token.text.slice(0, index));
        const isLast = /^\s*(?:(?:by|of)\s*)?$/.test(token.text.slice(index + found.length));
        const change = isDirection(claim) && isLast ? changed(tokens[at + 1]) : undefined;
        if (change && isDirection(claim)) {
          if (isDecided(claim, change, token)) continue;
        } else {
          const holds = evidence[claim].some((helper) => helpers.has(denied ? opposite(helper) : helper));
          if (stated || holds || (qualified && (isDirection(claim) || claim === 'comparison'))) continue;
        }
        report(warning('lint.claim', placeWithin(token, index), { found, claim, context: claim }));
      }
    }
  }
}
