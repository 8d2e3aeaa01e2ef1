/** The shape of a table: its rows, its columns and what stands around them. */
import { z } from 'zod';
import { ofDimension, openValueSchema, rowsFields, valueSchema, yearsSchema } from './projection.ts';
import { code, names } from './texts.ts';
import { atMostOne, exactlyOne } from './together.ts';

/** Rows of a table: a stretch of them may have a heading, a label and values of its own. */
const rowBlockSchema = z
  .strictObject({
    ...rowsFields,
    /** Heading row above the block. */
    title: names.optional(),
    /** Label of a row that stands for the whole. */
    label: names.optional(),
    /** Value of these rows as far as a column does not say it. */
    value: openValueSchema.optional(),
    /** Left out where an edition does not have its cube or measure. */
    optional: z.boolean().optional(),
  })
  .check(ofDimension);

/** Rows that are codes as a cube lists them, such as the members of a register. */
const listSchema = z.strictObject({
  cube: z.string(),
  dimension: z.string(),
  /** Another dimension, for each code of which there is a heading row. */
  groups: z.string().optional(),
});

/** Rows that are places in an order, the same in every year of the columns: the first, the second … */
const placesSchema = z.strictObject({
  cube: z.string(),
  dimension: z.string(),
  measure: z.string(),
  /** The largest first, or the smallest, such as ranks. */
  descending: z.boolean().default(true),
  /** Only codes of this kind have a place. */
  kind: z.string().optional(),
  count: z.int().min(1),
});

/** Share of a table's width, for both languages or for each: English heads and names are longer. */
const widthSchema = z.union([
  z.number().positive(),
  z.strictObject({ zh: z.number().positive(), en: z.number().positive() }),
]);

/** What stands in a column that shows no value. */
const shownSchema = z.enum(['name', 'original', 'place', 'edition']);

const columnSchema = z
  .strictObject({
    key: code,
    value: openValueSchema.optional(),
    /**
     * Instead of a value: the row's name, its name in Chinese (in other editions only), its place in the order, or the
     * edition that printed what a long series has of it.
     */
    show: shownSchema.optional(),
    head: names,
    /** Spanner over neighbouring columns that name the same. */
    spanner: names.optional(),
    width: widthSchema.default(1),
    /** Left out where an edition does not have its cube or measure. */
    optional: z.boolean().optional(),
  })
  .check(atMostOne('value', 'show'));

/**
 * Columns that repeat for each year of a cube, or for each code of another dimension of it and its total. The cube is that
 * of the table's rows, of its first block if it has several, unless it is named.
 */
const repeatSchema = z.strictObject({
  each: z.union([
    z.strictObject({ cube: z.string().optional(), years: yearsSchema }),
    z.strictObject({ cube: z.string().optional(), dimension: z.string(), total: z.boolean().default(false) }),
  ]),
  columns: z.array(columnSchema).min(1),
});

const columnsSchema = z.array(z.union([columnSchema, repeatSchema])).min(1);

const stubSchema = z
  .strictObject({
    head: names,
    /** What the row's header shows instead of its name. */
    show: shownSchema.optional(),
    value: valueSchema.optional(),
    width: widthSchema.default(2),
  })
  .check(atMostOne('value', 'show'));

/** A note; one about a `column` stands only where that is shown. */
const noteSchema = z.strictObject({ ...names.shape, column: code.optional() });

/** A table's rows are one block, several, a list, or places in an order. */
export const tableSchema = z
  .strictObject({
    title: names,
    /** The source has no such table: the book says so, and does not compare it with the source's. */
    own: z.boolean().default(false),
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
    notes: z.array(noteSchema).default([]),
  })
  .check(exactlyOne('rows', 'blocks', 'list', 'places'));

export type TableSpec = z.infer<typeof tableSchema>;

/** The cubes whose codes and years are the rows of a table, in its order; there is one at least. */
export function rowCubesOf({ rows, blocks = [], list, places }: TableSpec): string[] {
  return [rows, ...blocks, list, places].flatMap((spec) => spec?.cube ?? []);
}

export type RowBlockSpec = z.infer<typeof rowBlockSchema>;
export type ColumnSpec = z.infer<typeof columnSchema>;
export type RepeatSpec = z.infer<typeof repeatSchema>;
export type WidthSpec = z.infer<typeof widthSchema>;
export type Shown = z.infer<typeof shownSchema>;
