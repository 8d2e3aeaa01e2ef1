/** The templates of the repository have no finding. */
import { describe, expect, it } from 'vitest';
import { problemList } from '../../src/command-line/messages.ts';
import { lintSeries } from '../../src/lint-series.ts';
import { listEditions } from '../../src/load/index.ts';
import { words } from '../support/linting.ts';
import { projectWith } from '../support/project.ts';

const files = projectWith();
const series = [...new Set(listEditions(files).map((edition) => edition.series))];

describe.each(series)('the templates of %s', (name) => {
  it('have nothing typed that is data, and say the same in both languages', () => {
    expect(problemList(lintSeries(files, name), words.en)).toBe('');
  });
});
