/** Faults of code lists, descriptor, facts and published figures. */
import { describe, it } from 'vitest';
import { caret, check, data, descriptor, facts, published, type Row } from '../support/bad-input.ts';

describe('code lists and units', () => {
  const destinations = 'data/codes/destinations.csv';
  it.each<Row>([
    [
      'with a code twice',
      destinations,
      ['LOCAL,in', `${caret}XPCC,,同名,Same\nLOCAL,in`],
      'The code “XPCC” appears twice. → Each code has one row.',
    ],
    [
      'with a row without code',
      destinations,
      ['LOCAL,in', `${caret},,同名,Same\nLOCAL,in`],
      'This row has no code. → Enter a code in the column code, or delete the row.',
    ],
    [
      'with a name missing',
      destinations,
      ['Elsewhere in Xinjiang', caret],
      'The code “LOCAL” has no English name. → Add it.',
    ],
    [
      'with a name twice',
      destinations,
      ['Elsewhere in Xinjiang', `${caret}Within the XPCC`],
      '“Within the XPCC” is the name of both XPCC and LOCAL. → Two codes must not share a name.',
    ],
    [
      'with a code that is a part of itself',
      'data/codes/parties.csv',
      ['ENT,,,', 'ENT,,SOE,'],
      'The code “ENT” is, by its parents, a part of itself. → Check the columns parent and within.',
    ],
    [
      'with a group in a group',
      'data/codes/groups.csv',
      ['registrants,SOUTH,D01,,', `registrants,SOUTH,${caret}NORTH,,`],
      'The group “SOUTH” has the group “NORTH” as a member. → Members are codes that have data.',
    ],
    [
      'with an unknown parent',
      'data/codes/parties.csv',
      ['POE,,ENT', `POE,,${caret}ENTS`],
      'The parent code “ENTS” does not exist. → Use a code of this list.',
    ],
    [
      'without the column of names',
      destinations,
      'code,kind,zh\nXPCC,,兵团\n',
      'The column “en” is missing. → Add it to the first line.',
      `${destinations}:1`,
    ],
    [
      'with a group of an unknown list',
      'data/codes/groups.csv',
      ['registrants,SOUTH,D01', `${caret}registrant,SOUTH,D01`],
      'There is no code list “registrant”. → Did you mean registrants? A new list is a file in data/codes.',
    ],
    [
      'with an unknown member of a group',
      'data/codes/groups.csv',
      ['registrants,SOUTH,D01', `registrants,SOUTH,${caret}D99`],
      'The list registrants has no code “D99”. → Did you mean D09?…',
    ],
    [
      'with a group since no year',
      'data/codes/groups.csv',
      ['registrants,SOUTH,D01,,', `registrants,SOUTH,D01,${caret}20x4,`],
      'The year “20x4” is not four digits. → Write it like 2024.',
    ],
    [
      'with a unit of no power',
      'data/codes/units.csv',
      ['wanyuan,yuan,4', `wanyuan,yuan,${caret}four`],
      '“four” in column “power” is not a number. → Write digits, with a decimal point if need be.',
    ],
    [
      'without units',
      'data/codes/units.csv',
      null,
      'There is no such file. → Add it, or restore it from the repository.',
    ],
  ])('%s', check('en'));
});

describe('the descriptor, facts and errata', () => {
  it.each<Row>([
    [
      'with a file that is not there',
      descriptor,
      [
        '"resources": [',
        `"resources": [\n{ "name": "x", "path": ${caret}"x.csv", "titles": { "zh": "x", "en": "x" }, "source": "x", "breakdown": "partial", "schema": { "fields": [], "primaryKey": ["year"] } },`,
      ],
      'The data file x.csv is missing. → Add it, or remove its entry.',
    ],
    [
      'with an unknown code list',
      descriptor,
      ['"destinations"', `${caret}"destination"`],
      'There is no code list “destination”. → Did you mean destinations?…',
    ],
    [
      'with an unknown unit',
      descriptor,
      [
        '"registrants", "constraints": { "required": true } },\n          { "name": "amount", "type": "number", "unit": "wanyuan"',
        `"registrants", "constraints": { "required": true } },\n          { "name": "amount", "type": "number", "unit": ${caret}"wanyaun"`,
      ],
      'There is no unit “wanyaun”. → Did you mean wanyuan?…',
    ],
    [
      'with a total that no cube gives',
      descriptor,
      ['"contracts": "contract-types"', `"contracts": ${caret}"registrations"`],
      'The cube “registrations” has no measure “contracts” and cannot give its total. → Name a cube that has it.',
    ],
    [
      'with a fact of an unknown unit',
      facts,
      [
        'unit: division, source: 综述 }\n  divisions-with-policy:',
        `unit: ${caret}divison, source: 综述 }\n  divisions-with-policy:`,
      ],
      'There is no unit “divison”. → Did you mean division?…',
    ],
    [
      'with a fact of an unknown code',
      facts,
      ['D08, D09, D11', `D08, ${caret}D99, D11`],
      'The list registrants has no code “D99”. → Did you mean D09?…',
    ],
    [
      'with a fact of an unknown list',
      facts,
      ['list: registrants', `list: ${caret}registrant`],
      'There is no code list “registrant”. → Did you mean registrants?…',
    ],
    [
      'with an erratum without reason',
      `${data}/errata.yaml`,
      `- ${caret}{ finding: x }\n`,
      '[1].reason is missing. → Add it as in the other entries.',
    ],
  ])('%s', check('en'));
});

