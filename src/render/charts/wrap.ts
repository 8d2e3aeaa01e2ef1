/** Line breaking of chart labels: at spaces in English, between characters in Chinese. */

/** Marks that may not begin a line, and those that may not end one (GB/T 15834). */
const notFirst = /^[，。、；：？！）〕】》」』”’…—·％%,.;:?!)\]]$/u;
const notLast = /^[（〔【《「『“‘([]$/u;

/** Pieces that stay whole: words of letters and digits with their space, single Han characters with their marks. */
function pieces(text: string): string[] {
  const result: string[] = [];
  for (const token of text.match(/\p{Script=Han}|\s+|[^\s\p{Script=Han}]/gu) ?? []) {
    const last = result.at(-1);
    const before = last?.at(-1);
    const isWord = (character: string | undefined): boolean =>
      character !== undefined && /[^\s\p{Script=Han}，。、；：？！（）《》]/u.test(character);
    const joined =
      last !== undefined &&
      before !== undefined &&
      (/^\s+$/.test(token) || notFirst.test(token) || notLast.test(before) || (isWord(before) && isWord(token)));
    if (joined) result[result.length - 1] = last + token;
    else result.push(token);
  }
  return result;
}

/** Greedy filling: the fewest lines that are not wider than `width`; a single piece may be. */
function fill(parts: readonly string[], width: number, measure: (line: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const part of parts) {
    if (line !== '' && measure((line + part).trim()) > width) {
      lines.push(line.trim());
      line = part;
    } else line += part;
  }
  if (line.trim() !== '') lines.push(line.trim());
  return lines;
}

/**
 * Breaks `text` in the fewest lines not wider than `width`, evened out so that no last line holds one short word.
 * `measure` gives a line's width in the same unit.
 */
export function wrapText(text: string, width: number, measure: (line: string) => number): string[] {
  const parts = pieces(text);
  const widest = fill(parts, width, measure);
  if (widest.length < 2) return widest;
  let even = measure(text) / widest.length;
  while (even < width && fill(parts, even, measure).length > widest.length) even += 1;
  return fill(parts, Math.min(even, width), measure);
}
