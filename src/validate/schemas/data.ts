/** The shapes of an edition's own files: its cubes, itself, and what is known of its source. */
import { z } from 'zod';
import { code, decimal, names, written } from './texts.ts';

/** `datapackage.json`: the cubes and their columns. */
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
      /** Other cubes that hold the same quantities; see `Agreement`. */
      agrees: z
        .array(
          z.strictObject({
            cube: code,
            relation: z.enum(['equal', 'part', 'mean']).default('equal'),
            by: z.record(code, code).default({}),
            where: z.record(code, code).default({}),
            at: z.record(code, code).default({}),
            /** By default those of the same name. */
            measures: z.record(code, z.string()).optional(),
          }),
        )
        .default([]),
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
            /** Measures of the row that make this one up. */
            sumOf: z.array(code).min(2).optional(),
            /** Measure of the row of which this one is some. */
            partOf: code.optional(),
            /** It holds those of the `count` things of `partOf` that are worth `each` or more. */
            above: z.strictObject({ each: decimal, count: code }).optional(),
            /** It numbers the rows of a year from 1. */
            numbers: z.literal(true).optional(),
            /** Largest factor from a year to the next that needs no growth printed by the source. */
            jump: z.number().gt(1).optional(),
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

/** `edition.yaml` */
export const editionSchema = z.strictObject({
  /** `2025-01`, or the year alone where the month is not known. */
  published: written(/^\d{4}(-(0[1-9]|1[0-2]))?$/, 'schema.not-a-month'),
  publisher: code,
  source: names,
  /** Which of the series' arrangements the edition follows; the book's own if none is named. */
  arrangement: code.optional(),
  /** Tables of the source that are lost in its text as we have it; the book keeps their place and number. */
  lost: z.array(code).default([]),
  /** What is to be said of the source's tables and figures, below the notes of their specifications. */
  notes: z
    .strictObject({ tables: z.record(code, names).default({}), figures: z.record(code, names).default({}) })
    .default({ tables: {}, figures: {} }),
});

/** How many cells each table of the source fills, by its label, and how they were counted. */
export const sourceTablesSchema = z.record(
  z.string(),
  z.strictObject({ cells: z.int().min(1), counted: z.string().min(1) }),
);

export const errataSchema = z.array(
  z.strictObject({
    finding: z.string().min(1),
    /** What is printed and what follows, such as `49.30 ≠ 49.32`: it explains these figures and no others. */
    shows: z.array(z.string().min(1)).min(1).optional(),
    reason: names,
  }),
);

/** `notes.yaml`: faults of the source that no calculation can find. */
export const notesSchema = z.array(z.strictObject({ about: z.string().min(1), reason: names }));
