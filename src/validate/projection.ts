/** What a table or chart shows of the cubes: its rows and its values, in zod. */
import { z } from 'zod';
import { indicatorNames } from '../model/quantity.ts';

/** A text in both languages. */
export const names = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

const yearName = z.enum(['previous', 'current']);

/** Years of a cube: those before and of the edition, all up to the edition's, or the last few of these. */
const yearsSchema = z.union([z.array(yearName).min(1), z.literal('all'), z.strictObject({ last: z.int().min(1) })]);

/** What a cell of a table or a field of a chart is: a measure, or an indicator of it. */
export const valueSchema = z.strictObject({
  measure: z.string(),
  /** Another cube with the same codes than that of the rows. */
  cube: z.string().optional(),
  indicator: z.enum(indicatorNames).optional(),
  /** Relative to the year of the row or column. */
  year: yearName.optional(),
  /** Kind of codes among which a rank is counted. */
  among: z.string().optional(),
  /** What a share is of instead of the whole: another cube or measure, at the same place or `at` certain codes. */
  of: z
    .strictObject({ cube: z.string().optional(), measure: z.string(), at: z.record(z.string(), z.string()).optional() })
    .optional(),
  decimals: z.int().min(0).max(6).optional(),
});

/** A value of which another place says the rest. */
const openValueSchema = valueSchema.partial();

const rowsFields = {
  cube: z.string(),
  /** Absent: one row, the whole. */
  dimension: z.string().optional(),
  /** Codes of the cube's other dimensions that are held fast; shares and totals are of that slice. */
  where: z.record(z.string(), z.string()).default({}),
  /** `top`: codes without parent; `leaves`: codes without parts; `all`: every code, parts indented below their parent. */
  level: z.enum(['top', 'leaves', 'all']).default('top'),
  /** Only these codes; groups may be named. Those that are part of another are indented below it. */
  items: z.array(z.string()).min(1).optional(),
  /** Only the members of this group or the parts of this code; ranks are counted among them, and the total is theirs. */
  members: z.string().optional(),
  /** Only codes of this kind. */
  kind: z.string().optional(),
  years: yearsSchema.default(['current']),
  order: z
    .strictObject({
      by: z.string(),
      descending: z.boolean().default(true),
      /** Only codes of this kind are ordered; the others follow in the order of their list. */
      among: z.string().optional(),
      /** Codes that come last whatever their value. */
      last: z.array(z.string()).default([]),
    })
    .optional(),
  /** Only the first rows, after they are ordered. */
  limit: z.int().min(1).optional(),
  total: z.enum(['first', 'last']).optional(),
  /** Adds what the source does not break down, as a last row. */
  remainder: z.boolean().default(false),
};

/** Which rows of a cube a table or chart shows, in which order. */
export const rowsSchema = z.strictObject(rowsFields);

/** Rows of a table: a stretch of them may have a heading, a label and values of its own. */
export const rowBlockSchema = z.strictObject({
  ...rowsFields,
  /** Heading row above the block. */
  title: names.optional(),
  /** Label of a row that stands for the whole. */
  label: names.optional(),
  /** Value of these rows as far as a column does not say it. */
  value: openValueSchema.optional(),
});

/** Rows that are codes of a list and not of a cube. */
export const listSchema = z.strictObject({
  codes: z.string(),
  /** List of codes that name the kinds; each kind has a heading row. */
  groups: z.string().optional(),
});

/** Rows that are places in an order, the same in every year of the columns: the first, the second … */
export const placesSchema = z.strictObject({
  cube: z.string(),
  dimension: z.string(),
  measure: z.string(),
  count: z.int().min(1),
});

/** Share of a table's width, for both languages or for each: English heads and names are longer. */
const widthSchema = z.union([
  z.number().positive(),
  z.strictObject({ zh: z.number().positive(), en: z.number().positive() }),
]);

/** What stands in a column that shows no value. */
const shownSchema = z.enum(['name', 'original', 'place']);

const columnSchema = z.strictObject({
  key: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]*$/, 'schema.not-a-key'),
  value: openValueSchema.optional(),
  /** Instead of a value: the row's name, its name in Chinese (in other editions only), or its place in the order. */
  show: shownSchema.optional(),
  head: names,
  /** Spanner over neighbouring columns that name the same. */
  spanner: names.optional(),
  width: widthSchema.default(1),
});

/** Columns that repeat for each year of a cube, or for each code of another dimension of it and its total. */
const repeatSchema = z.strictObject({
  each: z.union([
    z.strictObject({ cube: z.string(), years: yearsSchema }),
    z.strictObject({ cube: z.string(), dimension: z.string(), total: z.boolean().default(false) }),
  ]),
  columns: z.array(columnSchema).min(1),
});

export const columnsSchema = z.array(z.union([columnSchema, repeatSchema])).min(1);

export const stubSchema = z.strictObject({
  head: names,
  /** What the row's header shows instead of its name. */
  show: shownSchema.optional(),
  value: valueSchema.optional(),
  width: widthSchema.default(2),
});

export type RowsSpec = z.infer<typeof rowsSchema>;
export type RowBlockSpec = z.infer<typeof rowBlockSchema>;
export type YearsSpec = z.infer<typeof yearsSchema>;
export type ValueSpec = z.infer<typeof valueSchema>;
export type OpenValueSpec = z.infer<typeof openValueSchema>;
export type ColumnSpec = z.infer<typeof columnSchema>;
export type RepeatSpec = z.infer<typeof repeatSchema>;
export type WidthSpec = z.infer<typeof widthSchema>;
export type Shown = z.infer<typeof shownSchema>;
