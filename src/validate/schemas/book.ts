/** The shape of `book.yaml`: the sections of a series and how they are numbered. */
import { z } from 'zod';
import { headingRoles } from '../../model/document.ts';
import { code, names } from './texts.ts';

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

export type BookSpec = z.infer<typeof bookSchema>;
