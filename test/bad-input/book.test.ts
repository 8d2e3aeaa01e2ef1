/** Faults of the book and of the specifications of tables and charts. */
import { describe, expect, it } from 'vitest';
import { book, caret, chart, check, prepare, type Row, told, types } from '../support/bad-input.ts';
import { swap } from '../support/project.ts';

describe('the book and the specifications of tables and charts', () => {
  it.each<Row>([
    [
      'with an unknown level',
      book,
      ['levels: [section, item]', `levels: [section, ${caret}chapter]`],
      'levels[2] is "chapter", which is not allowed. → Allowed: part, section, item, subitem.',
    ],
    [
      'with a section below all levels',
      book,
      [
        '        template: by-registrant',
        `        template: by-registrant\n        sections:\n          - { key: ${caret}x, title: { zh: x, en: x } }`,
      ],
      'The section “x” lies deeper than the levels of the book. → The levels are: section, item. Add one to levels, or move the section up.',
    ],
    [
      'with a key twice',
      book,
      ['- key: fields', `- key: ${caret}flows`],
      'Two sections have the key “flows”. → Rename one of them; each key leads to one section.',
    ],
    [
      'with an unknown name in a title',
      book,
      [
        'fullTitle: { zh: "{{year}}年兵团技术市场统计年报", en: "{{year}} A',
        `fullTitle: { zh: "{{year}}年兵团技术市场统计年报", en: "{{${caret}yaer}} A`,
      ],
      '“yaer” does not exist. → Did you mean year?…',
    ],
    [
      'with an unknown cube',
      types,
      ['cube: contract-types', `cube: ${caret}contract-type`],
      'There is no cube “contract-type”. → Did you mean contract-types?',
    ],
    [
      'with an unknown dimension',
      types,
      ['dimension: type,', `dimension: ${caret}types,`],
      'The cube contract-types has no dimension “types”. → It has: type.',
    ],
    [
      'with an unknown measure',
      types,
      ['key: amount\n    value: { measure: amount }', `key: amount\n    value: { measure: ${caret}amounts }`],
      'The cube contract-types has no measure “amounts”. → It has: contracts, amount.',
    ],
    [
      'with an unknown code',
      types,
      ['dimension: type,', `dimension: type, items: [TD, ${caret}TX],`],
      'The list contract-types has no code “TX”. → Did you mean TD?',
    ],
    [
      'ordered by nothing',
      types,
      ['dimension: type,', `dimension: type, order: { by: ${caret}amuont },`],
      'There is nothing called “amuont” to sort by. → There are: contracts, contracts-share, amount, amount-share.',
    ],
    [
      'in an unknown unit',
      'templates/xpcc/tables/registrants.yaml',
      ['unit: wanyuan', `unit: ${caret}wanyaun`],
      'There is no unit “wanyaun”. → Did you mean wanyuan?…',
    ],
    [
      'ranked among nothing',
      'templates/xpcc/tables/registrants.yaml',
      ['among: division', `among: ${caret}divisions`],
      'No code of the cube registrations is of the kind “divisions”. → Did you mean division?',
    ],
    [
      'with a tag in a title',
      types,
      ['en: Technology contracts in {{year}}, by type', `en: Technology contracts in ${caret}<b>{{year}}</b>, by type`],
      'There is no tag <b>. → There are: p, ul, ol, li, table, figure, chronicle, lit, em, original, see.',
    ],
    [
      'with a paragraph in a title',
      types,
      ['en: Technology contracts in {{year}}, by type', `en: ${caret}<p>Technology contracts</p>`],
      '<p> cannot stand within text. → Let it stand on its own, outside of <p>…</p>.',
    ],
    [
      'of a chart with an unknown cube',
      chart,
      ['"cube": "fields"', `"cube": ${caret}"field"`],
      'There is no cube “field”. → Did you mean fields?',
    ],
    [
      'of a chart ordered by nothing',
      chart,
      ['"by": "amount"', `"by": ${caret}"amont"`],
      'There is nothing called “amont” to sort by. → There are: amount, share.',
    ],
    [
      'of a chart with an unknown word',
      chart,
      ["{{t 'chart.amount'}}", `${caret}{{t 'chart.amuont'}}`],
      'The word “book:chart.amuont” does not exist. → Add it to both languages in locales.',
    ],
    ['of a chart that is no JSON', chart, ['"queries": {', `"queries": }${caret}{`], 'Syntax error: …'],
  ])('%s', check('en'));
  it('whose template is missing is told for each language', () => {
    const { changes, place } = prepare(book, ['template: flows', `template: ${caret}flow`]);
    expect(told(changes)).toEqual(
      ['zh', 'en'].map(
        (lang) =>
          `${place} error: There is no template templates/xpcc/${lang}/flow.hbs. → Create it, or remove the entry template.`,
      ),
    );
  });
  it('without a word of the locale names the word and the file', () => {
    const file = 'locales/en/book.yaml';
    expect(told({ [file]: swap('table: Table', 'tabel: Table') })).toEqual([
      `${file} error: The word “book:table” does not exist. → Add it to both languages in locales.`,
    ]);
  });
});
