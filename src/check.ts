import { audit, type Finding, unexplained } from './audit/index.ts';
import { Lookup } from './derive/index.ts';
import { collect, type EditionYear, listEditions, loadData } from './load/index.ts';
import type { Dataset } from './model/dataset.ts';
import { Failure, type Problem } from './model/problem.ts';
import type { ProjectFiles } from './model/project-files.ts';
import { validateData } from './validate/index.ts';

/** What the audit of one edition year says; without data, why there are none. */
export interface CheckedEdition extends EditionYear {
  readonly dataset: Dataset | undefined;
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
}

/** Files that are asked for again and again, such as the code lists of all editions, are read once. */
function readingOnce(files: ProjectFiles): ProjectFiles {
  const read = new Map<string, Uint8Array | undefined>();
  return {
    list: files.list,
    read: (path) => {
      if (!read.has(path)) read.set(path, files.read(path));
      return read.get(path);
    },
  };
}

/**
 * Audits editions without rendering: load → validate → derive → audit. Each is compared with the earlier ones of its series,
 * asked for or not, as far as their data can be read.
 * @throws Failure (machine) if a file cannot be read
 */
export function checkEditions(files: ProjectFiles, wanted: readonly EditionYear[]): readonly CheckedEdition[] {
  const once = readingOnce(files);
  const datasets = new Map<string, Dataset | readonly Problem[]>();
  const nameOf = ({ series, year }: EditionYear) => `${series} ${year}`;
  const datasetOf = (edition: EditionYear) => {
    const known = datasets.get(nameOf(edition));
    if (known) return known;
    const found = dataOf(once, edition);
    datasets.set(nameOf(edition), found);
    return found;
  };
  const all = listEditions(files);
  return wanted.map((edition): CheckedEdition => {
    const dataset = datasetOf(edition);
    if (isProblems(dataset)) return { ...edition, dataset: undefined, findings: [], problems: dataset };
    const earlier = all.filter(({ series, year }) => series === edition.series && year < edition.year);
    const others = earlier.map(datasetOf).filter((other): other is Dataset => !isProblems(other));
    return { ...edition, dataset, findings: audit(new Lookup(dataset), others), problems: [] };
  });
}

const isProblems = (found: Dataset | readonly Problem[]): found is readonly Problem[] => Array.isArray(found);

/** The data of an edition year, or what is wrong with them. */
function dataOf(files: ProjectFiles, edition: EditionYear): Dataset | readonly Problem[] {
  try {
    return collect((report) => validateData(loadData(files, edition, report), report));
  } catch (cause) {
    if (!(cause instanceof Failure) || cause.fault !== 'input') throw cause;
    return cause.problems;
  }
}

/** Whether an edition's data can be read and hold no contradiction that is not on record. */
export const isClean = ({ dataset, findings }: CheckedEdition): boolean =>
  dataset !== undefined && unexplained(findings).length === 0;
