/** Numbers and years that are typed, in digits or in words. */
import type { Report } from '../load/index.ts';
import type { Dataset } from '../model/dataset.ts';
import { warning } from '../model/problem.ts';
import type { Words } from '../words/index.ts';
import { lexicons } from './lexicon.ts';
import type { Token, Typed } from './reading.ts';
import { type LintText, placeWithin } from './texts.ts';

// Digits of every script, full-width and in circles too, with what separates and follows them.
const digits = /[\p{Nd}\p{No}](?:[\p{Nd}\p{No}.,\u202f]*[\p{Nd}\p{No}])?%?/gu;
const yearLike = /^(?:19|20)\d\d$/;

/** What the numbers of one language are read with. */
export interface NumberTools {
  readonly datasets: readonly Dataset[];
  /** Symbols of units that have digits in them, such as `10,000 yuan`. */
  readonly symbols: readonly string[];
  readonly anySymbol: RegExp;
  /** Years that the editions are about, and those before them. */
  readonly years: ReadonlySet<number>;
}

export function numberTools(datasets: readonly Dataset[], words: Words): NumberTools {
  const units = [...(datasets[0]?.units.keys() ?? [])].map((unit) => words.say(`units:${unit}.symbol`));
  const symbols = [...new Set(units)].filter((symbol) => /\d/.test(symbol)).sort((a, b) => b.length - a.length);
  return {
    datasets,
    symbols,
    anySymbol: new RegExp(symbols.join('|') || '(?!)', 'g'),
    years: new Set(datasets.flatMap(({ edition: { year } }) => [year, year - 1])),
  };
}

/** The text with spaces in place of units, so that what is left keeps its place. */
const withoutUnits = (text: string, { anySymbol }: NumberTools) =>
  text.replace(anySymbol, (symbol) => ' '.repeat(symbol.length));

/** Digits and years that stand in a text as typed; digits that are no statistic stand in `<lit>`. */
export function lintDigits({ kind, tokens, evidenceOf }: LintText, tools: NumberTools, report: Report): void {
  for (const token of tokens) {
    if (token.kind !== 'typed' || token.mark === 'original') continue;
    for (const { 0: found, index } of withoutUnits(token.text, tools).matchAll(digits)) {
      const isYear = yearLike.test(found) && (token.mark === undefined || tools.years.has(Number(found)));
      const place = placeWithin(token, index);
      if (isYear) report(warning('lint.year', place, { found }));
      else if (token.mark === undefined && !(kind === 'title' && evidenceOf(token).numbers.has(Number(found))))
        report(warning('lint.digits', place, { found }));
    }
  }
}

/** Numbers in words that no helper of their sentence bears out. */
export function lintNumberWords({ lang, tokens, evidenceOf }: LintText, tools: NumberTools, report: Report): void {
  const { numbers, values } = lexicons[lang];
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== 'typed' || token.mark) continue;
    for (const match of withoutUnits(token.text, tools).matchAll(numbers)) {
      const found = match[1] ?? match[2] ?? match[3] ?? match[0];
      if (/^[mb]illion$/i.test(found) && isUnitOfLimit(tokens[at - 1], token, match.index)) continue;
      const number = values[found.toLowerCase()];
      if (number !== undefined && evidenceOf(token).numbers.has(number)) continue;
      report(warning('lint.number-word', placeWithin(token, match.index), { found: match[0] }));
    }
  }
}

/** Whether a word such as `billion` belongs to the digits in `<lit>` before it. */
const isUnitOfLimit = (before: Token | undefined, { text }: Typed, index: number) =>
  before?.kind === 'typed' && before.mark === 'lit' && text.slice(0, index).trim() === '';
