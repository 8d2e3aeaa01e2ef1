/** The shape of `front-matter.yaml`: imprint, board and compilation note of the source. */
import { z } from 'zod';
import { code, decimal, names } from './texts.ts';

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
