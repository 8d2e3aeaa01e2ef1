/** Makes a template strict: nothing that it names may be absent without a word, nothing may be printed that is no text. */
import { suggest } from '../model/nearest.ts';
import type { Problem } from '../model/problem.ts';

type Expression = hbs.AST.Expression;
type Path = hbs.AST.PathExpression;
type Call = { path: Expression; params: Expression[]; hash: hbs.AST.Hash };

/** Told of a construct that templates must not use, with its place in the template. */
type Refuse = (problem: string, values: Problem['values'], loc: hbs.AST.SourceLocation) => void;

/** Helpers that `rewrite` puts in; templates cannot call them. */
export const internal = { at: 'at', print: 'print', fault: 'fault' } as const;

const path = (original: string, loc: hbs.AST.SourceLocation, parts: string[] = [original]): Path => ({
  type: 'PathExpression',
  data: false,
  depth: 0,
  parts,
  original,
  loc,
});
const text = (value: string, loc: hbs.AST.SourceLocation): hbs.AST.StringLiteral =>
  ({ type: 'StringLiteral', value, original: value, loc }) as hbs.AST.StringLiteral;
const call = (helper: string, params: Expression[], loc: hbs.AST.SourceLocation): hbs.AST.SubExpression =>
  ({ type: 'SubExpression', path: path(helper, loc), params, loc }) as unknown as hbs.AST.SubExpression;

const isPath = (node: Expression): node is Path => node.type === 'PathExpression';
const nameOf = (node: Expression): string => ('original' in node ? String(node.original) : node.type);

/**
 * Rewrites a template's tree in place: `{{a.b}}` becomes `{{print (at this "a.b" "a" "b")}}`, and every name among a
 * helper's arguments likewise, so that the two helpers see (and can refuse, at its place) whatever a template names.
 * Refused at once: helpers that do not exist, unescaped output, partials, decorators; `fault` stands in for them.
 */
export function rewrite(tree: hbs.AST.Program, helpers: ReadonlySet<string>, refuse: Refuse): void {
  function lookup(node: Path, scope: readonly string[]): Expression {
    const { loc } = node;
    const [head = ''] = node.parts;
    const ownBase = node.data || (node.depth === 0 && scope.includes(head));
    const base = ownBase ? { ...node, parts: [head] } : { ...node, original: 'this', parts: [] };
    const rest = ownBase ? node.parts.slice(1) : node.parts;
    return call(internal.at, [base, text(node.original, loc), ...rest.map((part) => text(part, loc))], loc);
  }

  /** Whether a call is one of a helper that exists. */
  function isHelper(node: Expression, loc: hbs.AST.SourceLocation): boolean {
    const name = nameOf(node);
    if (isPath(node) && node.parts.length === 1 && helpers.has(name)) return true;
    const known = [...helpers].sort();
    refuse('template.unknown-helper', { name, suggestion: suggest(name, known), known: known.join(', ') }, loc);
    return false;
  }

  function value(node: Expression, scope: readonly string[]): Expression {
    if (isPath(node)) return lookup(node, scope);
    if (node.type !== 'SubExpression') return node;
    rewriteArguments(node as unknown as Call, scope);
    return isHelper((node as hbs.AST.SubExpression).path, node.loc) ? node : call(internal.fault, [], node.loc);
  }

  function rewriteArguments(node: Call, scope: readonly string[]): void {
    node.params = node.params.map((param) => value(param, scope));
    for (const pair of node.hash?.pairs ?? []) pair.value = value(pair.value, scope);
  }

  /** What a mustache prints: a call, or a value that is named. */
  function printed(node: hbs.AST.MustacheStatement, scope: readonly string[]): Expression {
    const { path: target, params, hash, loc } = node;
    if (params.length > 0 || hash !== undefined || helpers.has(nameOf(target))) {
      return value({ type: 'SubExpression', path: target, params, hash, loc } as hbs.AST.SubExpression, scope);
    }
    if (isPath(target)) return lookup(target, scope);
    refuse('template.unknown-name', { name: nameOf(target), context: 'within' }, loc);
    return call(internal.fault, [], loc);
  }

  function print(node: hbs.AST.Statement, inner: Expression, name: string): void {
    // A value that cannot be printed is at fault where it is named, a call where it begins.
    const loc = inner.type === 'SubExpression' ? inner.loc : node.loc;
    const params = [inner, text(name, loc)];
    Object.assign(node, {
      type: 'MustacheStatement',
      escaped: true,
      path: path(internal.print, loc),
      params,
      hash: undefined,
      loc,
    });
  }

  function program(node: hbs.AST.Program, scope: readonly string[]): void {
    const inside = [...scope, ...(node.blockParams ?? [])];
    for (const statement of node.body) {
      switch (statement.type) {
        case 'MustacheStatement': {
          const mustache = statement as hbs.AST.MustacheStatement;
          if (!mustache.escaped) refuse('template.unsupported', { construct: '{{{…}}}' }, mustache.loc);
          print(mustache, printed(mustache, inside), nameOf(mustache.path));
          break;
        }
        case 'BlockStatement': {
          const block = statement as hbs.AST.BlockStatement;
          rewriteArguments(block, inside);
          if (!isHelper(block.path, block.loc)) {
            const always = {
              path: path('if', block.loc),
              params: [call(internal.fault, [], block.loc)],
              hash: undefined,
            };
            Object.assign(block, always);
          }
          if (block.program) program(block.program, inside);
          if (block.inverse) program(block.inverse, inside);
          break;
        }
        case 'ContentStatement':
        case 'CommentStatement':
          break;
        default: {
          const construct = statement.type.startsWith('Partial') ? '{{>…}}' : '{{*…}}';
          refuse('template.unsupported', { construct }, statement.loc);
          print(statement, call(internal.fault, [], statement.loc), construct);
        }
      }
    }
  }
  program(tree, []);
}
