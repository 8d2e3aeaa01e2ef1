import type { z } from 'zod';
import type { Report, YamlTree } from '../load/index.ts';
import { error } from '../model/problem.ts';
import { formatProblems } from './schemas/texts.ts';
import { togetherProblems } from './schemas/together.ts';

type Issue = z.core.$ZodIssue;

/** `sections[2].title.en`, as a person would write it. */
function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part + 1}]` : text === '' ? String(part) : `${text}.${String(part)}`,
    '',
  );
}

/** The alternative of a union that the input was probably meant to be: the one with the fewest deviations. */
function likeliest(alternatives: readonly (readonly Issue[])[]): readonly Issue[] {
  const deviations = (issues: readonly Issue[]) =>
    issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 1), 0);
  return alternatives.toSorted((a, b) => deviations(a) - deviations(b))[0] ?? [];
}

const typeProblems: Readonly<Record<string, string>> = {
  string: 'schema.not-a-text',
  number: 'schema.not-a-number',
  int: 'schema.not-a-whole-number',
  boolean: 'schema.not-a-switch',
  array: 'schema.not-a-list',
  object: 'schema.not-a-group',
  record: 'schema.not-a-group',
};

function typeProblem({ expected, input }: z.core.$ZodIssueInvalidType): string {
  if (input === null) return 'schema.blank';
  if (expected === 'string' && typeof input === 'number') return 'schema.number-as-text';
  return typeProblems[expected] ?? 'schema.invalid';
}

/** A limit as a mathematician writes it, the same in every language. */
function limitText(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): string {
  return issue.code === 'too_small'
    ? `${issue.inclusive ? '≥' : '>'} ${issue.minimum}`
    : `${issue.inclusive ? '≤' : '<'} ${issue.maximum}`;
}

const briefly = (input: unknown) =>
  typeof input === 'object' && input !== null ? (Array.isArray(input) ? '[…]' : '{…}') : (JSON.stringify(input) ?? '');

function reportIssue(issue: Issue, tree: YamlTree, report: Report): void {
  const place = tree.place(issue.path);
  const values = { path: pathText(issue.path) || tree.file, found: briefly(issue.input), message: issue.message };
  if (issue.input === undefined && (issue.code === 'invalid_type' || issue.code === 'invalid_value')) {
    report(error('schema.missing', place, values));
    return;
  }
  switch (issue.code) {
    case 'unrecognized_keys':
      for (const key of issue.keys) {
        report(error('schema.unknown-key', tree.keyPlace([...issue.path, key]), { ...values, key }));
      }
      return;
    case 'invalid_type':
      report(error(typeProblem(issue), place, values));
      return;
    case 'invalid_union':
      for (const inner of likeliest(issue.errors)) {
        reportIssue({ ...inner, path: [...issue.path, ...inner.path] }, tree, report);
      }
      return;
    case 'invalid_value':
      report(error('schema.not-one-of', place, { ...values, options: issue.values.map(String).join(', ') }));
      return;
    case 'invalid_format':
      report(error(formatProblems.find((name) => name === issue.message) ?? 'schema.invalid', place, values));
      return;
    case 'invalid_key':
      report(error('schema.not-a-key', tree.keyPlace(issue.path), values));
      return;
    case 'too_small':
    case 'too_big': {
      const name = issue.origin === 'number' || issue.origin === 'int' ? 'schema.out-of-range' : 'schema.wrong-count';
      report(error(name, place, { ...values, limit: limitText(issue) }));
      return;
    }
    case 'custom': {
      const name = togetherProblems.find((problem) => problem === issue.message) ?? 'schema.invalid';
      const key = issue.params?.key ?? '';
      report(error(name, tree.keyPlace([...issue.path, ...(key === '' ? [] : [key])]), { ...values, ...issue.params }));
      return;
    }
    default:
      report(error('schema.invalid', place, values));
  }
}

/** The tree as the schema's type, with defaults filled in; undefined, and every deviation reported, if it does not fit. */
export function checkTree<T extends z.ZodType>(schema: T, tree: YamlTree | undefined, report: Report) {
  if (tree === undefined) return undefined;
  const result = schema.safeParse(tree.value, { reportInput: true });
  if (result.success) return result.data;
  for (const issue of result.error.issues) reportIssue(issue, tree, report);
  return undefined;
}

/** A specification with the file it stands in, for messages. */
export interface Located<T> {
  readonly spec: T;
  readonly tree: YamlTree;
}

/** Those of the trees that fit the schema, by name. */
export function readSpecs<T extends z.ZodType>(schema: T, trees: ReadonlyMap<string, YamlTree>, report: Report) {
  const specs = new Map<string, Located<z.infer<T>>>();
  for (const [name, tree] of trees) {
    const spec = checkTree(schema, tree, report);
    if (spec !== undefined) specs.set(name, { spec, tree });
  }
  return specs;
}
