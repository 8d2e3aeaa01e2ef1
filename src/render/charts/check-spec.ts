/** What Vega-Lite accepts in silence although it draws nothing or goes elsewhere for it: unknown names and addresses. */
import { error, type Problem } from '../../model/problem.ts';
import type { DrawnFigure } from './index.ts';
import { vocabulary } from './vocabulary.ts';

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);
const isString = (value: unknown): value is string => typeof value === 'string';

/** Properties whose value is a list of field names. */
const fieldLists: ReadonlySet<string> = new Set(['groupby', 'fold', 'flatten', 'fields']);

/** Below these, keys are names of the editor's choice or styling that Vega-Lite's own check covers. */
const freeKeys: ReadonlySet<string> = new Set(['usermeta', 'datasets', 'config', 'value']);

/** Fields that transforms make: everything named by an `as`, and the defaults of those that may go without. */
function madeFields(node: unknown, made: Set<string> = new Set()): Set<string> {
  if (Array.isArray(node)) for (const child of node) madeFields(child, made);
  else if (isNode(node)) {
    const { as } = node;
    for (const name of Array.isArray(as) ? as : [as]) if (isString(name)) made.add(name);
    if ('fold' in node && as === undefined) for (const name of ['key', 'value']) made.add(name);
    if ('sequence' in node && as === undefined) made.add('data');
    for (const child of Object.values(node)) madeFields(child, made);
  }
  return made;
}

/** The fields that an expression reads of its datum. */
function fieldsOfExpression(expression: string): string[] {
  const pattern = /\bdatum(?:\.([\p{L}_$][\p{L}\p{N}_$]*)|\[(['"])(.+?)\2\])/gu;
  return [...expression.matchAll(pattern)].flatMap(([, plain, , quoted]) => plain ?? quoted ?? []);
}

/** The first step of a field path: `a` of `a.b` and `a[0]`. */
const stem = (field: string): string => field.split(/[.[]/, 1)[0] ?? field;

/**
 * Errors in a figure's specification: `chart.external` for an address anywhere in it, `chart.inline-data` for figures
 * typed into it, `chart.unknown-data`, `-field`, `-mark` and `-property` for names that don't exist.
 */
export function checkSpec(figure: DrawnFigure): Problem[] {
  const problems: Problem[] = [];
  const made = madeFields(figure.spec);
  const known = vocabulary();
  const report = (name: string, path: readonly string[], values: Problem['values']): void => {
    // A field that a base draws and the chart does not have is the chart's fault.
    const ofData = name === 'chart.unknown-field' || name === 'chart.unknown-data';
    const place = (ofData ? undefined : figure.basePlaces?.[path[0] ?? '']) ?? figure.place;
    problems.push(error(name, place, { figure: figure.id, path: path.join('.'), ...values }));
  };
  const columnsByData = new Map<string | undefined, ReadonlySet<string>>();
  const columnsOf = (data: string | undefined): ReadonlySet<string> => {
    const earlier = columnsByData.get(data);
    if (earlier) return earlier;
    const found = new Set(data === undefined ? [] : (figure.data[data] ?? []).flatMap((row) => Object.keys(row)));
    columnsByData.set(data, found);
    return found;
  };

  const checkField = (field: string, columns: ReadonlySet<string>, path: readonly string[]): void => {
    const name = stem(field);
    if (columns.has(name) || made.has(name)) return;
    report('chart.unknown-field', path, { field: name, known: [...columns, ...made].join(', ') });
  };

  /** Returns the name of the data that `node` and what is below it read. */
  const checkData = (node: Node, inherited: string | undefined, path: readonly string[]): string | undefined => {
    const { data } = node;
    if (!isNode(data)) return inherited;
    if ('values' in data) report('chart.inline-data', [...path, 'data'], {});
    if (!isString(data.name)) return undefined;
    if (figure.data[data.name] === undefined) {
      report('chart.unknown-data', [...path, 'data'], { data: data.name, known: Object.keys(figure.data).join(', ') });
    }
    return data.name;
  };

  const walk = (node: unknown, inherited: string | undefined, path: readonly string[]): void => {
    if (Array.isArray(node)) {
      node.forEach((child, index) => {
        walk(child, inherited, [...path, String(index)]);
      });
      return;
    }
    if (!isNode(node)) return;
    const data = checkData(node, inherited, path);
    // Data that does not exist has been reported; its fields would be noise.
    const columns = data !== undefined && figure.data[data] === undefined ? undefined : columnsOf(data);
    for (const [key, value] of Object.entries(node)) {
      const here = [...path, key];
      if (freeKeys.has(key) && (path.length === 0 || key === 'value')) continue;
      if (!known.properties.has(key)) report('chart.unknown-property', here, { property: key });
      const mark = key === 'mark' && isNode(value) ? value.type : value;
      if (key === 'mark' && isString(mark) && !known.marks.has(mark)) {
        report('chart.unknown-mark', here, { mark, known: [...known.marks].join(', ') });
      }
      // Whatever it is made of: an address that comes from a field or an expression leads outside just as well.
      if (key === 'url' || key === 'href') {
        report('chart.external', here, { url: isString(value) ? value : JSON.stringify(value) });
      } else if (isString(value)) {
        if (columns && key === 'field') checkField(value, columns, here);
        else if (columns && key !== 'labelExpr') {
          for (const field of fieldsOfExpression(value)) checkField(field, columns, here);
        }
      } else if (columns && fieldLists.has(key) && Array.isArray(value)) {
        for (const field of value.filter(isString)) checkField(field, columns, here);
      } else walk(value, data, here);
    }
  };
  walk(figure.spec, undefined, []);
  return problems;
}
