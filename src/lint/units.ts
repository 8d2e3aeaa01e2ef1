/** Units that are typed beside figures, in prose and in the heads of tables and charts, and are not those of the figures. */
import type { Report, YamlTree } from '../load/index.ts';
import type { Dataset } from '../model/dataset.ts';
import { type Lang, languages } from '../model/document.ts';
import { warning } from '../model/problem.ts';
import type { Words } from '../words/index.ts';
import { isFigure, unitOf, unitOfIndicator } from './quantities.ts';
import { type LintText, placeWithin, type SeriesSources } from './texts.ts';

type AllWords = Readonly<Record<Lang, Words>>;

/** The symbol that stands for each unit in a language; 项 stands for several. */
function symbolsOf(datasets: readonly Dataset[], words: Words): ReadonlyMap<string, string> {
  const units = [...(datasets[0]?.units.keys() ?? [])];
  return new Map(units.map((unit) => [unit, words.say(`units:${unit}.symbol`)]));
}

/** What a number is counted in where its unit is typed: 亿元, per cent or a scale of money. */
const typedUnit: Readonly<Record<Lang, RegExp>> = {
  zh: /^\s*(亿元|万元|元|%|％|个百分点|倍)/,
  en: /^\s*(million|billion|trillion|yuan|%|per cent|percent|percentage points?)(?![\p{L}-])/iu,
};

/** A unit typed behind a figure that prints its own, or that has another. */
export function lintTypedUnits(
  { lang, tokens }: LintText,
  datasets: readonly Dataset[],
  words: Words,
  report: Report,
): void {
  for (const [at, token] of tokens.entries()) {
    const next = tokens[at + 1];
    if (token.kind !== 'computed' || token.opens !== undefined || next?.kind !== 'typed' || next.mark) continue;
    const { expression, within } = token;
    // What stands in a following block or paragraph does not belong to the figure.
    if (next.paragraph !== token.paragraph || next.within.length !== within.length) continue;
    if (!isFigure(expression, within, datasets)) continue;
    const isBare = expression.kind === 'call' && expression.helper === 'number';
    const unit = unitOf(expression, within, datasets);
    const symbol = unit === undefined ? undefined : words.say(`units:${unit}.symbol`);
    // In Chinese a figure of a count prints its measure word: another one would stand there twice (项项).
    const isTwice = lang === 'zh' && !isBare && symbol && next.text.startsWith(symbol);
    const found = typedUnit[lang].exec(next.text)?.[1] ?? (isTwice ? symbol : undefined);
    if (found === undefined) continue;
    const isRight = isBare && (symbol === undefined || symbol === found || (unit === 'ratio' && found === '倍'));
    if (!isRight) {
      const place = placeWithin(next, next.text.search(/\S/));
      const context = isBare ? 'other' : symbol === undefined ? 'unknown' : '';
      report(warning('lint.unit-typed', place, { found, unit: symbol ?? '', context }));
    }
  }
}

interface Value {
  readonly cube?: string;
  readonly measure?: string;
  readonly indicator?: string;
}

/** The unit in which a column or a field of a chart is shown. */
function shownUnit({ cube = '', measure = '', indicator }: Value, { cubes }: Dataset): string | undefined {
  const ofIndicator = indicator === undefined ? undefined : unitOfIndicator[indicator];
  return ofIndicator ?? cubes.get(cube)?.measures.get(measure)?.unit;
}

interface Head {
  /** Texts in both languages, and where they stand. */
  readonly texts: unknown;
  readonly path: readonly PropertyKey[];
  readonly value: Value;
  /** Left out where an edition has no such data. */
  readonly optional: boolean;
}

const isKnownIn =
  ({ cubes }: Dataset) =>
  ({ value: { cube = '', measure = '' }, optional }: Head) =>
    optional || measure === '' || cubes.get(cube)?.measures.has(measure) === true;

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
/** Behind the stroke of 成交额/亿元, “Value/100 million yuan”. */
const afterStroke = (text: unknown) =>
  typeof text === 'string' && text.includes('/') ? text.split('/').at(-1)?.trim() : undefined;

/** Heads, spanners and labels of a table with what stands below or beside them. */
function headsOfTable(tree: YamlTree): readonly Head[] {
  const spec = record(tree.value);
  const blocks = list(spec.blocks).map(record);
  const rows = record(spec.rows ?? blocks[0] ?? spec.places);
  const columns = list(spec.columns).flatMap((column, index) => {
    const repeated = record(column).columns;
    const path: readonly PropertyKey[] = ['columns', index];
    if (!Array.isArray(repeated)) return [{ column: record(column), path }];
    return repeated.map((inner, at) => ({ column: record(inner), path: [...path, 'columns', at] }));
  });
  return [
    ...columns.flatMap(({ column, path }): Head[] => {
      const value: Value = { ...record({ cube: rows.cube }), ...record(rows.value), ...record(column.value) };
      const optional = column.optional === true;
      return [
        { texts: column.head, path: [...path, 'head'], value, optional },
        // A spanner over amounts and their growth has the unit of the amounts.
        ...(value.indicator === undefined
          ? [{ texts: column.spanner, path: [...path, 'spanner'], value, optional }]
          : []),
      ];
    }),
    ...blocks.map((block, index): Head => {
      const value: Value = { ...record({ cube: block.cube }), ...record(block.value) };
      return { texts: block.label, path: ['blocks', index, 'label'], value, optional: true };
    }),
  ];
}

/** The words of a chart that stand beside its values: those with the name of a value, its own or of its base. */
function headsOfChart(tree: YamlTree, bases: SeriesSources['raw']['chartBases']): readonly Head[] {
  const { base, words, queries } = record(record(tree.value).usermeta);
  const own = record(words);
  const inherited = record(record(record(bases.get(String(base))?.value).usermeta).words);
  return Object.entries(record(queries)).flatMap(([name, query]) => {
    const { rows, values } = record(query);
    return Object.entries(record(values)).map(([key, value]): Head => {
      const isOwn = own[key] !== undefined;
      return {
        texts: isOwn ? own[key] : inherited[key],
        path: isOwn ? ['usermeta', 'words', key] : ['usermeta', 'queries', name, 'values', key],
        value: { ...record({ cube: record(rows).cube }), ...record(value) },
        optional: false,
      };
    });
  });
}

/** Heads whose unit is not that of the figures below them, in any edition that has those figures. */
export function lintHeads({ raw, datasets }: SeriesSources, words: AllWords, report: Report): void {
  const symbols = { zh: symbolsOf(datasets, words.zh), en: symbolsOf(datasets, words.en) };
  const known = { zh: new Set(symbols.zh.values()), en: new Set(symbols.en.values()) };
  const files = [
    ...[...raw.tables.values()].map((tree) => ({ tree, heads: headsOfTable(tree) })),
    ...[...raw.charts.values()].map((tree) => ({ tree, heads: headsOfChart(tree, raw.chartBases) })),
  ];
  for (const { tree, heads } of files) {
    for (const dataset of datasets.filter((candidate) => heads.every(isKnownIn(candidate)))) {
      for (const { texts, path, value } of heads) {
        const unit = shownUnit(value, dataset);
        if (unit === undefined) continue;
        for (const lang of languages) {
          const found = afterStroke(record(texts)[lang]);
          const symbol = symbols[lang].get(unit) ?? '';
          if (found === undefined || found === symbol || !known[lang].has(found)) continue;
          report(warning('lint.unit-head', tree.textPlace([...path, lang]), { found, unit: symbol }));
        }
      }
    }
  }
}
