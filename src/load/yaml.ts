import { isMap, isNode, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import { error, type Place } from '../model/problem.ts';
import type { ProjectFiles } from '../model/project-files.ts';
import { type Report, readText } from './text.ts';

/** A YAML or JSON file (JSON is YAML) as plain values, with the place of each. */
export interface YamlTree {
  readonly file: string;
  readonly value: unknown;
  /** Place of the value at a path; of its nearest parent where the path ends earlier. */
  place(path: readonly PropertyKey[]): Place;
  /** Place of the key that a path ends in. */
  keyPlace(path: readonly PropertyKey[]): Place;
  /** Where the text of a string begins: after its quotation mark, or below the sign of a block. */
  textPlace(path: readonly PropertyKey[]): Place;
}

/**
 * Reads a YAML or JSON file. Reported with line and column: keys that appear twice, and the first syntax error (what
 * the parser says after it follows from it).
 */
export function readYaml(files: ProjectFiles, file: string, report: Report): YamlTree | undefined {
  const text = readText(files, file, report);
  if (text === undefined) return undefined;
  const lines = new LineCounter();
  const placeAt = (index: number): Place => {
    const { line, col } = lines.linePos(index);
    return { file, line, column: col };
  };
  const tree = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  let aliases = false;
  const isRepeated = ({ code }: { readonly code: string }) => code === 'DUPLICATE_KEY';
  const syntax = tree.errors.filter((problem) => !isRepeated(problem)).slice(0, 1);
  for (const problem of [...tree.errors.filter(isRepeated), ...syntax]) {
    const [start] = problem.pos;
    const key = /^["']?([^"':\s]+)/.exec(text.slice(start))?.[1] ?? '';
    const message = problem.message.split('\n')[0] ?? '';
    report(
      isRepeated(problem)
        ? error('yaml.key-twice', placeAt(start), { key })
        : error('yaml.syntax', placeAt(start), { message }),
    );
  }
  visit(tree, {
    Alias: (_, node) => {
      const start = node.range?.[0] ?? 0;
      report(error('yaml.alias', placeAt(start), { text: text.slice(start, start + 20).split('\n')[0] ?? '' }));
      aliases = true;
    },
  });
  if (tree.errors.length > 0 || aliases) return undefined;
  const place = (path: readonly PropertyKey[]): Place => {
    for (let length = path.length; length > 0; length -= 1) {
      const node: unknown = tree.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return placeAt(node.range[0]);
    }
    return { file, line: 1, column: 1 };
  };
  const keyPlace = (path: readonly PropertyKey[]): Place => {
    const parent: unknown = path.length > 1 ? tree.getIn(path.slice(0, -1), true) : tree.contents;
    const key = isMap(parent)
      ? parent.items.find((item) => isScalar(item.key) && item.key.value === path.at(-1))?.key
      : undefined;
    return isScalar(key) && key.range ? placeAt(key.range[0]) : place(path);
  };
  const textPlace = (path: readonly PropertyKey[]): Place => {
    const node: unknown = tree.getIn(path, true);
    if (!isScalar(node) || !node.range) return place(path);
    const [start] = node.range;
    if (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE') return placeAt(start + 1);
    if (node.type !== 'BLOCK_LITERAL' && node.type !== 'BLOCK_FOLDED') return placeAt(start);
    const line = text.indexOf('\n', start) + 1;
    return placeAt(line + (/^[ ]*/.exec(text.slice(line))?.[0].length ?? 0));
  };
  return { file, value: tree.toJS(), place, keyPlace, textPlace };
}
