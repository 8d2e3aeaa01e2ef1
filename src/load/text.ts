import { error, Failure, type Place, type Problem } from '../model/problem.ts';
import type { ProjectFiles } from '../model/project-files.ts';

/** Collects problems while reading goes on, so that all of them can be told at once. */
export type Report = (problem: Problem) => void;

/** Private characters that templates are marked with on their way (see compose/source-map.ts); no font has them. */
const reserved = /[\ue000-\ue00f]/;

/**
 * The text of a file in UTF-8 (a byte order mark is taken off, line ends become `\n`).
 * A missing file or another encoding (Excel likes to save GBK) is reported, and the text is undefined.
 */
export function readText(files: ProjectFiles, file: string, report: Report): string | undefined {
  const bytes = files.read(file);
  if (bytes === undefined) {
    report(error('file.missing', { file }));
    return undefined;
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
  } catch {
    const lines =
      new TextDecoder('utf-8')
        .decode(bytes)
        .split('\ufffd', 1)[0]
        ?.split(/\r\n?|\n/) ?? [];
    report(error('file.not-utf8', { file, line: lines.length }));
    return undefined;
  }
  const before = text.split(reserved, 1)[0] ?? '';
  if (before.length < text.length) {
    report(error('file.reserved-character', placeIn(file, text, before.length)));
    return undefined;
  }
  return text;
}

/** Line and column of a character of a text. */
export function placeIn(file: string, text: string, index: number): Place {
  const lines = text.slice(0, index).split('\n');
  return { file, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

/** Problems without repetition: both languages find the same in what they share. */
function once(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}

/**
 * Runs work that reports problems. What it throws for bad input joins what it has reported before.
 * @throws Failure (input) with all of them if any is an error or there is no result
 */
export function collect<T>(work: (report: Report) => T | undefined): T {
  const problems: Problem[] = [];
  let result: T | undefined;
  try {
    result = work((problem) => problems.push(problem));
  } catch (cause) {
    if (!(cause instanceof Failure) || cause.fault !== 'input') throw cause;
    problems.push(...cause.problems);
  }
  if (result === undefined || problems.some(({ severity }) => severity === 'error'))
    throw new Failure('input', once(problems));
  return result;
}
