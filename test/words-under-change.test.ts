/** What the book says, word for word, when a figure of its data is another. */
import { describe, expect, it } from 'vitest';
import { changedBlocks, documentWhen, figure, folder, original, prose, row } from './support/one-change.ts';
import { buildDocuments, swap } from './support/project.ts';

describe('when the leading division falls', () => {
  const name = 'the leading division falls';
  it('it falls in words, and the next one leads', () => {
    const zh = prose(documentWhen(name, 'zh'), 'by-registrant');
    expect(zh).toContain(
      '2024年，八师以11 559.95万元居各师首位，占兵团成交总额的16.4%，六师以5120.13万元列第2位，四师以5043.02万元列第3位',
    );
    expect(zh).toContain('成交额超过1亿元的师有八师。');
    expect(zh).toContain('15个成交额上升，四师、十二师和新疆农垦科学院下降。');
    expect(zh).toContain('共10个。');
    expect(zh).toContain(
      '其中八师增加最多，成交额比上年增加2735.15万元，为上年的1.3倍，在各师中仍居第1位，对兵团成交额增长的贡献率为30.5%。',
    );
    const en = prose(documentWhen(name, 'en'), 'by-registrant');
    expect(en).toContain(
      'In 2024 the Eighth Division led the divisions with CNY 115.5995 million, 16.4% of the XPCC’s total, followed by the Sixth Division in 2nd place',
    );
    expect(en).toContain(
      'values rose for 15 registrants and fell for the Fourth Division, Twelfth Division and the Xinjiang Academy',
    );
    expect(en).toContain(
      'The Eighth Division gained most. Its value rose by CNY 27.3515 million to 1.3 times that of the year before; it stayed in 1st place',
    );
  });
  it('its row, its region, the total and all shares follow', () => {
    expect(row(documentWhen(name, 'zh'), 'table-registrants', '十二师')).toEqual([
      '十二师',
      '2105.78',
      '1921.46',
      '\u22128.8',
      '2.7',
      '9',
    ]);
    expect(row(documentWhen(name, 'en'), 'table-registrants', 'Total')).toEqual([
      'Total',
      '61,442.80',
      '70,423.37',
      '14.6',
      '100.0',
      '',
    ]);
    expect(row(documentWhen(name, 'zh'), 'table-registrants', '一师')).toEqual([
      '一师',
      '3055.06',
      '3182.29',
      '4.2',
      '4.5',
      '6',
    ]);
    expect(prose(documentWhen(name, 'zh'), 'north-south')).toContain(
      '北疆各单位成交额57 946.09万元，比上年增长15.1%，占兵团总额的82.3%',
    );
    expect(prose(documentWhen(name, 'en'), 'overview')).toContain(
      'worth CNY 704 million were registered in the XPCC. Their value rose by 14.6%',
    );
    expect(prose(documentWhen(name, 'zh'), 'flows')).toContain('成交额之比为9.5∶1');
    expect(figure(documentWhen(name, 'en'), 'figure-north-south')?.alt).toContain(
      '579.4609\u00a0million in 2024 (82.3%)',
    );
    expect(figure(documentWhen(name, 'zh'), 'figure-north-south')?.data.rows?.[2]).toMatchObject({
      amount: 57946.09,
      amount_label: '57\u202f946.09',
      share_label: '82.3%',
    });
  });
  it('nothing else is touched', () => {
    expect(changedBlocks(original.zh, documentWhen(name, 'zh'))).toEqual([
      'overview 1',
      'volume 1',
      'figure-volume',
      'by-registrant 1',
      'by-registrant 2',
      'table-registrants',
      'north-south 1',
      'figure-north-south',
      // What breaks down only a part of the total shares it; what no longer adds up to it keeps its own.
      'flows 2',
      'parties 1',
      'figure-parties',
      'fields 1',
      'figure-fields',
      'figure-field-shares',
    ]);
  });
});

