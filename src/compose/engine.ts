import Handlebars from 'handlebars';
import { error, Failure, type Place, type Problem } from '../model/problem.ts';
import { markSource } from './source-map.ts';

/** A function that templates can call; `hash` holds its named arguments. */
export type Helper = (args: readonly unknown[], hash: Readonly<Record<string, unknown>>) => unknown;

/** A value that prints itself as markup, such as a bound quantity. */
export interface Printable {
  toHTML(): string;
}

/** Thrown by a helper that cannot answer; becomes a problem at the helper's place in the template. */
export class HelperProblem extends Error {
  readonly problem: string;
  readonly values: Problem['values'];

  constructor(problem: string, values: Problem['values'] = {}) {
    super(problem);
    this.problem = problem;
    this.values = values;
  }
}

interface HelperOptions {
  readonly hash: Readonly<Record<string, unknown>>;
  readonly loc?: { readonly start: { readonly line: number; readonly column: number } };
}

/** Handlebars' built-in helpers that make sense in a book; `log` and `lookup` do not. */
const builtIn = { if: true, unless: true, each: true, with: true, lookup: true, log: false };

/**
 * Renders Handlebars templates to markup, in strict mode: a name that is not there is an error, never an empty
 * string. Values are escaped; prototypes are out of reach; the markup carries marks of the source (see source-map.ts).
 */
export function createEngine(helpers: Readonly<Record<string, Helper>>) {
  const handlebars = Handlebars.create();
  handlebars.unregisterHelper('log');
  for (const [name, helper] of Object.entries(helpers)) {
    handlebars.registerHelper(name, (...args: unknown[]) => {
      const { hash, loc } = args.pop() as HelperOptions;
      try {
        return helper(args, hash);
      } catch (cause) {
        if (!(cause instanceof HelperProblem)) throw cause;
        const place = { file: '', line: loc?.start.line ?? 1, column: (loc?.start.column ?? 0) + 1 };
        throw new Failure('input', [error(cause.problem, place, { helper: name, ...cause.values })]);
      }
    });
  }
  const known = Object.fromEntries(
    [...Object.keys(helpers), ...Object.keys(builtIn)].map((name) => [name, name !== 'log']),
  );

  /** Problem for what Handlebars throws: a syntax error or a name that the context lacks. */
  function problemOf(cause: unknown, origin: Place): Problem {
    if (!(cause instanceof Error)) return error('template.failed', origin, { message: String(cause) });
    const { lineNumber, column, hash } = cause as Error & {
      lineNumber?: number;
      column?: number;
      hash?: { loc?: { first_line: number; first_column: number } };
    };
    const line = lineNumber ?? hash?.loc?.first_line ?? Number(/on line (\d+)/.exec(cause.message)?.[1] ?? 1);
    const at = (column ?? hash?.loc?.first_column ?? 0) + 1;
    const place = offset(origin, line, at);
    const missing = /^"(.+?)" not defined/.exec(cause.message);
    if (missing) return error('template.unknown-name', place, { name: missing[1] ?? '' });
    const helper = /You specified knownHelpersOnly, but used the unknown helper (\S+)/.exec(cause.message);
    if (helper) {
      return error('template.unknown-helper', place, {
        name: helper[1] ?? '',
        known: Object.keys(helpers).sort().join(', '),
      });
    }
    const message = cause.message.split('\n').at(-1) ?? cause.message;
    return error('template.syntax', place, { message });
  }

  /**
   * Markup of a template, with source marks.
   * @param origin where the template's text starts: line 1 of a file, or a string inside a YAML file
   * @throws Failure (input)
   */
  return function render(text: string, context: object, origin: Place): string {
    try {
      const tree = Handlebars.parse(text);
      markSource(tree, (line, column) => offset(origin, line, column));
      const template = handlebars.compile(tree, {
        strict: true,
        knownHelpers: known as unknown as KnownHelpers,
        knownHelpersOnly: true,
        explicitPartialContext: true,
      });
      return template(context, { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false });
    } catch (cause) {
      if (cause instanceof Failure) {
        throw new Failure(
          cause.fault,
          cause.problems.map((problem) => ({
            ...problem,
            place: offset(origin, problem.place?.line ?? 1, problem.place?.column ?? 1),
          })),
        );
      }
      throw new Failure('input', [problemOf(cause, origin)]);
    }
  };
}

type KnownHelpers = NonNullable<Parameters<typeof Handlebars.compile>[1]>['knownHelpers'] & object;

/** Line and column within a template as a place in its file. */
function offset(origin: Place, line: number, column: number): Place {
  const startLine = origin.line ?? 1;
  const startColumn = origin.column ?? 1;
  return { file: origin.file, line: startLine + line - 1, column: line === 1 ? startColumn + column - 1 : column };
}

export const escapeMarkup: (text: string) => string = Handlebars.escapeExpression;
