/** Tables and figures that the prose does not refer to, references to what is placed nowhere, and files nobody uses. */
import type { Report, YamlTree } from '../load/index.ts';
import { type Lang, languages } from '../model/document.ts';
import { suggest } from '../model/nearest.ts';
import { error, type Place, warning } from '../model/problem.ts';
import type { LintText, SeriesSources } from './texts.ts';

const kinds = ['table', 'figure'] as const;
type Kind = (typeof kinds)[number] | 'section';

interface Mention {
  readonly kind: Kind;
  readonly key: string;
  readonly place: Place;
}

/** What the templates of a language place in the book, and what they refer to. */
function mentionsIn(texts: readonly LintText[], lang: Lang) {
  const placed: Mention[] = [];
  const seen: Mention[] = [];
  for (const { kind: ofText, lang: own, tokens } of texts) {
    if (own !== lang || ofText !== 'template') continue;
    for (const token of tokens) {
      if (token.kind !== 'tag') continue;
      const { name, attributes, place } = token;
      for (const kind of kinds) if (name === kind) placed.push({ kind, key: attributes.key ?? '', place });
      if (name !== 'see') continue;
      for (const [kind, key] of Object.entries(attributes)) {
        if (kind === 'table' || kind === 'figure' || kind === 'section') seen.push({ kind, key, place });
      }
    }
  }
  return { placed, seen };
}

interface Sections {
  readonly keys: readonly string[];
  readonly templates: readonly string[];
  readonly tables: readonly Mention[];
}

const textsOf = (value: unknown): readonly string[] =>
  [value].flat().filter((item): item is string => typeof item === 'string');

/** Keys, templates and tables of all sections of a file. */
function sectionsOf(tree: YamlTree): Sections {
  const found = { keys: [] as string[], templates: [] as string[], tables: [] as Mention[] };
  const visit = (value: unknown, path: readonly PropertyKey[]): void => {
    if (typeof value !== 'object' || value === null) return;
    const { key, template, tables }: { key?: unknown; template?: unknown; tables?: unknown } = value;
    found.keys.push(...textsOf(key));
    found.templates.push(...textsOf(template));
    const place = tree.place([...path, 'tables']);
    // Elsewhere `tables` names what is left out, or has something to say of tables.
    if (key !== undefined)
      found.tables.push(...textsOf(tables).map((table) => ({ kind: 'table' as const, key: table, place })));
    for (const [name, item] of Object.entries(value))
      visit(item, [...path, Array.isArray(value) ? Number(name) : name]);
  };
  visit(tree.value, []);
  return found;
}

export function lintReferences({ raw }: SeriesSources, texts: readonly LintText[], report: Report): void {
  const books = [raw.book, ...raw.arrangements.values()].flatMap((tree) => (tree ? sectionsOf(tree) : []));
  const sections = books.flatMap(({ keys }) => keys);
  const templates = books.flatMap((book) => book.templates);
  const tables = books.flatMap((book) => book.tables);
  for (const lang of languages) {
    const { placed: inTemplates, seen } = mentionsIn(texts, lang);
    const placed = [...inTemplates, ...tables];
    const keysOf = (kind: Kind, mentions: readonly Mention[]) =>
      mentions.flatMap((mention) => (mention.kind === kind ? mention.key : []));
    for (const { kind, key, place } of seen) {
      const known = kind === 'section' ? sections : keysOf(kind, placed);
      if (known.includes(key)) continue;
      report(error('reference.unknown', place, { kind, context: kind, key, suggestion: suggest(key, known) }));
    }
    for (const { kind, key, place } of placed) {
      if (!keysOf(kind, seen).includes(key)) report(warning('lint.not-referred', place, { kind, context: kind, key }));
    }
    const unused = [
      ...[...raw.tables].flatMap(([key, { file }]) => (keysOf('table', placed).includes(key) ? [] : file)),
      ...[...raw.charts].flatMap(([key, { file }]) => (keysOf('figure', placed).includes(key) ? [] : file)),
      ...[...raw.templates[lang]].flatMap(([key, { file }]) => (templates.includes(key) ? [] : file)),
    ];
    for (const file of unused) report(warning('lint.unused-file', { file }));
  }
}
