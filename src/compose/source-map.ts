import type { Place } from '../model/problem.ts';

/** Marks around a place, in private-use characters that no book contains; they survive Handlebars and are taken out before parsing. */
const open = '\uE000';
const close = '\uE001';
const mark = new RegExp(`${open}([^${close}]*)${close}`, 'g');

/** Ends the mark of a place from which on the text is not typed but filled in. */
const filled = ':filled';

type Located = (line: number, column: number) => Place;

/**
 * Puts a mark in front of every piece of static text and every line of it, and one behind, so that the markup that
 * comes out of Handlebars still knows which template line it came from, and what of it was typed.
 */
export function markSource(node: hbs.AST.Program, located: Located): void {
  for (const statement of node.body) {
    if (statement.type === 'ContentStatement') {
      const content = statement as hbs.AST.ContentStatement;
      content.value = marked(content, located);
    } else if ('program' in statement || 'inverse' in statement) {
      const block = statement as hbs.AST.BlockStatement;
      if (block.program) markSource(block.program, located);
      if (block.inverse) markSource(block.inverse, located);
    }
  }
}

function marked(content: hbs.AST.ContentStatement, located: Located): string {
  // Whitespace control may have cut the start of `original` off.
  const { value } = content;
  const original = typeof content.original === 'string' ? content.original : value;
  const cut = original.slice(0, Math.max(0, original.indexOf(value)));
  const cutLines = cut.split('\n');
  const { line, column } = content.loc.start;
  const start = cutLines.length > 1 ? (cutLines.at(-1)?.length ?? 0) + 1 : column + 1 + cut.length;
  return markText(value, line + cutLines.length - 1, start, located);
}

/** Static text that starts at a line and column of the template, with its marks. */
export function markText(value: string, line: number, column: number, located: Located): string {
  const markAt = (index: number, from: number, kind: '' | typeof filled) => {
    const place = located(line + index, from);
    return `${open}${place.line}:${place.column}${kind}${close}`;
  };
  const lines = value.split('\n');
  const startOf = (index: number) => (index === 0 ? column : 1);
  const last = lines.length - 1;
  const end = markAt(last, startOf(last) + (lines[last]?.length ?? 0), filled);
  return lines.map((text, index) => markAt(index, startOf(index), '') + text).join('\n') + end;
}

/** Mark for what is filled in before the first static text. */
export function startMark({ line = 1, column = 1 }: Place): string {
  return `${open}${line}:${column}${filled}${close}`;
}

/** Markup without marks. What is filled in has the place where the typed text before it ends. */
export interface Unmarked {
  readonly text: string;
  placeAt(index: number): Place;
  isTyped(index: number): boolean;
}

export function unmark(markup: string, file: string): Unmarked {
  const stops: { index: number; line: number; column: number; typed: boolean }[] = [];
  let text = '';
  let end = 0;
  for (const match of markup.matchAll(mark)) {
    text += markup.slice(end, match.index);
    const [line = 1, column = 1] = (match[1] ?? '').split(':').map(Number);
    stops.push({ index: text.length, line, column, typed: !match[1]?.endsWith(filled) });
    end = match.index + match[0].length;
  }
  text += markup.slice(end);
  const stopAt = (index: number) => stops.findLast((candidate) => candidate.index <= index);
  const placeAt = (index: number): Place => {
    const stop = stopAt(index);
    if (stop === undefined) return { file, line: 1, column: 1 };
    return { file, line: stop.line, column: stop.column + (stop.typed ? index - stop.index : 0) };
  };
  return { text, placeAt, isTyped: (index) => stopAt(index)?.typed ?? false };
}
