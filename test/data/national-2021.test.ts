/** The transcription of the national yearbook of 2021: its cubes are valid, complete, and add up to what is printed. */
import { Decimal } from 'decimal.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { audit, unexplained } from '../../src/audit/index.ts';
import { Lookup, peers, rankAmong } from '../../src/derive/index.ts';
import { loadEdition } from '../../src/load/index.ts';
import type { Cube } from '../../src/model/dataset.ts';
import type { Problem } from '../../src/model/problem.ts';
import { isQuantity, type Quantity } from '../../src/model/quantity.ts';
import { validateEdition } from '../../src/validate/index.ts';
import { projectWith } from '../support/project.ts';

const files = projectWith();
const problems: Problem[] = [];
const report = (problem: Problem) => problems.push(problem);
const raw = loadEdition(files, { series: 'national', year: 2021 }, report);
const dataset = validateEdition(raw, report)?.dataset;
if (dataset === undefined) throw new Error('The descriptor or the edition is not valid');
const lookup = new Lookup(dataset);

const cube = (name: string): Cube => {
  const found = dataset.cubes.get(name);
  if (found === undefined) throw new Error(`No cube ${name}`);
  return found;
};
const sum = (name: string, measure: string, year: number, keep: (key: Readonly<Record<string, string>>) => boolean) =>
  cube(name)
    .observations.filter((observation) => observation.year === year && keep(observation.key))
    .map(({ values }) => values[measure])
    .filter(isQuantity)
    .reduce((total, { value }) => total.plus(value), new Decimal(0));
const kindOf = (list: string, code: string | undefined) => dataset.codeLists.get(list)?.codes.get(code ?? '')?.kind;

describe('the cubes', () => {
  it('are read without a problem, code lists, facts and descriptor included', () => {
    expect(problems.filter(({ place }) => /^data\/(codes|national)/.test(place?.file ?? ''))).toEqual([]);
    expect(dataset.published).toHaveLength(2270);
    expect(dataset.cubes.size).toBe(50);
    expect(dataset.chronicle).toHaveLength(12);
    expect(dataset.chronicle.flatMap(({ figures }) => [...figures])).toHaveLength(17);
  });

  it('come with the front matter of the source, its whole board', () => {
    const { board, note } = dataset.sourceBook ?? {};
    expect(board?.map(({ role, people }) => [role, people.length])).toEqual([
      ['editors-in-chief', 2],
      ['deputy-editors', 3],
      ['members', 25],
      ['writers', 7],
    ]);
    expect([note?.subjects.length, note?.documents.length]).toEqual([7, 2]);
  });

  it.each([
    ['annual', 10],
    ['types', 8],
    ['fields', 11],
    ['objectives', 13],
    ['sellers', 21],
    ['buyers', 21],
    ['sellers-buyers', 36],
    ['registrations', 74],
    ['output', 96],
    ['intake', 96],
    ['bay-area', 11],
    ['belt-road-countries', 21],
    ['overseas-countries', 21],
    ['exchanges', 26],
  ])('%s has its %i rows', (name, rows) => expect(cube(name).observations).toHaveLength(rows));
});

describe('printed totals', () => {
  const provinces = (key: Readonly<Record<string, string>>) =>
    ['province', 'outside'].includes(kindOf('regions', key.region) ?? '');
  const all = () => true;
  it.each([
    ['types', 2021, all],
    ['types', 2020, all],
    ['fields', 2021, all],
    ['objectives', 2021, all],
    ['sellers', 2021, all],
    ['buyers', 2021, all],
    ['sellers-buyers', 2021, all],
    ['output', 2021, provinces],
    ['output', 2020, provinces],
    ['intake', 2021, provinces],
    ['intake', 2020, provinces],
    ['registrations', 2021, provinces],
  ] as const)('of %s in %i are the sum of its parts', (name, year, keep) => {
    const total = (measure: string) => lookup.at({ cube: 'annual', key: {}, measure, year })?.value;
    expect(sum(name, 'contracts', year, keep)).toEqual(total('contracts'));
    // Amounts are rounded to one decimal: at most half a unit for each row.
    const rows = cube(name).observations.filter((observation) => observation.year === year && keep(observation.key));
    const off = sum(name, 'amount', year, keep).minus(total('amount') ?? 0);
    expect(off.abs().toNumber()).toBeLessThanOrEqual(0.05 * (rows.length + 1));
  });
});

