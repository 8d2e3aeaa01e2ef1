/**
 * `npm run bench [-- --series national --year 2021]`: measures the targets on this machine in one run, prints them, and
 * writes `output/bench.json`. Times are ratios to a floor taken in the same run wherever the target is one.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildEdition } from '../src/build.ts';
import { diskFiles } from '../src/command-line/disk-files.ts';
import { type Lang, languages } from '../src/model/document.ts';
import { formats, openBrowser } from '../src/render/index.ts';
import { verify } from '../src/verify/index.ts';
import { floorOf } from './floor.ts';
import { coldRun } from './process.ts';

interface Measure {
  readonly work: string;
  readonly value: number;
  readonly unit: string;
  readonly target: number | undefined;
}

const rounds = 3;
const files = diskFiles(process.cwd());

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

async function repeat(work: () => Promise<number>): Promise<number> {
  const values: number[] = [];
  for (let round = 0; round < rounds; round += 1) values.push(await work());
  return median(values);
}

/** Targets that depend on the edition: seconds for a small one, ratios for a book. */
const targets: Readonly<
  Record<string, { readonly allSeconds?: number; readonly pdfRatio?: number; readonly allRatio?: number }>
> = {
  xpcc: { allSeconds: 6 },
  national: { pdfRatio: 2, allRatio: 4 },
};

/** Seconds for the audit of every edition. */
const checkSeconds = 2;

/** Seconds of each stage of a build of all four files in this process, with a browser that is open already. */
async function stageTimes(series: string, year: number) {
  const { browser } = await openBrowser({ environment: process.env });
  const times = new Map<string, number>();
  let last: { name: string; start: number } | undefined;
  const begin = (name: string) => {
    if (last) times.set(last.name, (performance.now() - last.start) / 1000);
    last = { name, start: performance.now() };
  };
  const request = {
    series,
    year,
    languages: ['zh', 'en'],
    formats: ['pdf', 'docx'],
    folder: '',
    strict: false,
  } as const;
  const world = { files, browser: async () => browser, publish: () => undefined, date: undefined, stage: begin };
  try {
    const { documents, theme, outputs } = await buildEdition(request, world);
    begin('end');
    return { stages: times, documents, theme, outputs };
  } finally {
    await browser.close();
  }
}

/** Seconds that reading back and checking takes for the files of one language, one after the other in this process. */
async function verifySeconds({ documents, theme, outputs }: Awaited<ReturnType<typeof stageTimes>>, lang: Lang) {
  const document = documents.find((candidate) => candidate.lang === lang);
  if (document === undefined) throw new Error(`There is no edition in ${lang}`);
  const start = performance.now();
  for (const format of formats) {
    const output = outputs.find(({ name }) => name.endsWith(`-${lang}.${format}`));
    if (output) await verify(document, theme, format, output.bytes, output.name);
  }
  return (performance.now() - start) / 1000;
}

async function bench(series: string, year: number): Promise<readonly Measure[]> {
  const out = mkdtempSync(join(tmpdir(), 'yearbook-bench-'));
  const cli = (args: readonly string[], sample = false) =>
    coldRun('src/cli.ts', ['--year', String(year), '--series', series, '--out', out, ...args], sample);
  try {
    // The first run unpacks the browser, which happens once a machine.
    await cli([]);
    const built = await stageTimes(series, year);
    const { stages, documents, theme } = built;
    const [chinese] = documents;
    if (chinese === undefined) throw new Error('There is no Chinese edition');
    const floor = await repeat(() => floorOf(chinese, theme));
    const verified: Measure[] = [];
    for (const lang of languages) {
      const value = await repeat(() => verifySeconds(built, lang));
      verified.push({ work: `verify the files in ${lang}`, value, unit: 's', target: 1.5 });
    }
    const pdf = await repeat(async () => (await cli(['--lang', 'zh', '--format', 'pdf'])).seconds);
    const all = await repeat(async () => (await cli([])).seconds);
    const check = await repeat(async () => (await coldRun('src/cli.ts', ['--check', '--all'], false)).seconds);
    const { peakMegabytes } = await cli([], true);
    const target = targets[series] ?? {};
    return [
      { work: 'floor: launch, load, print once, tagged', value: floor, unit: 's', target: undefined },
      ...[...stages].map(([name, value]) => ({
        work: `stage ${name}, both languages`,
        value,
        unit: 's',
        target: undefined,
      })),
      ...verified,
      { work: 'Chinese PDF, cold process to file', value: pdf, unit: 's', target: undefined },
      { work: 'Chinese PDF, cold process to file', value: pdf / floor, unit: '× floor', target: target.pdfRatio },
      { work: 'all four files, cold', value: all, unit: 's', target: target.allSeconds },
      { work: 'all four files, cold', value: all / floor, unit: '× floor', target: target.allRatio },
      { work: 'check --all, cold', value: check, unit: 's', target: checkSeconds },
      ...(peakMegabytes === undefined
        ? []
        : [{ work: 'peak memory of the process tree', value: peakMegabytes, unit: 'MB', target: 1200 }]),
    ];
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

const { values } = parseArgs({
  options: { series: { type: 'string', default: 'xpcc' }, year: { type: 'string', default: '2024' } },
});
const measures = await bench(values.series, Number(values.year));
for (const { work, value, unit, target } of measures) {
  const verdict =
    target === undefined ? '' : value <= target ? `  ok, target ≤ ${target}` : `  MISSED, target ≤ ${target}`;
  console.log(`${work.padEnd(44)} ${value.toFixed(value < 100 ? 2 : 0).padStart(8)} ${unit}${verdict}`);
}
mkdirSync('output', { recursive: true });
writeFileSync(
  'output/bench.json',
  `${JSON.stringify({ series: values.series, year: Number(values.year), measures }, null, 2)}\n`,
);
if (measures.some(({ value, target }) => target !== undefined && value > target)) process.exitCode = 1;
