/** What templates compute, as the lint sees it: names, values written in the template, calls of helpers. */

interface Located {
  /** Of the template's text, from 1. */
  readonly line: number;
  readonly column: number;
}

/** A name such as `output.YRD.amount`; `outer` if it begins at the root or outside of the block it stands in. */
export interface Name extends Located {
  readonly kind: 'name';
  readonly parts: readonly string[];
  /** `@root`, `@first` and the like. */
  readonly data: boolean;
  /** Number of blocks that `../` leaves. */
  readonly depth: number;
}

/** A number, text or switch written in the template. */
export interface Written extends Located {
  readonly kind: 'written';
  readonly value: string | number | boolean;
}

export interface Call extends Located {
  readonly kind: 'call';
  readonly helper: string;
  readonly args: readonly Expression[];
  readonly named: Readonly<Record<string, Expression>>;
}

export type Expression = Name | Written | Call;

const located = ({ loc }: hbs.AST.Node): Located => ({ line: loc.start.line, column: loc.start.column + 1 });

/** A helper with what it is called with. */
export function callOf(node: {
  readonly path: hbs.AST.Expression;
  readonly params: readonly hbs.AST.Expression[];
  readonly hash?: hbs.AST.Hash;
  readonly loc: hbs.AST.SourceLocation;
}): Call {
  const helper = 'original' in node.path ? String(node.path.original) : '';
  const pairs = node.hash?.pairs ?? [];
  return {
    kind: 'call',
    helper,
    args: node.params.map(expressionOf),
    named: Object.fromEntries(pairs.map(({ key, value }) => [key, expressionOf(value)])),
    line: node.loc.start.line,
    column: node.loc.start.column + 1,
  };
}

export function expressionOf(node: hbs.AST.Expression): Expression {
  if (node.type === 'SubExpression') return callOf(node as hbs.AST.SubExpression);
  if (node.type === 'PathExpression') {
    const { parts, data, depth } = node as hbs.AST.PathExpression;
    return { kind: 'name', parts: parts.map(String), data, depth, ...located(node) };
  }
  const value = 'value' in node ? node.value : '';
  const isPlain = typeof value === 'number' || typeof value === 'boolean';
  return { kind: 'written', value: isPlain ? value : String(value), ...located(node) };
}

/** An expression and all that it is made of, outermost first. */
export function withinExpression(expression: Expression): readonly Expression[] {
  if (expression.kind !== 'call') return [expression];
  return [expression, ...[...expression.args, ...Object.values(expression.named)].flatMap(withinExpression)];
}

/** All calls of helpers in expressions, nested ones too. */
export const callsIn = (expressions: readonly Expression[]): readonly Call[] =>
  expressions.flatMap(withinExpression).filter((expression) => expression.kind === 'call');

/** A number written in the template; undefined for anything else. */
export const writtenNumber = (expression: Expression | undefined): number | undefined =>
  expression?.kind === 'written' && typeof expression.value === 'number' ? expression.value : undefined;
