/** Reads a template from its first character to its last: typed text, what is printed, tags, and under which conditions. */
import { readTemplate } from '../compose/index.ts';
import type { Report } from '../load/index.ts';
import type { Lang } from '../model/document.ts';
import type { Place } from '../model/problem.ts';
import { callOf, type Expression, expressionOf } from './expressions.ts';

/** A block that a passage stands in. */
export interface Enclosing {
  readonly block: string;
  readonly on: readonly Expression[];
  /** False in the part after `{{else}}`. */
  readonly holds: boolean;
}

interface Standing {
  readonly place: Place;
  /** Blocks around it, the outermost first. */
  readonly within: readonly Enclosing[];
  /** Number of its paragraph, and of its sentence, in the template. */
  readonly paragraph: number;
  readonly sentence: number;
}

/** Typed text within one line and one sentence, or what stands in a tag that keeps it as it is. */
export interface Typed extends Standing {
  readonly kind: 'typed';
  readonly text: string;
  /** `<lit>` or `<original>` around it. */
  readonly mark: 'lit' | 'original' | undefined;
}

export interface Computed extends Standing {
  readonly kind: 'computed';
  readonly expression: Expression;
  /** The block that it opens (`if`, `each` …); undefined if it is printed. */
  readonly opens: string | undefined;
  readonly mark: 'lit' | 'original' | undefined;
}

export interface Tag extends Standing {
  readonly kind: 'tag';
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** The place of a part of what a token computes. */
export const placeInToken = ({ place, expression: whole }: Computed, { line, column }: Expression): Place =>
  whole.line === line
    ? { ...place, column: (place.column ?? 1) + column - whole.column }
    : { ...place, line: (place.line ?? 1) + line - whole.line, column };

export type Token = Typed | Computed | Tag;

const tagOrText = /<(\/?)([a-z]+)([^>]*)>|[^<]+|</g;
const attribute = /([a-z]+)="([^"]*)"/g;
/** Tags with which another paragraph begins or ends. */
const blocks = new Set(['p', 'li', 'ul', 'ol', 'table', 'figure', 'chronicle']);
const sentenceEnd: Readonly<Record<Lang, RegExp>> = {
  zh: /[^。！？\n]*(?:[。！？\n]|$)/g,
  en: /(?:[^.!?\n]|[.!?](?![\s”’)]|$))*(?:[.!?][”’)]*|\n|$)/g,
};
const endsSentence: Readonly<Record<Lang, RegExp>> = { zh: /[。！？]$/, en: /[.!?][”’)]*$/ };

/**
 * All tokens of a template in order; nothing of one that cannot be read, which is reported.
 * @param origin where its text begins
 */
export function readTokens(text: string, origin: Place, lang: Lang, report: Report): readonly Token[] {
  const tokens: Token[] = [];
  let paragraph = 0;
  let sentence = 0;
  let mark: Typed['mark'];

  const at = (line: number, column: number): Place => ({
    file: origin.file,
    line: (origin.line ?? 1) + line - 1,
    column: line === 1 ? (origin.column ?? 1) + column - 1 : column,
  });
  const nextParagraph = () => {
    paragraph += 1;
    sentence += 1;
  };

  function content(source: string, line: number, column: number, within: readonly Enclosing[]): void {
    const place = (index: number): Place => {
      const lines = source.slice(0, index).split('\n');
      const last = lines.at(-1)?.length ?? 0;
      return at(line + lines.length - 1, lines.length === 1 ? column + last : last + 1);
    };
    for (const match of source.matchAll(tagOrText)) {
      const [whole, slash, name = '', rest = ''] = match;
      if (name === '') {
        for (const { 0: piece, index } of whole.matchAll(sentenceEnd[lang])) {
          if (piece === '') continue;
          const start = match.index + index;
          tokens.push({ kind: 'typed', text: piece, mark, place: place(start), within, paragraph, sentence });
          if (mark === undefined && endsSentence[lang].test(piece)) sentence += 1;
        }
        continue;
      }
      if (blocks.has(name)) nextParagraph();
      if (name === 'lit' || name === 'original') mark = slash === '/' ? undefined : name;
      else if (slash !== '/') {
        const attributes = Object.fromEntries(
          [...rest.matchAll(attribute)].map(([, key = '', value = '']) => [key, value]),
        );
        tokens.push({ kind: 'tag', name, attributes, place: place(match.index), within, paragraph, sentence });
      }
    }
  }

  function compute(expression: Expression, opens: string | undefined, within: readonly Enclosing[]): void {
    const place = at(expression.line, expression.column);
    tokens.push({ kind: 'computed', expression, opens, mark, place, within, paragraph, sentence });
  }

  function program(node: hbs.AST.Program, within: readonly Enclosing[]): void {
    for (const statement of node.body) {
      if (statement.type === 'ContentStatement') {
        const { original, loc } = statement as hbs.AST.ContentStatement;
        content(String(original), loc.start.line, loc.start.column + 1, within);
      } else if (statement.type === 'MustacheStatement') {
        const mustache = statement as hbs.AST.MustacheStatement;
        const isCall = mustache.params.length > 0 || mustache.hash !== undefined;
        compute(isCall ? callOf(mustache) : expressionOf(mustache.path as hbs.AST.Expression), undefined, within);
      } else if (statement.type === 'BlockStatement') {
        const block = statement as hbs.AST.BlockStatement;
        const call = callOf(block);
        for (const argument of call.args) compute(argument, call.helper, within);
        const part = (holds: boolean): readonly Enclosing[] => [
          ...within,
          { block: call.helper, on: call.args, holds },
        ];
        if (block.program) program(block.program, part(true));
        if (block.inverse) program(block.inverse, part(false));
      }
    }
  }
  // Most titles and heads name nothing, which needs no parser.
  if (!text.includes('{{')) content(text, 1, 1, []);
  else {
    const tree = readTemplate(text, (problem) =>
      report({ ...problem, place: at(problem.place?.line ?? 1, problem.place?.column ?? 1) }),
    );
    if (tree) program(tree, []);
  }
  return tokens;
}
