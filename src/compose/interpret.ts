/**
 * Runs a template's tree (see rewrite.ts) without compiling it. Each of a book's templates runs once: Handlebars would
 * take longer to write a function of each, and the engine to compile that, than all of them take to run.
 * Helpers are called, and programs entered, as by Handlebars' own runtime (`wrapProgram`, `container.data`).
 */
import Handlebars from 'handlebars';

type Node = hbs.AST.Node;
type Data = Readonly<Record<string, unknown>> & { readonly _parent?: Data };

/** What an expression can refer to at its place. */
interface Scope {
  readonly context: unknown;
  /** `@root`, `@index` … */
  readonly data: Data;
  /** Contexts from the inner to the outer: `this`, `..`, `../..` … */
  readonly depths: readonly unknown[];
  /** Values by the names of block parameters, the inner before the outer. */
  readonly named: readonly ReadonlyMap<string, unknown>[];
}

/** What a block helper may hand to the program that it runs. */
interface Entered {
  readonly data?: Data;
  readonly blockParams?: readonly unknown[];
}

/** What Handlebars makes `this` where there is no context. */
const nullContext = Object.freeze({});

/** Whether a program is entered with the context that it stands in, which is then not another depth. */
const isSame = (inner: unknown, outer: unknown): boolean =>
  inner === outer || (inner === nullContext && (outer === null || outer === undefined));

/** @throws whatever a helper throws; TypeError for a construct that `rewrite` lets nobody use */
export function interpret(
  tree: hbs.AST.Program,
  helpers: Readonly<Record<string, Handlebars.HelperDelegate>>,
  context: unknown,
): string {
  function variable({ data, depth, parts }: hbs.AST.PathExpression, scope: Scope): unknown {
    const [head] = parts;
    if (head === undefined) return scope.depths[depth];
    if (!data) return scope.named.find((names) => names.has(head))?.get(head);
    let frame: Data | undefined = scope.data;
    for (let outer = depth; outer > 0; outer -= 1) frame = frame?._parent;
    return frame?.[head];
  }

  function value(node: hbs.AST.Expression, scope: Scope): unknown {
    switch (node.type) {
      case 'PathExpression':
        return variable(node as hbs.AST.PathExpression, scope);
      case 'SubExpression':
        return call(node as hbs.AST.SubExpression, scope);
      case 'StringLiteral':
      case 'NumberLiteral':
      case 'BooleanLiteral':
        return (node as hbs.AST.StringLiteral).value;
      case 'NullLiteral':
        return null;
      case 'UndefinedLiteral':
        return undefined;
      default:
        throw new TypeError(`A template cannot hold a ${node.type}`);
    }
  }

  function call(node: hbs.AST.SubExpression | hbs.AST.BlockStatement, scope: Scope, programs: object = {}): unknown {
    const name = (node.path as hbs.AST.PathExpression).original;
    const helper = helpers[name];
    if (helper === undefined) throw new TypeError(`There is no helper ${name}`);
    const pairs = node.hash?.pairs ?? [];
    const hash = Object.fromEntries(pairs.map((pair) => [pair.key, value(pair.value, scope)]));
    const params = node.params.map((param) => value(param, scope));
    return helper.call(scope.context ?? nullContext, ...params, {
      name,
      hash,
      data: scope.data,
      loc: node.loc,
      ...programs,
    });
  }

  /** A program as block helpers run it. */
  function entry(program: hbs.AST.Program | undefined, scope: Scope) {
    if (program === undefined) return () => '';
    const names = program.blockParams ?? [];
    const enter = (inner: unknown, { data = scope.data, blockParams = [] }: Entered = {}) =>
      run(program, {
        context: inner,
        data,
        depths: isSame(inner, scope.depths[0]) ? scope.depths : [inner, ...scope.depths],
        named:
          names.length === 0
            ? scope.named
            : [new Map(names.map((name, at) => [name, blockParams[at]])), ...scope.named],
      });
    return Object.assign(enter, { blockParams: names.length });
  }

  function statement(node: Node, scope: Scope): string {
    switch (node.type) {
      case 'ContentStatement':
        return (node as hbs.AST.ContentStatement).value;
      case 'CommentStatement':
        return '';
      case 'MustacheStatement': {
        const shown = call(node as unknown as hbs.AST.SubExpression, scope);
        return Handlebars.escapeExpression(shown as string);
      }
      case 'BlockStatement': {
        const block = node as hbs.AST.BlockStatement;
        const programs = { fn: entry(block.program, scope), inverse: entry(block.inverse, scope) };
        return String(call(block, scope, programs) ?? '');
      }
      default:
        throw new TypeError(`A template cannot hold a ${node.type}`);
    }
  }

  function run(program: hbs.AST.Program, scope: Scope): string {
    return program.body.map((node) => statement(node, scope)).join('');
  }

  return run(tree, { context, data: { root: context } as Data, depths: [context], named: [] });
}
