import type { CsvCell, CsvTable, Report } from '../load/index.ts';
import type { Cube, PublishedIndicator, Unit } from '../model/dataset.ts';
import { nearest } from '../model/nearest.ts';
import { error } from '../model/problem.ts';
import type { IndicatorKind, Key } from '../model/quantity.ts';
import { cellOf, checkColumns, checkUnit } from './codes.ts';
import { publishedQuantity, readNumber } from './number.ts';

const numeric: readonly IndicatorKind[] = [
  'total',
  'increase',
  'growth',
  'share',
  'average',
  'rank',
  'ratio',
  'times',
  'contribution',
];
const worded = { direction: ['up', 'down'], record: ['high', 'low'] } as const;
const indicators = [...numeric, 'value', 'direction', 'record'] as const;

/** `registrant=D01` (several with `;`) as a key; dimensions and codes that the cube does not have are reported. */
function readKey(cell: CsvCell, cube: Cube | undefined, report: Report): Key {
  const key: Record<string, string> = {};
  for (const part of cell.text.split(';')) {
    if (part === '') continue;
    const [name = '', code = ''] = part.split('=');
    key[name] = code;
    if (cube === undefined || name === 'kind') continue;
    const dimension = cube.dimensions.find((candidate) => candidate.name === name);
    if (dimension === undefined) {
      const known = cube.dimensions.map((candidate) => candidate.name).join(', ');
      report(error('published.unknown-dimension', cell.place, { name, cube: cube.name, known }));
    } else if (!dimension.list.codes.has(code)) {
      const suggestion = nearest(code, dimension.list.codes.keys()) ?? '';
      report(error('cube.unknown-code', cell.place, { code, list: dimension.list.name, suggestion }));
    }
  }
  return key;
}

function readWord(cell: CsvCell, indicator: keyof typeof worded, report: Report): string {
  const options: readonly string[] = worded[indicator];
  if (!options.includes(cell.text)) {
    report(error('published.unknown-word', cell.place, { text: cell.text, options: options.join(', ') }));
  }
  return cell.text;
}

/** What the source prints beside its tables: `published.csv`. */
export function readPublished(
  table: CsvTable | undefined,
  cubes: ReadonlyMap<string, Cube>,
  units: ReadonlyMap<string, Unit>,
  report: Report,
): PublishedIndicator[] {
  if (table === undefined) return [];
  checkColumns(
    table,
    ['indicator', 'cube', 'key', 'against', 'measure', 'year', 'value', 'unit', 'source'],
    [],
    report,
  );
  return table.rows.flatMap((row): PublishedIndicator[] => {
    const cells = {
      indicator: cellOf(row, 'indicator'),
      cube: cellOf(row, 'cube'),
      measure: cellOf(row, 'measure'),
      value: cellOf(row, 'value'),
      unit: cellOf(row, 'unit'),
    };
    const indicator = indicators.find((name) => name === cells.indicator.text);
    if (indicator === undefined) {
      const suggestion = nearest(cells.indicator.text, indicators) ?? indicators.join(', ');
      report(
        error('published.unknown-indicator', cells.indicator.place, { indicator: cells.indicator.text, suggestion }),
      );
      return [];
    }
    const cube = cubes.get(cells.cube.text);
    if (cube === undefined) {
      const suggestion = nearest(cells.cube.text, cubes.keys()) ?? [...cubes.keys()].join(', ');
      report(error('published.unknown-cube', cells.cube.place, { cube: cells.cube.text, suggestion }));
    }
    for (const measure of cells.measure.text.split('/')) {
      if (cube && !cube.measures.has(measure)) {
        const known = [...cube.measures.keys()].join(', ');
        report(error('published.unknown-measure', cells.measure.place, { measure, cube: cube.name, known }));
      }
    }
    const source = cellOf(row, 'source').text;
    const place = cells.value.place;
    const ref = {
      cube: cells.cube.text,
      key: readKey(cellOf(row, 'key'), cube, report),
      measure: cells.measure.text,
      year: Number(cellOf(row, 'year').text),
    };
    const against = readKey(cellOf(row, 'against'), cube, report);
    const base = { indicator, ref, against, source, place };
    if (indicator === 'direction' || indicator === 'record') {
      return [{ ...base, word: readWord(cells.value, indicator, report) }];
    }
    const text = readNumber(cells.value, 'value', report);
    checkUnit(cells.unit.text, units, cells.unit.place, report);
    if (text === undefined) return [];
    const origin = {
      kind: 'published',
      indicator: indicator === 'value' ? 'total' : indicator,
      place,
      source,
      ...ref,
    } as const;
    const exact = cells.unit.text === 'rank' || cells.unit.text === 'contract';
    return [{ ...base, printed: publishedQuantity(text, cells.unit.text, exact, origin) }];
  });
}
