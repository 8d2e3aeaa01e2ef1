/** Faults of a chronicle, told at their place; each stands in a chronicle that is right otherwise. */
import { describe, expect, it } from 'vitest';
import { caret, told } from '../support/bad-input.ts';
import { chronicled, chronicleFile, chronicleYaml } from '../support/chronicle.ts';
import { swap } from '../support/project.ts';

describe('a chronicle', () => {
  it.each([
    [
      'with a day that no calendar has',
      ['- date: "2024-03-05"', `- date: ${caret}"2024-02-30"`],
      '[1].date is "2024-02-30", which is not a day of the calendar. → Write it like "2021-12-31", or { from: "2021-12-29", to: "2021-12-31" } for several days.',
    ],
    [
      'with a range that ends on a day that no calendar has',
      ['to: "2024-12-31"', `to: ${caret}"2024-12-32"`],
      '[2].date.to is "2024-12-32", which is not a day of the calendar. → Write it like "2021-12-31", or { from: "2021-12-29", to: "2021-12-31" } for several days.',
    ],
    [
      'with a range of one day',
      ['to: "2024-12-31"', `to: ${caret}"2024-12-30"`],
      'The last day, 2024-12-30, is not after the first, 2024-12-30. → Correct it; for a single day write date: "2024-12-30".',
    ],
    [
      'with an entry before that of an earlier day',
      ['{ from: "2024-12-30", to: "2024-12-31" }', `${caret}"2024-03-04"`],
      'The entry of 2024-03-04 stands after that of 2024-03-05. → Put the entries in the order of their dates.',
    ],
    [
      'with an entry of another year',
      ['- date: "2024-03-05"', `- date: ${caret}"2023-03-05"`],
      "2023-03-05 is not in the edition's year, 2024. → Correct the date; a day that only the text names stands under dates.",
    ],
    [
      'in one language only',
      ['- date: "2024-03-05"\n  zh: 新办法自{{in-force}}起生效。\n', `- ${caret}date: "2024-03-05"\n`],
      '[1].zh is missing. → Add it as in the other entries.',
    ],
    [
      'without source',
      ['  source: 附录\n  dates', '  dates'],
      '[1].source is missing. → Add it as in the other entries.',
    ],
    [
      'with a figure that is no number',
      ['value: "20"', `value: ${caret}"twenty"`],
      '[2].figures[2].value is "twenty", which is not a plain number. → Write digits, a decimal point and a minus sign only, such as "45.90".',
    ],
    [
      'with a figure of an unknown unit',
      ['unit: course', `unit: ${caret}corse`],
      'There is no unit “corse”. → Did you mean course?…',
    ],
    [
      'with a precision that there is not',
      ['precision: above', `precision: ${caret}roughly`],
      '[2].figures[2].precision is "roughly", which is not allowed. → Allowed: exact, above, below, nearly, about.',
    ],
    [
      'with two figures of one name',
      ['name: courses', `name: ${caret}contracts`],
      '“contracts” is named twice on 2024-12-30. → Rename one of them; the figures and dates of a day need names of their own.',
    ],
    [
      'with a figure from a cube that there is not',
      ['follows: { indicator: same, of: [contract-types', `follows: ${caret}{ indicator: same, of: [contract-type`],
      'There is no cube “contract-type”. → Did you mean contract-types?',
    ],
    [
      'with a figure from a measure that the cube has not',
      [
        'follows: { indicator: same, of: [contract-types contracts',
        `follows: ${caret}{ indicator: same, of: [contract-types contract`,
      ],
      'The cube contract-types has no measure “contract”. → It has: contracts, amount.',
    ],
  ] as const)('%s', (_what, [from, to], message) => {
    const marked = swap(from, to)(chronicleYaml);
    const before = marked.split(caret)[0]?.split('\n') ?? [];
    const place = marked.includes(caret) ? `${chronicleFile}:${before.length}:${(before.at(-1)?.length ?? 0) + 1}` : '';
    const [first = '', ...others] = told(chronicled(marked.replace(caret, '')), 'en', ['en']);
    expect(first.startsWith(place), first).toBe(true);
    const text = first.slice(first.indexOf(' error: ') + ' error: '.length);
    expect(message.endsWith('…') ? `${text.slice(0, message.length - 1)}…` : text).toBe(message);
    // What a figure was called is missing where the text names it; nothing else follows from a fault.
    expect(others).toEqual([]);
  });
});
