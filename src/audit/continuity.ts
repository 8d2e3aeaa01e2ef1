import { keyText, type Lookup, refText } from '../derive/index.ts';
import type { Cube, Observation } from '../model/dataset.ts';
import { warning } from '../model/problem.ts';
import { isQuantity } from '../model/quantity.ts';
import { auditedCubes, yearsOf } from './cubes.ts';
import { cellOf, type Finding, placeOf } from './finding.ts';
import { likelySlip } from './slips.ts';

/** Pairs of a year and the one before it that a cube both has. */
function pairs(cube: Cube): number[] {
  const years = yearsOf(cube);
  return years.filter((year) => years.includes(year - 1)).sort();
}

/**
 * A figure that is more times that of the year before, or less of it, than its measure's `jump` allows, unless the source
 * itself prints the growth. It proves nothing, but somebody must look.
 */
function auditJumps(lookup: Lookup, cube: Cube): Finding[] {
  return [...cube.measures.values()].flatMap(({ name, jump }) => {
    if (jump === undefined) return [];
    const years = pairs(cube);
    return cube.observations.flatMap(({ values, year }): Finding[] => {
      const value = values[name];
      if (!years.includes(year) || !isQuantity(value) || value.ref === undefined) return [];
      const before = lookup.previous(value);
      if (before === undefined || lookup.publishedIndicator('growth', value.ref)) return [];
      const [small, large] = value.value.lt(before.value) ? [value, before] : [before, value];
      if (large.interval.low.lte(small.interval.high.times(jump))) return [];
      const finding = `jump ${refText(value.ref)}`;
      const printed = value.value.toFixed(value.decimals);
      const follows = before.value.toFixed(before.decimals);
      const needed = { low: before.interval.low.div(jump), high: before.interval.high.times(jump) };
      const slip = likelySlip(lookup, [{ quantity: value, needed, where: 'data' }]);
      const problem = warning('audit.jump', placeOf(value), { finding, printed, before: follows, jump });
      const cell = cellOf(value);
      return [
        {
          name: finding,
          rule: 'continuity',
          problem,
          printed,
          follows,
          unit: value.unit,
          ...(cell && { cell }),
          ...(slip && { slip }),
        },
      ];
    });
  });
}

/** Rows that a cube has in one of two years that follow each other and not in the other. */
function auditRows(cube: Cube): Finding[] {
  const rowsOf = (year: number) =>
    new Map(cube.observations.filter((row) => row.year === year).map((row) => [keyText(row.key), row]));
  if (cube.breakdown === 'partial') return [];
  return pairs(cube).flatMap((year) => {
    const [before, now] = [rowsOf(year - 1), rowsOf(year)];
    const finding = (name: 'audit.appears' | 'audit.disappears', key: string, row: Observation): Finding => ({
      name: `${name.slice('audit.'.length)} ${cube.name} ${key} ${year}`,
      rule: 'continuity',
      problem: warning(name, row.place, { cube: cube.name, key, year }),
      cell: { table: cube.source, cube: cube.name, key: row.key, year },
    });
    return [
      ...[...now].filter(([key]) => !before.has(key)).map(([key, row]) => finding('audit.appears', key, row)),
      ...[...before].filter(([key]) => !now.has(key)).map(([key, row]) => finding('audit.disappears', key, row)),
    ];
  });
}

/** What must not change abruptly from a year to the next: sizes, and which rows there are. */
export function auditContinuity(lookup: Lookup): Finding[] {
  return auditedCubes(lookup).flatMap((cube) => [...auditJumps(lookup, cube), ...auditRows(cube)]);
}
