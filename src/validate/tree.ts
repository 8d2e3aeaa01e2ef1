import type { z } from 'zod';
import type { Report, YamlTree } from '../load/index.ts';
import { error } from '../model/problem.ts';

type Issue = z.core.$ZodIssue;

/** `sections[2].title.en`, as a person would write it. */
function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part + 1}]` : text === '' ? String(part) : `${text}.${String(part)}`,
    '',
  );
}

function report1(issue: Issue, tree: YamlTree, report: Report): void {
  const place = tree.place(issue.path);
  const path = pathText(issue.path) || '/';
  switch (issue.code) {
    case 'unrecognized_keys':
      for (const key of issue.keys)
        report(error('schema.unknown-key', tree.place([...issue.path, key]), { key, path }));
      return;
    case 'invalid_type':
      report(
        issue.input === undefined
          ? error('schema.missing', place, { path, expected: issue.expected })
          : error('schema.type', place, { path, expected: issue.expected, found: JSON.stringify(issue.input) ?? '' }),
      );
      return;
    case 'invalid_value':
      report(error('schema.not-one-of', place, { path, options: issue.values.map(String).join(', ') }));
      return;
    case 'invalid_format':
      report(error('schema.format', place, { path, pattern: issue.pattern ?? issue.format }));
      return;
    default:
      report(error('schema.invalid', place, { path, message: issue.message }));
  }
}

/** The tree as the schema's type, with defaults filled in; undefined, and every deviation reported, if it does not fit. */
export function checkTree<T extends z.ZodType>(schema: T, tree: YamlTree | undefined, report: Report) {
  if (tree === undefined) return undefined;
  const result = schema.safeParse(tree.value, { reportInput: true });
  if (result.success) return result.data;
  for (const issue of result.error.issues) report1(issue, tree, report);
  return undefined;
}
