/** The shape of a chart, a Vega-Lite specification, and of the bases that charts build on. */
import { z } from 'zod';
import { rowsSchema, valueSchema } from './projection.ts';
import { code, names } from './texts.ts';

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

export type ChartSpec = z.infer<typeof chartSchema>;
export type ChartBaseSpec = z.infer<typeof chartBaseSchema>;
