/** The shapes of the files that people write, in zod; `tree.ts` turns what zod finds into located problems. */
import { z } from 'zod';
import { headingRoles } from '../model/document.ts';
import {
  columnsSchema,
  listSchema,
  names,
  placesSchema,
  rowBlockSchema,
  rowsSchema,
  stubSchema,
  valueSchema,
} from './projection.ts';

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
const precision = z.enum(['exact', 'above', 'below', 'nearly', 'about']).default('exact');
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

/** How many cells each table of the source fills, by its label, and how they were counted. */
export const sourceTablesSchema = z.record(
  z.string(),
  z.strictObject({ cells: z.int().min(1), counted: z.string().min(1) }),
);

export const errataSchema = z.array(z.strictObject({ finding: z.string().min(1), reason: names }));

/** A table's rows are one block, several, the codes of a list, or places in an order. */
export const tableSchema = z.strictObject({
  title: names,
  unit: z.string().optional(),
  rows: rowBlockSchema.optional(),
  blocks: z.array(rowBlockSchema).min(1).optional(),
  list: listSchema.optional(),
  places: placesSchema.optional(),
  stub: stubSchema,
  columns: columnsSchema,
  /** Sets narrow rows side by side: in so many sets of columns, by language. */
  fold: z
    .strictObject({ zh: z.int().min(2).max(3), en: z.int().min(2).max(3) })
    .partial()
    .default({}),
  notes: z.array(names).default([]),
});

/** Names that a base offers and charts may override: texts by `words`, everything else by `params`. */
const words = z.record(code, names).default({});
const params = z.array(z.looseObject({ name: z.string() }));

export const chartSchema = z.looseObject({
  $schema: z.string(),
  usermeta: z.strictObject({
    title: names,
    alt: names,
    notes: z.array(names).default([]),
    /** Specification in `templates/shared/charts` that this one builds on. */
    base: z.string().optional(),
    /** Texts of the base in this chart's words. */
    words,
    queries: z.record(z.string(), z.strictObject({ rows: rowsSchema, values: z.record(z.string(), valueSchema) })),
  }),
  params: params.optional(),
});

/** A chart without data, which others build on: its words have the texts that stand unless a chart says otherwise. */
export const chartBaseSchema = z.looseObject({
  $schema: z.string(),
  usermeta: z.strictObject({ words }).default({ words: {} }),
  params: params.optional(),
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
/** A section without others in it. */
const ownSchema = z.strictObject(sectionFields);
export interface SectionSpec extends z.infer<typeof ownSchema> {
  readonly sections: readonly SectionSpec[];
}
/** Sections within sections, as many levels deep as the book declares. */
const sectionSchema: z.ZodType<SectionSpec> = z.strictObject({
  ...sectionFields,
  sections: z.array(z.lazy(() => sectionSchema)).default([]),
});
const topSectionSchema = z.strictObject({
  ...sectionFields,
  /** The tables and figures of an appendix are counted on their own: 附表1, Appendix table 1. */
  labels: z.literal('appendix').optional(),
  sections: z.array(sectionSchema).default([]),
});

export const bookSchema = z.strictObject({
  title: names,
  /** Title with year, for running heads and metadata. */
  fullTitle: names,
  description: names,
  /** The year that stands on the cover and the title page: the one that the figures are of, or that of publication. */
  coverYear: z.enum(['reference', 'published']).default('reference'),
  /** Role of the headings of each level. */
  levels: z.array(z.enum(headingRoles)).min(1).max(headingRoles.length),
  /** Whether tables and figures are numbered through the book or by its first level. */
  labels: z.enum(['continuous', 'by-level-1']).default('continuous'),
  /** How halves are rounded: away from zero, or to even (GB/T 8170). */
  rounding: z.enum(['half-up', 'half-even']).default('half-up'),
  /** Whether amounts in prose keep the closing zeros of their decimals. */
  closingZeros: z.enum(['kept', 'dropped']).default('dropped'),
  imprint: z.array(names),
  preface: ownSchema.optional(),
  sections: z.array(topSectionSchema).min(1),
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
    subitem: textStyle,
    caption: textStyle,
    table: textStyle,
    'table-head': textStyle,
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
export type TableSpec = z.infer<typeof tableSchema>;
export type ChartSpec = z.infer<typeof chartSchema>;
export type ChartBaseSpec = z.infer<typeof chartBaseSchema>;
