import type { Problem } from '../model/problem.ts';
import type { Words } from '../words/index.ts';

/** `data/x.csv:14:3`, as editors and terminals understand it. */
export function placeText({ place }: Problem): string {
  if (place === undefined) return '';
  return [place.file, place.line, place.column].filter((part) => part !== undefined).join(':');
}

/** A problem in words: where, what is wrong, and what to do. */
export function problemText(problem: Problem, words: Words): string {
  const key = `problems:${problem.name}`;
  const message = words.say(`${key}.message`, problem.values);
  const hint = words.has(`${key}.hint`)
    ? `\n    ${words.say('cli:hint')}${words.say(`${key}.hint`, problem.values)}`
    : '';
  const place = placeText(problem);
  return `${place === '' ? '' : `${place}  `}${words.say(`cli:${problem.severity}`)}${message}${hint}`;
}

/** Problems in the order of their places, each once. */
export function problemList(problems: readonly Problem[], words: Words): string {
  const sorted = problems.toSorted((a, b) => {
    const files = (a.place?.file ?? '').localeCompare(b.place?.file ?? '');
    const lines = (a.place?.line ?? 0) - (b.place?.line ?? 0);
    return files || lines || (a.place?.column ?? 0) - (b.place?.column ?? 0);
  });
  return [...new Set(sorted.map((problem) => problemText(problem, words)))].join('\n');
}
