/** Every text that editors write for a series: templates, and the titles, heads and notes of book, tables and charts. */
import type { RawEdition, Report, YamlTree } from '../load/index.ts';
import type { Dataset } from '../model/dataset.ts';
import { type Lang, languages } from '../model/document.ts';
import type { Place } from '../model/problem.ts';
import { type Evidence, evidenceIn } from './evidence.ts';
import { readTokens, type Token } from './reading.ts';

/** What the lint of a series looks at; the templates are the same in all its editions. */
export interface SeriesSources {
  readonly raw: Pick<RawEdition, 'series' | 'book' | 'arrangements' | 'tables' | 'charts' | 'chartBases' | 'templates'>;
  /** The data of every edition of the series. */
  readonly datasets: readonly Dataset[];
}

export interface LintText {
  readonly lang: Lang;
  /** `prose` says sentences; a `title`, which heads of columns are too, names what stands below it. */
  readonly kind: 'template' | 'prose' | 'title';
  /** What the text and its counterpart in the other language have in common: the template's key, a place in a file. */
  readonly owner: string;
  readonly file: string;
  readonly tokens: readonly Token[];
  readonly evidenceOf: (token: Token) => Evidence;
  /** Codes and other names that the specification around a title or note asks the data for; none of a template. */
  readonly asked: () => ReadonlySet<string>;
}

/** Keys under which sentences stand. */
const running: readonly PropertyKey[] = ['alt', 'notes', 'description', 'imprint'];

interface Pair {
  readonly path: readonly PropertyKey[];
  readonly texts: Readonly<Record<Lang, string>>;
}

/** All texts in two languages of a file, whatever they are called there. */
function pairsIn(value: unknown, path: readonly PropertyKey[] = []): readonly Pair[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('zh' in value && 'en' in value && typeof value.zh === 'string' && typeof value.en === 'string') {
    return [{ path, texts: { zh: value.zh, en: value.en } }];
  }
  return Object.entries(value).flatMap(([key, item]) =>
    pairsIn(item, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

/** Numbers of rows that a specification asks for, which its title may name, and whether it puts rows in order. */
function rowsAsked(value: unknown): { readonly numbers: readonly number[]; readonly ordered: boolean } {
  if (typeof value !== 'object' || value === null) return { numbers: [], ordered: false };
  const inside = Object.entries(value).map(([key, item]) => {
    const below = rowsAsked(item);
    const own = ['limit', 'count', 'last'].includes(key) && typeof item === 'number' ? [item] : [];
    return { numbers: [...own, ...below.numbers], ordered: below.ordered || key === 'order' || key === 'places' };
  });
  return { numbers: inside.flatMap(({ numbers }) => numbers), ordered: inside.some(({ ordered }) => ordered) };
}

/** All words of a specification, and of the templates that it names. */
function wordsAsked(value: unknown, templates: RawEdition['templates']): readonly string[] {
  if (typeof value === 'object' && value !== null) {
    return Object.values(value).flatMap((item) => wordsAsked(item, templates));
  }
  if (typeof value !== 'string') return [];
  const template = templates.zh.get(value)?.text ?? '';
  return `${value} ${template}`.split(/[^\w-]+/);
}

/** The part of a file that a text speaks of: in the book its section, else the whole. */
function around({ value }: YamlTree, path: readonly PropertyKey[], isBook: boolean): unknown {
  if (!isBook) return value;
  if (path.length === 1) return undefined;
  return path.slice(0, -1).reduce<unknown>((part, key) => (part as Readonly<Record<PropertyKey, unknown>>)[key], value);
}

function textsOfTree(tree: YamlTree, isBook: boolean, { raw, datasets }: SeriesSources, report: Report): LintText[] {
  const { numbers, ordered } = rowsAsked(tree.value);
  return pairsIn(tree.value).flatMap(({ path, texts }) => {
    const asked = () => new Set(wordsAsked(around(tree, path, isBook), raw.templates));
    return languages.map((lang): LintText => {
      const tokens = readTokens(texts[lang], tree.textPlace([...path, lang]), lang, report);
      const find = evidenceIn(tokens, datasets);
      const evidenceOf = (token: Token): Evidence => {
        const found = find(token);
        return {
          ...found,
          helpers: new Set([...found.helpers, ...(ordered ? ['sort'] : [])]),
          numbers: new Set([...found.numbers, ...numbers]),
        };
      };
      const kind = path.some((key) => running.includes(key)) ? 'prose' : 'title';
      return { lang, kind, owner: `${tree.file} ${path.join('.')}`, file: tree.file, tokens, evidenceOf, asked };
    });
  });
}

/** All texts of a series; what cannot be read is reported. */
export function textsOf(sources: SeriesSources, report: Report): readonly LintText[] {
  const { raw, datasets } = sources;
  const templates = languages.flatMap((lang) =>
    [...raw.templates[lang]].map(([owner, { file, text }]): LintText => {
      const tokens = readTokens(text, { file, line: 1, column: 1 }, lang, report);
      return {
        lang,
        kind: 'template',
        owner,
        file,
        tokens,
        evidenceOf: evidenceIn(tokens, datasets),
        asked: () => new Set(),
      };
    }),
  );
  const trees = [
    raw.book,
    ...raw.arrangements.values(),
    ...raw.tables.values(),
    ...raw.charts.values(),
    ...raw.chartBases.values(),
  ];
  return [
    ...templates,
    ...trees.flatMap((tree) => (tree ? textsOfTree(tree, tree === raw.book, sources, report) : [])),
  ];
}

/** A place within typed text, which stands on one line. */
export const placeWithin = ({ place }: Token, index: number): Place => ({
  ...place,
  column: (place.column ?? 1) + index,
});
