import { error, Failure, type Problem } from '../model/problem.ts';
import type { ProjectFiles } from '../model/project-files.ts';

/** Collects problems while reading goes on, so that all of them can be told at once. */
export type Report = (problem: Problem) => void;

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
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
  } catch {
    report(error('file.not-utf8', { file }));
    return undefined;
  }
}

/** Runs work that reports problems. @throws Failure (input) with all of them if any is an error or there is no result */
export function collect<T>(work: (report: Report) => T | undefined): T {
  const problems: Problem[] = [];
  const result = work((problem) => problems.push(problem));
  if (result === undefined || problems.some(({ severity }) => severity === 'error'))
    throw new Failure('input', problems);
  return result;
}
