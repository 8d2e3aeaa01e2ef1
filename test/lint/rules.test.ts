import { describe, expect, it } from 'vitest';
import { findings, found } from '../support/linting.ts';

describe('a number that is typed', () => {
  it('is found in digits, with its place, and not in <lit>', () => {
    expect(findings({ zh: '<p>{{year}}年共12.5项，\n另<lit>211</lit>所，３项。</p>' })).toEqual([
      'zh/s.hbs:1:14 lint.digits 12.5',
      'zh/s.hbs:2:18 lint.digits ３',
    ]);
  });
  it('is found in words, unless a helper of the sentence bears it out', () => {
    expect(found('zh', '三个地区合计', 'number-word')).toEqual(['三']);
    expect(found('en', 'The three of them.', 'number-word')).toEqual(['three']);
    expect(found('zh', '前三位是{{list (take (sort (slices output)) 3)}}', 'number-word')).toEqual([]);
    expect(found('zh', '前三位是{{list (take (sort (slices output)) 4)}}', 'number-word')).toEqual(['三']);
    expect(
      found('en', '{{list (take (skip (sort (slices output)) 1) 2)}} in second and third place', 'number-word'),
    ).toEqual([]);
    expect(found('zh', '另一个是统一的，以万元为单位', 'number-word')).toEqual([]);
    expect(found('zh', '近千亿元', 'number-word')).toEqual(['千亿']);
  });
  it('may be that of the rows that a table asks for', () => {
    const table = (limit: number) =>
      `title: { zh: 前3名, en: The three regions }\nrows: { cube: output, limit: ${limit} }\ncolumns: []\n`;
    const named = (text: string) => findings({ table: text }).filter((line) => line.includes('t.yaml:1'));
    expect(named(table(3))).toEqual([]);
    expect(named(table(4))).toEqual(['t.yaml:1:15 lint.digits 3', 't.yaml:1:27 lint.number-word three']);
  });
});

describe('a template that cannot be read', () => {
  it('is found where it breaks off, in either language, and in a title', () => {
    const broken = { zh: '<p>{{#if ((year}}</p>', en: '<p>In {{year}}\n{{#if year}}</p>' };
    expect(findings(broken)).toEqual(
      expect.arrayContaining(['zh/s.hbs:1:4 template.syntax', 'en/s.hbs:2:1 template.syntax']),
    );
    const table = 'title: { zh: 表, en: "Table of {{year" }\nrows: { cube: output }\ncolumns: []\n';
    expect(findings({ table }).filter((line) => line.includes('syntax'))).toEqual(['t.yaml:1:31 template.syntax']);
  });
});

describe('a year that is typed', () => {
  it('is a year, and is no literal either if it is one of the editions or the year before', () => {
    expect(found('en', 'In 2024 and <lit>2023</lit>, but not <lit>1996</lit>', 'year')).toEqual(['2024', '2023']);
  });
});

describe('a limit', () => {
  const rising = (said: string, above: number) =>
    `<p>增幅超过<lit>${said}</lit>的有{{list (rising (slices output) above=${above})}}。</p>`;
  const limits = (text: string) => findings({ zh: text }).map((line) => line.replace(/^\S+ lint\./, ''));
  it('is stated as it is applied', () => {
    expect(limits(rising('10%', 10))).toEqual([]);
    expect(limits(rising('10%', 20))).toEqual(['limit 10%', 'limit-unsaid']);
    expect(limits('<p>增长较快的有{{list (rising (slices output) above=20)}}。</p>')).toContain('limit-unsaid');
  });
  it('is stated in the unit in which readers know it', () => {
    const above = (said: string, number: number) =>
      findings({ en: `<p>More than CNY <lit>${said}</lit> billion: {{list (above (slices output) ${number})}}.</p>` });
    expect(above('100', 1000)).toEqual([]);
    expect(above('100', 100)).toEqual(['en/s.hbs:1:23 lint.limit 100', 'en/s.hbs:1:49 lint.limit-unsaid']);
    expect(limits('<p>增幅在<lit>10</lit>倍以上的有{{list (rising (slices output) above=1000)}}。</p>')).toEqual([]);
  });
});

describe('a name that is typed', () => {
  it('is found, the longest one, and only whole words', () => {
    expect(findings({ en: '<p>In Beijing.</p>' })).toEqual(['en/s.hbs:1:7 lint.name Beijing']);
    expect(found('en', 'Beijinger Shanghais', 'name')).toEqual([]);
    expect(found('zh', '在<lit>北京大学</lit>，上海', 'name')).toEqual(['上海']);
  });
  it('may stand in a title whose table asks for it, or for its group', () => {
    const names = (members: string) =>
      findings({
        table: `title: { zh: 上海, en: Shanghai }\nrows: { cube: output, members: ${members} }\ncolumns: []\n`,
      })
        .filter((line) => line.includes('lint.name'))
        .map((line) => line.split(' ')[0]);
    expect(names('COAST')).toEqual([]);
    expect(names('SH')).toEqual([]);
    expect(names('BJ')).toEqual(['t.yaml:1:14', 't.yaml:1:22']);
  });
});

