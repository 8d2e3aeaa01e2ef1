import type { Place } from '../model/problem.ts';

/** Marks around a place, in private-use characters that no book contains; they survive Handlebars and are taken out before parsing. */
const open = '\uE000';
const close = '\uE001';
const mark = new RegExp(`${open}([^${close}]*)${close}`, 'g');

type Located = (line: number, column: number) => Place;

/**
 * Puts a mark in front of every piece of static text and every line of it, so that the markup that comes out of
 * Handlebars still knows which template line it came from.
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
  let line = content.loc.start.line + cutLines.length - 1;
  let column = cutLines.length > 1 ? (cutLines.at(-1)?.length ?? 0) + 1 : content.loc.start.column + 1 + cut.length;
  return value
    .split('\n')
    .map((text) => {
      const place = located(line, column);
      line += 1;
      column = 1;
      return `${open}${place.line}:${place.column}${close}${text}`;
    })
    .join('\n');
}

/** Markup without marks, and the place of each of its characters. */
export function unmark(markup: string, file: string): { readonly text: string; placeAt(index: number): Place } {
  const stops: { index: number; line: number; column: number }[] = [];
  let text = '';
  let end = 0;
  for (const match of markup.matchAll(mark)) {
    text += markup.slice(end, match.index);
    const [line = 1, column = 1] = (match[1] ?? '').split(':').map(Number);
    stops.push({ index: text.length, line, column });
    end = match.index + match[0].length;
  }
  text += markup.slice(end);
  const placeAt = (index: number): Place => {
    const stop = stops.findLast((candidate) => candidate.index <= index);
    if (stop === undefined) return { file, line: 1, column: 1 };
    return { file, line: stop.line, column: stop.column + (index - stop.index) };
  };
  return { text, placeAt };
}
