import type { Report, YamlTree } from '../load/index.ts';
import type { ChronicleEntry, ChronicleFigure, Cube, Day } from '../model/dataset.ts';
import { suggest } from '../model/nearest.ts';
import { error, type Place } from '../model/problem.ts';
import { checkUnit, type Lookups } from './codes.ts';
import { statedQuantity } from './facts.ts';
import { chronicleSchema } from './schemas/facts.ts';
import { checkTree } from './tree.ts';

function dayOf(text: string): Day {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return { year, month, day };
}

/** A figure can only repeat what a cube holds. */
function checkSource(
  { cube: name, measure }: NonNullable<ChronicleFigure['follows']>,
  cubes: ReadonlyMap<string, Cube>,
  declared: ReadonlySet<string>,
  place: Place,
  report: Report,
): void {
  const cube = cubes.get(name);
  if (cube === undefined && !declared.has(name)) {
    report(error('spec.unknown-cube', place, { cube: name, suggestion: suggest(name, declared) }));
  }
  if (cube && !cube.measures.has(measure)) {
    report(error('spec.unknown-measure', place, { measure, cube: name, known: [...cube.measures.keys()].join(', ') }));
  }
}

/**
 * The entries of the chronicle, by date, in the edition's year. The figures of a day have names of their own, so that
 * each has a path (`chronicle.2021-12-31.events`).
 */
export function readChronicle(
  tree: YamlTree | undefined,
  year: number,
  cubes: ReadonlyMap<string, Cube>,
  declared: ReadonlySet<string>,
  lookups: Lookups,
  report: Report,
): ChronicleEntry[] {
  const spec = checkTree(chronicleSchema, tree, report);
  if (spec === undefined || tree === undefined) return [];
  const paths = new Set<string>();
  let before = '';
  return spec.map(({ date, zh, en, source, figures, dates }, index): ChronicleEntry => {
    const { from, to } = typeof date === 'string' ? { from: date, to: date } : date;
    const at = (...path: PropertyKey[]) => tree.place([index, ...path]);
    // Days written like this sort like texts.
    if (from < before) report(error('chronicle.order', at('date'), { date: from, before }));
    before = from;
    if (typeof date !== 'string' && to <= from) report(error('chronicle.range', at('date', 'to'), { from, to }));
    for (const other of new Set([from, to])) {
      if (dayOf(other).year !== year) report(error('chronicle.other-year', at('date'), { date: other, year }));
    }
    const figureOf = ({ name, value, unit, precision, follows }: (typeof figures)[number], number: number) => {
      const path = `chronicle.${from}.${name}`;
      if (paths.has(path) || name in dates) {
        report(error('chronicle.name-twice', at('figures', number, 'name'), { name, date: from }));
      }
      paths.add(path);
      checkUnit(unit, lookups.units, at('figures', number, 'unit'), report);
      if (follows) checkSource(follows, cubes, declared, at('figures', number, 'follows'), report);
      const origin = { kind: 'fact', path, place: at('figures', number, 'value'), source } as const;
      const quantity = statedQuantity(value, unit, origin, lookups);
      return [name, { kind: 'figure', path, quantity, precision, ...(follows && { follows }) }] as const;
    };
    return {
      from: dayOf(from),
      to: dayOf(to),
      texts: { zh, en },
      textPlaces: { zh: tree.textPlace([index, 'zh']), en: tree.textPlace([index, 'en']) },
      figures: new Map(figures.map(figureOf)),
      dates: new Map(Object.entries(dates).map(([name, text]) => [name, dayOf(text)])),
    };
  });
}
