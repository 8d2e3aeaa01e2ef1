/** The text of a paragraph as the library prepares it for XML. */
import { tab } from './line-breaks.ts';
import { attribute, child, contentOf, nameOf } from './nodes.ts';

/** Marks on other characters, breaks within words, and scripts with rules of their own. */
const unusual = /[\p{M}\p{sc=Hangul}\p{sc=Hebrew}\p{sc=Arabic}\p{sc=Thai}\u00ad\u200b-\u200f]|[^\0-\uffff]/u;

/** Properties of a run that its width follows from. */
const plainRun = new Set(['w:rStyle', 'w:rFonts', 'w:lang', '_attr']);

/** Text in one font. */
export interface Run {
  readonly text: string;
  /** It has a character style: those of this writer are bold. */
  readonly bold: boolean;
  /** It hints at the Han font for characters that are in both. */
  readonly hint: boolean;
}

function runOf(content: readonly unknown[]): Run | undefined {
  const properties = contentOf(child(content, 'w:rPr'), 'w:rPr');
  let text = '';
  for (const part of content) {
    switch (nameOf(part)) {
      case 'w:rPr':
        break;
      case 'w:t':
        text += contentOf(part, 'w:t')
          .filter((string) => typeof string === 'string')
          .join('');
        break;
      case 'w:tab':
        text += tab;
        break;
      case 'w:noBreakHyphen':
        text += '\u2011';
        break;
      default:
        return undefined;
    }
  }
  const known = properties.every((property) => plainRun.has(nameOf(property) ?? ''));
  const hint = attribute(properties, 'w:rFonts', 'w:hint') === 'eastAsia';
  return known && !unusual.test(text) ? { text, bold: child(properties, 'w:rStyle') !== undefined, hint } : undefined;
}

/** All runs of a paragraph, given its content, those of links and fields among them; undefined if there is anything else. */
export function runsOf(content: readonly unknown[]): readonly Run[] | undefined {
  const runs: Run[] = [];
  for (const part of content) {
    const name = nameOf(part) ?? '';
    switch (name) {
      case '_attr':
      case 'w:pPr':
      case 'w:bookmarkStart':
      case 'w:bookmarkEnd':
        break;
      case 'w:hyperlink':
      case 'w:fldSimple': {
        const inside = runsOf(contentOf(part, name));
        if (inside === undefined) return undefined;
        runs.push(...inside);
        break;
      }
      case 'w:r': {
        const run = runOf(contentOf(part, 'w:r'));
        if (run === undefined) return undefined;
        runs.push(run);
        break;
      }
      default:
        return undefined;
    }
  }
  return runs;
}