describe('when the total falls', () => {
  const name = 'the total falls';
  it('it is no record, and nothing contributes to its growth', () => {
    expect(prose(original.zh, 'overview')).toContain('比上年增长32.5%，创历史新高。');
    expect(prose(documentWhen(name, 'zh'), 'overview')).toContain('比上年下降19.7%。');
    expect(prose(documentWhen(name, 'zh'), 'overview')).not.toContain('历史新高');
    expect(prose(original.en, 'overview')).toContain(
      'rose by 32.5% on the year before, to the highest level on record.',
    );
    expect(prose(documentWhen(name, 'en'), 'overview')).toContain('Their value fell by 19.7% on the year before.');
    for (const section of ['by-registrant', 'types']) {
      expect(prose(original.zh, section)).toContain('贡献率');
      expect(prose(documentWhen(name, 'zh'), section)).not.toContain('贡献率');
      expect(prose(documentWhen(name, 'en'), section)).not.toMatch(/of the (total )?increase/);
    }
  });
  it('the average falls from and to', () => {
    expect(prose(documentWhen(name, 'zh'), 'volume')).toMatch(/由上年的138\.39万元降低到104\.79万元，下降24\.3%/);
    expect(prose(documentWhen(name, 'en'), 'volume')).toContain(
      'fell by 24.3%, from CNY 1.3839 million to CNY 1.0479 million',
    );
    expect(prose(documentWhen(name, 'zh'), 'volume')).toContain('成交额的增速不及项数');
  });
});

