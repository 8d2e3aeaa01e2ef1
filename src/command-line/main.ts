import { relative, resolve } from 'node:path';
import { buildEdition, type World } from '../build.ts';
import { checkEditions, isClean } from '../check.ts';
import { composeEdition } from '../compose-edition.ts';
import { lintSeries } from '../lint-series.ts';
import { type EditionYear, listEditions } from '../load/index.ts';
import type { Lang } from '../model/document.ts';
import { suggest } from '../model/nearest.ts';
import { error, Failure, type Fault, placeText } from '../model/problem.ts';
import type { ProjectFiles } from '../model/project-files.ts';
import type { Browser } from '../render/index.ts';
import { loadWords, type Words } from '../words/index.ts';
import { agrees, cellCounts, cellCountText } from './cell-counts.ts';
import type { DiskCache } from './disk-cache.ts';
import { findingsJson, findingsText } from './findings.ts';
import { problemList, problemsJson } from './messages.ts';
import { type BuildOptions, parseBuildOptions } from './options.ts';
import { createProgress } from './progress.ts';
import type { ReadingThread } from './reading-thread.ts';
import { summary } from './summary.ts';
import { traceText } from './trace.ts';
import type { WordThread } from './word-thread.ts';
import type { WorkshopThreads } from './workshop-threads.ts';

/** What a command works with: the project, the machine, and where it may speak. */
export interface Setting {
  readonly files: ProjectFiles;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The system's own locale, for where the environment names none (Windows). */
  readonly locale?: string;
  /** Folder to which paths in options are relative. */
  readonly folder: string;
  readonly publish: World['publish'];
  /** What earlier builds have kept. */
  readonly cache?: DiskCache;
  /** @throws Failure (machine) if there is no browser */
  readonly openBrowser: (path: string | undefined) => Promise<Browser>;
  /** Without it, fonts are cut and charts are drawn in the thread of the command. */
  readonly startWorkshopThreads?: () => WorkshopThreads;
  /** Without it, Word files are made in the thread of the command. */
  readonly startWordThread?: () => WordThread;
  /** Without it, PDFs are read back in the thread of the command. */
  readonly readingThread?: () => ReadingThread;
  /** Given what must be closed if the user interrupts the work. */
  readonly onInterrupt: (close: () => Promise<void>) => void;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether `err` is a terminal. */
  readonly live: boolean;
}

const exitCodes: Readonly<Record<Fault, number>> = { input: 1, usage: 2, machine: 3 };

