import type { Report, YamlTree } from '../load/index.ts';
import { error } from '../model/problem.ts';
import type { ChronicleEntry, Day, FigureFact } from '../model/statements.ts';
import { checkUnit } from './codes.ts';
import { readFollows, statedQuantity } from './facts.ts';
import type { PlaceNames } from './operands.ts';
import { chronicleSchema } from './schemas/facts.ts';
import { checkTree } from './tree.ts';

function dayOf(text: string): Day {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return { year, month, day };
}

/**
 * The entries of the chronicle, by date, in the edition's year. The figures of a day have names of their own, so that
 * each has a path (`chronicle.2021-12-31.events`).
 */
export function readChronicle(tree: YamlTree | undefined, names: PlaceNames, report: Report): ChronicleEntry[] {
  const { year, lookups } = names;
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
      const origin = { kind: 'fact', path, place: at('figures', number, 'value'), source } as const;
      const quantity = statedQuantity(value, unit, origin, lookups);
      const repeated = follows && readFollows(follows, names, at('figures', number, 'follows'), report);
      const figure: FigureFact = {
        kind: 'figure',
        path,
        quantity,
        precision,
        ...(repeated && { follows: repeated }),
      };
      return [name, figure] as const;
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
