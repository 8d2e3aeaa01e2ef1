/** A paragraph style of `styles.xml`. */
import type { TextRole } from '../../model/theme.ts';
import type { Context } from './context.ts';
import {
  type CharacterFormat,
  characterProperties,
  type ParagraphFormat,
  paragraphProperties,
  roleFormats,
} from './formats.ts';
import { xml } from './xml.ts';

export interface StyleOptions {
  readonly based?: string;
  readonly next?: string;
  /** Place in Word's list of styles; 99 is last. */
  readonly priority?: number;
  readonly format?: ParagraphFormat;
  readonly run?: CharacterFormat;
}

/** The style that all others are based on. */
const normal = 'Normal';

/** A paragraph style; formats that are not given come from the style it is based on. */
export function paragraphStyle(context: Context, id: string, name: string, options: StyleOptions): string {
  const { based = normal, next, priority, format = {}, run = {} } = options;
  context.styles.set(id, { based, format, run });
  return xml(
    'w:style',
    { 'w:type': 'paragraph', 'w:styleId': id, ...(isBuiltIn(name) ? {} : { 'w:customStyle': 1 }) },
    [
      xml('w:name', { 'w:val': name }),
      xml('w:basedOn', { 'w:val': based }),
      ...(next === undefined ? [] : [xml('w:next', { 'w:val': next })]),
      ...(priority === undefined ? [] : [xml('w:uiPriority', { 'w:val': priority })]),
      xml('w:qFormat'),
      paragraphProperties(format),
      characterProperties(context.theme, run),
    ],
  );
}

/** Formats of a style that is written, with what it has from the styles that it is based on; undefined for any other. */
export function formatsOf(context: Context, id: string): readonly [ParagraphFormat, CharacterFormat] | undefined {
  if (id === normal) {
    const [{ spacing }, run] = roleFormats(context.theme, context.lang, 'body');
    return [{ ...(spacing && { spacing: { ...spacing, before: 0, after: 0 } }) }, run];
  }
  const style = context.styles.get(id);
  const inherited = style && formatsOf(context, style.based);
  if (style === undefined || inherited === undefined) return undefined;
  const [format, run] = inherited;
  // A hanging indent takes the place of a first line's.
  const { firstLine, ...left } = format.indent ?? {};
  const kept = style.format.indent?.hanging === undefined ? format.indent : left;
  const indent = { ...kept, ...style.format.indent };
  return [
    { ...format, ...style.format, indent },
    { ...run, ...style.run },
  ];
}

function isBuiltIn(name: string): boolean {
  return /^(heading \d|toc \d|caption|table of figures|List Bullet|List Number)$/.test(name);
}

/** The style of a role of the theme, under the role's name. `id` and `name` differ from it for Word's built-in styles. */
export function roleStyle(
  context: Context,
  role: TextRole,
  options: StyleOptions & { readonly id?: string; readonly name?: string } = {},
): string {
  const [format, run] = roleFormats(context.theme, context.lang, role);
  const { id = role, name = role, ...rest } = options;
  return paragraphStyle(context, id, name, {
    ...rest,
    format: { ...format, ...options.format },
    run: { ...run, ...options.run },
  });
}
