/** Faults of YAML and JSON files, whatever they describe. */
import { describe, it } from 'vitest';
import { book, caret, check, descriptor, edition, facts, type Row, types } from '../support/bad-input.ts';

describe('a YAML or JSON file', () => {
  const publisher = 'publisher: XPCC-STPC';
  it.each<Row>([
    ['missing', edition, null, 'There is no such file. → Add it, or restore it from the repository.'],
    [
      'with a text that begins with a star',
      edition,
      ['  zh: 《', `  zh: ${caret}*《`],
      '“*《2024年兵团技术市场统计年报》，兵” begins with *, which stands for an alias. → Put the text in quotes.',
    ],
    [
      'with a tab',
      edition,
      ['  zh: 《', `${caret}\tzh: 《`],
      'Syntax error: Tabs are not allowed as indentation → Check indentation, colons, commas, brackets and quotes, also in the line above.',
    ],
    [
      'without a comma',
      descriptor,
      ['"name": "flows",\n      "path"', `"name": "flows"\n      ${caret}"path"`],
      'Syntax error: Missing , between flow map items → Check indentation…',
    ],
    [
      'with a key twice',
      edition,
      [publisher, `${publisher}\n${caret}${publisher}`],
      '“publisher” appears twice in the same place. → Keep one of them.',
    ],
    [
      'with a JSON key twice',
      descriptor,
      ['"name": "xpcc-2024",', `"name": "xpcc-2024",\n  ${caret}"name": "xpcc",`],
      '“name” appears twice in the same place. → Keep one of them.',
    ],
    [
      'with a number instead of a text',
      facts,
      ['value: "14"', `value: ${caret}14`],
      'policies.divisions.value is the number 14 and must be a text. → Write it in quotes, so that it stays as it is: "14".',
    ],
    [
      'with a text instead of a list',
      book,
      ['needs: [flows]', `needs: ${caret}flows`],
      'sections[6].needs is "flows" and must be a list. → Write it as in the other entries.',
    ],
    [
      'with a text instead of a group',
      facts,
      ['divisions: { value: "14", unit: division, source: 综述 }', `divisions: ${caret}"14"`],
      'policies.divisions is "14" and must be a group of entries. → Write it as in the other entries.',
    ],
    [
      'with a key of no value',
      edition,
      [publisher, `publisher:${caret}`],
      'publisher is empty. → Fill it in, or remove the whole line if it is not required.',
    ],
    [
      'with a misspelt key',
      edition,
      [publisher, `${publisher}\n${caret}publshed: "2025-01"`],
      `“publshed” is not known in ${edition}. → Check its spelling, or remove it.`,
    ],
    [
      'with a key missing',
      edition,
      [publisher, ''],
      'publisher is missing. → Add it as in the other entries.',
      `${edition}:1:1`,
    ],
    [
      'with a key missing in a group',
      facts,
      ['divisions: { value: "14", unit: division,', `divisions: ${caret}{ value: "14",`],
      'policies.divisions.unit is missing. → Add it as in the other entries.',
    ],
    [
      'with a name in one language',
      book,
      ['title: { zh: 综述, en: Overview }', `title: ${caret}{ zh: 综述 }`],
      'sections[1].title.en is missing. → Add it as in the other entries.',
    ],
    [
      'with a value that is not offered',
      facts,
      ['indicator: sum', `indicator: ${caret}summ`],
      'results.registered.follows.indicator is "summ", which is not allowed. → Allowed: same, sum, share, ratio, difference, at-least, at-most.',
    ],
    [
      'with a month that is none',
      edition,
      ['"2025-01"', `${caret}"2025-13"`],
      'published is "2025-13", which is neither a month nor a year. → Write it like "2025-01", or like "2025" if the month is not known.',
    ],
    [
      'with a number that is none',
      facts,
      ['value: "14"', `value: ${caret}"fourteen"`],
      'policies.divisions.value is "fourteen", which is not a plain number. → Write digits, a decimal point and a minus sign only, such as "45.90".',
    ],
    [
      'with a width below zero',
      types,
      ['width: 2.2', `width: ${caret}-2.2`],
      'stub.width is -2.2 and must be > 0. → Correct the number.',
    ],
    [
      'with an empty list',
      book,
      ['levels: [section, item]', `levels: ${caret}[]`],
      'levels has too few or too many entries: ≥ 1. → Add or remove some.',
    ],
    [
      'with an unknown publisher',
      edition,
      [publisher, `publisher: ${caret}XPCC-STCP`],
      'The list institutions has no code “XPCC-STCP”. → Did you mean XPCC-STPC?…',
    ],
    [
      'with a private-use character',
      edition,
      ['XPCC-STPC', `XPCC${caret}\ue000-STPC`],
      'There is a private-use character here, which no font has. → Delete it; it may have been copied from another program.',
    ],
  ])('%s', check('en'));
});
