import { type Lookup, overlap, refText } from '../derive/index.ts';
import type { Cube } from '../model/dataset.ts';
import { warning } from '../model/problem.ts';
import type { ObservationRef } from '../model/quantity.ts';
import { auditedCubes } from './cubes.ts';
import { cellOf, type Finding, placeOf } from './finding.ts';
import { priorOf } from './prior.ts';

/** What the year before must have been for the parts, by the growths printed for them, against that of the whole. */
function auditPriors(lookup: Lookup, ref: ObservationRef, parts: readonly ObservationRef[]): Finding[] {
  const whole = priorOf(lookup, ref);
  const priors = parts.map((part) => priorOf(lookup, part));
  const known = priors.filter((prior) => prior !== undefined);
  const follows = known.some(({ origin }) => origin.kind === 'derived' && origin.indicator === 'previous');
  if (whole === undefined || known.length === 0 || known.length < parts.length || !follows) return [];
  const sum = lookup.sum(known, ref);
  if (overlap(sum.interval, whole.interval)) return [];
  const name = `growths ${refText({ ...ref, year: ref.year + 1 })}`;
  const printed = sum.value.toFixed(sum.decimals);
  const total = whole.value.toFixed(whole.decimals);
  const off = sum.value.minus(whole.value).toFixed(sum.decimals);
  const values = { finding: name, printed, follows: total, unit: sum.unit };
  const cell = cellOf(sum);
  const problem = warning('audit.growths', placeOf(sum), values);
  return [{ name, rule: 'published', problem, printed, follows: total, off, unit: sum.unit, ...(cell && { cell }) }];
}

/** A year whose figures follow only from the growths printed for the next one: parts must still add up. */
function auditCube(lookup: Lookup, cube: Cube): Finding[] {
  const [dimension, ...others] = cube.dimensions;
  const { year } = lookup.dataset.edition;
  const isKnown = cube.observations.some((row) => row.year === year - 1);
  if (dimension === undefined || others.length > 0 || isKnown) return [];
  const place = (measure: string, code?: string): ObservationRef => ({
    cube: cube.name,
    key: code === undefined ? {} : { [dimension.name]: code },
    measure,
    year: year - 1,
  });
  const present = new Set(lookup.codes(cube, dimension.name, year));
  const parents = [...present].map((parent) => ({
    parent,
    children: [...dimension.list.codes.values()].filter((code) => code.parent === parent).map(({ code }) => code),
  }));
  return [...cube.measures.keys()].flatMap((measure) => {
    const tops = lookup.topCodes(cube, dimension.name, year);
    const ofWhole =
      cube.breakdown === 'complete'
        ? auditPriors(
            lookup,
            place(measure),
            tops.map((code) => place(measure, code)),
          )
        : [];
    const ofParents = parents.flatMap(({ parent, children }) =>
      // A part that is gone had figures that nothing tells.
      children.length > 0 && children.every((code) => present.has(code))
        ? auditPriors(
            lookup,
            place(measure, parent),
            children.map((code) => place(measure, code)),
          )
        : [],
    );
    return [...ofWhole, ...ofParents];
  });
}

/** Growths that the source prints without their base, against each other: parts and whole grew from the same year. */
export function auditGrowths(lookup: Lookup): Finding[] {
  return auditedCubes(lookup).flatMap((cube) => auditCube(lookup, cube));
}
