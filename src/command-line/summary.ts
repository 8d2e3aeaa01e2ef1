import { unexplained } from '../audit/index.ts';
import type { BuildResult } from '../build.ts';
import type { Stage } from '../compose-edition.ts';
import { countsOf } from '../publish/manifest.ts';
import type { Words } from '../words/index.ts';
import { problemList } from './messages.ts';

/** A size as people read it. */
function sizeText(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

/** Seconds that each stage took. */
export type StageTimes = ReadonlyMap<Stage, number>;

/** The closing summary of one edition: files with pages and sizes, counts, findings, times. */
export function summary(
  edition: { readonly series: string; readonly year: number },
  folder: string,
  result: BuildResult,
  times: StageTimes,
  words: Words,
): string {
  const known = result.findings.length - unexplained(result.findings).length;
  const open = unexplained(result.findings).map(({ problem }) => problem);
  const seconds = [...times.values()].reduce((sum, time) => sum + time, 0);
  const lines = [
    words.say('cli:done', { ...edition, seconds: seconds.toFixed(1) }),
    ...result.outputs.map(
      ({ name, bytes, pages }) =>
        `  ${words.say('cli:file', { path: `${folder}/${name}`, size: sizeText(bytes.length), pages: pages === undefined ? '' : words.say('cli:pages', { count: pages }) })}`,
    ),
    `  ${folder}/${edition.series}-${edition.year}.manifest.json`,
    ...result.documents.map(
      (document) =>
        `  ${words.say('cli:contents', { lang: words.say(`cli:languages.${document.lang}`), ...countsOf(document) })}`,
    ),
    `  ${words.say('cli:findings', { known, open: open.length })}`,
    `  ${words.say('cli:times', { times: [...times].map(([stage, time]) => `${words.say(`cli:stage.${stage}`)} ${time.toFixed(2)}`).join(', ') })}`,
  ];
  const problems = [...open, ...result.problems];
  return problems.length === 0 ? lines.join('\n') : `${lines.join('\n')}\n${problemList(problems, words)}`;
}
