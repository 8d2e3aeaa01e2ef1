/** Faults of the front matter of a source, told at their place. */
import { describe, expect, it } from 'vitest';
import { caret, told } from '../support/bad-input.ts';
import { frontFile, frontYaml, withFrontChanged } from '../support/front-matter.ts';
import { swap } from '../support/project.ts';

describe('the front matter', () => {
  it.each([
    [
      'with a wrong check digit',
      ['isbn: 978-7-5189-9800-5', `isbn: ${caret}978-7-5189-9800-6`],
      'imprint.isbn is "978-7-5189-9800-6", which is no ISBN: its digits or its check digit are wrong. → Compare it with the copyright page of the source.',
    ],
    [
      'with a digit too few',
      ['isbn: 978-7-5189-9800-5', `isbn: ${caret}978-7-5189-980-5`],
      'imprint.isbn is "978-7-5189-980-5", which is no ISBN…',
    ],
    [
      'with an institution that there is not',
      ['compiler: XPCC-STPC', `compiler: ${caret}XPCC-STP`],
      'The list institutions has no code “XPCC-STP”. → Did you mean XPCC-STPC? A new code is first added to data/codes/institutions.csv.',
    ],
    [
      'with a person of one language',
      ['{ zh: 乙二, en: Yi Er }', `${caret}{ zh: 乙二 }`],
      'board.members[1].en is missing. → Add it as in the other entries.',
    ],
    [
      'with a part that nobody knows',
      ['  members:', `  ${caret}member:`],
      '“member” is not known in board. → Check its spelling, or remove it.',
    ],
    [
      'with an extent in another unit',
      ['unit: printed-sheet', `unit: ${caret}page`],
      'imprint.sheets.unit is "page", which is not allowed. → Allowed: printed-sheet.',
    ],
  ] as const)('%s', (_what, [from, to], message) => {
    const lines = swap(from, to)(frontYaml).split(caret)[0]?.split('\n') ?? [];
    const place = `${frontFile}:${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`;
    const problems = told(withFrontChanged(from, to.replace(caret, '')), 'en', ['en']);
    const expected = `${place} error: ${message}`;
    expect(problems.map((text) => (message.endsWith('…') ? `${text.slice(0, expected.length - 1)}…` : text))).toEqual([
      expected,
    ]);
  });

  it.each(['978-7-5189-9800-5', '9787518998005', '0-306-40615-2', '0-8044-2957-X'])('may have the ISBN %s', (isbn) => {
    expect(told(withFrontChanged('978-7-5189-9800-5', `"${isbn}"`), 'en', ['en'])).toEqual([]);
  });
});
