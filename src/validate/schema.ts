/** The shapes of the files that people write, in zod; `tree.ts` turns what zod finds into located problems. */
import { z } from 'zod';
import { indicatorNames } from '../model/quantity.ts';

/** Problems of texts that are not written as they must be. */
export const formatProblems = [
  'schema.not-a-key',
  'schema.not-a-decimal',
  'schema.not-a-csv',
  'schema.not-a-month',
  'schema.not-a-date',
  'schema.not-a-color',
] as const;
type FormatProblem = (typeof formatProblems)[number];

const names = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
/** How a text must be written, by the problem that says so if it is not. */
const written = (pattern: RegExp, problem: FormatProblem) => z.string().regex(pattern, problem);
const code = written(/^[A-Za-z0-9][A-Za-z0-9_-]*$/, 'schema.not-a-key');
const decimal = written(/^-?\d+(\.\d+)?$/, 'schema.not-a-decimal');

export const descriptorSchema = z.strictObject({
  $schema: z.string().optional(),
  name: z.string(),
  titles: names,
  totals: z.record(z.string(), z.string()),
  resources: z.array(
    z.strictObject({
      name: code,
      path: written(/\.csv$/, 'schema.not-a-csv'),
      titles: names,
      source: z.string().min(1),
      breakdown: z.enum(['complete', 'partial']),
      /** Whether the cube counts the same contracts as the whole book, or has a total of its own. */
      total: z.enum(['shared', 'own']).default('shared'),
      schema: z.strictObject({
        fields: z.array(
          z.strictObject({
            name: code,
            type: z.enum(['year', 'string', 'integer', 'number']),
            codeList: z.string().optional(),
            unit: z.string().optional(),
            decimals: z.int().min(0).max(6).optional(),
            /** The source drops closing zeros: a figure has the declared decimals however it is written. */
            closingZeros: z.enum(['written', 'dropped']).default('written'),
            constraints: z
              .strictObject({
                required: z.boolean().optional(),
                minimum: z.number().optional(),
                maximum: z.number().optional(),
                enum: z.array(z.string()).optional(),
              })
              .optional(),
          }),
        ),
        primaryKey: z.array(z.string()).min(1),
      }),
    }),
  ),
});

export const editionSchema = z.strictObject({
  published: written(/^\d{4}-(0[1-9]|1[0-2])$/, 'schema.not-a-month'),
  publisher: code,
  source: names,
});

const source = z.string().min(1);
const precision = z.enum(['exact', 'above', 'below', 'about']).default('exact');
/** A figure with unit, some codes of a list, or a name in both languages. */
const factSchema = z.union([
  z.strictObject({
    value: decimal,
    unit: z.string(),
    source,
    precision,
    follows: z
      .strictObject({ indicator: z.enum(['sum', 'share', 'ratio']), of: z.array(z.string()).min(1) })
      .optional(),
  }),
  z.strictObject({ list: z.string(), codes: z.array(z.string()).min(1), source }),
  z.strictObject({ names, source }),
]);

export const factsSchema = z.record(code, z.record(code, factSchema));

/** A day of the calendar, such as `2021-12-31`. */
const day = z.iso.date('schema.not-a-date' satisfies FormatProblem);

export const chronicleSchema = z.array(
  z.strictObject({
    date: z.union([day, z.strictObject({ from: day, to: day })]),
    zh: z.string().min(1),
    en: z.string().min(1),
    source,
    figures: z
      .array(
        z.strictObject({
          name: code,
          value: decimal,
          unit: z.string(),
          precision,
          follows: z
            .strictObject({
              cube: z.string(),
              measure: z.string(),
              indicator: z.enum(['total', 'growth']).default('total'),
            })
            .optional(),
        }),
      )
      .default([]),
    /** Days that the text names besides its own. */
    dates: z.record(code, day).default({}),
  }),
);

const people = z.array(names).min(1);
const amountOf = (unit: string) => z.strictObject({ value: decimal, unit: z.literal(unit) });

export const frontMatterSchema = z.strictObject({
  title: names,
  compiler: code,
  imprint: z
    .strictObject({
      isbn: z.string(),
      cip: z.string().min(1),
      'cip-classes': z.array(z.strictObject({ zh: z.string().min(1), class: z.string().min(1) })),
      place: names,
      edition: names,
      impression: names,
      format: z.string().min(1),
      sheets: amountOf('printed-sheet'),
      characters: amountOf('thousand-characters'),
      // The business of the press: on record and printed nowhere, since it does not sell our book.
      price: amountOf('yuan'),
      address: names,
      postcode: z.string(),
      telephones: z.record(z.string(), z.string()),
      website: z.string(),
      printer: names,
      'planning-editors': people,
      'responsible-editor': names,
      proofreader: names,
      'production-editor': names,
    })
    .partial(),
  board: z
    .strictObject({
      'editors-in-chief': people,
      'deputy-editors': people,
      members: people,
      'members-order': z.literal('strokes'),
      writers: people,
    })
    .partial(),
  note: z
    .strictObject({
      survey: names,
      'survey-owner': names,
      approval: z.strictObject({ zh: z.string().min(1), en: z.string().min(1), by: names }),
      commissioned: code,
      subjects: z.array(names).min(1),
      documents: z.array(names).min(1),
    })
    .optional(),
});

export const errataSchema = z.array(z.strictObject({ finding: z.string().min(1), reason: names }));

