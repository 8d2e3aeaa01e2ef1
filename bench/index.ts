/**
 * `npm run bench [-- --series national --year 2021 --rounds 3]`: measures the targets on this machine in one run, prints
 * them, and writes `output/bench.json`. Times are ratios to a floor taken in the same run wherever the target is one.
 *
 * Every build is a process of its own. The targets count for a build that finds nothing in the build cache; what the
 * cache saves is measured beside it, in the order in which people work: the same build again, one after a figure has
 * been corrected, one after a template has been edited.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { buildEdition } from '../src/build.ts';
import { diskFiles } from '../src/command-line/disk-files.ts';
import { type Lang, languages } from '../src/model/document.ts';
import { formats, openBrowser } from '../src/render/index.ts';
import { verify } from '../src/verify/index.ts';
import { floorOf } from './floor.ts';
import { coldRun } from './process.ts';
import { benchProject } from './project.ts';

interface Measure {
  readonly work: string;
  readonly value: number;
  readonly unit: string;
  readonly target: number | undefined;
}

const files = diskFiles(process.cwd());

/** The smallest of several times: whatever else the machine does only adds to them. */
const least = (values: readonly number[]) => Math.min(...values);

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

const situations = ['empty cache', 'nothing changed', 'one figure changed', 'one template edited'] as const;
const works = [
  { work: 'Chinese PDF', args: ['--lang', 'zh', '--format', 'pdf'] },
  { work: 'all four files', args: [] },
] as const;

/** Seconds of a build in each situation, one after the other, and the memory of the first. */
async function workThrough(series: string, year: number, args: readonly string[], sample: boolean) {
  const project = benchProject(series, year);
  const options = { project: project.folder, cache: project.cache };
  const run = (sampled = false) =>
    coldRun('build:report', ['--year', String(year), '--series', series, ...args], { ...options, sample: sampled });
  try {
    const first = await run(sample);
    const again = await run();
    project.changeFigure();
    const afterData = await run();
    project.editTemplate();
    const afterTemplate = await run();
    return {
      seconds: [first, again, afterData, afterTemplate].map(({ seconds }) => seconds),
      peak: first.peakMegabytes,
    };
  } finally {
    project.remove();
  }
}

async function bench(series: string, year: number, rounds: number): Promise<readonly Measure[]> {
  // The first run unpacks the browser, which happens once a machine, and gives the memory.
  const { peak } = await workThrough(series, year, [], true);
  const built = await stageTimes(series, year);
  const { stages, documents, theme } = built;
  const [chinese] = documents;
  if (chinese === undefined) throw new Error('There is no Chinese edition');
  const floors: number[] = [];
  const wholeFloors: number[] = [];
  const checks: number[] = [];
  const verified: Record<Lang, number[]> = { zh: [], en: [] };
  const times: Record<string, number[][]> = { 'Chinese PDF': [], 'all four files': [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const lang of languages) verified[lang].push(await verifySeconds(built, lang));
    const check = await coldRun('check', ['--all'], { project: process.cwd(), cache: 'off' });
    checks.push(check.seconds);
    for (const { work, args } of works) {
      floors.push(await floorOf(chinese, theme, 'cut'));
      wholeFloors.push(await floorOf(chinese, theme, 'whole'));
      times[work]?.push((await workThrough(series, year, args, false)).seconds);
    }
  }
  const floor = least(floors);
  const wholeFloor = least(wholeFloors);
  const target = targets[series] ?? {};
  const ratios: Readonly<Record<string, number | undefined>> = {
    'Chinese PDF': target.pdfRatio,
    'all four files': target.allRatio,
  };
  const measuresOf = (work: string): Measure[] =>
    situations.flatMap((situation, index) => {
      const seconds = least((times[work] ?? []).map((round) => round[index] ?? Number.NaN));
      const counts = index === 0;
      const name = `${work}, ${situation}`;
      const limit = counts && work === 'all four files' ? target.allSeconds : undefined;
      return [
        { work: name, value: seconds, unit: 's', target: limit },
        { work: name, value: seconds / floor, unit: '× floor', target: counts ? ratios[work] : undefined },
        ...(counts
          ? [{ work: name, value: seconds / wholeFloor, unit: '× floor with whole fonts', target: undefined }]
          : []),
      ];
    });
  return [
    { work: 'floor: launch, load, print once, tagged', value: floor, unit: 's', target: undefined },
    { work: 'floor with whole fonts', value: wholeFloor, unit: 's', target: undefined },
    ...[...stages].map(([name, value]) => ({
      work: `stage ${name}, both languages`,
      value,
      unit: 's',
      target: undefined,
    })),
    ...languages.map((lang) => ({
      work: `verify the files in ${lang}`,
      value: least(verified[lang]),
      unit: 's',
      target: 1.5,
    })),
    ...works.flatMap(({ work }) => measuresOf(work)),
    { work: 'check --all, cold', value: least(checks), unit: 's', target: checkSeconds },
    ...(peak === undefined
      ? []
      : [{ work: 'peak memory of the process tree, empty cache', value: peak, unit: 'MB', target: 1200 }]),
  ];
}

const { values } = parseArgs({
  options: {
    series: { type: 'string', default: 'xpcc' },
    year: { type: 'string', default: '2024' },
    rounds: { type: 'string', default: '3' },
  },
});
const measures = await bench(values.series, Number(values.year), Number(values.rounds));
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
