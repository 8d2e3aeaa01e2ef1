/** Faults of long series: in the list of them, and in editions that they are put together from. */
import { describe, expect, it } from 'vitest';
import { descriptor, edition, flows, told } from '../support/bad-input.ts';
import { type Changes, projectWith } from '../support/project.ts';

const list = 'data/xpcc/long-series.csv';
const earlier = 'data/xpcc/2023';
const textOf = (file: string) => new TextDecoder().decode(projectWith().read(file));
const described = textOf(descriptor);

/** The edition with another before it, which has two of its cubes' files; with a list of long series. */
const withEarlier = (rows: string, changes: Changes = {}): Changes => ({
  [list]: `cube,measure\n${rows}`,
  [`${earlier}/edition.yaml`]: textOf(edition),
  [`${earlier}/datapackage.json`]: described,
  [`${earlier}/flows.csv`]: textOf(flows).replaceAll('2024,', '2023,'),
  ...changes,
});
const beginnings = (changes: Changes) => told(changes).map((line) => line.replace(/ → .*/, ''));

describe('long series', () => {
  it('of editions without fault have none', () => {
    expect(told(withEarlier('flows,amount\nflows,contracts\n'))).toEqual([]);
  });
  it('of a cube that no edition has yet wait for it', () => {
    expect(told(withEarlier('lakes,amount\n'))).toEqual([]);
  });
  it('look only at the cubes that they ask for', () => {
    const faulty = { [`${earlier}/flows.csv`]: 'year,destination,contracts,amount\n2023,LOCL,x,1\n' };
    expect(
      told(
        withEarlier('task-sources,amount\n', {
          ...faulty,
          [`${earlier}/task-sources.csv`]: textOf('data/xpcc/2024/task-sources.csv').replaceAll('2024,', '2023,'),
        }),
      ),
    ).toEqual([]);
    expect(beginnings(withEarlier('flows,amount\n', faulty))).toEqual([
      `${earlier}/flows.csv:2:6 error: The list destinations has no code “LOCL”.`,
      `${earlier}/flows.csv:2:11 error: “x” in column “contracts” is not a number.`,
    ]);
  });
  it('need measures that the cube has', () => {
    expect(told(withEarlier('flows,amuont\n'))).toEqual([
      `${list}:2:7 error: The cube flows has no measure “amuont”. → It has: contracts, amount.`,
    ]);
  });
  it('need the same unit in all editions', () => {
    const inYuan = described.replaceAll('"wanyuan"', '"yuan"');
    expect(told(withEarlier('flows,amount\n', { [`${earlier}/datapackage.json`]: inYuan }))).toEqual([
      `${list}:2:7 error: The measure amount is in yuan in the edition of 2023, and in wanyuan in that of 2024. → Name a cube whose editions have the same unit.`,
    ]);
  });
  it('need the same dimensions in all editions', () => {
    const renamed = described.replace('"name": "destination"', '"name": "place"').replace('"destination"]', '"place"]');
    const changes = {
      [`${earlier}/datapackage.json`]: renamed,
      [`${earlier}/flows.csv`]: textOf(flows).replaceAll('2024,', '2023,').replace('destination', 'place'),
    };
    expect(told(withEarlier('flows,amount\n', changes))).toEqual([
      `${list}:2:1 error: The cube flows of 2023 has the dimensions place: destinations, where that of 2024 has destination: destinations. → A long series needs the same dimensions in all editions: correct the descriptor, or remove the cube from long-series.csv.`,
    ]);
  });
  it('need an edition that says when it was published', () => {
    expect(
      beginnings(
        withEarlier('flows,amount\n', { [`${earlier}/edition.yaml`]: textOf(edition).replace('2025-01', 'January') }),
      ),
    ).toEqual([`${earlier}/edition.yaml:2:12 error: published is "January", which is neither a month nor a year.`]);
  });
  it('name what they lack', () => {
    expect(beginnings(withEarlier('', { [list]: 'cube,measures\nflows,amount\n' }))).toEqual([
      `${list}:1 error: The column “measure” is missing.`,
      `${list}:1:6 error: The column “measures” is not described.`,
    ]);
  });
});