/** What a cell of a table or a field of a chart is: a measure, or an indicator of it. */
const valueSchema = z.strictObject({
  measure: z.string(),
  indicator: z.enum(indicatorNames).optional(),
  year: z.enum(['current', 'previous']).default('current'),
  /** Kind of codes among which a rank is counted. */
  among: z.string().optional(),
  decimals: z.int().min(0).max(6).optional(),
});

/** Which rows of a cube a table or chart shows, in which order. */
const rowsSchema = z.strictObject({
  cube: z.string(),
  /** Absent: one row, the whole. */
  dimension: z.string().optional(),
  /** `top`: codes without parent; `leaves`: codes without parts; `all`: every code, parts indented below their parent. */
  level: z.enum(['top', 'leaves', 'all']).default('top'),
  /** Only these codes; groups may be named. */
  items: z.array(z.string()).min(1).optional(),
  years: z
    .array(z.enum(['previous', 'current']))
    .min(1)
    .default(['current']),
  order: z.strictObject({ by: z.string(), descending: z.boolean().default(true) }).optional(),
  total: z.enum(['first', 'last']).optional(),
  /** Adds what the source does not break down, as a last row. */
  remainder: z.boolean().default(false),
});

export const tableSchema = z.strictObject({
  title: names,
  unit: z.string().optional(),
  rows: rowsSchema,
  stub: z.strictObject({ head: names, width: z.number().positive().default(2) }),
  columns: z
    .array(
      z.strictObject({
        key: code,
        value: valueSchema,
        head: names,
        /** Spanner over neighbouring columns that name the same. */
        spanner: names.optional(),
        width: z.number().positive().default(1),
      }),
    )
    .min(1),
  notes: z.array(names).default([]),
});

export const chartSchema = z.looseObject({
  $schema: z.string(),
  usermeta: z.strictObject({
    title: names,
    alt: names,
    notes: z.array(names).default([]),
    queries: z.record(z.string(), z.strictObject({ rows: rowsSchema, values: z.record(z.string(), valueSchema) })),
  }),
});

const sectionFields = {
  key: code,
  title: names,
  numbered: z.boolean().default(true),
  /** The section appears only when the edition has all of these: cubes, or groups of facts. */
  needs: z.array(z.string()).default([]),
  /** Template of the section's own text, in `zh/` and `en/`; a section with only subsections may have none. */
  template: z.string().optional(),
};
const itemSchema = z.strictObject(sectionFields);
const subsectionSchema = z.strictObject({ ...sectionFields, sections: z.array(itemSchema).default([]) });
const sectionSchema = z.strictObject({ ...sectionFields, sections: z.array(subsectionSchema).default([]) });

export const bookSchema = z.strictObject({
  title: names,
  /** Title with year, for running heads and metadata. */
  fullTitle: names,
  description: names,
  /** The year that stands on the cover and the title page: the one that the figures are of, or that of publication. */
  coverYear: z.enum(['reference', 'published']).default('reference'),
  /** Role of the headings of each level. */
  levels: z
    .array(z.enum(['part', 'section', 'item']))
    .min(1)
    .max(3),
  /** Whether tables and figures are numbered through the book or by its first level. */
  labels: z.enum(['continuous', 'by-level-1']).default('continuous'),
  /** How halves are rounded: away from zero, or to even (GB/T 8170). */
  rounding: z.enum(['half-up', 'half-even']).default('half-up'),
  imprint: z.array(names),
  preface: z.strictObject(sectionFields).optional(),
  sections: z.array(sectionSchema).min(1),
});

const typeface = z.strictObject({
  family: z.string(),
  word: z.string(),
  files: z.array(z.strictObject({ path: z.string(), weight: z.number(), italic: z.boolean() })).min(1),
});
const fontPair = z.strictObject({ latin: typeface, han: typeface });
const byLang = z.strictObject({ zh: z.number(), en: z.number() });
const textStyle = z.strictObject({
  font: z.enum(['serif', 'sans']),
  size: z.number().positive(),
  weight: z.number(),
  leading: z.number().positive(),
  indent: byLang,
  before: z.number(),
  after: byLang,
  color: z.string(),
});
const color = written(/^#[0-9a-f]{6}$/i, 'schema.not-a-color');

export const themeSchema = z.strictObject({
  page: z.strictObject({
    width: z.number().positive(),
    height: z.number().positive(),
    head: z.number().positive(),
    foot: z.number().positive(),
    inner: z.number().positive(),
    outer: z.number().positive(),
  }),
  fonts: z.strictObject({ serif: fontPair, sans: fontPair }),
  colors: z.record(z.string(), color),
  palette: z.array(color).min(4),
  rules: z.strictObject({ thick: z.number().positive(), thin: z.number().positive() }),
  text: z.strictObject({
    body: textStyle,
    lead: textStyle,
    part: textStyle,
    section: textStyle,
    item: textStyle,
    caption: textStyle,
    table: textStyle,
    note: textStyle,
    contents: textStyle,
    'running-head': textStyle,
    folio: textStyle,
    'cover-title': textStyle,
    'cover-line': textStyle,
  }),
  chart: z.strictObject({ size: z.number().min(8), width: z.number().positive() }),
});

export type BookSpec = z.infer<typeof bookSchema>;
export type SectionSpec = z.infer<typeof sectionSchema>;
export type TableSpec = z.infer<typeof tableSchema>;
export type ChartSpec = z.infer<typeof chartSchema>;
export type RowsSpec = z.infer<typeof rowsSchema>;
export type ValueSpec = z.infer<typeof valueSchema>;
