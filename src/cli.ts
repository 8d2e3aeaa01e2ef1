import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { buildEdition, type Stage, type World } from './build.ts';
import { problemList } from './command-line/messages.ts';
import { type BuildOptions, parseBuildOptions } from './command-line/options.ts';
import { summary } from './command-line/summary.ts';
import { type EditionYear, listEditions } from './load/index.ts';
import type { Lang } from './model/document.ts';
import { nearest } from './model/nearest.ts';
import { error, Failure, type Fault } from './model/problem.ts';
import type { ProjectFiles } from './model/project-files.ts';
import { publish } from './publish/index.ts';
import { type Browser, openBrowser } from './render/index.ts';
import { loadWords, type Words } from './words/index.ts';

/** npm runs its scripts in the project's folder. */
const project = process.cwd();
const exitCodes: Readonly<Record<Fault, number>> = { input: 1, usage: 2, machine: 3 };

const files: ProjectFiles = {
  read: (path) => (existsSync(join(project, path)) ? readFileSync(join(project, path)) : undefined),
  list: (folder) => (existsSync(join(project, folder)) ? readdirSync(join(project, folder)).sort() : []),
};

/** The user's language: as asked for, else that of the system; English where it is neither. */
function userLanguage(args: readonly string[]): Lang {
  const asked = args.flatMap((arg, index) =>
    arg === '--ui-lang' ? (args[index + 1] ?? []) : arg.replace(/^--ui-lang=/, ''),
  );
  if (asked.includes('zh') && args.some((arg) => arg.startsWith('--ui-lang'))) return 'zh';
  if (args.some((arg) => arg.startsWith('--ui-lang'))) return 'en';
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return (LC_ALL || LC_MESSAGES || LANG || '').toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

/** The editions that the options name. @throws Failure (usage) naming the years or series there are */
function editionsFor(options: BuildOptions): EditionYear[] {
  const all = listEditions(files);
  const names = [...new Set(all.map(({ series }) => series))];
  const unknown = (options.series ?? []).filter((series) => !names.includes(series));
  if (unknown.length > 0) {
    throw new Failure(
      'usage',
      unknown.map((series) =>
        error('usage.unknown-series', undefined, {
          series,
          known: names.join(', '),
          suggestion: nearest(series, names) ?? names[0] ?? '',
        }),
      ),
    );
  }
  const wanted = all.filter(({ series }) => options.series === undefined || options.series.includes(series));
  const found = wanted.filter(({ year }) => year === options.year);
  if (found.length === 0) {
    const years = wanted.map(({ series, year }) => `${year} (${series})`).join(', ');
    throw new Failure('usage', [error('usage.no-data', undefined, { year: options.year ?? '', years })]);
  }
  return found;
}

/** One browser for all editions, launched when the first asks for it. */
function sharedBrowser(path: string | undefined) {
  let opened: Promise<Browser> | undefined;
  return {
    get: () => {
      opened ??= openBrowser({ ...(path !== undefined && { path }), environment: process.env }).then(
        ({ browser }) => browser,
      );
      return opened;
    },
    close: async () => {
      const browser = await opened?.catch(() => undefined);
      await browser?.close();
    },
  };
}

function epochDate(): Date | undefined {
  const epoch = process.env.SOURCE_DATE_EPOCH;
  return epoch !== undefined && /^\d+$/.test(epoch) ? new Date(Number(epoch) * 1000) : undefined;
}

/** Measures stages and shows them: one changing line on a terminal, plain lines elsewhere. */
function createProgress(edition: EditionYear, words: Words) {
  const times = new Map<Stage, number>();
  const live = process.stderr.isTTY;
  let current: { stage: Stage; start: number } | undefined;
  const stop = () => {
    if (current) times.set(current.stage, (performance.now() - current.start) / 1000);
    if (current && live) process.stderr.write('\r\u001b[K');
    current = undefined;
  };
  const stage = (name: Stage) => {
    stop();
    current = { stage: name, start: performance.now() };
    const line = words.say('cli:building', { ...edition, stage: words.say(`cli:stage.${name}`) });
    process.stderr.write(live ? line : `${line}\n`);
  };
  return { stage, stop, times };
}

async function buildReport(options: BuildOptions, words: Words): Promise<number> {
  const editions = editionsFor(options);
  const browser = sharedBrowser(options.browser);
  const interrupted = () => {
    void browser.close().finally(() => process.exit(130));
  };
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  let code = 0;
  try {
    // The browser starts while data are read and charts are drawn; whoever needs it hears of its failure.
    if (options.formats.includes('pdf')) browser.get().catch(() => undefined);
    for (const edition of editions) {
      const progress = createProgress(edition, words);
      const world: World = { files, browser: browser.get, publish, date: epochDate(), stage: progress.stage };
      const folder = resolve(options.out, String(edition.year));
      try {
        const result = await buildEdition(
          { ...edition, ...options, year: edition.year, series: edition.series, folder },
          world,
        );
        progress.stop();
        const shown = relative(process.cwd(), folder) || '.';
        process.stdout.write(`${summary(edition, shown, result, progress.times, words)}\n`);
        if (result.problems.some(({ severity }) => severity === 'error')) code = Math.max(code, exitCodes.machine);
      } catch (cause) {
        progress.stop();
        code = Math.max(code, fail(cause, words));
      }
    }
  } finally {
    await browser.close();
  }
  return code;
}

/** Tells a failure and answers with its exit code; anything else is a fault of the program and is thrown on. */
function fail(cause: unknown, words: Words): number {
  if (!(cause instanceof Failure)) throw cause;
  process.stderr.write(`${problemList(cause.problems, words)}\n`);
  if (cause.fault !== 'usage') process.stderr.write(`${words.say('cli:failed', { count: cause.problems.length })}\n`);
  return exitCodes[cause.fault];
}

const args = process.argv.slice(2);
const words = loadWords(files, (problem) => {
  throw new Failure('input', [problem]);
})[userLanguage(args)];
try {
  const options = parseBuildOptions(args);
  if (options.help) process.stdout.write(words.say('cli:help'));
  else process.exitCode = await buildReport(options, words);
} catch (cause) {
  process.exitCode = fail(cause, words);
}