describe('relations between codes', () => {
  const at = (name: string, key: Readonly<Record<string, string>>, measure: string) =>
    lookup.at({ cube: name, key, measure, year: 2021 });
  const printed = (quantity: Quantity | undefined) => quantity?.value.toNumber();

  it('give a code without a row the sum of its parts', () => {
    expect(printed(at('sellers', { legal_form: 'GOV' }, 'contracts'))).toBe(1806);
    expect(printed(at('subtypes', { type: 'TT' }, 'contracts'))).toBe(34317);
    expect(printed(at('ip', { ip: 'PATENT' }, 'contracts'))).toBe(43926);
  });

  it('keep a city within its province out of the total, and let it stand where its province has no row', () => {
    expect(printed(at('output', {}, 'contracts'))).toBe(670506);
    expect(lookup.topCodes(cube('output'), 'region', 2021)).not.toContain('SZ');
    expect(lookup.topCodes(cube('bay-area'), 'region', 2021)).toContain('SZ');
  });

  it('give a cube of something else a total of its own', () => {
    expect(printed(at('major-types', {}, 'contracts'))).toBe(33195);
    expect(printed(at('fields', {}, 'contracts'))).toBe(670506);
  });

  it('let a rank be counted among the members of a group, the parts of a code or one side of a cross table', () => {
    const place = (quantity: Quantity | undefined, against: Readonly<Record<string, string>>) =>
      quantity && printed(rankAmong(quantity, peers(lookup, quantity, { key: against })));
    expect(place(at('output', { region: 'SH' }, 'amount'), { region: 'EAST' })).toBe(4);
    expect(place(at('sellers', { legal_form: 'ENT-F' }, 'amount'), { legal_form: 'ENT' })).toBe(2);
    expect(place(at('sellers-buyers', { buyer: 'GOV', seller: 'ENT' }, 'amount'), { seller: 'ENT' })).toBe(2);
  });
});

describe('the audit', () => {
  it('finds the contradictions on record and no other', () => {
    const findings = audit(lookup);
    expect(unexplained(findings).map(({ name }) => name)).toEqual([]);
    expect(findings).toHaveLength(37);
  });
});

describe('what no row holds', () => {
  const at = (name: string, key: Readonly<Record<string, string>>, measure = 'amount') =>
    lookup.at({ cube: name, key, measure, year: 2021 });
  it('is the sum over buyers or sellers, within the rounding of what is printed', () => {
    for (const key of [{ buyer: 'ENT' }, { seller: 'ENT' }, { seller: 'GOV' }]) {
      const printed = dataset.published.find(
        ({ indicator, ref }) =>
          indicator === 'total' &&
          ref.cube === 'sellers-buyers' &&
          ref.measure === 'contracts' &&
          JSON.stringify(ref.key) === JSON.stringify(key),
      );
      expect(at('sellers-buyers', key, 'contracts')?.value.toString()).toBe(printed?.printed?.value.toString());
    }
  });
  it('is what the source prints for a group whose members are not listed', () => {
    expect(at('output', { region: 'BELT-ROAD' })?.value.toString()).toBe('25.4');
    expect(at('intake', { region: 'BELT-ROAD' }, 'contracts')?.value.toString()).toBe('715');
  });
});

describe('names', () => {
  it('of the 420 agencies are complete, and each is of one agency', () => {
    const list = dataset.codeLists.get('agencies');
    const listed = dataset.cubes.get('agency-list')?.observations ?? [];
    const agencies = listed.flatMap(({ key }) => list?.codes.get(key.agency ?? '') ?? []);
    expect(agencies).toHaveLength(420);
    for (const lang of ['zh', 'en'] as const) expect(new Set(agencies.map(({ names }) => names[lang])).size).toBe(420);
  });

  it('of all English lists hold no Han character', () => {
    for (const list of dataset.codeLists.values()) {
      for (const { names } of list.codes.values()) expect(names.en).not.toMatch(/\p{Script=Han}/u);
    }
  });

  it('and texts of the chronicle stand in both languages, in the order of their dates', () => {
    const entries: { date: string | { from: string }; zh: string; en: string }[] = parse(
      new TextDecoder().decode(files.read('data/national/2021/chronicle.yaml')),
    );
    expect(entries).toHaveLength(12);
    const dates = entries.map(({ date }) => (typeof date === 'string' ? date : date.from));
    expect(dates).toEqual(dates.toSorted());
    for (const { zh, en } of entries) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).not.toMatch(/\p{Script=Han}/u);
    }
  });
});
