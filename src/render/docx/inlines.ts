import { type Inline, type Lang, unreachable } from '../../model/document.ts';
import { type Context, targetOf } from './context.ts';
import { InternalHyperlink, NoBreakHyphen, type ParagraphChild, TextRun } from './library.ts';
import { languageTags } from './words.ts';

/**
 * Quotation marks, dashes, ellipses and symbols that are in Latin and in Han fonts: in a Chinese run Word takes them
 * from the Han font only with this hint (ECMA-376 part 1, 17.3.2.26).
 */
function isAmbiguous(text: string): boolean {
  return /[\u00a0-\u2bff]/.test(text);
}

interface RunOptions {
  /** Character style. */
  readonly style?: string | undefined;
  /** Language, where it is not the document's. */
  readonly original?: Lang;
  readonly hinted: boolean;
  /** No line ends at a hyphen. */
  readonly unbroken?: boolean;
}

/** The hyphens of a text as the element at which Word breaks no line. */
const withoutBreaks = (text: string) =>
  text.split('-').flatMap((part, index) => (index === 0 ? [part] : [new NoBreakHyphen(), part]));

function run(text: string, { style, original, hinted, unbroken }: RunOptions): TextRun {
  return new TextRun({
    ...(unbroken ? { children: withoutBreaks(text) } : { text }),
    ...(style !== undefined && { style }),
    ...(hinted && isAmbiguous(text) && { font: { hint: 'eastAsia' } }),
    ...(original !== undefined && {
      language: { value: languageTags[original], eastAsia: languageTags.zh },
    }),
  });
}

/** Words of the book that are no inline: titles, labels. */
export function words(context: Context, text: string, lang: Lang = context.lang): TextRun {
  return run(text, { hinted: lang === 'zh', ...(lang !== context.lang && { original: lang }) });
}

/**
 * A link, not a REF field: LibreOffice shows a REF to a caption further on without its number. No line ends between
 * `Table` and its number, nor within that.
 */
function reference(context: Context, inline: Inline & { type: 'reference' }, style: string | undefined) {
  const chinese = context.lang === 'zh';
  return new InternalHyperlink({
    anchor: targetOf(context, inline.target).bookmark,
    children: [
      run(chinese ? inline.text : inline.text.replaceAll(' ', '\u00a0'), { style, hinted: chinese, unbroken: true }),
    ],
  });
}

function inlineRuns(context: Context, inline: Inline, style: string | undefined): readonly ParagraphChild[] {
  const chinese = context.lang === 'zh';
  switch (inline.type) {
    case 'text':
    case 'literal':
      return [run(inline.text, { style, hinted: chinese })];
    case 'quantity':
      // Thin spaces and the minus sign of a number belong to the Latin font, like its digits.
      return [run(inline.text, { style, hinted: false })];
    case 'reference':
      return [reference(context, inline, style)];
    case 'original':
      return [run(inline.text, { style, original: inline.lang, hinted: inline.lang === 'zh' })];
    case 'emphasis':
      return inline.children.flatMap((child) => inlineRuns(context, child, 'Emphasis'));
    default:
      return unreachable(inline);
  }
}

/** Inlines as runs, fields and links; `style` is a character style for all of them. */
export function inlineChildren(
  context: Context,
  inlines: readonly Inline[],
  style?: string,
): readonly ParagraphChild[] {
  return inlines.flatMap((inline) => inlineRuns(context, inline, style));
}
