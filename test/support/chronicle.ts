/** A chronicle for the edition xpcc 2024, and a section that shows it. */
import { type Changes, swap } from './project.ts';

export const chronicleFile = 'data/xpcc/2024/chronicle.yaml';

/** Entries as an editor writes them; `figures` are those of the second. */
export const chronicleYaml = `- date: "2024-03-05"
  zh: 新办法自{{in-force}}起生效。
  en: The new rules enter into force on {{in-force}}.
  source: 附录
  dates: { in-force: "2025-01-01" }
- date: { from: "2024-12-30", to: "2024-12-31" }
  zh: 全年签订技术合同{{contracts}}，办培训班{{courses}}。
  en: Contracts numbered {{number contracts}} over the year; training courses, {{number courses}}.
  source: 附录
  figures:
    - { name: contracts, value: "777", unit: contract, follows: { indicator: same, of: [contract-types contracts] } }
    - { name: courses, value: "20", unit: course, precision: above }
`;

const section = `  - key: chronicle
    title: { zh: 大事记, en: Chronicle }
    needs: [chronicle]
    template: chronicle
`;

/** The project with this chronicle, and the section at the end of the book. */
export function chronicled(chronicle: string | null = chronicleYaml): Changes {
  return {
    ...(chronicle !== null && { [chronicleFile]: chronicle }),
    'templates/xpcc/book.yaml': (text) => `${text.trimEnd()}\n${section}`,
    'templates/xpcc/zh/chronicle.hbs': '<chronicle/>\n',
    'templates/xpcc/en/chronicle.hbs': '<chronicle/>\n',
  };
}

/** The same with one passage of the chronicle changed. */
export const chronicledWith = (from: string, to: string): Changes => chronicled(swap(from, to)(chronicleYaml));
