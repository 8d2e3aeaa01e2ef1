/** Limits that a sentence states and a helper applies: they must not drift apart. */
import type { Report } from '../load/index.ts';
import type { Dataset } from '../model/dataset.ts';
import { warning } from '../model/problem.ts';
import { type Call, callsIn, writtenNumber } from './expressions.ts';
import { lexicons } from './lexicon.ts';
import type { NumberTools } from './numbers.ts';
import { unitOf } from './quantities.ts';
import { type Computed, placeInToken, type Token, type Typed } from './reading.ts';
import type { LintText } from './texts.ts';

/** A limit that a helper applies, in base units: 1000 of 亿元 is 100 billion yuan. */
interface Applied {
  readonly token: Computed;
  readonly call: Call;
  readonly number: number;
  readonly inBase: number;
}

/** Limits above which helpers choose: `rising … above=10` (per cent), `above … 1000` (in the unit of the measure). */
function appliedIn(tokens: readonly Token[], datasets: readonly Dataset[]): readonly Applied[] {
  return tokens.flatMap((token) => {
    if (token.kind !== 'computed') return [];
    return callsIn([token.expression]).flatMap((call): Applied[] => {
      const [, second] = call.args;
      const number = call.helper === 'rising' ? writtenNumber(call.named.above) : writtenNumber(second);
      if (number === undefined || !['rising', 'above'].includes(call.helper)) return [];
      const unit = call.helper === 'above' ? unitOf(call, token.within, datasets) : 'percent';
      const power = datasets[0]?.units.get(unit ?? '')?.power ?? 0;
      return [{ token, call, number, inBase: number * 10 ** power }];
    });
  });
}

/** What words behind a number make of it; ten times is a thousand per cent. */
const scales: Readonly<Record<string, number>> = { million: 1e6, billion: 1e9, 亿元: 1e8, 万元: 1e4, 倍: 100 };
const scale = /^\s*(million|billion|亿元|万元|倍)/;

/** Whether digits in `<lit>` are part of a unit, as in `<lit>10,000</lit> yuan`. */
const isUnit = ({ text }: Typed, next: Token | undefined, symbols: readonly string[]): boolean =>
  next?.kind === 'typed' && symbols.some((symbol) => symbol.startsWith(text) && (text + next.text).startsWith(symbol));

interface Stated {
  readonly token: Typed;
  readonly inBase: number;
}

/** Numbers that a text states in `<lit>`, in base units. */
function statedIn(tokens: readonly Token[], { symbols }: NumberTools): readonly Stated[] {
  return tokens.flatMap((token, at) => {
    const next = tokens[at + 1];
    if (token.kind !== 'typed' || token.mark !== 'lit' || isUnit(token, next, symbols)) return [];
    if (!/^[\d,.]+%?$/.test(token.text)) return [];
    const behind = next?.kind === 'typed' && !next.mark ? scale.exec(next.text)?.[1] : undefined;
    return [{ token, inBase: Number(token.text.replace(/[,%]/g, '')) * (scales[behind ?? ''] ?? 1) }];
  });
}

/** Limits that a sentence states otherwise than its helpers apply them, and limits that its paragraph leaves unsaid. */
export function lintLimits({ lang, tokens, evidenceOf }: LintText, tools: NumberTools, report: Report): void {
  const applied = appliedIn(tokens, tools.datasets);
  const stated = statedIn(tokens, tools);
  const inParagraph =
    ({ paragraph }: Token) =>
    (other: { readonly token: Token }) =>
      other.token.paragraph === paragraph;
  for (const { token, inBase } of stated) {
    const { numbers } = evidenceOf(token);
    const limits = applied.filter(inParagraph(token));
    if (numbers.size === 0 && !limits.some((limit) => limit.token.sentence === token.sentence)) continue;
    if (numbers.has(inBase) || limits.some((limit) => limit.inBase === inBase)) continue;
    report(warning('lint.limit', token.place, { found: token.text }));
  }
  for (const { token, call, number, inBase } of applied) {
    const words = tokens.flatMap((other) =>
      other.kind === 'typed' && other.paragraph === token.paragraph ? other.text : '',
    );
    const isSaid =
      stated.filter(inParagraph(token)).some((other) => other.inBase === inBase) ||
      words.some((text) => lexicons[lang].limits[number]?.test(text));
    if (!isSaid) report(warning('lint.limit-unsaid', placeInToken(token, call), { helper: call.helper, number }));
  }
}
