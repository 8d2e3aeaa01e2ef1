import { parseArgs } from 'node:util';
import type { Lang } from '../model/document.ts';
import { nearest } from '../model/nearest.ts';
import { error, Failure, type Problem } from '../model/problem.ts';
import { type Format, formats } from '../render/index.ts';

export interface BuildOptions {
  readonly help: boolean;
  readonly year: number | undefined;
  readonly series: readonly string[] | undefined;
  readonly languages: readonly Lang[];
  readonly formats: readonly Format[];
  /** Folder in which the year's folder stands. */
  readonly out: string;
  /** Findings that no erratum explains fail the build. */
  readonly strict: boolean;
  readonly browser: string | undefined;
  readonly uiLang: Lang | undefined;
}

const options = {
  year: { type: 'string' },
  series: { type: 'string' },
  lang: { type: 'string' },
  format: { type: 'string' },
  out: { type: 'string' },
  browser: { type: 'string' },
  'ui-lang': { type: 'string' },
  strict: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

const shorts: Readonly<Record<string, keyof typeof options>> = { h: 'help' };
const languages = ['zh', 'en'] as const;

/** The words of a comma-separated list, each of which must be one of `known`. */
function listOf<T extends string>(
  option: string,
  text: string | undefined,
  known: readonly T[],
  report: (problem: Problem) => void,
) {
  if (text === undefined) return known;
  return text.split(',').flatMap((word): T[] => {
    const found = known.find((candidate) => candidate === word.trim());
    if (found === undefined) {
      const values = {
        option,
        value: word.trim(),
        known: known.join(', '),
        suggestion: nearest(word.trim(), known) ?? known[0] ?? '',
      };
      report(error('usage.unknown-value', undefined, values));
    }
    return found ? [found] : [];
  });
}

/**
 * Reads the command line of `build:report`.
 * @throws Failure (usage) with every fault: unknown options (with the nearest one), missing or wrong values
 */
export function parseBuildOptions(args: readonly string[]): BuildOptions {
  const problems: Problem[] = [];
  const report = (problem: Problem) => problems.push(problem);
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true, allowPositionals: true });
  const values: Partial<Record<string, string>> = {};
  const flags = new Set<string>();
  for (const token of tokens) {
    if (token.kind === 'positional') report(error('usage.unexpected-word', undefined, { word: token.value }));
    if (token.kind !== 'option') continue;
    const name = shorts[token.name] ?? token.name;
    const option = options[name as keyof typeof options];
    if (option === undefined || !Object.hasOwn(options, name)) {
      const suggestion = nearest(name, Object.keys(options)) ?? 'help';
      report(error('usage.unknown-option', undefined, { option: token.rawName, suggestion: `--${suggestion}` }));
    } else if (option.type === 'boolean') flags.add(name);
    else if (
      token.value === undefined ||
      token.value === '' ||
      (token.inlineValue === false && token.value.startsWith('--'))
    ) {
      report(error('usage.value-missing', undefined, { option: `--${name}` }));
    } else values[name] = token.value;
  }
  const { year } = values;
  if (year !== undefined && !/^\d{4}$/.test(year)) report(error('usage.year-format', undefined, { value: year }));
  if (year === undefined && !flags.has('help') && problems.length === 0) report(error('usage.year-missing', undefined));
  const uiLang = languages.find((lang) => lang === values['ui-lang']);
  listOf('--ui-lang', values['ui-lang'], languages, report);
  const result: BuildOptions = {
    help: flags.has('help'),
    year: year === undefined ? undefined : Number(year),
    series: values.series?.split(',').map((name) => name.trim()),
    languages: listOf('--lang', values.lang, languages, report),
    formats: listOf('--format', values.format, formats, report),
    out: values.out ?? 'output',
    strict: flags.has('strict'),
    browser: values.browser,
    uiLang,
  };
  if (problems.length > 0) throw new Failure('usage', problems);
  return result;
}
