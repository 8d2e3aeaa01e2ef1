/** How many lines a paragraph of the document takes. */
import type { Context } from './context.ts';
import { isHan, type Letter, lineCount } from './line-breaks.ts';
import { attribute, child, contentOf, nameOf } from './nodes.ts';
import { type Run, runsOf } from './runs.ts';
import { formatsOf } from './style.ts';
import { twipsFromPoints } from './units.ts';
import type { CharacterWidth, FontWidths } from './widths.ts';

export interface MeasuredParagraph {
  readonly lines: number;
  /** In twips, with the space before and after that its style has. */
  readonly height: number;
}

/** Measures a paragraph, given its content, in a column so wide (in twips); undefined if it cannot be sure. */
export type ParagraphMeasurer = (paragraph: readonly unknown[], width: number) => MeasuredParagraph | undefined;

/**
 * Characters that Word takes from the Han font in a run with the hint for it, besides Han ones (ECMA-376 part 1,
 * 17.3.2.26), if its language is Chinese; Greek and Cyrillic among them.
 */
const hinted =
  /[\u00a1\u00a4\u00a7\u00a8\u00aa\u00ad\u00af-\u00b4\u00b6-\u00ba\u00bc-\u00bf\u00d7\u00e0\u00e1\u00e8-\u00ea\u00ec\u00ed\u00f2\u00f3\u00f7\u00f9\u00fa\u00fc\u0100-\u03cf\u0400-\u04ff\u1e00-\u1eff\u2000-\u27bf\ue000-\uf8ff\ufb00-\ufb1c]/;

/** Properties of a paragraph that do not change its lines. */
const plainParagraph = new Set(['w:pStyle', 'w:keepNext', 'w:spacing']);

/** A style as far as it decides on lines; lengths in points. */
interface LineStyle {
  /** Characters of runs that are bold, or not, or by themselves or by a hint of the Han font. */
  readonly widthOf: (bold: boolean, han: boolean) => CharacterWidth;
  readonly size: number;
  /** Height of a line, and of the space before and after all, in twips. */
  readonly line: number;
  readonly around: number;
  readonly left: number;
  readonly right: number;
  readonly first: number;
  readonly justified: boolean;
}

function lineStyleOf(context: Context, id: string, widthsOf: FontWidths): LineStyle | undefined {
  const formats = formatsOf(context, id);
  if (formats === undefined) return undefined;
  const [{ indent = {}, align, spacing }, { font, size, bold: always = false }] = formats;
  if (font === undefined || size === undefined || spacing === undefined || spacing.line === 'auto') return undefined;
  const { latin, han } = context.theme.fonts[font];
  const points = (twips = 0) => twips / 20;
  const { firstLineChars = 0, firstLine, hanging = 0 } = indent;
  const first = firstLineChars === 0 ? points(firstLine ?? -hanging) : (firstLineChars / 100) * size;
  return {
    widthOf: (bold, isHanFont) => widthsOf((isHanFont ? han : latin).word, bold || always),
    size,
    line: twipsFromPoints(spacing.line),
    around: twipsFromPoints(spacing.before) + twipsFromPoints(spacing.after),
    left: points(indent.left),
    right: points(indent.right),
    first,
    justified: align === 'both',
  };
}

function lettersOf(runs: readonly Run[], { widthOf, size }: LineStyle): readonly Letter[] {
  const letters: Letter[] = [];
  for (const { text, bold, hint } of runs) {
    const [latin, han] = [widthOf(bold, false), widthOf(bold, true)];
    for (const character of text) {
      const isOfHanFont = isHan(character) || (hint && hinted.test(character));
      letters.push({ character, width: ((isOfHanFont ? han : latin)(character) * size) / 1000 });
    }
  }
  return letters;
}

/** Measures the paragraphs of a document whose styles have been written. Lines of figures have no fixed height. */
export function paragraphMeasurer(context: Context, widthsOf: FontWidths): ParagraphMeasurer {
  const styles = new Map<string, LineStyle | undefined>();
  const styleOf = (id: string) => {
    if (!styles.has(id)) styles.set(id, lineStyleOf(context, id, widthsOf));
    return styles.get(id);
  };
  return (paragraph, width) => {
    const properties = contentOf(child(paragraph, 'w:pPr'), 'w:pPr');
    if (!properties.every((property) => plainParagraph.has(nameOf(property) ?? ''))) return undefined;
    const style = styleOf(String(attribute(properties, 'w:pStyle', 'w:val')));
    const runs = runsOf(paragraph);
    if (style === undefined || runs === undefined) return undefined;
    const { left, right, first, justified } = style;
    const lines = lineCount(lettersOf(runs, style), {
      width: width / 20 - right,
      first: left + first,
      others: left,
      justified,
    });
    return lines === undefined ? undefined : { lines, height: lines * style.line + style.around };
  };
}
