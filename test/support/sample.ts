/** A small document with every kind of block, inline and cell, for the tests of writers. */
import { readFileSync } from 'node:fs';
import { Decimal } from 'decimal.js';
import { parse } from 'yaml';
import type { Document, Inline, Lang, Row } from '../../src/model/document.ts';
import type { Quantity } from '../../src/model/quantity.ts';
import type { Theme } from '../../src/model/theme.ts';

export const sampleTheme: Theme = parse(readFileSync('templates/shared/theme.yaml', 'utf8'));

export function quantity(value: string, unit = 'wanyuan'): Quantity {
  const number = new Decimal(value);
  return {
    value: number,
    interval: { low: number, high: number },
    unit,
    decimals: number.decimalPlaces(),
    origin: { kind: 'fact', path: 'sample', place: { file: 'test/support/sample.ts' }, source: 'sample' },
  };
}

const words = {
  zh: {
    title: '兵团技术市场统计年报',
    other: 'Annual Report on the Technology Market of the XPCC',
    publisher: '兵团科技发展促进中心',
    date: '2025年1月',
    section: '登记情况',
    item: '各师登记量',
    sentence: '全年认定登记技术合同',
    figureAlt: '两年成交额对比：2023年61 442.8万元，2024年81 423.37万元。',
    caption: '各师技术合同登记量',
    figureCaption: '技术合同成交额对比',
    unit: '万元',
    contents: '目录',
    table: '表 1',
    continued: '续表 1',
    figure: '图 1',
    division: '第十二师',
    total: '合计',
    note: '注：占比按本表数据计算。',
    preface: '编写说明',
    heads: ['单位', '成交额', '2023年', '2024年'],
  },
  en: {
    title: 'Annual Report on the Technology Market of the XPCC',
    other: '兵团技术市场统计年报',
    publisher: 'XPCC Science and Technology Development Promotion Centre',
    date: 'January 2025',
    section: 'Registrations',
    item: 'Registrations by division',
    sentence: 'Contracts registered in the year: ',
    figureAlt: 'Contract value in two years: CNY 614.428 million in 2023, CNY 814.2337 million in 2024.',
    caption: 'Technology contracts registered, by division',
    figureCaption: 'Value of technology contracts',
    unit: '10,000 yuan',
    contents: 'Contents',
    table: 'Table 1',
    continued: 'Table 1, continued',
    figure: 'Figure 1',
    division: 'Twelfth Division',
    total: 'Total',
    note: 'Note: shares are computed from this table.',
    preface: 'About this report',
    heads: ['Registrant', 'Contract value', '2023', '2024'],
  },
} as const;

