import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { unexplained } from '../../src/audit/index.ts';
import type { Place } from '../../src/model/problem.ts';
import { findingsOf, projectFolder, swap } from '../support/project.ts';

const publishedFile = 'data/xpcc/2024/published.csv';
const registrations = 'data/xpcc/2024/registrations.csv';
const errata = 'data/xpcc/2024/errata.yaml';

/** What the source prints at a place of a CSV file without quotes. */
function cellAt({ file, line = 1, column = 1 }: Place): string | undefined {
  const text = readFileSync(join(projectFolder, file), 'utf8').split('\n')[line - 1] ?? '';
  return column === 1 || text[column - 2] === ',' ? text.slice(column - 1).split(',')[0] : undefined;
}

describe('the yearbook xpcc 2024', () => {
  const findings = findingsOf();

  it('contradicts itself in twelve places', () => {
    expect(findings.map(({ name, problem }) => [name, problem.values.printed, problem.values.follows])).toEqual([
      ['value contract-types amount/contracts 2023', '83.48', '83.82'],
      ['value contract-types amount/contracts 2024', '104.52', '104.79'],
      ['growth contract-types amount/contracts 2024', '25.2', '25.0'],
      ['ratio registrations registrant=NORTH:registrant=SOUTH amount 2024', '5.6', '5.5'],
      ['share contract-types type=TD amount 2024', '45.90', '49.99'],
      ['share contract-types type=TT amount 2024', '2.53', '0.84'],
      ['share contract-types type=TC amount 2024', '6.68', '11.64'],
      ['share contract-types type=TS amount 2024', '19.93', '33.38'],
      ['share contract-types type=TL amount 2024', '0.42', '4.16'],
      ['share flows destination=OUTSIDE amount 2024', '11.1', '11.2'],
      ['share contract-sizes band=B2000 contracts 2024', '13.64', '0.39'],
      ['share contract-sizes band=B1 amount 2024', '0.83', '0.29'],
    ]);
  });
  it('has all of them on record, with a reason in both languages', () => {
    expect(unexplained(findings)).toEqual([]);
    for (const { name, erratum } of findings) {
      expect(erratum?.reason.zh, name).toMatch(/\p{Script=Han}/u);
      expect(erratum?.reason.en, name).not.toMatch(/\p{Script=Han}/u);
      expect(erratum?.place.file, name).toBe(errata);
    }
  });
  it('prints each of them at the place that the finding names', () => {
    for (const { name, problem } of findings) {
      expect(problem.place?.file, name).toBe(publishedFile);
      expect(problem.place && cellAt(problem.place), name).toBe(problem.values.printed);
    }
  });
});

describe('a changed figure', () => {
  const names = (changes: Parameters<typeof findingsOf>[0]) => unexplained(findingsOf(changes)).map(({ name }) => name);

  it('is noticed wherever the source prints what follows from it', () => {
    const found = names({ [registrations]: swap('2024,D12,12921.46', '2024,D12,1921.46') });
    expect(found).toEqual(
      expect.arrayContaining([
        'footing contract-types amount 2024',
        'footing contract-sizes amount 2024',
        'footing flows amount 2024',
        'total registrations amount 2024',
        'growth registrations amount 2024',
        'rank registrations registrant=D12 amount 2024',
        'rank registrations registrant=D08 amount 2024',
        'times registrations registrant=D12 amount 2024',
        'increase registrations registrant=D12 amount 2024',
        'value registrations registrant=NORTH amount 2024',
        'share registrations registrant=NORTH amount 2024',
        'fact inflow.ratio',
      ]),
    );
    // What does not follow from it is not in doubt.
    expect(
      found.filter((name) =>
        /contract-types type|contract-sizes band|flows destination|D14|registrant=D12 amount 2023/.test(name),
      ),
    ).toEqual([]);
  });
  it('by a little is noticed in no share, but in every total', () => {
    const found = names({ [registrations]: swap('2024,D12,12921.46', '2024,D12,12923.46') });
    expect(found).toEqual([
      'footing contract-types amount 2024',
      'footing task-sources amount 2024',
      'footing flows amount 2024',
      'footing contract-sizes amount 2024',
      'total registrations amount 2024',
      'increase registrations registrant=D12 amount 2024',
      'value registrations registrant=NORTH amount 2024',
    ]);
  });
  it('that mends the source makes its erratum stale', () => {
    expect(names({ [publishedFile]: swap('amount,2024,11.1,percent', 'amount,2024,11.2,percent') })).toEqual([
      'stale share flows destination=OUTSIDE amount 2024',
    ]);
  });
  it('without its erratum is unexplained', () => {
    expect(
      names({
        [errata]: (text) => text.replace('share flows destination=OUTSIDE', 'share flows destination=ELSEWHERE'),
      }),
    ).toEqual(['share flows destination=OUTSIDE amount 2024', 'stale share flows destination=ELSEWHERE amount 2024']);
  });
});