describe('choices of words', () => {
  it('count who rose, though only the year before changed', () => {
    const name = 'a division had more in the year before';
    expect(prose(documentWhen(name, 'zh'), 'by-registrant')).toContain(
      '15个成交额上升，一师、四师和新疆农垦科学院下降。',
    );
    expect(row(documentWhen(name, 'zh'), 'table-registrants', '一师')?.slice(1, 4)).toEqual([
      '3255.06',
      '3182.29',
      '\u22122.2',
    ]);
  });
  it('tell a gap that widens from one that narrows', () => {
    expect([
      prose(original.zh, 'north-south').endsWith('拉大。'),
      prose(original.en, 'north-south').endsWith('widened.'),
    ]).toEqual([true, true]);
    const name = 'the south overtakes the north';
    expect(prose(documentWhen(name, 'zh'), 'north-south')).toMatch(/之比为0\.7∶1，上年为4\.5∶1，差距有所缩小。$/);
    expect(prose(documentWhen(name, 'en'), 'north-south')).toMatch(
      /was 0\.7 to 1, after 4\.5 to 1 the year before: the gap has narrowed\.$/,
    );
  });
  it('name the type that leads', () => {
    const name = 'a type of contract becomes small';
    expect(prose(documentWhen(name, 'zh'), 'types')).toContain('技术服务是兵团技术交易最主要的方式');
    expect(prose(documentWhen(name, 'en'), 'types')).toContain('Technical services was the principal form');
    expect(figure(documentWhen(name, 'zh'), 'figure-types')?.data.rows?.map(({ code }) => code)).toEqual([
      'TS',
      'TC',
      'TD',
      'TL',
      'TT',
    ]);
    expect(figure(documentWhen(name, 'zh'), 'figure-types')?.alt).toMatch(/^技术服务60\.7%，技术咨询/);
  });
  it('compare the growth of value and number', () => {
    const name = 'contracts of a type become many';
    expect(prose(documentWhen(name, 'zh'), 'volume')).toContain('登记技术合同1577项，比上年增加44项');
    const fewer = 'contracts become fewer than in the year before';
    expect(prose(documentWhen(fewer, 'zh'), 'volume')).toMatch(
      /比上年减少12项；.*合同项数下降1\.5%，成交额的增速快于项数/s,
    );
    expect(prose(documentWhen(fewer, 'en'), 'volume')).toMatch(
      /the number fell by 12 contracts .* fell by 1\.5%, value grew faster/s,
    );
    const faster = buildDocuments({
      [`${folder}/published.csv`]: swap('contracts,2024,44,contract,一', 'contracts,2024,444,contract,一'),
    });
    expect(prose(faster.zh, 'volume')).toContain('合同项数增长133.3%，成交额的增速不及项数');
    expect(prose(faster.en, 'volume')).toContain('rose by 133.3%, value did not keep pace with number');
  });
  it('tell a majority from a minority', () => {
    const programme = 'a programme loses its majority';
    expect(prose(documentWhen(programme, 'zh'), 'task-sources')).toContain(
      '计划外项目占比过半，但财政计划项目增速快于计划外项目',
    );
    expect(prose(documentWhen(programme, 'en'), 'task-sources')).toContain(
      'Contracts outside the programmes thus account for more than half of the market, but contracts within them',
    );
    expect(prose(original.zh, 'parties')).toContain('主体地位');
    expect(prose(documentWhen('enterprises lose their majority', 'zh'), 'parties')).not.toContain('主体地位');
    expect(prose(documentWhen('enterprises lose their majority', 'en'), 'parties')).not.toContain('mainstay');
    expect(prose(documentWhen('most technology leaves', 'zh'), 'flows')).toContain('主要向疆外转化');
    expect(prose(documentWhen('most technology leaves', 'en'), 'flows')).toContain('less than half');
  });
  it('name the bands that lead by value and by number', () => {
    expect(prose(documentWhen('a size band leads', 'zh'), 'sizes')).toContain(
      '10～20万元一档的成交额最大，为21 450.5万元',
    );
    expect(prose(documentWhen('a size band leads', 'en'), 'sizes')).toContain(
      'the band of 10–20 (in units of 10,000 yuan) had the largest value, CNY 214.505 million',
    );
    expect(prose(documentWhen('a size band has the most contracts', 'zh'), 'sizes')).toContain(
      '从项数看，5～10万元一档最为集中，共370项',
    );
  });
  it('complete a whole that is not broken down', () => {
    const rows = figure(documentWhen('a field grows', 'zh'), 'figure-fields')?.data.rows;
    expect(rows?.map(({ code, amount }) => [code, amount])).toEqual([
      ['AG', 23460.2],
      ['NM', 22484.5],
      ['remainder', 35478.67],
    ]);
    expect(figure(documentWhen('a field grows', 'zh'), 'figure-fields')?.alt.replaceAll('\u202f', ' ')).toContain(
      '其余领域合计35 478.67万元',
    );
  });
  it('list several that fell', () => {
    const fallen = buildDocuments({
      [`${folder}/published.csv`]: swap(
        'direction,contract-types,type=TC,,amount,2024,up',
        'direction,contract-types,type=TC,,amount,2024,down',
      ),
    });
    expect(prose(fallen.zh, 'types')).toContain('技术转让和技术咨询成交额比上年下降');
    expect(prose(fallen.en, 'types')).toContain('while that of technology transfer and technical consulting fell');
  });
  it('drop what nobody gained, when all fall', () => {
    const fallen = buildDocuments({
      [`${folder}/registrations.csv`]: (text) =>
        text.replace(/^(2023,[^,]+,)([\d.]+)/gm, (_, start, value) => start + (Number(value) * 100).toFixed(2)),
    });
    expect(prose(original.zh, 'by-registrant')).toMatch(/增幅超过10%的有.*其中.{1,4}增加最多/s);
    expect(prose(original.en, 'by-registrant')).toMatch(/Growth exceeded 10% .* gained most/s);
    expect(prose(fallen.zh, 'by-registrant')).not.toMatch(/增幅|最多|贡献率/);
    expect(prose(fallen.en, 'by-registrant')).not.toMatch(/Growth exceeded|gained|increase/);
  });
});

describe('what the source calls the first time', () => {
  const edition = { series: 'national', year: 2016 };
  it('is called so only if the data do not contradict it', () => {
    const printed = buildDocuments({}, edition);
    const above = buildDocuments(
      { 'data/national/2016/annual.csv': (text) => text.replace(/^(2015,.*,)[\d.]+/m, '$110500.0') },
      edition,
    );
    expect(prose(printed.zh, 'overview')).toContain('首次超过');
    expect(prose(above.zh, 'overview')).not.toContain('首次');
    expect(prose(printed.en, 'overview')).toContain('for the first time');
    expect(prose(above.en, 'overview')).not.toContain('for the first time');
  });
});
