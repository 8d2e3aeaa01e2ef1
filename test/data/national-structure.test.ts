/** Parts, tables and figures of each national yearbook, as the contents and captions of its source have them. */
import { describe, expect, it } from 'vitest';
import { type Block, type Document, plainText } from '../../src/model/document.ts';
import { buildDocuments } from '../support/project.ts';

interface Inventory {
  readonly year: number;
  /** Numbers and titles of the first two levels. */
  readonly headings: readonly string[];
  /** Label, title and key of each table. */
  readonly tables: Readonly<Record<string, string>>;
  /** Keys of the figures, by the prefix of their labels. */
  readonly figures: Readonly<Record<string, readonly string[]>>;
}

const structure2007: Inventory = {
  year: 2007,
  headings: [
    '第一部分 技术交易总体情况',
    '一、 技术交易特点',
    '二、 技术合同占国内生产总值的比重',
    '第二部分 技术合同构成',
    '一、 合同类别构成',
    '二、 知识产权构成',
    '三、 技术领域构成',
    '四、 社会—经济目标构成',
    '五、 科技计划项目构成',
    '六、 重大技术合同构成',
    '七、 技术交易双方构成',
    '第三部分 各地技术交易',
    '一、 合同登记情况',
    '二、 技术输出情况',
    '三、 技术吸纳情况',
    // The source counts the east as a second 三.
    '四、 东部地区技术交易',
    '五、 中部地区技术交易',
    '六、 西部地区技术交易',
    '七、 环渤海地区技术交易',
    '八、 长江三角洲地区技术交易',
    '九、 珠江三角洲地区技术交易',
    '第四部分 技术交易机构',
    '第五部分 常设技术交易机构',
    '一、 技术交易所（市场）',
    '二、 农业技术交易市场',
    '三、 技术产权交易所',
    '附表',
    '2007年技术市场工作大事记',
  ],
  tables: {
    '表1 2001—2007年技术合同成交金额与国内生产总值的比较': 'macro',
    '表2 2007年全国技术合同登记情况': 'registrations',
    '表3 2007年各省、自治区、直辖市技术合同成交情况': 'flows',
    '表4 2007年计划单列市技术合同成交情况': 'separate-plan',
    '表5 2007年副省级城市技术合同成交情况': 'sub-provincial',
    '表6 2007年东部地区技术交易情况': 'east',
    '表7 2007年中部地区技术交易情况': 'central',
    '表8 2007年西部地区技术交易情况': 'west',
    '表9 2007年环渤海地区技术交易情况': 'bohai',
    '表10 2007年长三角地区技术交易情况': 'yrd',
    '表11 2007年珠三角地区技术交易情况': 'prd',
    '表12 2007年各类技术交易机构构成及交易情况': 'sellers',
    '表13 2007年科研机构输出技术成交金额前20名': 'top-institute-sellers',
    '表14 2007年高等院校输出技术成交金额前20名': 'top-university-sellers',
    '表15 2007年企业输出技术成交金额前20名': 'top-company-sellers',
    '表16 2007年全国重点常设技术交易机构交易情况': 'exchange-trade',
    '附表1 2001—2007年全国技术合同成交情况': 'annual',
    '附表2 2001—2007年各类技术合同平均每份成交金额': 'type-averages',
    '附表3 2007年各类技术合同构成': 'subtype-structure',
    '附表4 2007年全国技术合同知识产权构成': 'ip-structure',
    '附表5 2007年全国技术合同技术领域构成': 'field-structure',
    '附表6 2007年全国技术合同社会—经济目标构成': 'objective-structure',
    '附表7 2007年全国技术合同计划项目构成': 'programme-structure',
    '附表8 2007年重大技术合同构成': 'major-structure',
    '附表9 2007年全国技术合同买卖方成交情况': 'party-matrix',
    '附表10 2007年各类卖方机构成交情况': 'seller-structure',
    '附表11 2007年各类买方机构成交情况': 'buyer-structure',
    '附表12 2006—2007年全国输出技术成交情况': 'output-growth',
    '附表13 2006—2007年全国吸纳技术成交情况': 'intake-growth',
  },
  figures: {
    图: [
      'volume',
      'recent-averages',
      'types',
      'development-types',
      'transfer-types',
      'service-types',
      'ip',
      'fields',
      'objectives',
      'programmes',
      'national-programmes',
      'major-types',
      'parties',
      'seller-forms',
      'enterprise-output',
      'institution-output',
      'buyer-forms',
      'enterprise-intake',
      'institution-intake',
      'government-levels',
      'top-registrations',
      'top-intake',
    ],
  },
};

