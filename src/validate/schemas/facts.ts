/** The shapes of `facts.yaml` and `chronicle.yaml`: what the source says outside of its tables. */
import { z } from 'zod';
import { code, decimal, type FormatProblem, names } from './texts.ts';

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
