/** Front matter of a source for the edition xpcc 2024. */
import { type Changes, swap } from './project.ts';

export const frontFile = 'data/xpcc/2024/front-matter.yaml';

export const frontYaml = `title: { zh: 2024兵团年报, en: XPCC Report 2024 }
compiler: XPCC-STPC
imprint:
  isbn: 978-7-5189-9800-5
  cip: （2025）第7号
  cip-classes: [ { zh: 技术市场—新疆, class: F723.84 } ]
  place: { zh: 五家渠, en: Wujiaqu }
  edition: { zh: 2025年1月第1版, en: "First edition, January 2025" }
  impression: { zh: 2025年2月第2次印刷, en: "second impression, February 2025" }
  format: 889×1194 1/16
  sheets: { value: "6.5", unit: printed-sheet }
  characters: { value: "121", unit: thousand-characters }
  price: { value: "68.00", unit: yuan }
board:
  editors-in-chief: [ { zh: 甲一, en: Jia Yi } ]
  members: [ { zh: 乙二, en: Yi Er }, { zh: 丙三, en: Bing San } ]
  members-order: strokes
note:
  survey: { zh: 《调查方案2》, en: Survey Scheme 2 }
  survey-owner: { zh: 某部, en: Ministry }
  approval: { zh: 文〔2022〕11号, en: "document [2022] No. 11", by: { zh: 某局, en: Bureau } }
  commissioned: XPCC-STPC
  subjects: [ { zh: 登记, en: registration }, { zh: 流向, en: destinations } ]
  documents: [ { zh: 《意见》, en: Opinions } ]
`;

export const withFront: Changes = { [frontFile]: frontYaml };

/** The same with one passage changed. */
export const withFrontChanged = (from: string, to: string): Changes => ({ [frontFile]: swap(from, to)(frontYaml) });
