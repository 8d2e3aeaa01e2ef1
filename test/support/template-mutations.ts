/** Slips of an editor, as changes of a template's text: each kind knows where a text allows it. */
import { callsIn, type Expression } from '../../src/lint/expressions.ts';
import { isFigure, meaning } from '../../src/lint/quantities.ts';
import { type Computed, readTokens } from '../../src/lint/reading.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import type { Lang } from '../../src/model/document.ts';

/** One slip: the stretch of the text that it replaces, and what stands there afterwards. */
export interface Slip {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export const slipped = (text: string, { start, end, text: other }: Slip): string =>
  text.slice(0, start) + other + text.slice(end);

interface Template {
  readonly text: string;
  readonly lang: Lang;
  readonly datasets: readonly Dataset[];
}

type Printed = Computed & { readonly start: number; readonly end: number };

/** What a template prints, with the place of its braces in the text. */
function printedIn({ text, lang }: Template): readonly Printed[] {
  const lines = text.split('\n');
  const offsetOf = (line: number) => lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0);
  return readTokens(text, { file: '', line: 1, column: 1 }, lang, () => undefined).flatMap((token) => {
    if (token.kind !== 'computed' || token.opens !== undefined || token.mark) return [];
    const at = offsetOf(token.place.line ?? 1) + (token.place.column ?? 1) - 1;
    return [{ ...token, start: text.lastIndexOf('{{', at + 1), end: text.indexOf('}}', at) + 2 }];
  });
}

const figuresIn = (template: Template) =>
  printedIn(template).filter(({ expression, within }) => isFigure(expression, within, template.datasets));

const isName = (expression: Expression, last: string) => expression.kind === 'name' && expression.parts.at(-1) === last;

function matches(text: string, pattern: RegExp, change: (match: RegExpExecArray) => string): Slip[] {
  return [...text.matchAll(pattern)].map((match) => {
    const found = match as RegExpExecArray;
    return { start: found.index, end: found.index + found[0].length, text: change(found) };
  });
}

/** Two neighbouring letters of a key in the wrong order; the same text if it has none that differ. */
function misspelt(key: string): string {
  const at = [...key].findIndex((letter, index) => index > 0 && /[a-z]/.test(letter) && letter !== key[index - 1]);
  return at < 1 ? key : key.slice(0, at - 1) + key[at] + key[at - 1] + key.slice(at + 1);
}

/** Things that stand once: if one of two is gone, the text still says it. */
const onlyOnes = <T>(items: readonly T[], keyOf: (item: T) => string) =>
  items.filter((item) => items.filter((other) => keyOf(other) === keyOf(item)).length === 1);

const typed: Readonly<Record<Lang, { rise: string; unit: string; name: string }>> = {
  zh: { rise: '增长', unit: '亿元', name: '上海' },
  en: { rise: 'rose by ', unit: ' billion', name: 'Shanghai' },
};

export const slips: Readonly<Record<string, (template: Template) => readonly Slip[]>> = {
  'a figure is typed': (template) => figuresIn(template).map(({ start, end }) => ({ start, end, text: '37294.3' })),
  'a year is typed': (template) =>
    printedIn(template)
      .filter(({ expression }) => isName(expression, 'year') || isName(expression, 'previousYear'))
      .map(({ start, end }) => ({ start, end, text: '2021' })),
  'a name is typed': (template) =>
    printedIn(template)
      .filter(({ expression }) => isName(expression, 'name'))
      .map(({ start, end }) => ({ start, end, text: typed[template.lang].name })),
  'a reference is deleted': ({ text }) =>
    onlyOnes(
      matches(text, /<see [a-z]+="([^"]+)"\/>/g, () => ''),
      ({ start, end }) => text.slice(start, end),
    ),
  'the key of a reference is misspelt': ({ text }) =>
    matches(text, /(?<=<see [a-z]+=")[^"]+/g, ([key]) => misspelt(key)),
  'a fact is misspelt': ({ text }) => matches(text, /(?<=facts\.[a-z0-9-]+\.)[a-z0-9-]+/g, ([key]) => misspelt(key)),
  'what a condition asks for is misspelt': ({ text }) => matches(text, /(?<=\(has ")[^"]+/g, ([key]) => misspelt(key)),
  'a figure is left out of one language': (template) =>
    onlyOnes(figuresIn(template), ({ expression, within }) => meaning(expression, within))
      .filter(({ expression }) => !(expression.kind === 'call' && expression.helper === 'rank'))
      .map(({ start, end }) => ({ start, end, text: '' })),
  'a word stands for what a helper says': (template) =>
    printedIn(template).flatMap(({ expression, within, start, end }) => {
      const [change] = callsIn([expression]);
      // Where a condition or a list makes sure of it, the word is right.
      const isSure = callsIn(within.flatMap(({ on }) => on)).some(({ helper }) =>
        /^(rises|rising|climbing)$/.test(helper),
      );
      if (change?.helper !== 'change' || change.named.by || isSure) return [];
      const figure = template.text.slice(start, end).replace('{{change', '{{growth');
      return { start, end, text: typed[template.lang].rise + figure };
    }),
  'a word of direction is typed': ({ text }) =>
    // 达到 says nothing of a direction.
    matches(text, /\{\{direction [^{}]* up="(?!达到)([^"]+)"[^{}]*\}\}/g, ([, up = '']) => up),
  'a unit is typed': (template) =>
    figuresIn(template).map(({ end }) => ({ start: end, end, text: typed[template.lang].unit })),
  'a limit is another': ({ text }) =>
    matches(text, /(?<=above=|\(above \(slices [^()]*\) )\d+/g, ([number]) => String(Number(number) * 3)),
  'a number in words is another': ({ text, lang }) =>
    lang === 'zh'
      ? matches(
          text.replace(/\{\{[^{}]*\}\}/g, (braces) => ' '.repeat(braces.length)),
          /(?<=前)三(?=位)/g,
          () => '四',
        )
      : matches(text, /\b(?:second and third|three)\b/g, ([words]) =>
          words === 'three' ? 'four' : 'third and fourth',
        ),
};
