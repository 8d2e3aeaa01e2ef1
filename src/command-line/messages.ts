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
  const list = problems.toSorted(byPlace).map(({ name, severity, place, values }) => {
    const key = `problems:${name}`;
    const message = words.say(`${key}.message`, values);
    return {
      name,
      severity,
      ...place,
      message,
      hint: words.has(`${key}.hint`) ? words.say(`${key}.hint`, values) : undefined,
    };
  });
  return JSON.stringify(list, null, 2);
}
