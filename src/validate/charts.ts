import type { RawEdition, Report } from '../load/index.ts';
import { suggest } from '../model/nearest.ts';
import { error, type Place } from '../model/problem.ts';
import { type ChartBaseSpec, type ChartSpec, chartBaseSchema, chartSchema } from './schemas/chart.ts';
import { type Located, readSpecs } from './tree.ts';

/** A chart, with the specification that it builds on. */
export interface LocatedChart extends Located<ChartSpec> {
  readonly base?: Located<ChartBaseSpec>;
}

/** Folder of the bases, as messages name it. */
const folder = 'templates/shared/charts';

/** The charts of a series with their bases. What a chart overrides, its base must have. */
export function readCharts(raw: RawEdition, report: Report): Map<string, LocatedChart> {
  const bases = readSpecs(chartBaseSchema, raw.chartBases, report);
  const charts = readSpecs(chartSchema, raw.charts, report);
  return new Map(
    [...charts].map(([key, chart]): [string, LocatedChart] => {
      const { base: name, words } = chart.spec.usermeta;
      if (name === undefined) {
        for (const word of Object.keys(words)) {
          const place = chart.tree.keyPlace(['usermeta', 'words', word]);
          report(error('chart.word-without-base', place, { word }));
        }
        return [key, chart];
      }
      const base = bases.get(name);
      if (base === undefined) {
        const isFaulty = raw.chartBases.has(name) || raw.unreadable.has(`${folder}/${name}.vl.json`);
        const values = { base: name, suggestion: suggest(name, bases.keys()) };
        if (!isFaulty) report(error('chart.unknown-base', chart.tree.place(['usermeta', 'base']), values));
        return [key, chart];
      }
      const check = (problem: string, found: string, known: readonly string[], place: Place) => {
        if (known.includes(found)) return;
        report(error(problem, place, { name: found, base: name, suggestion: suggest(found, known) }));
      };
      for (const word of Object.keys(words)) {
        const place = chart.tree.keyPlace(['usermeta', 'words', word]);
        check('chart.unknown-word', word, Object.keys(base.spec.usermeta.words), place);
      }
      for (const [index, { name: param }] of (chart.spec.params ?? []).entries()) {
        const known = (base.spec.params ?? []).map((entry) => entry.name);
        check('chart.unknown-param', param, known, chart.tree.place(['params', index, 'name']));
      }
      return [key, { ...chart, base }];
    }),
  );
}
