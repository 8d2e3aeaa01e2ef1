/** Texts that must be written in a certain way, in zod. */
import { z } from 'zod';

/** Problems of texts that are not written as they must be. */
export const formatProblems = [
  'schema.not-a-key',
  'schema.not-a-decimal',
  'schema.not-a-csv',
  'schema.not-a-month',
  'schema.not-a-date',
  'schema.not-a-color',
] as const;
export type FormatProblem = (typeof formatProblems)[number];

/** How a text must be written, by the problem that says so if it is not. */
export const written = (pattern: RegExp, problem: FormatProblem) => z.string().regex(pattern, problem);
export const code = written(/^[A-Za-z0-9][A-Za-z0-9_-]*$/, 'schema.not-a-key');
export const decimal = written(/^-?\d+(\.\d+)?$/, 'schema.not-a-decimal');

/** A text in both languages. */
export const names = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
