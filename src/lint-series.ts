import { withLongSeries } from './derive/index.ts';
import { lintTemplates } from './lint/index.ts';
import { collect, listEditions, loadEdition } from './load/index.ts';
import type { Problem } from './model/problem.ts';
import type { ProjectFiles } from './model/project-files.ts';
import { validateEdition } from './validate/index.ts';
import { loadWords } from './words/index.ts';

/**
 * Findings in what editors wrote for a series, held against the data of all its editions.
 * @throws Failure (input) if data, templates or words cannot be read
 */
export function lintSeries(files: ProjectFiles, series: string): readonly Problem[] {
  return collect((report) => {
    const words = loadWords(files, report);
    const editions = listEditions(files).filter((edition) => edition.series === series);
    const raws = editions.map((edition) => loadEdition(files, edition, report));
    const datasets = raws.flatMap((raw) => validateEdition(raw, report)?.dataset ?? []).map(withLongSeries);
    const [raw] = raws;
    return raw && lintTemplates({ raw, datasets }, words);
  });
}
