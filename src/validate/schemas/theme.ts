/** The shape of `theme.yaml`: page, fonts, colours and styles. */
import { z } from 'zod';
import { written } from './texts.ts';

const typeface = z.strictObject({
  family: z.string(),
  word: z.string(),
  files: z.array(z.strictObject({ path: z.string(), weight: z.number(), italic: z.boolean() })).min(1),
});
const fontPair = z.strictObject({ latin: typeface, han: typeface });
const byLang = z.strictObject({ zh: z.number(), en: z.number() });
const textStyle = z.strictObject({
  font: z.enum(['serif', 'sans']),
  size: z.number().positive(),
  weight: z.number(),
  leading: z.number().positive(),
  indent: byLang,
  before: z.number(),
  after: byLang,
  color: z.string(),
});
const color = written(/^#[0-9a-f]{6}$/i, 'schema.not-a-color');

export const themeSchema = z.strictObject({
  page: z.strictObject({
    width: z.number().positive(),
    height: z.number().positive(),
    head: z.number().positive(),
    foot: z.number().positive(),
    inner: z.number().positive(),
    outer: z.number().positive(),
  }),
  fonts: z.strictObject({ serif: fontPair, sans: fontPair }),
  colors: z.record(z.string(), color),
  palette: z.array(color).min(4),
  rules: z.strictObject({ thick: z.number().positive(), thin: z.number().positive() }),
  text: z.strictObject({
    body: textStyle,
    lead: textStyle,
    part: textStyle,
    section: textStyle,
    item: textStyle,
    subitem: textStyle,
    caption: textStyle,
    table: textStyle,
    'table-head': textStyle,
    note: textStyle,
    contents: textStyle,
    'running-head': textStyle,
    folio: textStyle,
    'cover-title': textStyle,
    'cover-line': textStyle,
  }),
  chart: z.strictObject({ size: z.number().min(8), width: z.number().positive() }),
});
