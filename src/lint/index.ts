/** Lint of what editors write: typed figures, names and claims, and what one language says and the other does not. */
import type { Report } from '../load/index.ts';
import type { Lang } from '../model/document.ts';
import type { Problem } from '../model/problem.ts';
import type { Words } from '../words/index.ts';
import { lintClaims } from './claims.ts';
import { createDataNameLint, lintNeeds } from './data-names.ts';
import { lintLanguages } from './languages.ts';
import { lintLimits } from './limits.ts';
import { createNameLint } from './names.ts';
import { lintDigits, lintNumberWords, numberTools } from './numbers.ts';
import { lintReferences } from './references.ts';
import { type SeriesSources, textsOf } from './texts.ts';
import { lintHeads, lintTypedUnits } from './units.ts';

export type { SeriesSources } from './texts.ts';

/** Findings in the templates, tables, charts and `book.yaml` of a series, in the order of files and lines. */
export function lintTemplates(sources: SeriesSources, words: Readonly<Record<Lang, Words>>): readonly Problem[] {
  const problems = new Map<string, Problem>();
  const report: Report = (problem) => problems.set(JSON.stringify(problem), problem);
  const texts = textsOf(sources, report);
  const { datasets } = sources;
  const numbers = { zh: numberTools(datasets, words.zh), en: numberTools(datasets, words.en) };
  const lintNames = createNameLint(sources);
  const lintDataNames = createDataNameLint(sources);
  for (const text of texts) {
    const tools = numbers[text.lang];
    lintDigits(text, tools, report);
    lintNumberWords(text, tools, report);
    lintLimits(text, tools, report);
    lintClaims(text, report);
    lintNames(text, report);
    lintDataNames(text, words[text.lang], report);
    lintTypedUnits(text, datasets, words[text.lang], report);
  }
  lintNeeds(sources, report);
  lintReferences(sources, texts, report);
  lintHeads(sources, words, report);
  lintLanguages(texts, datasets, report);
  return [...problems.values()];
}
