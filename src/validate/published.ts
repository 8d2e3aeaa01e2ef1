import type { CsvCell, CsvTable, Report } from '../load/index.ts';
import type { Cube } from '../model/dataset.ts';
import { suggest } from '../model/nearest.ts';
import { error } from '../model/problem.ts';
import type { Key } from '../model/quantity.ts';
import { type Against, type Precision, type PublishedIndicator, publishedWords } from '../model/statements.ts';
import { cellOf, checkColumns, readYear } from './cells.ts';
import { checkKind, checkUnit, codeOf, type Lookups } from './codes.ts';
import { checkMeasure, cubeOf, dimensionOf } from './cube-names.ts';
import { publishedQuantity, readNumber } from './number.ts';
import type { PlaceNames } from './operands.ts';

const numeric = [
  'total',
  'increase',
  'growth',
  'share',
  'average',
  'rank',
  'growth-rank',
  'ratio',
  'times',
  'contribution',
  'difference',
  'value',
] as const satisfies readonly PublishedIndicator['indicator'][];
const worded = Object.keys(publishedWords) as (keyof typeof publishedWords)[];
const indicators: readonly string[] = [...numeric, ...worded];
const precisions = ['above', 'below', 'nearly', 'about'] as const satisfies readonly Precision[];

const isWorded = (name: PublishedIndicator['indicator']): name is keyof typeof publishedWords => name in publishedWords;

/** `share`, `rank`, `direction`; with a precision behind it, as in `share-above`, for what the source says roughly. */
function readIndicator(cell: CsvCell, report: Report): Pick<PublishedIndicator, 'indicator' | 'precision'> | undefined {
  const { text } = cell;
  const precision = precisions.find((name) => text.endsWith(`-${name}`));
  const name = precision === undefined ? text : text.slice(0, -precision.length - 1);
  const indicator = numeric.find((known) => known === name) ?? worded.find((known) => known === text);
  if (indicator !== undefined) return { indicator, precision: precision ?? 'exact' };
  const suggestion = suggest(text, indicators);
  report(error('published.unknown-indicator', cell.place, { indicator: text, suggestion }));
  return undefined;
}

/** `registrant=D01` (several with `;`) as a key; dimensions and codes that the cube does not have are reported. */
function readKey(cell: CsvCell, cube: Cube | undefined, lookups: Lookups, report: Report): Key {
  const key: Record<string, string> = {};
  for (const part of cell.text.split(';')) {
    if (part === '') continue;
    const [name = '', code = ''] = part.split('=');
    key[name] = code;
    if (cube === undefined) continue;
    const dimension = dimensionOf(cube, name, cell.place, report);
    if (dimension) codeOf(code, dimension.list, lookups.unreadable, cell.place, report);
  }
  return key;
}

/** `region=EAST`, `kind=division`, `cube=macro;measure=gdp`: the second operand of an indicator. */
function readAgainst(cell: CsvCell, own: Cube | undefined, names: PlaceNames, report: Report): Against {
  const special: { cube?: string; measure?: string; kind?: string; year?: number } = {};
  const rest = cell.text.split(';').filter((part) => {
    const [name, value = ''] = part.split('=');
    if (name === 'year') {
      const year = readYear({ ...cell, text: value }, report);
      if (year !== undefined) special.year = year;
      return false;
    }
    if (name !== 'cube' && name !== 'measure' && name !== 'kind') return true;
    special[name] = value;
    return false;
  });
  const cube = special.cube === undefined ? own : cubeOf(names, special.cube, cell.place, report);
  if (special.kind !== undefined && cube) checkKind(special.kind, cube, cell.place, report);
  if (special.measure !== undefined && cube) checkMeasure(cube, special.measure, cell.place, report);
  return { ...special, key: readKey({ ...cell, text: rest.join(';') }, cube, names.lookups, report) };
}

function readWord(cell: CsvCell, indicator: keyof typeof publishedWords, report: Report): string {
  const options: readonly string[] = publishedWords[indicator];
  if (!options.includes(cell.text)) {
    report(error('published.unknown-word', cell.place, { text: cell.text, options: options.join(', ') }));
  }
  return cell.text;
}

/** What the source prints beside its tables: `published.csv`. */
export function readPublished(table: CsvTable | undefined, names: PlaceNames, report: Report): PublishedIndicator[] {
  const { lookups } = names;
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
    const said = readIndicator(cells.indicator, report);
    if (said === undefined) return [];
    const { indicator } = said;
    const cube = cubeOf(names, cells.cube.text, cells.cube.place, report);
    if (cube) checkMeasure(cube, cells.measure.text, cells.measure.place, report);
    const source = cellOf(row, 'source').text;
    const place = cells.value.place;
    const year = readYear(cellOf(row, 'year'), report);
    const ref = {
      cube: cells.cube.text,
      key: readKey(cellOf(row, 'key'), cube, lookups, report),
      measure: cells.measure.text,
      year: year ?? 0,
    };
    const against = readAgainst(cellOf(row, 'against'), cube, names, report);
    const base = { ...said, ref, against, source, place };
    if (isWorded(indicator)) {
      return [{ ...base, word: readWord(cells.value, indicator, report) }];
    }
    const text = readNumber(cells.value, 'value', report, 'always');
    checkUnit(cells.unit.text, lookups.units, cells.unit.place, report);
    if (text === undefined || year === undefined) return [];
    const origin = {
      kind: 'published',
      indicator: indicator === 'value' ? 'total' : indicator === 'growth-rank' ? 'rank' : indicator,
      place,
      source,
      ...ref,
    } as const;
    const exact = cells.unit.text === 'rank' || cells.unit.text === 'contract';
    return [{ ...base, printed: publishedQuantity(text, cells.unit.text, origin, exact ? 'exact' : undefined) }];
  });
}
