/** Several faults at once, and faults told in Chinese. */
import { describe, expect, it } from 'vitest';
import {
  caret,
  chart,
  check,
  descriptor,
  edition,
  facts,
  flows,
  placeOf,
  published,
  type Row,
  template,
  told,
  types,
} from '../support/bad-input.ts';
import { swap } from '../support/project.ts';

const amount = '42078.08';

describe('several faults', () => {
  it('of one file are told together, in the order of their lines', () => {
    const text =
      'year,destination,contracts,amount\n2024,XPC,499,"42,078.08"\n24,LOCAL,165,30261.3\n2024,OUTSIDE,,-1\n';
    expect(told({ [flows]: text }).map((line) => line.replace(/ → .*/, ''))).toEqual([
      `${flows}:2:6 error: The list destinations has no code “XPC”.`,
      `${flows}:2:14 error: “42,078.08” in column “amount” is not written as a plain number.`,
      `${flows}:3:1 error: The year “24” is not four digits.`,
      `${flows}:4:14 error: There is no value in column “contracts”.`,
      `${flows}:4:15 error: -1 in column “amount” is below the minimum of 0.`,
    ]);
  });
  it('of data, specifications and templates are told in one go, without what follows from them', () => {
    const problems = told({
      [flows]: swap(amount, 'n/a'),
      [edition]: swap('"2025-01"', '"2025-13"'),
      'data/codes/destinations.csv': swap('Elsewhere in Xinjiang', ''),
      [types]: swap('total: last', 'total: end'),
    }).map((line) => line.split(' error')[0]);
    expect(problems.toSorted()).toEqual([
      'data/codes/destinations.csv:3:24',
      `${edition}:2:12`,
      `${flows}:2:15`,
      placeOf(types, 'last }'),
    ]);
  });
  it('of data and of templates are told in one go', () => {
    const problems = told({
      [flows]: swap(amount, 'n/a'),
      [template]: `<p>{{share flows.XPCC.amount}} {{shaer flows}} <b>x</b></p>\n<p>{{#if}}\n`,
      'templates/xpcc/zh/flows.hbs': `<p>{{share flows.XPCC.amount}} {{shaer flows}} <b>x</b></p>\nx`,
    }).map((line) => line.replace(/ → .*/, ''));
    expect(problems).toEqual([
      `${flows}:2:15 error: “n/a” in column “amount” is not a number.`,
      'templates/xpcc/zh/flows.hbs:1:32 error: There is no helper “shaer”.',
      'templates/xpcc/zh/flows.hbs:1:48 error: There is no tag <b>.',
      'templates/xpcc/zh/flows.hbs:2:1 error: There is text outside of any paragraph: “x”.',
      `${template}:2:4 error: {{#if}} is never closed.`,
    ]);
  });
  it('of one template are told together', () => {
    const text =
      '<p>{{flow}} {{share flows}} {{shaer flows}}</p>\n<p class="x">a <b>b</b> {{growth flows.XPCC.amount}}</p>\n<figure key="flows"/>\n<figure key="flow"/>\n';
    expect(
      told({ [template]: text })
        .map((line) =>
          line
            .slice(template.length + 1)
            .replace(/ error: | → .*/g, ' ')
            .trim(),
        )
        .toSorted(),
    ).toEqual([
      '1:13 “share” needs a figure.',
      '1:29 There is no helper “shaer”.',
      '1:6 “flow” does not exist.',
      '2:1 <p> has no attribute “class”.',
      '2:16 There is no tag <b>.',
      '2:25 The data do not determine “growth”.',
      '4:1 There is no figure “flow”.',
    ]);
  });
  it('of an unreadable file are its own only, not those of everything that names it', () => {
    const gbk = new Uint8Array([0xb1, 0xf8, 0xcd, 0xc5]);
    for (const file of [flows, 'data/codes/destinations.csv', 'data/codes/units.csv', chart, template]) {
      expect(told({ [file]: gbk }).map((line) => line.split(' error')[0])).toEqual([`${file}:1`]);
    }
  });
  it('of an unreadable cube are its own only, not those of an indicator that compares with it', () => {
    const indicator = 'ratio,registrations,,cube=flows;measure=amount,amount,2024,1,ratio,x';
    const text = `indicator,cube,key,against,measure,year,value,unit,source\n${indicator}\n`;
    const problems = told({ [flows]: new Uint8Array([0xb1, 0xf8]), [published]: text });
    expect(problems.map((line) => line.split(' error')[0])).toEqual([`${flows}:1`]);
  });
});

describe('in Chinese', () => {
  it.each<Row>([
    ['缺少文件', flows, null, '没有数据文件 flows.csv → 补上文件，或删去这一项', placeOf(descriptor, '"flows.csv"')],
    [
      '千分位',
      flows,
      [amount, `${caret}"42,078.08"`],
      '“amount”列的“42,078.08”写法不对 → 改为 42078.08：只用数字、小数点和负号，不加千分位、空格和百分号',
    ],
    [
      '代码',
      flows,
      ['XPCC', `${caret}XPC`],
      '代码表 destinations 中没有“XPC” → 是否应为：XPCC？新代码先加入 data/codes/destinations.csv',
    ],
    ['缺名称', 'data/codes/destinations.csv', ['疆外', caret], '代码“OUTSIDE”没有中文名称 → 补上名称'],
    [
      '类型',
      facts,
      ['value: "14"', `value: ${caret}14`],
      'policies.divisions.value 是数字 14，应为文字 → 加上引号，以保留原样："14"',
    ],
    [
      '名称',
      template,
      `<p>{{${caret}flow}}</p><figure key="flows"/>`,
      '模板中的“flow”不存在 → 是否应为：flows？数据、代码和事实的名称见 data 文件夹',
    ],
    [
      '未结束',
      template,
      `<p>${caret}{{#if flows}}</p><figure key="flows"/>`,
      '{{#if}} 没有结束 → 在结束处写上 {{/if}}',
    ],
    [
      '标记',
      template,
      `<p>a ${caret}<b>c</b></p><figure key="flows"/>`,
      '没有标记 <b> → 可用：p, ul, ol, li, table, figure, chronicle, lit, em, original, see',
    ],
    [
      '引用',
      template,
      `<p>a <see figure="flows"/></p><figure key="flows"/>${caret}<figure key="flow"/>`,
      '没有图“flow” → 是否应为：flows？',
    ],
  ])('%s', check('zh'));
});
