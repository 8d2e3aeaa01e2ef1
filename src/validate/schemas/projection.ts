/** What tables and charts show of the cubes: rows and values, in zod. */
import { z } from 'zod';
import { indicatorNames } from '../../model/quantity.ts';
import { without } from './together.ts';

const yearName = z.enum(['previous', 'current']);

/**
 * Years of a cube: those before and of the edition, all that it has up to the edition's, the last few of these, or every
 * one from the first on, those of which it has nothing too.
 */
export const yearsSchema = z.union([
  z.array(yearName).min(1),
  z.enum(['all', 'every']),
  z.strictObject({ last: z.int().min(1) }),
]);

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
  /** Left out where this measure at the row's place, in a year that the value is of, is above all that another cube has. */
  unless: z
    .strictObject({ measure: z.string(), above: z.strictObject({ cube: z.string(), measure: z.string() }) })
    .optional(),
  /** Another unit of the same base (万元 for 亿元); that of the measure if not given. */
  unit: z.string().optional(),
  /** Those of the measure if not given; `published`: each figure has those that it was published with, a total those of most. */
  decimals: z.union([z.int().min(0).max(6), z.literal('published')]).optional(),
});

/** A value of which another place says the rest. */
export const openValueSchema = valueSchema.partial();

export const rowsFields = {
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

/** Without a dimension there are no codes to choose, to order or to add up. */
export const ofDimension = without('dimension', 'items', 'members', 'kind', 'order', 'limit', 'total', 'remainder');

/** Which rows of a cube a table or chart shows, in which order. */
export const rowsSchema = z.strictObject(rowsFields).check(ofDimension);

export type RowsSpec = z.infer<typeof rowsSchema>;
export type YearsSpec = z.infer<typeof yearsSchema>;
export type ValueSpec = z.infer<typeof valueSchema>;
export type OpenValueSpec = z.infer<typeof openValueSchema>;
