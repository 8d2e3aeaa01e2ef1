/** The long series of the national yearbook, edition by edition: no book sees what came after it. */
import { describe, expect, it } from 'vitest';
import { Lookup } from '../../src/derive/index.ts';
import { loadEdition } from '../../src/load/index.ts';
import { validateEdition } from '../../src/validate/index.ts';
import { projectWith } from '../support/project.ts';

const files = projectWith();
const fail = ({ name }: { readonly name: string }) => {
  throw new Error(name);
};
function lookupOf(year: number): Lookup {
  const valid = validateEdition(loadEdition(files, { series: 'national', year }, fail), fail);
  if (valid === undefined) throw new Error(String(year));
  return new Lookup(valid.dataset);
}
const lookups = new Map([2007, 2016, 2021].map((year) => [year, lookupOf(year)]));
const longCubes = (year: number) =>
  [...(lookups.get(year)?.dataset.cubes.values() ?? [])].filter(({ vintages }) => vintages !== undefined);

/** A value of the national totals as an edition has it, with the year of the edition that printed it. */
function valueIn(book: number, measure: string, year: number) {
  const quantity = lookups.get(book)?.at({ cube: 'long-annual', key: {}, measure, year });
  const { origin } = quantity ?? {};
  return (
    quantity && [quantity.value.toFixed(quantity.decimals), origin?.kind === 'observation' && origin.vintage?.year]
  );
}

describe('the long series of an edition', () => {
  it('are of the editions up to it', () => {
    expect(longCubes(2007)).toEqual([]);
    for (const year of [2016, 2021]) {
      expect(longCubes(year).length).toBeGreaterThan(6);
      for (const { vintages, observations } of longCubes(year)) {
        expect(vintages?.map((vintage) => vintage.year).filter((other) => other > year)).toEqual([]);
        expect(observations.filter((observation) => observation.year > year)).toEqual([]);
      }
    }
  });
  it('have each year as the latest of these printed it', () => {
    expect(valueIn(2016, 'amount', 2012)).toEqual(['6437.07', 2016]);
    expect(valueIn(2021, 'amount', 2012)).toEqual(['6437.1', 2021]);
    expect(valueIn(2021, 'amount', 2011)).toEqual(['4763.56', 2016]);
    expect(valueIn(2021, 'contracts', 2007)).toEqual(['220868', 2007]);
    expect([2008, 2009, 2010].map((year) => valueIn(2021, 'amount', year))).toEqual([undefined, undefined, undefined]);
  });
  it('come from the files of those editions', () => {
    const quantity = lookups.get(2021)?.at({ cube: 'long-annual', key: {}, measure: 'amount', year: 2001 });
    expect(quantity?.origin.kind === 'observation' && quantity.origin.place.file).toBe('data/national/2007/annual.csv');
  });
  it('have the years that any of these editions has, and no other', () => {
    const cube = lookups.get(2021)?.dataset.cubes.get('long-output');
    expect([...new Set(cube?.observations.map(({ year }) => year))]).toEqual([2006, 2007, 2015, 2016, 2020, 2021]);
  });
});