const structure2016: Inventory = {
  year: 2016,
  headings: [
    '第一部分 技术交易总体情况',
    '一、 基本情况',
    '二、 交易特点',
    '第二部分 技术合同构成',
    '一、 合同类别构成',
    '二、 知识产权构成',
    '三、 技术领域构成',
    '四、 社会—经济目标构成',
    '五、 科技计划项目构成',
    '六、 重大技术合同构成',
    '七、 技术交易双方构成',
    '第三部分 各地技术交易',
    '一、 合同登记情况',
    '二、 技术输出情况',
    '三、 技术吸纳情况',
    '第四部分 区域技术交易',
    '一、 东部地区',
    '二、 中部地区',
    '三、 西部地区',
    '四、 京津冀地区',
    '五、 长江经济带地区',
    '六、 东北地区',
    '第五部分 技术交易机构',
    '一、 常设技术（产权）交易机构',
    '二、 技术卖方机构',
    '三、 国家技术转移示范机构',
    '第六部分 附表',
    '第七部分 大事记',
  ],
  tables: {
    '表1-1 2011—2016年技术合同成交额与R&D经费的比较': 'macro',
    '表3-1 2015—2016年全国技术合同认定登记情况': 'registrations',
    '表3-2 2016年全国技术合同交易情况': 'flows',
    '表3-3 2016年计划单列市技术合同成交情况': 'separate-plan',
    '表3-4 2016年副省级城市技术合同成交情况': 'sub-provincial',
    '表4-1 2016年区域技术合同交易情况': 'areas',
    '表4-2 2016年东部地区技术交易情况': 'east',
    '表4-3 2016年中部地区技术交易情况': 'central',
    '表4-4 2016年西部地区技术交易情况': 'west',
    '表4-5 2016年京津冀地区技术交易情况': 'bth',
    '表4-6 2016年长江经济带地区技术交易情况': 'yreb',
    '表4-7 2016年东北地区技术交易情况': 'northeast',
    // The title of table 5-1 is lost with the table.
    '表5-1 2016年全国主要技术（产权）交易机构情况': 'exchange-kinds',
    '表5-2 2016年各类技术交易机构构成及交易情况': 'sellers',
    '表5-3 2016年企业输出技术成交额前20名': 'top-company-sellers',
    '表5-4 2016年科研机构输出技术成交额前20名': 'top-institute-sellers',
    '表5-5 2016年高等院校输出技术成交额前20名': 'top-university-sellers',
    '附表1 2011—2016年全国技术合同成交情况': 'annual',
    '附表2 2011—2016年各类技术合同平均每份成交额': 'type-averages',
    '附表3 2015—2016年合同类型构成': 'type-structure',
    '附表4 2016年各类技术合同构成': 'subtype-structure',
    '附表5 2016年全国技术合同知识产权构成': 'ip-structure',
    '附表6 2016年全国技术合同技术领域构成': 'field-structure',
    '附表7 2016年全国技术合同社会—经济目标构成': 'objective-structure',
    '附表8 2016年全国技术合同计划项目构成': 'programme-structure',
    '附表9 2016年重大技术合同构成': 'major-structure',
    '附表11 2016年各类卖方机构成交情况': 'seller-structure',
    '附表12 2016年各类买方机构成交情况': 'buyer-structure',
    '附表13 2015—2016年全国输出技术成交情况': 'output-growth',
    '附表14 2015—2016年全国吸纳技术成交情况': 'intake-growth',
    '附表15 国家技术转移示范机构名单': 'agencies',
  },
  figures: {
    '图1-': ['volume', 'averages'],
    '图2-': [
      'types',
      'development-types',
      'transfer-types',
      'ip',
      'fields',
      'objectives',
      'programmes',
      'national-programmes',
      'major-types',
      'parties',
      'seller-forms',
      'enterprise-output',
      'institution-output',
      'buyer-forms',
      'enterprise-intake',
      'institution-intake',
    ],
    '图3-': ['top-registrations', 'top-output', 'top-intake'],
    '图5-': ['agency-legal-forms', 'agency-kinds', 'agency-areas', 'agency-staff', 'agency-projects'],
  },
};

const headingsOf = ({ body }: Document) =>
  body.flatMap((block) =>
    block.type === 'heading' && block.level <= 2 ? `${block.number} ${plainText(block.inlines)}`.trim() : [],
  );
/** The book's own section, at the end of the appendix. */
const ownSection = '历版年报数据';
const captioned = ({ body }: Document, type: 'table' | 'figure') =>
  body.filter((block): block is Extract<Block, { type: 'table' | 'figure' }> => block.type === type);

describe.each([structure2007, structure2016])('the national yearbook of $year', (expected) => {
  const { zh } = buildDocuments({}, { series: 'national', year: expected.year });
  it('has the parts and sections of its source, in their order', () => {
    expect(headingsOf(zh).filter((heading) => heading !== ownSection)).toEqual(expected.headings);
  });
  it('has its tables, with their labels and titles, before any of the book’s own', () => {
    const tables = zh.body.filter((block) => block.type === 'table');
    const found = tables.map(({ label, caption, id }) => [`${label} ${plainText(caption)}`, id]);
    const inventory = Object.entries(expected.tables).map(([title, key]) => [title, `table-${key}`]);
    expect(found.slice(0, inventory.length)).toEqual(inventory);
    expect(tables.map(({ own }) => own)).toEqual(tables.map((_, index) => index >= inventory.length));
  });
  it('has its figures, with their labels', () => {
    const found = captioned(zh, 'figure').map(({ label, id }) => [label, id]);
    const labelled = Object.entries(expected.figures).flatMap(([prefix, keys]) =>
      keys.map((key, index) => [`${prefix}${index + 1}`, `figure-${key}`]),
    );
    expect(found).toEqual(labelled);
  });
});

describe('what a source has lost', () => {
  const { zh, en } = buildDocuments({}, { series: 'national', year: 2016 });
  const texts = ({ body }: Document) =>
    body.flatMap((block) => (block.type === 'paragraph' ? plainText(block.inlines) : []));
  it('keeps its number, and the book says so in its place', () => {
    expect(texts(zh).filter((text) => text.startsWith('附表10'))).toEqual([
      expect.stringMatching(/^附表10　2016年全国技术合同买卖双方成交情况：.*缺失/),
    ]);
    expect(texts(en).filter((text) => text.startsWith('Appendix table 10,'))).toHaveLength(1);
  });
  it('is told below a figure or table of which something is left', () => {
    const notes = captioned(zh, 'figure').find(({ id }) => id === 'figure-volume')?.notes ?? [];
    expect(notes.map(plainText).join()).toContain('始于2006年');
  });
});
