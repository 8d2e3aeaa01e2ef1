/** Faults of the tables that statisticians deliver. */
import { describe, it } from 'vitest';
import { caret, check, data, descriptor, flows, placeOf, type Row } from '../support/bad-input.ts';

const amount = '42078.08';
const plainNumber = 'digits, a decimal point and a minus sign only, without separators, spaces or per-cent signs.';
const quotes =
  'Quotation marks do not match; nothing after this line can be read. → Check the quotes of this line; a quote within a quoted cell is written twice.';

describe('a CSV file', () => {
  it.each<Row>([
    [
      'missing',
      flows,
      null,
      'The data file flows.csv is missing. → Add it, or remove its entry.',
      placeOf(descriptor, '"flows.csv"'),
    ],
    ['empty', flows, '', 'The file is empty. → The first line must name the columns.'],
    [
      'with a header only',
      flows,
      'year,destination,contracts,amount\n',
      'There are no rows for 2024. → Add the rows of that year.',
    ],
    [
      'in GBK',
      'data/codes/destinations.csv',
      new Uint8Array([...new TextEncoder().encode('code,kind,zh,en\nXPCC,in-xinjiang,'), 0xb1, 0xf8, 0xcd, 0xc5]),
      'The file is not encoded in UTF-8: this line cannot be read. → Save it again in UTF-8; spreadsheet programs call it “CSV UTF-8”.',
      'data/codes/destinations.csv:2',
    ],
    ['with a quote that is never closed', flows, ['499,42078.08', `${caret}"499,42078.08`], quotes],
    ['with a quote amid a cell', flows, ['499,42078.08', `4${caret}"99,42078.08`], quotes],
    ['with text behind a quoted cell', flows, ['499,42078.08', `"499${caret}"x,42078.08`], quotes],
    [
      'with a cell too many, as of a thousands separator',
      flows,
      [amount, `42,${caret}078.08`],
      'This row has 5 cells instead of 4. → A comma inside a number or name must be removed, or the cell quoted.',
    ],
    [
      'with a cell too few',
      flows,
      [',42078.08', ''],
      'This row has only 3 cells instead of 4. → Add what is missing; an empty cell still needs its comma.',
      `${flows}:2`,
    ],
    [
      'with a column twice',
      flows,
      `year,destination,contracts,amount,${caret}amount\n2024,XPCC,499,42078.08,1\n`,
      'The column “amount” appears twice. → Rename or delete one of them.',
    ],
    [
      'with a column without name',
      flows,
      `year,destination,contracts,amount,${caret}\n2024,XPCC,499,42078.08,\n`,
      'Column 5 has no name. → Name it, or delete the column.',
    ],
    [
      'with a column that is not described',
      flows,
      `year,destination,contracts,amount,${caret}remark\n2024,XPCC,499,42078.08,x\n`,
      'The column “remark” is not described. → Known columns: year, destination, contracts, amount.',
    ],
    [
      'without a column',
      flows,
      'year,destination,amount\n2024,XPCC,42078.08\n2024,LOCAL,30261.3\n',
      'The column “contracts” is missing. → Add it to the first line.',
      `${flows}:1`,
    ],
    [
      'that no resource describes',
      `${data}/notes.csv`,
      'year,amount\n2024,1\n',
      `${descriptor} does not describe this file. → Describe it under resources, or move it away.`,
    ],
  ])('%s', check('en'));
});

describe('a cell of a cube', () => {
  it.each<Row>([
    [
      'with thousands separators',
      flows,
      [amount, `${caret}"42,078.08"`],
      `“42,078.08” in column “amount” is not written as a plain number. → Write 42078.08: ${plainNumber}`,
    ],
    [
      'with full-width digits',
      flows,
      [amount, `${caret}４２０７８．０８`],
      `“４２０７８．０８” in column “amount” is not written as a plain number. → Write 42078.08: ${plainNumber}`,
    ],
    [
      'with a per-cent sign',
      flows,
      [amount, `${caret}45.9%`],
      `“45.9%” in column “amount” is not written as a plain number. → Write 45.9: ${plainNumber}`,
    ],
    [
      'with a typographic minus',
      flows,
      [amount, `${caret}−2.6`],
      `“−2.6” in column “amount” is not written as a plain number. → Write -2.6: ${plainNumber}`,
    ],
    [
      'with letters',
      flows,
      [amount, `${caret}n/a`],
      '“n/a” in column “amount” is not a number. → Write digits, with a decimal point if need be. If the value is missing, leave the cell empty and write missing in the column status.',
    ],
    [
      'with an exponent',
      flows,
      [amount, `${caret}4.2E+04`],
      '“4.2E+04” in column “amount” is not a number. → Write digits…',
    ],
    [
      'with too many decimals',
      flows,
      [amount, `${caret}42078.081`],
      '42078.081 in column “amount” has more decimals than declared (3 instead of 2). → Check the figure, or change decimals in datapackage.json.',
    ],
    [
      'with decimals in a count',
      flows,
      ['499,', `${caret}499.5,`],
      '499.5 in column “contracts” has more decimals than declared (1 instead of 0). → Check the figure…',
    ],
    [
      'with a negative amount',
      flows,
      [amount, `${caret}-42078.08`],
      '-42078.08 in column “amount” is below the minimum of 0. → Check the figure and its sign.',
    ],
    [
      'with a misspelt code',
      flows,
      ['XPCC', `${caret}XPC`],
      'The list destinations has no code “XPC”. → Did you mean XPCC? A new code is first added to data/codes/destinations.csv.',
    ],
    [
      'with a code like no other',
      flows,
      ['LOCAL', `${caret}Wuhan`],
      'The list destinations has no code “Wuhan”. → Did you mean XPCC, LOCAL, OUTSIDE? A new code is first added to data/codes/destinations.csv.',
    ],
    [
      'without a code',
      flows,
      ['LOCAL', caret],
      'The column “destination” has no code in this row. → Enter a code, or delete the row.',
    ],
    [
      'with a group',
      flows,
      ['LOCAL', `${caret}IN-XINJIANG`],
      '“IN-XINJIANG” is a group and cannot have a row of its own. → Remove the row; the group is the sum of its members.',
    ],
    [
      'of a row that is there already',
      flows,
      ['2024,LOCAL', `${caret}2024,XPCC`],
      'This row repeats line 2 (2024 XPCC). → Each combination has one row.',
    ],
    [
      'of a later year',
      flows,
      ['2024,LOCAL', `${caret}2025,LOCAL`],
      "The year 2025 is later than the edition's, 2024. → Check the year, or move the row to a later edition.",
    ],
    [
      'of no year',
      flows,
      ['2024,LOCAL', `${caret}24,LOCAL`],
      'The year “24” is not four digits. → Write it like 2024.',
    ],
    [
      'without a value or a reason',
      flows,
      [amount, caret],
      'There is no value in column “amount”. → Enter it; if it is not published, write missing in the column status.',
    ],
    [
      'with a misspelt status',
      `${data}/parties.csv`,
      ['RES,,9079.62,missing', `RES,,9079.62,${caret}mising`],
      'The status “mising” is not known. → Use missing or not-applicable.',
    ],
    [
      'with a reason and a value',
      `${data}/fields.csv`,
      ['23460.2,', `23460.2,${caret}missing`],
      'The status is “missing”, but no value is missing in this row. → Empty the cell of the status, or that of the value which is not published.',
    ],
  ])('%s', check('en'));
});
