import { describe, expect, it } from 'vitest';
import type { Chronicle, Document } from '../../src/model/document.ts';
import { plainText } from '../../src/model/document.ts';
import { blocksOf, numbersIn } from '../../src/model/document-texts.ts';
import { countsOf } from '../../src/publish/manifest.ts';
import { expectedOf } from '../../src/verify/expected.ts';
import { chronicled, chronicledWith, chronicleFile, chronicleYaml } from '../support/chronicle.ts';
import { originText } from '../support/origins.ts';
import { buildDocuments, type Changes, failureOf } from '../support/project.ts';

function chronicleOf(document: Document): Chronicle {
  const found = document.body.find((block) => block.type === 'chronicle');
  if (found?.type !== 'chronicle') throw new Error('no chronicle');
  return found;
}
const lines = (document: Document) =>
  chronicleOf(document).entries.map(({ date, inlines }) => `${date} ${plainText(inlines)}`);
const problems = (changes: Changes) =>
  failureOf(changes).map(({ name, place }) => `${name} ${place?.file}:${place?.line}:${place?.column}`);

describe('a chronicle', () => {
  const { zh, en } = buildDocuments(chronicled());

  it('has its dates in words, and its figures and dates in the form of each language', () => {
    expect(lines(zh)).toEqual([
      '3月5日 新办法自2025年1月1日起生效。',
      '12月30—31日 全年签订技术合同777项，办培训班20余期。',
    ]);
    expect(lines(en)).toEqual([
      '5\u00a0March The new rules enter into force on 1\u00a0January 2025.',
      '30–31\u00a0December Contracts numbered 777 over the year; training courses, more than 20.',
    ]);
  });

  it('binds its figures to the place where they stand, and marks dates as no statistics', () => {
    const [first, second] = chronicleOf(zh).entries;
    expect(first?.inlines).toContainEqual({ type: 'literal', text: '2025年1月1日' });
    const numbers = numbersIn(second?.inlines ?? []).map(({ quantity }) => quantity);
    expect(numbers.map(originText)).toEqual([
      'fact chronicle.2024-12-30.contracts',
      'fact chronicle.2024-12-30.courses',
    ]);
    const [contracts] = numbers;
    expect(contracts?.origin).toMatchObject({
      place: { file: 'data/xpcc/2024/chronicle.yaml', line: 11 },
      source: '附录',
    });
  });

  it('is counted and looked for in the finished files, date and text as one', () => {
    const without = buildDocuments().zh;
    expect(countsOf(zh).numbers - countsOf(without).numbers).toBe(2);
    expect(expectedOf(zh)).toContainEqual(
      expect.objectContaining({ kind: 'entry', text: '3月5日新办法自2025年1月1日起生效。' }),
    );
  });

  it('can use what every template can', () => {
    const documents = buildDocuments(
      chronicledWith('{{number contracts}}', '{{number contract-types.total.contracts}}'),
    );
    expect(lines(documents.en)).toEqual(lines(en));
  });

  it('is left out with its section where the edition has none', () => {
    const { zh: without } = buildDocuments(chronicled(null));
    expect(blocksOf(without)).toEqual(blocksOf(buildDocuments().zh));
  });

  it('that is placed and not there is an error at the tag', () => {
    const changes = { 'templates/xpcc/en/flows.hbs': (text: string) => `${text.trimEnd()}\n<chronicle/>\n` };
    expect(problems(changes)).toEqual([
      expect.stringMatching(/^chronicle\.missing templates\/xpcc\/en\/flows\.hbs:\d+:1$/),
    ]);
  });

  it('that is placed twice is an error at the second place', () => {
    const changes = { ...chronicled(), 'templates/xpcc/en/chronicle.hbs': '<chronicle/>\n<chronicle/>\n' };
    expect(problems(changes)).toEqual(['chronicle.placed-twice templates/xpcc/en/chronicle.hbs:2:1']);
  });

  it('in the preface is an error', () => {
    const changes = {
      [chronicleFile]: chronicleYaml,
      'templates/xpcc/en/preface.hbs': (text: string) => `<chronicle/>\n${text}`,
    };
    expect(problems(changes)).toEqual(['markup.misplaced-tag templates/xpcc/en/preface.hbs:1:1']);
  });

  it('that names what it has not is told at the place in the text', () => {
    expect(problems(chronicledWith('{{in-force}}.', '{{in-farce}}.'))).toEqual([
      'template.unknown-name data/xpcc/2024/chronicle.yaml:3:43',
    ]);
  });
});
