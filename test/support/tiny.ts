/** Datasets of a few numbers, for tests of calculation: every value is given as it would be published. */
import type {
  Agreement,
  Blank,
  BlankStatus,
  Code,
  CodeList,
  Cube,
  Dataset,
  LongSeries,
  Measure,
  Observation,
  Unit,
} from '../../src/model/dataset.ts';
import type { IndicatorKind, Key, Origin, Quantity } from '../../src/model/quantity.ts';
import type { Fact, PublishedIndicator } from '../../src/model/statements.ts';
import { publishedQuantity } from '../../src/validate/number.ts';

const file = 'test/support/tiny.ts';
const powers = { yuan: 0, wanyuan: 4, yiyuan: 8 } as const;
const counts = [
  'contract',
  'division',
  'person',
  'percent',
  'point',
  'multiple',
  'ratio',
  'rank',
  'item',
  'institution',
];
export const units: Dataset['units'] = new Map(
  [
    ...Object.entries(powers).map(([code, power]): Unit => ({ code, base: 'yuan', power })),
    ...counts.map((code): Unit => ({ code, base: code, power: 0 })),
  ].map((unit) => [unit.code, unit]),
);

/** A number as published, with the interval in which its unrounded form lies; exact for a count. */
export function published(text: string, unit = 'wanyuan', exact = unit === 'contract' || unit === 'rank'): Quantity {
  const origin: Origin = { kind: 'fact', path: 'tiny.number', place: { file }, source: 'tiny' };
  return publishedQuantity(text, unit, origin, exact ? 'exact' : undefined);
}

export interface TinyCube {
  /** Codes in list order; a string is a code without kind or parent. */
  readonly codes: readonly (string | (Pick<Code, 'code'> & Partial<Code>))[];
  /** Names of the dimension and of its list, where they are not the usual ones: those are `code` and the cube's. */
  readonly dimension?: string;
  readonly list?: string;
  readonly groups?: Readonly<Record<string, readonly string[]>>;
  /** Codes of a second dimension, in list order; rows are then named by both: `A/X`. */
  readonly across?: readonly string[];
  readonly total?: Cube['total'];
  readonly breakdown?: Cube['breakdown'];
  /** Values as published by year, code and measure; a status where there is no value. */
  readonly rows: Readonly<Record<number, Readonly<Record<string, Readonly<Record<string, string>>>>>>;
  /** Unit of each measure other than the usual ones. */
  readonly units?: Readonly<Record<string, string>>;
  /** What else a measure declares: what it is the sum or a part of. */
  readonly rules?: Readonly<Record<string, Partial<Measure>>>;
  readonly agrees?: readonly (Pick<Agreement, 'cube' | 'measures'> & Partial<Agreement>)[];
}

export interface TinyPublished {
  readonly indicator: PublishedIndicator['indicator'];
  readonly cube: string;
  readonly code?: string;
  readonly against?: Key;
  readonly measure?: string;
  readonly year?: number;
  readonly value: string;
  readonly unit?: string;
  readonly line?: number;
  readonly precision?: PublishedIndicator['precision'];
}

export interface Tiny {
  readonly cubes: Readonly<Record<string, TinyCube>>;
  readonly totals?: Readonly<Record<string, string>>;
  readonly published?: readonly TinyPublished[];
  readonly facts?: readonly Fact[];
  readonly errata?: readonly string[];
  readonly year?: number;
  /** The same cubes as earlier editions had them, by the year of the edition: each has a long series then. */
  readonly earlier?: Readonly<Record<number, Readonly<Record<string, TinyCube>>>>;
}

const usualUnits: Readonly<Record<string, string>> = { amount: 'wanyuan', contracts: 'contract' };
const statuses: readonly string[] = ['missing', 'not-applicable'] satisfies BlankStatus[];
const isStatus = (text: string): text is BlankStatus => statuses.includes(text);

/** The first dimension of a cube, unless it says otherwise. */
export const dimension = 'code';
/** Name of the second dimension of those cubes that have one. */
export const across = 'across';

function codeList(name: string, { codes, groups = {} }: Pick<TinyCube, 'codes' | 'groups'>): CodeList {
  const entries = codes.map((entry): Code => {
    const { code, ...rest } = typeof entry === 'string' ? { code: entry } : entry;
    return { code, names: { zh: `${code}部`, en: `Unit ${code}` }, kind: '', ...rest };
  });
  const groupCodes = Object.keys(groups).map(
    (code): Code => ({ code, names: { zh: `${code}组`, en: `Group ${code}` }, kind: 'group' }),
  );
  return {
    name,
    codes: new Map([...entries, ...groupCodes].map((entry) => [entry.code, entry])),
    groups: new Map(Object.entries(groups)),
  };
}

