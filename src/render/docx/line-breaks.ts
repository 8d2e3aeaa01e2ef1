/** How many lines text takes: Word's rules for where lines end, as far as books of statistics need them. */

/** A character, and how wide it is in points. */
export interface Letter {
  readonly character: string;
  readonly width: number;
}

/** A tab, which leads to where the other lines of its paragraph begin. */
export const tab = '\t';

/** Where lines are; lengths in points. */
export interface Measure {
  readonly width: number;
  /** Space before the first line. */
  readonly first: number;
  /** Space before all other lines. */
  readonly others: number;
  /** Justified lines take a word for which their spaces have to be squeezed a little. */
  readonly justified: boolean;
}

/** Spaces at which lines end; thin spaces and those that hold together are none. */
const spaces = new Set([' ', '\u2002', '\u2003', '\u2005', '\u3000']);

/** Han characters with their marks: a line may end before and after each. */
const han = /[\u2e80-\u30ff\u31c0-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]/;
const glue = /[\u00a0\u202f\u2007\u2060\ufeff]/;
const dash = /[-\u2010\u2013\u2014]/;

/** Word's own lists for Chinese: what does not stand at the beginning and at the end of a line. */
const notFirst = new Set(
  '!%),.:;?]}¢°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠',
);
const notLast = new Set('$([{£¥·‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥');

export const isHan = (character: string): boolean => han.test(character);

/** Whether a line may end between two characters that are no spaces. */
function mayBreak(before: string, after: string): boolean {
  if (glue.test(before) || glue.test(after) || notFirst.has(after) || notLast.has(before)) return false;
  return (dash.test(before) && !/[\d-]/.test(after)) || isHan(before) || isHan(after);
}

/** What stays on one line, or a stretch of spaces, or a tab. */
interface Token {
  readonly kind: 'word' | 'space' | 'tab';
  readonly letters: number[];
  width: number;
}

function tokensOf(letters: readonly Letter[]): readonly Token[] {
  const tokens: Token[] = [];
  let before = '';
  for (const { character, width } of letters) {
    const kind = character === tab ? 'tab' : spaces.has(character) ? 'space' : 'word';
    const last = tokens.at(-1);
    const joins = last?.kind === kind && (kind !== 'word' || !mayBreak(before, character));
    if (last !== undefined && joins) {
      last.letters.push(width);
      last.width += width;
    } else tokens.push({ kind, letters: [width], width });
    before = character;
  }
  return tokens;
}

const tolerance = 0.01;
/** Spaces are squeezed by so much of their width at most, */
const mostSqueezed = 0.25;
/** and only if the line without the word would have to be stretched by so many times as much. */
const stretchedForSqueezed = 2.015;

/** A line while it is filled. */
interface Line {
  /** Where its text ends, with the spaces after it. */
  position: number;
  /** Where its last word ends. */
  end: number;
  /** Width of its spaces since it began, or since its tab. */
  spaces: number;
  started: boolean;
}

function squeezesIn(line: Line, width: number, limit: number): boolean {
  if (line.spaces <= tolerance) return false;
  const squeezed = (line.position + width - limit) / line.spaces;
  const between = line.spaces - (line.position - line.end);
  if (squeezed > mostSqueezed) return false;
  return between <= 0 || (limit - line.end) / between >= stretchedForSqueezed * squeezed;
}

/** The number of lines of a paragraph; undefined if a tab leads elsewhere. An empty paragraph has one line. */
export function lineCount(letters: readonly Letter[], { width: limit, first, others, justified }: Measure) {
  const whole = letters.reduce((sum, letter) => sum + letter.width, first);
  if (whole <= limit && !letters.some(({ character }) => character === tab)) return 1;
  let count = 1;
  const begin = (position: number): Line => ({ position, end: position, spaces: 0, started: false });
  let line = begin(first);
  const wrap = () => {
    count += 1;
    line = begin(others);
  };
  for (const token of tokensOf(letters)) {
    const { position, started } = line;
    if (token.kind === 'space') {
      line.position += token.width;
      if (started) line.spaces += token.width;
      continue;
    }
    if (token.kind === 'tab') {
      if (count > 1 || position > others - tolerance) return undefined;
      line = { ...begin(others), started: true };
      continue;
    }
    const beyond = position + token.width > limit + tolerance;
    const squeezed = beyond && started && justified && squeezesIn(line, token.width, limit);
    if (beyond && started && !squeezed) wrap();
    if (!squeezed && line.position + token.width > limit + tolerance) {
      // A word longer than its line ends anywhere.
      token.letters.forEach((width, index) => {
        if (index > 0 && line.position + width > limit + tolerance) wrap();
        line.position += width;
      });
    } else line.position += token.width;
    line.end = line.position;
    line.started = true;
  }
  return count;
}
