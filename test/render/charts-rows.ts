/**
 * Rows of the eight figures of the 2024 XPCC report in the shape that the resolver gives them. Contracts and values are
 * those of data/xpcc/2024; shares are computed from them; the English names only stand in for those of data/codes.
 */
import type { ChartRow, Lang } from '../../src/model/document.ts';

/** The words that the specifications in `templates/xpcc/charts` ask for. */
export const words: Record<Lang, Record<string, string>> = {
  zh: {
    'chart.contracts': '合同数/项',
    'chart.amount': '成交额/万元',
    'chart.share': '占比',
  },
  en: {
    'chart.contracts': 'Contracts',
    'chart.amount': 'Contract value (10,000 yuan)',
    'chart.share': 'Share',
  },
};

function label(value: number, lang: Lang): string {
  const [whole = '', decimals] = String(value).split('.');
  const grouped =
    lang === 'zh' && whole.length < 5 ? whole : whole.replace(/\B(?=(\d{3})+$)/g, lang === 'zh' ? '\u202f' : ',');
  return decimals ? `${grouped}.${decimals}` : grouped;
}

type Source = readonly [zh: string, en: string, values: Readonly<Record<string, number>>, more?: ChartRow];

const sources: Readonly<Record<string, readonly Source[]>> = {
  volume: [
    ['2023年', '2023', { contracts: 733, amount: 61442.8 }, { year: '2023' }],
    ['2024年', '2024', { contracts: 777, amount: 81423.37 }, { year: '2024' }],
  ],
  'north-south': [
    ['北疆', 'Northern Xinjiang', { amount: 50325.89, share: 81.9 }, { year: '2023', code: 'north' }],
    ['南疆', 'Southern Xinjiang', { amount: 11116.91, share: 18.1 }, { year: '2023', code: 'south' }],
    ['北疆', 'Northern Xinjiang', { amount: 68946.09, share: 84.7 }, { year: '2024', code: 'north' }],
    ['南疆', 'Southern Xinjiang', { amount: 12477.28, share: 15.3 }, { year: '2024', code: 'south' }],
  ],
  types: [
    ['技术开发', 'Technology development', { contracts: 388, amount: 40703.63, share: 50 }],
    ['技术服务', 'Technology services', { contracts: 257, amount: 27179.23, share: 33.4 }],
    ['技术咨询', 'Technology consulting', { contracts: 100, amount: 9475.21, share: 11.6 }],
    ['技术许可', 'Technology licensing', { contracts: 10, amount: 3384.3, share: 4.2 }],
    ['技术转让', 'Technology transfer', { contracts: 22, amount: 681, share: 0.8 }],
  ],
  'task-sources': [
    ['各级财政计划', 'Government programmes at all levels', { amount: 48878.86, share: 60 }],
    ['计划外', 'Outside government programmes', { amount: 32544.51, share: 40 }],
  ],
  flows: [
    ['兵团', 'Within the XPCC', { amount: 42078.08, share: 51.7 }],
    ['地方（疆内）', 'Elsewhere in Xinjiang', { amount: 30261.3, share: 37.2 }],
    ['疆外', 'Outside Xinjiang', { amount: 9083.99, share: 11.2 }],
  ],
  parties: [
    ['国有企业', 'State-owned enterprises', { amount: 31091.7, share: 38.2 }],
    ['民营企业', 'Private enterprises', { amount: 25848.4, share: 31.7 }],
    ['高等院校', 'Higher education institutions', { amount: 11104.3, share: 13.6 }],
    ['科研机构', 'Research institutes', { amount: 9079.62, share: 11.2 }],
    ['未细分', 'Not broken down', { amount: 4299.25, share: 5.3 }, { remainder: 1 }],
  ],
  fields: [
    ['农业', 'Agriculture', { amount: 23460.2, share: 28.8 }],
    ['新材料及其应用', 'New materials and their applications', { amount: 18484, share: 22.7 }],
    ['未细分', 'Not broken down', { amount: 39479.17, share: 48.5 }, { remainder: 1 }],
  ],
};

/** Rows by figure, with a formatted `<field>_label` beside each value. */
export function rowsOf(lang: Lang): Readonly<Record<string, readonly ChartRow[]>> {
  const rows = (list: readonly Source[]): ChartRow[] =>
    list.map(([zh, en, values, more]) => ({
      name: lang === 'zh' ? zh : en,
      remainder: null,
      ...values,
      ...Object.fromEntries(
        Object.entries(values).map(([key, value]) => [
          `${key}_label`,
          key === 'share' ? `${value.toFixed(1)}%` : label(value, lang),
        ]),
      ),
      ...more,
    }));
  const all = Object.fromEntries(Object.entries(sources).map(([id, list]) => [id, rows(list)]));
  return { ...all, 'field-shares': all.fields ?? [] };
}
