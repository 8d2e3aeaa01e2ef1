import { type Problem, placeText } from '../model/problem.ts';
import type { Words } from '../words/index.ts';

/** What is wrong, and what to do where that is known. */
function said({ name, values }: Problem, words: Words) {
  const key = `problems:${name}`;
  return {
    message: words.say(`${key}.message`, values),
    hint: words.has(`${key}.hint`) ? words.say(`${key}.hint`, values) : undefined,
  };
}

/** A problem in words: where, what is wrong, and what to do. */
export function problemText(problem: Problem, words: Words): string {
  const { message, hint } = said(problem, words);
  const place = placeText(problem.place);
  const advice = hint === undefined ? '' : `\n    ${words.say('cli:hint')}${hint}`;
  return `${place === '' ? '' : `${place}  `}${words.say(`cli:${problem.severity}`)}${message}${advice}`;
}

function byPlace(a: Problem, b: Problem): number {
  const files = (a.place?.file ?? '').localeCompare(b.place?.file ?? '');
  const lines = (a.place?.line ?? 0) - (b.place?.line ?? 0);
  return files || lines || (a.place?.column ?? 0) - (b.place?.column ?? 0);
}

/** Problems in the order of their places, each once. */
export function problemList(problems: readonly Problem[], words: Words): string {
  return [...new Set(problems.toSorted(byPlace).map((problem) => problemText(problem, words)))].join('\n');
}

/** Problems in the order of their places as JSON: name, severity, file, line and column, and the message in words. */
export function problemsJson(problems: readonly Problem[], words: Words): string {
  const list = problems.toSorted(byPlace).map((problem) => {
    const { name, severity, place } = problem;
    return { name, severity, ...place, ...said(problem, words) };
  });
  return JSON.stringify(list, null, 2);
}
