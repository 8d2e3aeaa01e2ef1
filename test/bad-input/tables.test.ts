/** Faults of the specifications of tables and charts: what does not go together, and what the data do not have. */
import { describe, it } from 'vitest';
import { caret, chart, check, type Row, types } from '../support/bad-input.ts';

const rows = 'rows: { cube: contract-types, dimension: type, total: last }';
const contracts = '  - key: contracts\n    value: { measure: contracts }\n';
/** A table of the codes that a cube lists. */
const listTable = (list: string, column: string) =>
  `title: { zh: x, en: x }\nlist: { cube: ${list}, dimension: type }\nstub: { head: { zh: x, en: x } }\ncolumns:\n${column}\n`;
const registrants = 'templates/xpcc/tables/registrants.yaml';

describe('entries that do not go together', () => {
  it.each<Row>([
    [
      'rows and blocks',
      types,
      [rows, `${rows}\n${caret}blocks: [{ cube: flows }]`],
      'templates/xpcc/tables/types.yaml has both “rows” and “blocks”. → Keep one of them.',
    ],
    [
      'no rows at all',
      types,
      [`${rows}\n`, ''],
      'templates/xpcc/tables/types.yaml has none of: rows, blocks, list, places. → Add one of them.',
      `${types}:1:1`,
    ],
    [
      'a column that shows a name and a value',
      types,
      [contracts, `${contracts}    ${caret}show: name\n`],
      'columns[1] has both “value” and “show”. → Keep one of them.',
    ],
    [
      'a stub that shows a place and a value',
      types,
      ['en: Type of contract },', `en: Type of contract }, show: place, ${caret}value: { measure: amount },`],
      'stub has both “show” and “value”. → Keep one of them.',
    ],
    [
      'an order of the whole',
      types,
      [rows, `rows: { cube: contract-types, ${caret}order: { by: amount } }`],
      '“order” says nothing without “dimension”. → Add dimension, or remove order.',
    ],
    [
      'a total of the whole in a block',
      types,
      [rows, `blocks: [{ cube: flows, dimension: destination }, { cube: contract-types, ${caret}total: last }]`],
      '“total” says nothing without “dimension”. → Add dimension, or remove total.',
    ],
    [
      'a kind without a rank',
      registrants,
      ['indicator: rank, among: division', `among: ${caret}division`],
      '“among” says nothing without “indicator: rank”. → Add indicator: rank, or remove among.',
    ],
    [
      'a remainder of the whole in a chart',
      chart,
      [
        '"dimension": "field",\n          "order": {\n            "by": "amount"\n          },\n          "remainder"',
        `${caret}"remainder"`,
      ],
      '“remainder” says nothing without “dimension”. → Add dimension, or remove remainder.',
    ],
  ])('%s', check('en'));
});

describe('what the data do not have', () => {
  it.each<Row>([
    [
      'a measure, where none is named',
      types,
      [contracts, `  - key: contracts\n    value: ${caret}{ decimals: 1 }\n`],
      '“contract-types” is shown without saying which measure. → Say `value: { measure: … }` in the column or in the rows. It has: contracts, amount.',
    ],
    [
      'members of a code',
      types,
      [rows, `rows: { cube: contract-types, dimension: type, members: ${caret}TC }`],
      '“TC” has no members or parts in the list contract-types. → Name a group that has members in this year, or a code that is made up of others.',
    ],
    [
      'a group',
      types,
      [rows, `rows: { cube: contract-types, dimension: type, members: ${caret}TT-IQ }`],
      'The list contract-types has no code “TT-IQ”. → Did you mean TT-IP?',
    ],
    [
      'the codes of the rows in another cube',
      types,
      ['value: { measure: contracts }', `value: { measure: contracts, cube: ${caret}flows }`],
      'The cube flows does not break down contract-types. → Use a cube that does. This one has: destinations.',
    ],
    [
      'a dimension of which only one code is held fast',
      types,
      [rows, `rows: { cube: contract-types, dimension: type, where: { type: ${caret}TD } }`],
      'The dimension “type” of the cube contract-types is taken twice. → Rows, where and each must name different dimensions.',
    ],
    [
      'a cube whose years columns repeat',
      types,
      [
        contracts,
        `  - each: { cube: ${caret}flow, years: all }\n    columns: [{ key: y, value: { measure: amount }, head: { zh: x, en: x } }]\n${contracts}`,
      ],
      'There is no cube “flow”. → Did you mean flows?',
    ],
    [
      'a list',
      types,
      listTable(`${caret}contract-type`, '  - { key: name, show: name, head: { zh: x, en: x } }'),
      'There is no cube “contract-type”. → Did you mean contract-types?',
    ],
    [
      'two columns of one name',
      types,
      ['- key: amount-share', `- key: ${caret}amount`],
      'Two columns have the key “amount”. → Rename one of them; “stub” is the first column, and a repeated column has the key with a year or code.',
    ],
  ])('%s', check('en'));
});