/** `rows` sets the table's length: 120 rows run over several pages. */
export function sampleDocument(lang: Lang, rows = 60): Document {
  const w = words[lang];
  const text = (value: string): Inline => ({ type: 'text', text: value });
  const amount = (value: string): Row['cells'][number] => {
    const q = quantity(value);
    return { type: 'quantity', text: q.value.toFixed(2), quantity: q };
  };
  const body: Row[] = Array.from({ length: rows }, (_, index) => ({
    role: index % 7 === 3 ? 'detail' : 'normal',
    cells: [
      {
        type: 'label',
        inlines: [text(`${w.division} ${String.fromCharCode(65 + (index % 26))}`)],
        indent: index % 7 === 3 ? 1 : 0,
      },
      index === 1 ? { type: 'blank', text: '…' } : amount(`${2105.78 + index}`),
      amount(`${12921.46 + index}`),
    ],
  }));
  const total: Row = {
    role: 'total',
    cells: [{ type: 'label', inlines: [text(w.total)], indent: 0 }, amount('61442.80'), amount('81423.37')],
  };
  const head = (value: string, colspan = 1, rowspan = 1) =>
    ({ inlines: [text(value)], align: 'center', colspan, rowspan }) as const;
  return {
    lang,
    series: 'xpcc',
    year: 2024,
    title: w.title,
    description: w.caption,
    publisher: w.publisher,
    published: new Date(Date.UTC(2025, 0, 31)),
    front: {
      titleLines: {
        title: w.title,
        year: '2024',
        otherTitle: w.other,
        otherLang: lang === 'zh' ? 'en' : 'zh',
        publisher: w.publisher,
        date: w.date,
      },
      imprint: [[text(w.title)], [text(w.publisher)], [text(w.date)]],
      preface: [
        { type: 'heading', id: 'preface', level: 1, role: 'section', number: '', inlines: [text(w.preface)] },
        { type: 'paragraph', role: 'body', inlines: [text(w.note)] },
      ],
      contents: [
        {
          id: 'contents',
          title: w.contents,
          entries: [
            { level: 1, number: '', text: w.preface, target: 'preface' },
            { level: 1, number: lang === 'zh' ? '一、' : '1', text: w.section, target: 'registrations' },
            { level: 2, number: lang === 'zh' ? '1.' : '1.1', text: w.item, target: 'by-division' },
          ],
        },
      ],
    },
    claims: [],
    body: [
      {
        type: 'heading',
        id: 'registrations',
        level: 1,
        role: 'section',
        number: lang === 'zh' ? '一、' : '1',
        inlines: [text(w.section)],
      },
      {
        type: 'paragraph',
        role: 'lead',
        inlines: [
          text(w.sentence),
          { type: 'quantity', text: lang === 'zh' ? '777项' : '777', quantity: quantity('777', 'contract') },
          text(' ('),
          { type: 'reference', text: w.figure, target: 'figure-volume' },
          text('; '),
          { type: 'reference', text: w.table, target: 'table-registrants' },
          text(') '),
          { type: 'literal', text: '新兵发〔2023〕32号' },
          { type: 'original', text: w.other, lang: lang === 'zh' ? 'en' : 'zh' },
          { type: 'emphasis', children: [text('<&>')] },
        ],
      },
      {
        type: 'list',
        ordered: false,
        items: [[text('α')], [text('β'), { type: 'quantity', text: '32.5%', quantity: quantity('32.5', 'percent') }]],
      },
      {
        type: 'figure',
        id: 'figure-volume',
        label: w.figure,
        caption: [text(w.figureCaption)],
        alt: w.figureAlt,
        notes: [[text(w.note)]],
        spec: {
          $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
          width: 440,
          height: 120,
          data: { name: 'rows' },
          layer: [
            { mark: 'bar' },
            { mark: { type: 'text', align: 'left', dx: 4 }, encoding: { text: { field: 'amount_label' } } },
          ],
          encoding: {
            y: { field: 'name', type: 'nominal', sort: null, title: null },
            x: { field: 'amount', type: 'quantitative', title: w.unit },
          },
        },
        data: {
          rows: [
            { code: '2023', name: w.heads[2], amount: 61442.8, amount_label: '61442.80' },
            { code: '2024', name: w.heads[3], amount: 81423.37, amount_label: '81423.37' },
          ],
        },
        place: { file: 'test/support/sample.ts' },
        quantities: [quantity('61442.8'), quantity('81423.37')],
      },
      {
        type: 'heading',
        id: 'by-division',
        level: 2,
        role: 'item',
        number: lang === 'zh' ? '1.' : '1.1',
        inlines: [text(w.item)],
      },
      { type: 'paragraph', role: 'body', inlines: [text(w.sentence.repeat(12))] },
      {
        type: 'table',
        own: false,
        id: 'table-registrants',
        label: w.table,
        continuedLabel: w.continued,
        caption: [text(w.caption)],
        unit: w.unit,
        columns: [
          { key: 'registrant', align: 'start', width: 2 },
          { key: 'previous', align: 'end', width: 1 },
          { key: 'current', align: 'end', width: 1 },
        ],
        head: [
          [head(w.heads[0], 1, 2), head(w.heads[1], 2)],
          [head(w.heads[2]), head(w.heads[3])],
        ],
        rows: [...body, total],
        notes: [[text(w.note)]],
      },
    ],
  };
}

/** The sample with a title above the first row and above every third, and places instead of names in the first column. */
export function groupedDocument(lang: Lang, rows = 6): Document {
  const document = sampleDocument(lang, rows);
  const title = (name: string): Row => ({
    role: 'title',
    cells: [{ type: 'label', inlines: [{ type: 'text', text: name }], indent: 0 }],
  });
  const body = document.body.map((block) =>
    block.type === 'table'
      ? {
          ...block,
          columns: block.columns.map((column, index) =>
            index === 0 ? { ...column, align: 'center' as const } : column,
          ),
          rows: block.rows.flatMap((row, index) =>
            index % 3 === 0 && row.role !== 'total' ? [title(`Group ${index}`), row] : [row],
          ),
        }
      : block,
  );
  return { ...document, body };
}
