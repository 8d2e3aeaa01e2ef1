/** Tables that build on another one. */
import { describe, expect, it } from 'vitest';
import { loadEdition } from '../../src/load/index.ts';
import type { Problem } from '../../src/model/problem.ts';
import { readTables } from '../../src/validate/tables.ts';
import { type Changes, projectWith } from '../support/project.ts';

const base = `title: { zh: 甲, en: A }
rows: { cube: flows, dimension: destination }
stub: { head: { zh: 去向, en: Destination } }
columns:
  - { key: amount, value: { measure: amount }, head: { zh: 成交额, en: Value } }
`;
const own = `base: base
title: { zh: 乙, en: B }
rows: { cube: parties, dimension: party }
`;
const folder = 'templates/xpcc/tables';
function tablesOf(files: Readonly<Record<string, string>>) {
  const changes: Changes = Object.fromEntries(
    Object.entries(files).map(([name, text]) => [`${folder}/${name}.yaml`, text]),
  );
  const problems: Problem[] = [];
  const report = (problem: Problem) => problems.push(problem);
  const tables = readTables(loadEdition(projectWith(changes), { series: 'xpcc', year: 2024 }, report), report);
  const places = problems.map(
    ({ name, place }) => `${name} ${place?.file.split('/').at(-1)}:${place?.line}:${place?.column}`,
  );
  return { tables, places, values: problems.map(({ values }) => values) };
}

describe('a table with a base', () => {
  it('has what it does not say itself from its base', () => {
    const { tables, places } = tablesOf({ base, own });
    expect(places).toEqual([]);
    const [first, second] = [tables.get('base')?.spec, tables.get('own')?.spec];
    expect(second?.columns).toEqual(first?.columns);
    expect(second).toMatchObject({
      title: { en: 'B' },
      rows: { cube: 'parties' },
      stub: { head: { en: 'Destination' } },
    });
  });
  it('tells of each property where it stands', () => {
    const tree = tablesOf({ base, own }).tables.get('own')?.tree;
    expect(tree?.place(['columns', 0, 'value'])).toMatchObject({ file: `${folder}/base.yaml`, line: 5 });
    expect(tree?.keyPlace(['title'])).toMatchObject({ file: `${folder}/own.yaml`, line: 2 });
    expect(tree?.textPlace(['title', 'en'])).toMatchObject({ file: `${folder}/own.yaml`, line: 2 });
  });
  it('tells its own faults, and leaves those of its base to that', () => {
    const faulty = base.replace('measure: amount', 'measure: [amount]');
    expect(tablesOf({ base: faulty, own }).places).toEqual(['schema.not-a-text base.yaml:5:38']);
    expect(tablesOf({ base, own: own.replace('cube: parties', 'cub: parties') }).places).toEqual([
      'schema.missing own.yaml:3:7',
      'schema.unknown-key own.yaml:3:9',
    ]);
  });
  it('names one that there is', () => {
    const { places, values } = tablesOf({ base, own: own.replace('base: base', 'base: basis') });
    expect(places).toEqual(['table.unknown-base own.yaml:1:7']);
    expect(values).toMatchObject([{ base: 'basis', suggestion: 'base' }]);
  });
  it('names none that builds on another one itself', () => {
    expect(tablesOf({ base, own, third: own.replace('base: base', 'base: own') }).places).toEqual([
      'table.base-of-base third.yaml:1:7',
    ]);
  });
  it('is not missed for a base that cannot be read', () => {
    expect(tablesOf({ base: 'title: "', own }).places.map((place) => place.split(' ')[0])).toEqual(['yaml.syntax']);
  });
});
