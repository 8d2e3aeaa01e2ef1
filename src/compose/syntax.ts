/** Says in an editor's terms why Handlebars cannot read a template; its own messages list parser tokens. */
import { placeIn } from '../load/index.ts';
import type { Problem } from '../model/problem.ts';

export interface SyntaxFault {
  readonly line: number;
  readonly column: number;
  /** `context` chooses the wording. */
  readonly values: Problem['values'];
}

const tag = /\{\{~?([#^/]?)\s*([^\s}~]*)/y;

/** End of a tag that starts at `start`, past its braces; undefined if another tag or the end of the text comes first. */
function endOfTag(text: string, start: number): number | undefined {
  const end = text.indexOf('}}', start);
  const next = text.indexOf('{{', start + 2);
  return end < 0 || (next >= 0 && next < end) ? undefined : end + 2;
}

/** The first tag whose braces are not closed, or the block that is not closed as it was opened; undefined if neither. */
export function explainSyntax(text: string): SyntaxFault | undefined {
  const fault = (index: number, values: Problem['values']): SyntaxFault => {
    const { line = 1, column = 1 } = placeIn('', text, index);
    return { line, column, values };
  };
  const open: { readonly name: string; readonly index: number }[] = [];
  for (let index = text.indexOf('{{'); index >= 0; index = text.indexOf('{{', index)) {
    if (text.startsWith('{{!', index)) {
      const end = text.indexOf(text.startsWith('{{!--', index) ? '--}}' : '}}', index);
      if (end < 0) return fault(index, { context: 'braces' });
      index = end;
      continue;
    }
    const end = endOfTag(text, index);
    if (end === undefined) return fault(index, { context: 'braces' });
    tag.lastIndex = index;
    const [, sign, name = ''] = tag.exec(text) ?? [];
    if (sign === '#' || (sign === '^' && name !== '')) open.push({ name, index });
    if (sign === '/') {
      const last = open.pop();
      if (last === undefined) return fault(index, { context: 'unopened', close: `{{/${name}}}` });
      if (last.name !== name)
        return fault(index, {
          context: 'mismatch',
          open: `{{#${last.name}}}`,
          found: `{{/${name}}}`,
          close: `{{/${last.name}}}`,
        });
    }
    index = end;
  }
  const last = open.at(-1);
  return last && fault(last.index, { context: 'unclosed', open: `{{#${last.name}}}`, close: `{{/${last.name}}}` });
}
