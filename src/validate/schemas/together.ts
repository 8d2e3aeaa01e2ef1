/** Which entries of a group go together, in zod. */
import type { z } from 'zod';

/** Problems of entries that do not go together; `params` of the issue name them. */
export const togetherProblems = ['schema.together', 'schema.one-missing', 'schema.needs'] as const;
type TogetherProblem = (typeof togetherProblems)[number];

type Check = z.core.CheckFn<object>;

/** @param key the entry at which the problem is told */
function issue(problem: TogetherProblem, input: unknown, key: string, params: Readonly<Record<string, string>>) {
  return { code: 'custom', message: problem, input, params: { key, ...params } } as const;
}

const given = (value: object, names: readonly string[]) =>
  Object.entries(value).flatMap(([name, entry]) =>
    names.includes(name) && entry !== undefined && entry !== false ? [name] : [],
  );

/** At most one of the entries is given. */
export function atMostOne(...names: readonly string[]): Check {
  return ({ value, issues }) => {
    const [first, ...others] = given(value, names);
    for (const other of others) issues.push(issue('schema.together', value, other, { first: first ?? '', other }));
  };
}

/** One of the entries is given, and no other. */
export function exactlyOne(...names: readonly string[]): Check {
  return (payload) => {
    atMostOne(...names)(payload);
    if (given(payload.value, names).length > 0) return;
    payload.issues.push(issue('schema.one-missing', payload.value, '', { options: names.join(', ') }));
  };
}

/** Without the entry `needed`, some others are not given: they would say nothing. */
export function without(needed: string, ...names: readonly string[]): Check {
  return ({ value, issues }) => {
    if (given(value, [needed]).length > 0) return;
    for (const key of given(value, names)) issues.push(issue('schema.needs', value, key, { needed }));
  };
}
