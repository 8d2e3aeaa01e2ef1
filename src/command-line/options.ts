import { parseArgs } from 'node:util';
import { type Lang, languages } from '../model/document.ts';
import { nearest, suggest } from '../model/nearest.ts';
import { error, Failure, type Problem } from '../model/problem.ts';
import { type Format, formats } from '../render/index.ts';
import type { TraceQuery } from './trace-query.ts';

export interface BuildOptions {
  readonly help: boolean;
  /** Count the cells of every table against the source, and build nothing. */
  readonly count: boolean;
  /** Audit the data, and build nothing. */
  readonly check: boolean;
  /** Look for slips in the templates, and build nothing. */
  readonly lint: boolean;
  /** Findings as JSON instead of text. */
  readonly json: boolean;
  readonly year: number | undefined;
  /** Every year that has data, instead of one. */
  readonly all: boolean;
  readonly series: readonly string[] | undefined;
  readonly languages: readonly Lang[];
  readonly formats: readonly Format[];
  /** Folder in which the year's folder stands. */
  readonly out: string;
  /** Findings that no erratum explains fail the build. */
  readonly strict: boolean;
  readonly browser: string | undefined;
  readonly uiLang: Lang | undefined;
  /** Tell where a printed number comes from, and build nothing. */
  readonly trace: { readonly lang: Lang; readonly query: TraceQuery } | undefined;
}

const options = {
  year: { type: 'string' },
  series: { type: 'string' },
  lang: { type: 'string' },
  format: { type: 'string' },
  out: { type: 'string' },
  browser: { type: 'string' },
  'ui-lang': { type: 'string' },
  all: { type: 'boolean' },
  strict: { type: 'boolean' },
  count: { type: 'boolean' },
  check: { type: 'boolean' },
  lint: { type: 'boolean' },
  json: { type: 'boolean' },
  trace: { type: 'boolean' },
  edition: { type: 'string' },
  table: { type: 'string' },
  row: { type: 'string' },
  column: { type: 'string' },
  help: { type: 'boolean' },
} as const;

const shorts: ReadonlyMap<string, keyof typeof options> = new Map([['h', 'help']]);

/** The words of a comma-separated list, each of which must be one of `known`. */
function listOf<T extends string>(
  option: string,
  text: string | undefined,
  known: readonly T[],
  report: (problem: Problem) => void,
) {
  if (text === undefined) return known;
  const words = new Set(text.split(',').map((word) => word.trim()));
  return [...words].flatMap((word): T[] => {
    const found = known.find((candidate) => candidate === word);
    if (found === undefined) {
      const values = { option, value: word, known: known.join(', '), suggestion: suggest(word, known) };
      report(error('usage.unknown-value', undefined, values));
    }
    return found ? [found] : [];
  });
}

const nameOf = (name: string): string => shorts.get(name) ?? name;
const isKnown = (name: string): name is keyof typeof options => Object.hasOwn(options, name);

/** The option that a misspelt one was probably meant to be: `lang` for `languages` as well as `year` for `yaer`. */
function meantBy(name: string): string {
  const known = Object.keys(options);
  return known.find((option) => name.startsWith(option)) ?? nearest(name, known) ?? 'help';
}

/** An option that is followed by another one instead of its value has none; `parseArgs` would take the other one for it. */
function separate(args: readonly string[]): string[] {
  const needsValue = (arg: string) =>
    Object.entries(options).some(([name, { type }]) => type === 'string' && arg === `--${name}`);
  return args.map((arg, index) => (needsValue(arg) && args[index + 1]?.startsWith('--') ? `${arg}=` : arg));
}

/**
 * Reads the command line of `build:report`, or of the command that `--check`, `--lint`, `--count` or `--trace` asks for.
 * @throws Failure (usage) with every fault: unknown options (with the nearest one), missing or wrong values
 */
export function parseBuildOptions(args: readonly string[]): BuildOptions {
  const problems: Problem[] = [];
  const report = (problem: Problem) => problems.push(problem);
  const { tokens } = parseArgs({ args: separate(args), options, strict: false, tokens: true, allowPositionals: true });
  const values: Partial<Record<string, string>> = {};
  const flags = new Set<string>();
  const tracing = tokens.some((token) => token.kind === 'option' && token.name === 'trace');
  let number: string | undefined;
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 1];
    // The word behind an unknown option was meant for it.
    const isStray = before?.kind !== 'option' || isKnown(nameOf(before.name));
    if (token.kind === 'positional' && tracing && number === undefined) number = token.value;
    else if (token.kind === 'positional' && isStray)
      report(error('usage.unexpected-word', undefined, { word: token.value }));
    if (token.kind !== 'option') continue;
    const name = nameOf(token.name);
    const option = isKnown(name) ? options[name] : undefined;
    if (option === undefined) {
      report(error('usage.unknown-option', undefined, { option: token.rawName, suggestion: `--${meantBy(name)}` }));
    } else if (option.type === 'boolean') {
      // `--strict=false` would otherwise be the opposite of what it says.
      if (token.value === undefined) flags.add(name);
      else report(error('usage.unexpected-word', undefined, { word: `${token.rawName}=${token.value}` }));
    } else if (token.value === undefined || token.value === '') {
      report(error('usage.value-missing', undefined, { option: `--${name}` }));
    } else values[name] = token.value;
  }
  const { year } = values;
  if (year !== undefined && !/^\d{4}$/.test(year)) report(error('usage.year-format', undefined, { value: year }));
  const all = flags.has('all');
  if (year !== undefined && all) report(error('usage.year-and-all', undefined));
  if (year === undefined && !all && !flags.has('help') && problems.length === 0)
    report(error('usage.year-missing', undefined));
  const uiLang = languages.find((lang) => lang === values['ui-lang']);
  listOf('--ui-lang', values['ui-lang'], languages, report);
  const { edition, table, row, column } = values;
  const [traceLang = 'zh'] = listOf('--edition', edition, languages, report);
  const parts = { '--edition': edition, '--table': table, '--row': row, '--column': column };
  for (const [option, value] of Object.entries(parts))
    if (value !== undefined && !tracing) report(error('usage.only-for-trace', undefined, { option }));
  if (tracing && number === undefined && table === undefined) report(error('usage.nothing-to-trace', undefined));
  const result: BuildOptions = {
    help: flags.has('help'),
    count: flags.has('count'),
    check: flags.has('check'),
    lint: flags.has('lint'),
    json: flags.has('json'),
    year: year === undefined ? undefined : Number(year),
    all,
    series: values.series?.split(',').map((name) => name.trim()),
    languages: listOf('--lang', values.lang, languages, report),
    formats: listOf('--format', values.format, formats, report),
    out: values.out ?? 'output',
    strict: flags.has('strict'),
    browser: values.browser,
    uiLang,
    trace: tracing ? { lang: traceLang, query: { number, table, row, column } } : undefined,
  };
  if (problems.length > 0) throw new Failure('usage', problems);
  return result;
}