function tinyCube(name: string, spec: TinyCube): Cube {
  const unitOf = (measure: string) => spec.units?.[measure] ?? usualUnits[measure] ?? 'wanyuan';
  const observations: Observation[] = [];
  const decimals = new Map<string, number>();
  for (const [yearText, rows] of Object.entries(spec.rows)) {
    for (const [code, texts] of Object.entries(rows)) {
      const year = Number(yearText);
      const line = observations.length + 2;
      const [first = '', second] = code.split('/');
      const key = { [spec.dimension ?? dimension]: first, ...(second !== undefined && { [across]: second }) };
      const values: Record<string, Quantity | Blank> = {};
      for (const [measure, text] of Object.entries(texts)) {
        const ref = { cube: name, key, measure, year };
        const origin: Origin = { kind: 'observation', place: { file, line, column: 1 }, source: name, ...ref };
        values[measure] = isStatus(text)
          ? { status: text }
          : {
              // As `validate` does it: "0" among figures with decimals is none at all.
              ...publishedQuantity(
                text,
                unitOf(measure),
                origin,
                unitOf(measure) === 'contract' || text === '0' ? 'exact' : undefined,
              ),
              ref,
            };
        const found = isStatus(text) ? 0 : (text.split('.')[1]?.length ?? 0);
        decimals.set(measure, Math.max(decimals.get(measure) ?? 0, found));
      }
      observations.push({ year, key, values, place: { file, line, column: 1 } });
    }
  }
  return {
    name,
    titles: { zh: name, en: name },
    source: name,
    dimensions: [
      { name: spec.dimension ?? dimension, list: codeList(spec.list ?? name, spec) },
      ...(spec.across ? [{ name: across, list: codeList(`${name}-${across}`, { codes: spec.across }) }] : []),
    ],
    measures: new Map(
      [...decimals].map(([measure, places]) => [
        measure,
        { name: measure, unit: unitOf(measure), decimals: places, ...spec.rules?.[measure] },
      ]),
    ),
    breakdown: spec.breakdown ?? 'complete',
    total: spec.total ?? 'shared',
    agrees: (spec.agrees ?? []).map((each) => ({ relation: 'equal', by: {}, where: {}, at: {}, ...each })),
    observations,
    place: { file },
  };
}

function tinyPublished(entry: TinyPublished): PublishedIndicator {
  const {
    indicator,
    cube,
    code,
    against = {},
    measure = 'amount',
    year = 2024,
    value,
    unit = 'wanyuan',
    line = 1,
    precision = 'exact',
  } = entry;
  const [first, second] = code?.split('/') ?? [];
  const key = { ...(first !== undefined && { [dimension]: first }), ...(second !== undefined && { [across]: second }) };
  const ref = { cube, key, measure, year };
  const place = { file, line, column: 1 };
  const { kind: among, cube: otherCube, measure: otherMeasure, year: otherYear, ...operandKey } = against;
  const operand = {
    ...(among !== undefined && { kind: among }),
    ...(otherCube !== undefined && { cube: otherCube }),
    ...(otherMeasure !== undefined && { measure: otherMeasure }),
    ...(otherYear !== undefined && { year: Number(otherYear) }),
    key: operandKey,
  };
  const base = { indicator, precision, ref, against: operand, source: 'tiny', place };
  if (indicator === 'direction' || indicator === 'record' || indicator === 'comparison')
    return { ...base, word: value };
  const kind: IndicatorKind = indicator === 'value' ? 'total' : indicator === 'growth-rank' ? 'rank' : indicator;
  const origin: Origin = { kind: 'published', indicator: kind, place, source: 'tiny', ...ref };
  return {
    ...base,
    printed: publishedQuantity(value, unit, origin, unit === 'rank' || unit === 'contract' ? 'exact' : undefined),
  };
}

/** A long series of every cube that an earlier edition had, of all its measures. Each edition came out a year later. */
function tinySeries(
  cubes: ReadonlyMap<string, Cube>,
  earlier: NonNullable<Tiny['earlier']>,
  year: number,
): LongSeries[] {
  const vintage = (of: number) => ({ year: of, published: { year: of + 1 } });
  const editions = Object.entries(earlier)
    .map(([of, specs]) => ({ of: Number(of), specs }))
    .toSorted((a, b) => b.of - a.of);
  return [...new Set(editions.flatMap(({ specs }) => Object.keys(specs)))].map((name): LongSeries => {
    const own = cubes.get(name);
    const others = editions.flatMap(({ of, specs }) => {
      const spec = specs[name];
      return spec ? [{ vintage: vintage(of), cube: tinyCube(name, spec) }] : [];
    });
    const all = [...(own ? [{ vintage: vintage(year), cube: own }] : []), ...others];
    return { cube: name, measures: [...new Set(all.flatMap(({ cube }) => [...cube.measures.keys()]))], editions: all };
  });
}

/** A dataset of the year 2024 unless another is named. */
export function tinyDataset({
  cubes,
  totals = {},
  published: entries = [],
  facts = [],
  errata = [],
  year = 2024,
  earlier = {},
}: Tiny): Dataset {
  const publisher: Code = { code: 'PUB', names: { zh: '中心', en: 'Centre' }, kind: 'publisher' };
  const built = new Map(Object.entries(cubes).map(([name, spec]) => [name, tinyCube(name, spec)]));
  return {
    edition: {
      series: 'tiny',
      year,
      published: { year: year + 1, month: 1 },
      publisher,
      source: { zh: '来源', en: 'Source' },
      arrangement: undefined,
      lost: new Set(),
      notes: new Map(),
      place: { file },
    },
    units,
    codeLists: new Map([...built.values()].flatMap((cube) => cube.dimensions.map(({ list }) => [list.name, list]))),
    cubes: built,
    longSeries: tinySeries(built, earlier, year),
    totals: new Map(Object.entries(totals)),
    facts: new Map(facts.map((fact) => [fact.path, fact])),
    published: entries.map(tinyPublished),
    chronicle: [],
    notes: [],
    sourceBook: undefined,
    sourceTables: new Map(),
    errata: errata.map((finding) => ({ finding, reason: { zh: '已知', en: 'Known' }, place: { file } })),
  };
}

/** A repeatable source of numbers from 0 to 1 (mulberry32), for tests with many random cases. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
