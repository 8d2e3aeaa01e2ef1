import Handlebars from 'handlebars';
import type { Report } from '../load/index.ts';
import { nearest, suggest } from '../model/nearest.ts';
import { error, Failure, type Place, type Problem } from '../model/problem.ts';
import { interpret } from './interpret.ts';
import { internal, rewrite } from './rewrite.ts';
import { markSource, markText, startMark } from './source-map.ts';
import { explainSyntax } from './syntax.ts';

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

/** Told what a helper answered, and where in the templates it was asked. */
export type Answered = (
  helper: string,
  args: readonly unknown[],
  hash: Readonly<Record<string, unknown>>,
  answer: unknown,
  place: Place,
) => void;

interface HelperOptions {
  readonly hash?: Readonly<Record<string, unknown>>;
  readonly loc?: { readonly start: { readonly line: number; readonly column: number } };
}

/** Handlebars' own helpers that make sense in a book. */
const builtIn = ['if', 'unless', 'each', 'with'] as const;

/** Stands for a value whose fault has been reported, so that nothing that follows from it is reported again. */
const faulty: Printable = Object.freeze(Object.defineProperty({}, 'toHTML', { value: () => '?' })) as Printable;

/** Whether a template may look into a value: not into figures, whose parts would be numbers without origin. */
function hasPart(value: unknown, part: string): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || 'quantity' in value) return false;
  return Object.hasOwn(value, part) && !(Array.isArray(value) && part === 'length');
}

/**
 * Part of a value by its path. A part that is known and of which the data have nothing is undefined.
 * @throws HelperProblem if there is no such name; prototypes are out of reach
 */
function lookUp(base: unknown, name: string, parts: readonly string[]): unknown {
  let value = base;
  if (base === undefined) throw new HelperProblem('template.unknown-name', { name, context: 'within' });
  for (const [index, part] of parts.entries()) {
    if (value === faulty || value === undefined) return value;
    if (!hasPart(value, part)) {
      const siblings = typeof value === 'object' && value !== null && !('toHTML' in value) ? Object.keys(value) : [];
      const meant = nearest(part, siblings);
      const whole = meant && [...parts.slice(0, index), meant, ...parts.slice(index + 1)].join('.');
      const hint = siblings.length > 0 ? { suggestion: whole ?? suggest(part, siblings) } : { context: 'within' };
      throw new HelperProblem('template.unknown-name', { name, ...hint });
    }
    value = value[part];
  }
  return value;
}

/** What may stand in a text: a value that prints itself, or a text. @throws HelperProblem */
function printable(value: unknown, name: string): Printable | string {
  if (typeof value === 'string') return value;
  if (value === undefined) throw new HelperProblem('template.unknown-name', { name, context: 'blank' });
  if (typeof value === 'object' && value !== null && 'toHTML' in value) return value as Printable;
  throw new HelperProblem('template.not-printable', { name });
}

const ownHelpers: Readonly<Record<string, Helper>> = {
  [internal.at]: ([base, name, ...parts]) => lookUp(base, String(name), parts.map(String)),
  [internal.print]: ([value, name]) => printable(value, String(name)),
  [internal.fault]: () => faulty,
  /** Part of a value by a name that is itself a value, such as a code. */
  lookup: ([base, part]) => lookUp(base, String(part), [String(part)]),
};

/** A template's tree; undefined, and the reason reported by line and column of the text, if it cannot be read. */
export function readTemplate(text: string, report: Report): hbs.AST.Program | undefined {
  try {
    return Handlebars.parse(text);
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    const { line, column, values } = explainSyntax(text) ?? {
      line: Number(/on line (\d+)/.exec(cause.message)?.[1] ?? 1),
      column: 1,
      values: { message: cause.message.split('\n').at(-1) ?? '' },
    };
    report(error('template.syntax', { file: '', line, column }, values));
    return undefined;
  }
}

/**
 * Renders Handlebars templates to markup. A name that is not there is an error, never an empty string; values are
 * escaped; prototypes are out of reach; the markup carries marks of the source (see source-map.ts).
 */
export function createEngine(
  helpers: Readonly<Record<string, Helper>>,
  namedArguments: Readonly<Record<string, readonly string[]>> = {},
  answered: Answered = () => undefined,
) {
  const handlebars = Handlebars.create();
  for (const name of ['log', 'lookup', 'helperMissing', 'blockHelperMissing']) handlebars.unregisterHelper(name);
  /** Told of faults while a template runs; rendering goes on, so that all of them are found. */
  let report: Report = () => undefined;
  /** Where the template that runs begins. */
  let start: Place = { file: '' };
  const checkNamed = (name: string, hash: object) => {
    const known = namedArguments[name] ?? [];
    for (const argument of Object.keys(hash)) {
      if (known.includes(argument) || name === 't') continue;
      throw new HelperProblem('helper.unknown-argument', { argument, suggestion: suggest(argument, known) });
    }
  };
  const register = (name: string, helper: Helper) =>
    handlebars.registerHelper(name, (...args: unknown[]) => {
      const { hash = {}, loc } = args.pop() as HelperOptions;
      if ([...args, ...Object.values(hash)].includes(faulty)) return faulty;
      const place = { file: '', line: loc?.start.line ?? 1, column: (loc?.start.column ?? 0) + 1 };
      try {
        checkNamed(name, hash);
        const answer = helper(args, hash);
        answered(name, args, hash, answer, offset(start, place.line, place.column));
        return answer;
      } catch (cause) {
        if (cause instanceof HelperProblem) report(error(cause.problem, place, { helper: name, ...cause.values }));
        else if (cause instanceof Failure) for (const problem of cause.problems) report({ ...problem, place });
        else throw cause;
        return faulty;
      }
    });
  for (const [name, helper] of Object.entries({ ...helpers, ...ownHelpers })) register(name, helper);
  const callable = new Set([...Object.keys(helpers), ...builtIn, 'lookup']);

  function run(text: string, context: object, origin: Place): string {
    const located = (line: number, column: number) => offset(origin, line, column);
    // Most titles and notes name nothing: there is nothing to read, rewrite and run.
    if (!text.includes('{{')) return markText(text, 1, 1, located);
    const tree = readTemplate(text, report);
    if (tree === undefined) return '';
    rewrite(tree, callable, (problem, values, { start }) => {
      report(error(problem, { file: '', line: start.line, column: start.column + 1 }, values));
    });
    markSource(tree, located);
    const markup = interpret(tree, handlebars.helpers, context);
    return startMark(offset(origin, 1, 1)) + markup;
  }

  /**
   * Markup of a template, with source marks.
   * @param origin where the template's text starts: line 1 of a file, or a string inside a YAML file
   * @param faults told of every fault; the markup then has a mark in place of each value at fault
   * @throws Failure (input) with all faults, unless there is somebody to tell
   */
  return function render(text: string, context: object, origin: Place, faults?: Report): string {
    const found: Problem[] = [];
    start = origin;
    report = ({ place, ...problem }) => {
      found.push({ ...problem, place: offset(origin, place?.line ?? 1, place?.column ?? 1) });
    };
    const markup = run(text, context, origin);
    if (faults) found.forEach(faults);
    else if (found.length > 0) throw new Failure('input', found);
    return markup;
  };
}

/** Line and column within a template as a place in its file. */
function offset(origin: Place, line: number, column: number): Place {
  const startLine = origin.line ?? 1;
  const startColumn = origin.column ?? 1;
  return { file: origin.file, line: startLine + line - 1, column: line === 1 ? startColumn + column - 1 : column };
}

export const escapeMarkup: (text: string) => string = Handlebars.escapeExpression;
