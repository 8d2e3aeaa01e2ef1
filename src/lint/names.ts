/** Names of the code lists that are typed instead of looked up. */
import type { Report } from '../load/index.ts';
import type { Code, CodeList, Dataset } from '../model/dataset.ts';
import type { Lang } from '../model/document.ts';
import { warning } from '../model/problem.ts';
import { type LintText, placeWithin, type SeriesSources } from './texts.ts';

/** Lists of proper names. The codes of others are words of the language: 企业, services. */
const proper = [
  'regions',
  'countries',
  'companies',
  'universities',
  'institutes',
  'agencies',
  'exchanges',
  'institutions',
  'registrants',
];

/** Small words in a proper name; one that has other words without a capital is a description, such as “Chinese mainland”. */
const small = new Set(['of', 'and', 'the', 'for', 'in', 'region']);
const isProper = (english: string) =>
  english.split(/[\s–-]+/).every((word) => small.has(word) || !/^\p{Ll}/u.test(word));

interface Listed {
  readonly list: CodeList;
  readonly code: Code;
}

/** Names of a language by their first two characters, the longest first: an expression of all of them is slow. */
type Index = ReadonlyMap<string, readonly { readonly name: string; readonly listed: Listed }[]>;

function indexOf(lists: ReadonlyMap<string, CodeList>, lang: Lang): Index {
  const of = new Map<string, Listed>();
  for (const list of proper.flatMap((name) => lists.get(name) ?? [])) {
    for (const code of list.codes.values()) {
      const name = code.names[lang];
      if (isProper(code.names.en) && name.length > 1 && !of.has(name)) of.set(name, { list, code });
    }
  }
  const index = new Map<string, { readonly name: string; readonly listed: Listed }[]>();
  for (const [name, listed] of [...of].sort(([a], [b]) => b.length - a.length)) {
    const start = name.slice(0, 2);
    index.set(start, [...(index.get(start) ?? []), { name, listed }]);
  }
  return index;
}

const letter = /\p{L}/u;

/** The names in a text, each with its place in it; none within another, and in English none within a word. */
function* namesIn(text: string, lang: Lang, index: Index) {
  const isWhole = (from: number, to: number) =>
    lang === 'zh' || (!letter.test(text.charAt(from - 1)) && !letter.test(text.charAt(to)));
  for (let at = 0; at < text.length; at += 1) {
    const found = index
      .get(text.slice(at, at + 2))
      ?.find(({ name }) => text.startsWith(name, at) && isWhole(at, at + name.length));
    if (found === undefined) continue;
    yield { ...found, at };
    at += found.name.length - 1;
  }
}

/** Whether a specification asks for a code, or for a group that it is a member of. */
function isAsked({ list, code }: Listed, asked: ReadonlySet<string>, datasets: readonly Dataset[]): boolean {
  if (asked.has(code.code)) return true;
  return datasets.some(({ codeLists }) =>
    [...(codeLists.get(list.name)?.groups ?? [])].some(
      ([group, members]) => asked.has(group) && members.includes(code.code),
    ),
  );
}

/** Names in templates; and those in titles and notes that are not of what their specification asks for. */
export function createNameLint({ datasets }: SeriesSources): (text: LintText, report: Report) => void {
  const lists = datasets[0]?.codeLists ?? new Map<string, CodeList>();
  const indexes = { zh: indexOf(lists, 'zh'), en: indexOf(lists, 'en') };
  return ({ lang, tokens, asked }, report) => {
    for (const token of tokens) {
      if (token.kind !== 'typed' || token.mark) continue;
      for (const { name, listed, at } of namesIn(token.text, lang, indexes[lang])) {
        if (isAsked(listed, asked(), datasets)) continue;
        const lookup = `{{names.${listed.list.name}.${listed.code.code}}}`;
        report(warning('lint.name', placeWithin(token, at), { found: name, lookup }));
      }
    }
  };
}
