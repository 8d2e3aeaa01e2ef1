/** The shapes of `facts.yaml` and `chronicle.yaml`: what the source says outside of its tables. */
import { z } from 'zod';
import { derivations } from '../../model/statements.ts';
import { code, decimal, type FormatProblem, names } from './texts.ts';
import { atMostOne } from './together.ts';

const source = z.string().min(1);
const precision = z.enum(['exact', 'above', 'below', 'nearly', 'about']).default('exact');
/** How a figure follows from others: facts by their paths, `total.<measure>`, or places (`growth output region=BJ amount`). */
export const followsSchema = z.strictObject({ indicator: z.enum(derivations), of: z.array(z.string()).min(1) });

/** Which codes the source names, so that the audit can choose them from the data. */
export const choiceSchema = z
  .strictObject({
    rule: z.enum(['largest', 'smallest', 'above', 'below']),
    cube: code,
    measure: z.string(),
    indicator: z.enum(['value', 'share', 'growth', 'increase']).default('value'),
    kind: z.string().optional(),
    within: code.optional(),
    except: z.array(code).default([]),
    limit: decimal.optional(),
    than: z.strictObject({ cube: code, measure: z.string() }).optional(),
    examples: z.boolean().default(false),
  })
  .check(atMostOne('limit', 'than'));

/** A figure with unit, some codes of a list, or a name in both languages. */
const factSchema = z.union([
  z.strictObject({
    value: decimal,
    unit: z.string(),
    source,
    precision,
    follows: followsSchema.optional(),
    /** The figure is the number of codes that are chosen so. */
    counts: choiceSchema.optional(),
  }),
  z.strictObject({ list: z.string(), codes: z.array(z.string()).min(1), source, chosen: choiceSchema.optional() }),
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
          follows: followsSchema.optional(),
        }),
      )
      .default([]),
    /** Days that the text names besides its own. */
    dates: z.record(code, day).default({}),
  }),
);