/** The user's language: as asked for, else that of the system; English where it is neither. */
export function userLanguage(args: readonly string[], environment: Setting['environment'], locale = ''): Lang {
  const at = args.findLastIndex((arg) => arg === '--ui-lang' || arg.startsWith('--ui-lang='));
  const asked = at < 0 ? undefined : (args[at]?.split('=')[1] ?? args[at + 1]);
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  return (asked ?? (LC_ALL || LC_MESSAGES || LANG || locale)).toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

/** The editions that the options name. @throws Failure (usage) naming the years or series there are */
function editionsFor(options: BuildOptions, files: ProjectFiles): EditionYear[] {
  const all = listEditions(files);
  const names = [...new Set(all.map(({ series }) => series))];
  const unknown = (options.series ?? []).filter((series) => !names.includes(series));
  if (unknown.length > 0) {
    const problems = unknown.map((series) =>
      error('usage.unknown-series', undefined, { series, known: names.join(', '), suggestion: suggest(series, names) }),
    );
    throw new Failure('usage', problems);
  }
  const wanted = all.filter(({ series }) => options.series === undefined || options.series.includes(series));
  const found = wanted.filter(({ year }) => options.all || year === options.year);
  if (found.length === 0) {
    const years = wanted.map(({ series, year }) => `${year} (${series})`).join(', ');
    throw new Failure('usage', [error('usage.no-data', undefined, { year: options.year ?? '', years })]);
  }
  return found;
}

/** One browser for all editions, launched when the first asks for it. */
function sharedBrowser(open: () => Promise<Browser>) {
  let opened: Promise<Browser> | undefined;
  return {
    get: () => {
      opened ??= open();
      return opened;
    },
    close: async () => {
      const browser = await opened?.catch(() => undefined);
      await browser?.close();
    },
  };
}

/** The date of `SOURCE_DATE_EPOCH`, seconds since 1970. @throws Failure (usage) for what is none */
function epochDate({ SOURCE_DATE_EPOCH: epoch }: Setting['environment']): Date | undefined {
  if (epoch === undefined || epoch === '') return undefined;
  if (!/^\d{1,11}$/.test(epoch)) throw new Failure('usage', [error('usage.epoch-format', undefined, { value: epoch })]);
  return new Date(Number(epoch) * 1000);
}

async function buildReport(options: BuildOptions, words: Words, setting: Setting): Promise<number> {
  const { files, publish } = setting;
  const editions = editionsFor(options, files);
  const date = epochDate(setting.environment);
  const browser = sharedBrowser(() => setting.openBrowser(options.browser));
  const workshop = setting.startWorkshopThreads?.();
  const thread = options.formats.includes('docx') ? setting.startWordThread?.() : undefined;
  const reading = options.formats.includes('pdf') ? setting.readingThread?.() : undefined;
  const close = async () => {
    await Promise.all([browser.close(), workshop?.close(), thread?.close(), reading?.close()]);
  };
  setting.onInterrupt(close);
  let code = 0;
  try {
    // It is asked for at once, and starts when this thread first waits. Whoever needs it hears of its failure.
    if (options.formats.includes('pdf')) browser.get().catch(() => undefined);
    for (const edition of editions) {
      const progress = createProgress(edition, words, { write: setting.err, live: setting.live });
      const world: World = {
        files,
        browser: browser.get,
        ...(workshop && { workshop: workshop.workshop }),
        ...(thread && { makeWord: thread.make }),
        ...(reading && { pdfReader: reading.reader }),
        ...(setting.cache && { cache: setting.cache }),
        publish,
        date,
        stage: progress.stage,
      };
      const folder = resolve(setting.folder, options.out, String(edition.year));
      try {
        const result = await buildEdition({ ...options, ...edition, folder }, world);
        setting.cache?.save();
        progress.stop();
        const shown = relative(setting.folder, folder) || '.';
        setting.out(`${summary(edition, shown, result, progress.times, words)}\n`);
        if (result.problems.some(({ severity }) => severity === 'error')) code = Math.max(code, exitCodes.machine);
      } catch (cause) {
        progress.stop();
        code = Math.max(code, fail(cause, words, setting));
      }
    }
  } finally {
    await close();
  }
  return code;
}

/** Prints how many cells each table has, in the source and in the book. The labels are those of the Chinese edition. */
function countCells(options: BuildOptions, words: Words, { files, out }: Setting): number {
  const wrong = editionsFor(options, files).flatMap((edition) => {
    const { documents, dataset } = composeEdition(files, edition, ['zh'], () => undefined);
    const { sourceTables } = dataset;
    const counts = documents.flatMap((document) => cellCounts(document, sourceTables));
    out(`${cellCountText(edition, counts, words)}\n`);
    // Of an edition whose source has not been counted there is nothing to compare.
    return sourceTables.size === 0 ? [] : counts.filter((count) => !agrees(count));
  });
  return wrong.length === 0 ? 0 : exitCodes.input;
}

/** Audits the data of the editions and prints what was found. */
function checkData(options: BuildOptions, words: Words, lang: Lang, { files, out }: Setting): number {
  const editions = checkEditions(files, editionsFor(options, files));
  const text = options.json
    ? findingsJson(editions)
    : editions.map((edition) => findingsText(edition, words, lang)).join('\n\n');
  out(`${text}\n`);
  return editions.every(isClean) ? 0 : exitCodes.input;
}

/** Prints the slips in the templates of the series that the options name. */
function lintTemplates(options: BuildOptions, words: Words, { files, out }: Setting): number {
  const series = new Set(editionsFor(options, files).map((edition) => edition.series));
  const problems = [...series].flatMap((name) => lintSeries(files, name));
  if (options.json) out(`${problemsJson(problems, words)}\n`);
  else out(`${[...series].join(', ')}: ${words.say('cli:lint.found', { count: problems.length })}\n`);
  if (!options.json && problems.length > 0) out(`${problemList(problems, words)}\n`);
  return problems.length === 0 ? 0 : exitCodes.input;
}

/** Prints where a number comes from, in every edition that the options name. */
function traceNumbers(
  options: BuildOptions,
  trace: NonNullable<BuildOptions['trace']>,
  words: Words,
  { files, folder, out }: Setting,
): number {
  const editions = editionsFor(options, files);
  const failures: Failure[] = [];
  for (const edition of editions) {
    const output = relative(folder, resolve(folder, options.out, String(edition.year)));
    const built = (name: string) => files.read(`${output}/${name}`);
    try {
      out(`${traceText({ ...edition, ...trace }, files, built, words)}\n`);
    } catch (cause) {
      if (!(cause instanceof Failure) || cause.fault !== 'usage') throw cause;
      failures.push(cause);
    }
  }
  // One edition that prints it is enough.
  if (failures.length < editions.length) return 0;
  throw new Failure(
    'usage',
    failures.flatMap(({ problems }) => problems),
  );
}

/** Tells a failure and answers with its exit code; anything else is a fault of the program and is thrown on. */
function fail(cause: unknown, words: Words, { err }: Setting): number {
  if (!(cause instanceof Failure)) throw cause;
  err(`${problemList(cause.problems, words)}\n`);
  if (cause.fault !== 'usage') err(`${words.say('cli:failed', { count: cause.problems.length })}\n`);
  return exitCodes[cause.fault];
}

/**
 * Runs `build:report`, or the command that `--check`, `--lint`, `--count` or `--trace` asks for.
 * @returns its exit code: 0 done, 1 the input is at fault, 2 the command line is, 3 the machine is
 */
export async function main(args: readonly string[], setting: Setting): Promise<number> {
  const problems: string[] = [];
  const lang = userLanguage(args, setting.environment, setting.locale);
  const words = loadWords(setting.files, (problem) =>
    problems.push(`${placeText(problem.place)}  ${problem.name} ${JSON.stringify(problem.values)}`),
  )[lang];
  if (problems.length > 0) {
    // Without words there is nothing to say it in.
    setting.err(`${problems.join('\n')}\n`);
    return exitCodes.input;
  }
  try {
    const options = parseBuildOptions(args);
    if (options.help) {
      setting.out(words.say(options.check ? 'cli:check.help' : options.lint ? 'cli:lint.help' : 'cli:help'));
      return 0;
    }
    if (options.check) return checkData(options, words, lang, setting);
    if (options.lint) return lintTemplates(options, words, setting);
    if (options.trace) return traceNumbers(options, options.trace, words, setting);
    return options.count ? countCells(options, words, setting) : await buildReport(options, words, setting);
  } catch (cause) {
    return fail(cause, words, setting);
  }
}
