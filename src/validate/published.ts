import type { CsvCell, CsvTable, Report } from '../load/index.ts';
import type { Against, Cube, PublishedIndicator } from '../model/dataset.ts';
import { suggest } from '../model/nearest.ts';
import { error } from '../model/problem.ts';
import type { IndicatorKind, Key } from '../model/quantity.ts';
import { cellOf, checkColumns, readYear } from './cells.ts';
import { checkKind, checkUnit, codeOf, type Lookups } from './codes.ts';
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
function readKey(cell: CsvCell, cube: Cube | undefined, lookups: Lookups, report: Report): Key {
  const key: Record<string, string> = {};
  for (const part of cell.text.split(';')) {
    if (part === '') continue;
    const [name = '', code = ''] = part.split('=');
    key[name] = code;
    if (cube === undefined) continue;
    const dimension = cube.dimensions.find((candidate) => candidate.name === name);
    if (dimension === undefined) {
      const known = cube.dimensions.map((candidate) => candidate.name).join(', ');
      report(error('published.unknown-dimension', cell.place, { name, cube: cube.name, known }));
    } else codeOf(code, dimension.list, lookups.unreadable, cell.place, report);
  }
  return key;
}

/** `region=EAST`, `kind=division`, `cube=macro;measure=gdp`: the second operand of an indicator. */
function readAgainst(
  cell: CsvCell,
  own: Cube | undefined,
  cubes: ReadonlyMap<string, Cube>,
  lookups: Lookups,
  report: Report,
): Against {
  const special: { cube?: string; measure?: string; kind?: string } = {};
  const rest = cell.text.split(';').filter((part) => {
    const [name, value = ''] = part.split('=');
    if (name !== 'cube' && name !== 'measure' && name !== 'kind') return true;
    special[name] = value;
    return false;
  });
  const cube = special.cube === undefined ? own : cubes.get(special.cube);
  if (special.cube !== undefined && cube === undefined) {
    const suggestion = suggest(special.cube, cubes.keys());
    report(error('published.unknown-cube', cell.place, { cube: special.cube, suggestion }));
  }
  if (special.kind !== undefined && cube) checkKind(special.kind, cube, cell.place, report);
  if (special.measure !== undefined && cube && !cube.measures.has(special.measure)) {
    const known = [...cube.measures.keys()].join(', ');
    report(error('published.unknown-measure', cell.place, { measure: special.measure, cube: cube.name, known }));
  }
  return { ...special, key: readKey({ ...cell, text: rest.join(';') }, cube, lookups, report) };
}

function readWord(cell: CsvCell, indicator: keyof typeof worded, report: Report): string {
  const options: readonly string[] = worded[indicator];
  if (!options.includes(cell.text)) {
    report(error('published.unknown-word', cell.place, { text: cell.text, options: options.join(', ') }));
  }
  return cell.text;
}

/**
 * What the source prints beside its tables: `published.csv`.
 * @param declared cubes of the descriptor; one that could not be read is not missed here again
 */
export function readPublished(
  table: CsvTable | undefined,
  cubes: ReadonlyMap<string, Cube>,
  declared: ReadonlySet<string>,
  lookups: Lookups,
  report: Report,
): PublishedIndicator[] {
  if (table === undefined) return [];
  const columns = ['indicator', 'cube', 'key', 'against', 'measure', 'year', 'value', 'unit', 'source'];
  if (!checkColumns(table, columns, [], report)) return [];
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
      const suggestion = suggest(cells.indicator.text, indicators);
      report(
        error('published.unknown-indicator', cells.indicator.place, { indicator: cells.indicator.text, suggestion }),
      );
      return [];
    }
    const cube = cubes.get(cells.cube.text);
    if (cube === undefined && !declared.has(cells.cube.text)) {
      const suggestion = suggest(cells.cube.text, declared);
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
    const year = readYear(cellOf(row, 'year'), report);
    const ref = {
      cube: cells.cube.text,
      key: readKey(cellOf(row, 'key'), cube, lookups, report),
      measure: cells.measure.text,
      year: year ?? 0,
    };
    const against = readAgainst(cellOf(row, 'against'), cube, cubes, lookups, report);
    const base = { indicator, ref, against, source, place };
    if (indicator === 'direction' || indicator === 'record') {
      return [{ ...base, word: readWord(cells.value, indicator, report) }];
    }
    const text = readNumber(cells.value, 'value', report, 'always');
    checkUnit(cells.unit.text, lookups.units, cells.unit.place, report);
    if (text === undefined || year === undefined) return [];
    const origin = {
      kind: 'published',
      indicator: indicator === 'value' ? 'total' : indicator,
      place,
      source,
      ...ref,
    } as const;
    const exact = cells.unit.text === 'rank' || cells.unit.text === 'contract';
    return [{ ...base, printed: publishedQuantity(text, cells.unit.text, origin, exact ? 'exact' : undefined) }];
  });
}
