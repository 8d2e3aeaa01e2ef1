/** Specifications of tables that the data do not fit: each is told once, at its place. */
import { describe, expect, it } from 'vitest';
import { column, pair, table } from '../support/resolved.ts';
import { across, dimension, type Tiny } from '../support/tiny.ts';

const spec: Tiny = {
  cubes: {
    trade: {
      codes: [{ code: 'G', kind: 'form' }, 'I', { code: 'I1', parent: 'I' }],
      groups: { ALL: ['G', 'I'] },
      across: ['X', 'Y'],
      rows: { 2024: { 'G/X': { amount: '1' }, 'I1/Y': { amount: '2' } } },
    },
    sales: { codes: ['P'], list: 'regions', dimension: 'region', rows: { 2024: { P: { amount: '1' } } } },
  },
};
const rows = { cube: 'trade', dimension };
const amount = column('amount');
const each = (by: object, columns: readonly object[] = [amount]) => ({ each: { cube: 'trade', ...by }, columns });
interface Content {
  readonly rows?: object;
  readonly columns?: readonly object[];
  readonly stub?: object;
  readonly [more: string]: object | undefined;
}
/** Problems as `name text`, the text being that at the place of the problem. */
function told({ rows: block, columns = [amount], stub = { head: pair('stub') }, ...more }: Content): string[] {
  const { problems, source } = table(block, columns, { spec, rest: { stub, ...more } });
  const once = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  return [...once.values()].map(({ name, place }) => {
    const line = source.split('\n')[(place?.line ?? 0) - 1] ?? '';
    return `${name} ${line.slice((place?.column ?? 0) - 1).replace(/,$/, '')}`;
  });
}
const listed = { list: { cube: 'trade', dimension }, columns: [{ key: 'name', show: 'name', head: pair('name') }] };
const places = { cube: 'trade', dimension, measure: 'amount', count: 1 };