describe('what one language says', () => {
  const differences = (zh: string, en: string) => findings({ zh, en }).filter((line) => line.includes('one-language'));
  it('the other says, in whatever form', () => {
    expect(
      differences(
        '<p>{{#each (sort (slices output))}}{{name}}{{change amount}}{{/each}}，{{output.total.contracts}}</p>',
        '<p>{{#with (first (slices output))}}{{magnitude (growth amount)}}{{/with}} {{number output.total.contracts}}</p>',
      ),
    ).toEqual([]);
  });
  it('is found where the other does not', () => {
    expect(differences('<p>{{output.BJ.amount}}</p>', '<p>{{output.SH.amount}} <see table="t"/></p>')).toEqual([
      'zh/s.hbs:1:6 lint.one-language',
      'en/s.hbs:1:6 lint.one-language',
      'en/s.hbs:1:25 lint.one-language',
    ]);
  });
  it('tells an amount from its share', () => {
    expect(differences('<p>{{output.BJ.amount}}</p>', '<p>{{share output.BJ.amount}}</p>')).toHaveLength(2);
  });
});

describe('a reference', () => {
  const table = 'title: { zh: 表, en: T }\nrows: { cube: output }\ncolumns: []\n';
  const told = (text: string, more = {}) =>
    findings({ zh: text, en: text, table, ...more }).map((line) => line.replace(/^.*?:(\d)/, '$1'));
  it('is missing for a table that no sentence speaks of', () => {
    expect(told('<p><see table="t"/></p><table key="t"/>')).toEqual([]);
    expect(told('<table key="t"/>')).toEqual(['1:1 lint.not-referred', '1:1 lint.not-referred']);
  });
  it('leads to what is placed, in a branch that no edition reaches too', () => {
    expect(
      told('{{#if (has "output")}}<p><see table="t"/>{{else}}<p><see table="T"/>{{/if}}</p><table key="t"/>'),
    ).toEqual(['1:53 reference.unknown', '1:53 reference.unknown']);
    expect(told('<p><see table="t"/><see section="x"/></p><table key="t"/>')[0]).toBe('1:20 reference.unknown');
  });
  it('is needed by a file, or it stands there for nothing', () => {
    expect(
      findings({ table, book: 'sections: [{ key: s, template: other }]', zh: '<p>无</p>', en: '<p>No</p>' }),
    ).toEqual(['t.yaml:: lint.unused-file', 'zh/s.hbs:: lint.unused-file', 'en/s.hbs:: lint.unused-file']);
  });
});

describe('data that are asked for by name', () => {
  it('exist in some edition, or the section never appears', () => {
    const book =
      'sections:\n  - { key: s, template: s, needs: [output, groups.COAST, facts.plain, facts.plain.floor] }\n';
    expect(findings({ book, zh: '<p>无</p>', en: '<p>No</p>' })).toEqual([]);
    expect(findings({ book: book.replace('groups.COAST', 'groups.COST'), zh: '<p>无</p>', en: '<p>No</p>' })).toEqual([
      'book.yaml:2:44 lint.unknown-need',
    ]);
    expect(findings({ zh: '<p>{{#if (has "outptu")}}无{{/if}}</p>' })).toEqual(['zh/s.hbs:1:15 lint.unknown-need']);
  });
  it('are facts that there are, and words that there are', () => {
    expect(
      findings({ en: '<p>{{#if (has "nothing.yet")}}{{facts.plain.gorwth}}{{/if}} {{t "chart.nothing"}}</p>' }).sort(),
    ).toEqual([
      'en/s.hbs:1:15 lint.unknown-need',
      'en/s.hbs:1:33 template.unknown-name',
      'en/s.hbs:1:65 words.missing',
    ]);
  });
});

describe('a unit that is typed', () => {
  it('is too much behind a figure that prints its own', () => {
    expect(found('zh', '{{output.total.amount}}亿元', 'unit-typed')).toEqual(['亿元']);
    expect(found('zh', '{{output.total.contracts}}项', 'unit-typed')).toEqual(['项']);
    expect(found('zh', '{{number output.total.contracts}}项', 'unit-typed')).toEqual([]);
    expect(found('en', '{{output.total.amount}} billion', 'unit-typed')).toEqual(['billion']);
    expect(found('zh', '{{share output.BJ.amount}}%', 'unit-typed')).toEqual(['%']);
    expect(found('zh', '{{year}}年，{{number output.total.amount}}亿元', 'unit-typed')).toEqual([]);
  });
  it('is that of the figure', () => {
    expect(found('zh', '{{number output.total.amount}}万元', 'unit-typed')).toEqual(['万元']);
    expect(found('zh', '{{number (in output.total.amount "wanyuan")}}万元', 'unit-typed')).toEqual([]);
  });
  const heads = (zh: string, value: string) =>
    findings({
      table: `title: { zh: 表, en: T }\nrows: { cube: output }\ncolumns:\n  - { key: a, value: { ${value} }, head: { zh: ${zh}, en: A } }\n`,
    }).filter((line) => line.includes('unit-head'));
  it('is right in the head of a column', () => {
    expect(heads('成交额/亿元', 'measure: amount')).toEqual([]);
    expect(heads('成交额/万元', 'measure: amount')).toEqual(['t.yaml:4:55 lint.unit-head 万元']);
    expect(heads('增长/亿元', 'measure: amount, indicator: growth')).toHaveLength(1);
    expect(heads('增长/%', 'measure: amount, indicator: growth')).toEqual([]);
    expect(heads('合同数/%', 'measure: contracts')).toHaveLength(1);
  });
});
