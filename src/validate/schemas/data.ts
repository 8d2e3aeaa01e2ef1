/** The shapes of an edition's own files: its cubes, itself, and what is known of its source. */
import { z } from 'zod';
import { code, names, written } from './texts.ts';

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

export const errataSchema = z.array(z.strictObject({ finding: z.string().min(1), reason: names }));