describe('a specification', () => {
  it.each<[string, Content, string]>([
    ['of a block’s cube', { blocks: [rows, { ...rows, cube: 'trad' }] }, 'spec.unknown-cube "trad"'],
    [
      'of a repeat’s cube',
      { rows, columns: [amount, each({ cube: 'trad', years: 'all' })] },
      'spec.unknown-cube "trad"',
    ],
    ['of a repeat’s dimension', { rows, columns: [each({ dimension: 'acros' })] }, 'spec.unknown-dimension "acros"'],
    ['of a column’s cube', { rows, columns: [column('amount', { cube: 'sale' })] }, 'spec.unknown-cube "sale"'],
    [
      'of what a share is of',
      { rows, columns: [column('amount', { indicator: 'share', of: { cube: 'sale', measure: 'amount' } })] },
      'spec.unknown-cube "sale"',
    ],
    [
      'of the measure that a share is of',
      { rows, columns: [column('amount', { indicator: 'share', of: { measure: 'gdp' } })] },
      'spec.unknown-measure "gdp"',
    ],
    [
      'of the place that a share is of',
      { rows, columns: [column('amount', { indicator: 'share', of: { measure: 'amount', at: { x: 'X' } } })] },
      'spec.unknown-dimension "X"',
    ],
    ['of a code held fast', { rows: { ...rows, where: { [across]: 'Z' } } }, 'spec.unknown-code "Z"'],
    ['of a dimension held fast', { rows: { ...rows, where: { acros: 'X' } } }, 'spec.unknown-dimension "X"'],
    ['of members', { rows: { ...rows, members: 'AL' } }, 'spec.unknown-code "AL"'],
    ['of a code that has no members', { rows: { ...rows, members: 'G' } }, 'spec.no-members "G"'],
    ['of a kind', { rows: { ...rows, kind: 'from' } }, 'codes.unknown-kind "from"'],
    ['of a kind to order', { rows: { ...rows, order: { by: 'amount', among: 'from' } } }, 'codes.unknown-kind "from"'],
    [
      'of a kind to rank among',
      { rows, columns: [column('amount', { indicator: 'rank', among: 'from' })] },
      'codes.unknown-kind "from"',
    ],
    [
      'of a cube to be above',
      {
        rows,
        columns: [column('amount', { unless: { measure: 'amount', above: { cube: 'sale', measure: 'amount' } } })],
      },
      'spec.unknown-cube "sale"',
    ],
    ['of what comes last', { rows: { ...rows, order: { by: 'amount', last: ['Q'] } } }, 'spec.unknown-code "Q"'],
    [
      'of an order by a column that shows no value',
      { rows: { ...rows, order: { by: 'name' } }, columns: listed.columns },
      'spec.unknown-order "name"',
    ],
    [
      'of the stub’s value',
      { rows, stub: { head: pair('stub'), value: { measure: 'rank' } } },
      'spec.unknown-measure "rank"',
    ],
    ['without any measure', { rows, columns: [{ key: 'a', head: pair('a'), value: {} }] }, 'spec.measure-missing {}'],
    [
      'of a block’s measure',
      { blocks: [{ ...rows, value: { measure: 'gdp' } }], columns: [{ key: 'a', head: pair('a') }] },
      'spec.unknown-measure "gdp"',
    ],
    [
      'of a cube without the codes of the rows',
      { rows, columns: [column('amount', { cube: 'sales' })] },
      'spec.unknown-list "sales"',
    ],
    [
      'of a repeat whose codes the rows do not have',
      { rows: { cube: 'sales', dimension: 'region' }, columns: [each({ dimension: across })] },
      `spec.unknown-list "${across}"`,
    ],
    [
      'of a repeat for the dimension of the rows',
      { rows, columns: [each({ dimension })] },
      `spec.dimension-twice "${dimension}"`,
    ],
    [
      'of a repeat for a dimension held fast',
      { rows: { ...rows, where: { [across]: 'X' } }, columns: [each({ dimension: across })] },
      `spec.dimension-twice "${across}"`,
    ],
    [
      'of rows of a dimension held fast',
      { rows: { ...rows, where: { [dimension]: 'G' } } },
      'spec.dimension-twice "G"',
    ],
    ['of two columns with one key', { rows, columns: [amount, { ...amount, width: 2 }] }, 'spec.key-twice "amount"'],
    [
      'of a repeated column with the key of another',
      { rows, columns: [column('amount', {}, { key: 'amount-2024' }), each({ years: 'all' })] },
      'spec.key-twice "amount"',
    ],
    ['of a column called as the stub', { rows, columns: [{ ...amount, key: 'stub' }] }, 'spec.key-twice "stub"'],
    ['of a kind without a rank', { rows, columns: [column('amount', { among: 'form' })] }, 'schema.needs "form"'],
    [
      'of a whole without a share',
      { rows, columns: [column('amount', { of: { measure: 'amount' } })] },
      'schema.needs {',
    ],
    ['of a list', { ...listed, list: { ...listed.list, cube: 'trad' } }, 'spec.unknown-cube "trad"'],
    ['of a list’s dimension', { ...listed, list: { ...listed.list, dimension: 'x' } }, 'spec.unknown-dimension "x"'],
    ['of a list’s groups', { ...listed, list: { ...listed.list, groups: 'x' } }, 'spec.unknown-dimension "x"'],
    [
      'of a list’s stub',
      { ...listed, stub: { head: pair('stub'), value: { measure: 'amuont' } } },
      'spec.unknown-measure "amuont"',
    ],
    ['of the cube of places', { places: { ...places, cube: 'trad' } }, 'spec.unknown-cube "trad"'],
    ['of the dimension of places', { places: { ...places, dimension: 'x' } }, 'spec.unknown-dimension "x"'],
    [
      'of the measure of places',
      { places: { ...places, measure: 'gdp' }, columns: listed.columns },
      'spec.unknown-measure "gdp"',
    ],
    ['of a value of places', { places, columns: [column('gdp')] }, 'spec.unknown-measure "gdp"'],
  ])('%s is told', (_what, content, expected) => {
    expect(told(content)).toEqual([expected]);
  });
});
