/** The shapes of `book.yaml` and of its arrangements: the sections of a series and how they are numbered. */
import { z } from 'zod';
import { headingRoles } from '../../model/document.ts';
import { code, names } from './texts.ts';

/** Templates of a section's own text, in `zh/` and `en/`, one after the other. */
const templates = z
  .union([z.string(), z.array(z.string()).min(1)])
  .transform((template) => (typeof template === 'string' ? [template] : template));

/** What a section says of itself; an arrangement says only what it changes. */
const sectionFields = {
  key: code,
  title: names.optional(),
  numbered: z.boolean().optional(),
  /** The section appears only when the edition has all of these: cubes, or groups of facts. */
  needs: z.array(z.string()).optional(),
  /** A section with only tables or subsections may have none. */
  template: templates.optional(),
  /** Tables that stand below its text in this order, as far as the edition has their data. */
  tables: z.array(z.string()).optional(),
};
/** A section without others in it. */
const ownSchema = z.strictObject({ ...sectionFields, title: names });
export interface SectionSpec extends z.infer<z.ZodObject<typeof sectionFields>> {
  /** The tables and figures of an appendix are counted on their own: 附表1, Appendix table 1. */
  readonly labels?: 'appendix' | undefined;
  readonly sections?: readonly SectionSpec[] | undefined;
}
/** Sections within sections, as many levels deep as the book declares; only the top level has labels of its own. */
const sectionSchema: z.ZodType<SectionSpec> = z.strictObject({
  ...sectionFields,
  sections: z.array(z.lazy(() => sectionSchema)).optional(),
});
const topSectionSchema = z.strictObject({
  ...sectionFields,
  labels: z.literal('appendix').optional(),
  sections: z.array(sectionSchema).optional(),
});

const keys = z.strictObject({ tables: z.array(code).default([]), figures: z.array(code).default([]) });

/** How the parts of a book stand: their order, their titles, their labels. */
const arrangementFields = {
  /** Whether tables and figures are numbered through the book or by its first level. */
  labels: z.enum(['continuous', 'by-level-1']).optional(),
  /** Tables and figures that templates place and that are left out. */
  without: keys.default({ tables: [], figures: [] }),
  /** Captions in place of those of the specifications. */
  captions: z
    .strictObject({ tables: z.record(code, names).default({}), figures: z.record(code, names).default({}) })
    .default({ tables: {}, figures: {} }),
  /** Columns of tables that are shown, by their keys; all of them where a table is not named. */
  columns: z.record(code, z.array(code).min(1)).default({}),
  /** Codes that are the rows of tables, in place of the `items` of their specifications. */
  rows: z.record(code, z.array(code).min(1)).default({}),
  sections: z.array(topSectionSchema).min(1),
};

/** `arrangements/*.yaml`: another order of the book's sections. What a section does not say is as in the book. */
export const arrangementSchema = z.strictObject(arrangementFields);

export const bookSchema = z.strictObject({
  title: names,
  /** Title with year, for running heads and metadata. */
  fullTitle: names,
  description: names,
  /** The year that stands on the cover and the title page: the one that the figures are of, or that of publication. */
  coverYear: z.enum(['reference', 'published']).default('reference'),
  /** Role of the headings of each level. */
  levels: z.array(z.enum(headingRoles)).min(1).max(headingRoles.length),
  /** How halves are rounded: away from zero, or to even (GB/T 8170). */
  rounding: z.enum(['half-up', 'half-even']).default('half-up'),
  /** Whether amounts in prose keep the closing zeros of their decimals. */
  closingZeros: z.enum(['kept', 'dropped']).default('dropped'),
  imprint: z.array(names),
  preface: ownSchema.optional(),
  ...arrangementFields,
});

export type BookSpec = z.infer<typeof bookSchema>;
/** What the book and an arrangement say alike. */
export type ArrangementSpec = z.infer<typeof arrangementSchema>;
