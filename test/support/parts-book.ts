/**
 * The yearbook of the XPCC cut anew into parts with four levels of headings: a part with text but no sections, a section
 * of nothing but a table, an appendix of tables and a chronicle, both without sections of their own.
 */
import type { Changes } from './project.ts';

const book = `title: { zh: 年报, en: Yearbook }
fullTitle: { zh: "{{year}}年年报", en: "{{year}} Yearbook" }
description: { zh: 年报, en: Yearbook }
levels: [part, section, item, subitem]
labels: by-level-1
imprint: []
preface: { key: preface, title: { zh: 编写说明, en: About this report }, numbered: false, template: about }
sections:
  - key: volume
    title: { zh: 年度登记量, en: Contracts registered }
    template: volume
  - key: structure
    title: { zh: 登记结构, en: Structure }
    sections:
      - key: flows
        title: { zh: 技术交易流向, en: Destinations }
        template: flows
      - key: registrants
        title: { zh: 登记单位, en: Registrants }
        sections:
          - key: north-south
            title: { zh: 南北疆, en: North and south }
            template: north-south
            sections:
              - key: by-registrant
                title: { zh: 各师市, en: Divisions }
                template: by-registrant
              - key: sizes
                title: { zh: 单项合同成交额, en: Sizes }
                template: only-table
  - key: references
    title: { zh: 参见, en: References }
    template: references
  - key: appendix
    title: { zh: 附表, en: Appendix tables }
    numbered: false
    labels: appendix
    template: appendix
  - key: chronicle
    title: { zh: 大事记, en: Chronicle }
    numbered: false
    template: chronicle
`;

const see = (kind: string, key: string) => `<see ${kind}="${key}"/>`;
const sections = ['structure', 'registrants', 'north-south', 'sizes', 'appendix'].map((key) => see('section', key));
const inserts = [see('table', 'types'), see('table', 'amounts'), see('figure', 'flows'), see('table', 'sizes')];

/** A second table for the appendix. */
const amounts = `title: { zh: 各单位成交额, en: Value by registrant }
rows: { cube: registrations, dimension: registrant, level: all }
stub: { head: { zh: 单位, en: Registrant } }
columns:
  - { key: amount, value: { measure: amount }, head: { zh: 成交额, en: Value } }
`;

export const partsBook: Changes = {
  'templates/xpcc/book.yaml': book,
  'templates/xpcc/tables/amounts.yaml': amounts,
  ...Object.fromEntries(
    (['zh', 'en'] as const).flatMap((lang) => [
      [`templates/xpcc/${lang}/about.hbs`, '<p>——</p>'],
      [`templates/xpcc/${lang}/only-table.hbs`, '<table key="sizes"/>'],
      [`templates/xpcc/${lang}/references.hbs`, `<p>${sections.join('|')}</p><p>${inserts.join('|')}</p>`],
      [`templates/xpcc/${lang}/appendix.hbs`, '<table key="types"/>\n<table key="amounts"/>'],
      [`templates/xpcc/${lang}/chronicle.hbs`, '<p>——</p>'],
    ]),
  ),
};