describe('rules that the data declare', () => {
  const agrees = (text: string): readonly [string, string] => [
    '"source": "四、图 4",\n      "breakdown": "complete",\n',
    `"source": "四、图 4",\n      "breakdown": "complete",\n      "agrees": [${text}],\n`,
  ];
  const imports = 'imports: { value: "1", unit: contract, source: 八';
  it.each<Row>([
    [
      'with an unknown cube',
      descriptor,
      agrees(`{ "cube": ${caret}"flow" }`),
      'There is no cube “flow”. → Did you mean flows?',
    ],
    [
      'with a dimension that the other cube does not have',
      descriptor,
      agrees(`{ "cube": "flows", "by": ${caret}{ "task_source": "source" } }`),
      'The cube flows has no dimension “source”. → It has: destination.',
    ],
    [
      'with a code that the other cube does not have',
      descriptor,
      agrees(`{ "cube": "flows", "at": { "destination": ${caret}"LOCL" } }`),
      'The list destinations has no code “LOCL”. → Did you mean LOCAL? A new code is first added to data/codes/destinations.csv.',
    ],
    [
      'with a measure that the other cube does not have',
      descriptor,
      agrees(`{ "cube": "flows", "measures": ${caret}{ "amount": "value" } }`),
      'The cube flows has no measure “value”. → It has: contracts, amount.',
    ],
    [
      'with a fact of an unknown measure',
      facts,
      [
        imports,
        `imports: { value: "1", unit: contract, source: 八, follows: ${caret}{ indicator: same, of: [flows projects] }`,
      ],
      'The cube flows has no measure “projects”. → It has: contracts, amount.',
    ],
    [
      'with a fact of an unknown dimension',
      facts,
      [
        imports,
        `imports: { value: "1", unit: contract, source: 八, follows: ${caret}{ indicator: same, of: [flows region=BJ amount] }`,
      ],
      'The cube flows has no dimension “region”. → It has: destination.',
    ],
    [
      'with a count of an unknown kind',
      facts,
      [
        imports,
        `imports: { value: "1", unit: contract, source: 八, counts: ${caret}{ rule: largest, cube: flows, measure: amount, kind: province }`,
      ],
      'No code of the cube flows is of the kind “province”. → Did you mean in-xinjiang, outside, group?',
    ],
  ])('%s', check('en'));
});

describe('what the source prints (published.csv)', () => {
  const head = 'indicator,cube,key,against,measure,year,value,unit,source\n';
  it.each<Row>([
    [
      'with an unknown indicator',
      published,
      `${head}${caret}totals,registrations,,,amount,2023,61442.8,wanyuan,x\n`,
      'There is no indicator “totals”. → Did you mean total?',
    ],
    [
      'with an unknown cube',
      published,
      `${head}total,${caret}registration,,,amount,2023,61442.8,wanyuan,x\n`,
      'There is no cube “registration”. → Did you mean registrations?',
    ],
    [
      'with an unknown dimension',
      published,
      `${head}total,registrations,${caret}registrants=D01,,amount,2023,1.5,wanyuan,x\n`,
      'The cube registrations has no dimension “registrants”. → It has: registrant.',
    ],
    [
      'with an unknown code',
      published,
      `${head}total,registrations,${caret}registrant=D0,,amount,2023,1.5,wanyuan,x\n`,
      'The list registrants has no code “D0”. → Did you mean D01?…',
    ],
    [
      'with another cube to compare with that does not exist',
      published,
      `${head}share,registrations,registrant=D01,${caret}cube=flow;destination=XPCC,amount,2024,7.5,percent,x\n`,
      'There is no cube “flow”. → Did you mean flows?',
    ],
    [
      'with a measure to compare with that the other cube does not have',
      published,
      `${head}ratio,registrations,,${caret}cube=flows;measure=value,amount,2024,7.5,ratio,x\n`,
      'The cube flows has no measure “value”. → It has: contracts, amount.',
    ],
    [
      'with an unknown kind to rank among',
      published,
      `${head}rank,registrations,registrant=D01,${caret}kind=divisions,amount,2024,7,rank,x\n`,
      'No code of the cube registrations is of the kind “divisions”. → Did you mean division?',
    ],
    [
      'with an unknown measure',
      published,
      `${head}total,registrations,,,${caret}amuont,2023,1.5,wanyuan,x\n`,
      'The cube registrations has no measure “amuont”. → It has: amount.',
    ],
    [
      'with no year',
      published,
      `${head}total,registrations,,,amount,${caret}203,1.5,wanyuan,x\n`,
      'The year “203” is not four digits. → Write it like 2024.',
    ],
    [
      'with no number',
      published,
      `${head}total,registrations,,,amount,2023,${caret}about 60000,wanyuan,x\n`,
      '“about 60000” in column “value” is not a number. → Write digits, with a decimal point if need be.',
    ],
    [
      'with an unknown unit',
      published,
      `${head}total,registrations,,,amount,2023,61442.8,${caret}wanyun,x\n`,
      'There is no unit “wanyun”. → Did you mean wanyuan?…',
    ],
    [
      'with an unknown word',
      published,
      `${head}direction,registrations,,,amount,2024,${caret}upwards,,x\n`,
      '“upwards” is not allowed here. → Allowed: up, down, flat.',
    ],
  ])('%s', check('en'));
});
