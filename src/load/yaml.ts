import { isNode, LineCounter, parseDocument } from 'yaml';
import { error, type Place } from '../model/problem.ts';
import type { ProjectFiles } from '../model/project-files.ts';
import { type Report, readText } from './text.ts';

/** A YAML or JSON file (JSON is YAML) as plain values, with the place of each. */
export interface YamlTree {
  readonly file: string;
  readonly value: unknown;
  /** Place of the value at a path; of its nearest parent where the path ends earlier. */
  place(path: readonly PropertyKey[]): Place;
}

/**
 * Reads a YAML or JSON file. Reported with line and column: keys that appear twice, and the first syntax error (what
 * the parser says after it follows from it).
 */
export function readYaml(files: ProjectFiles, file: string, report: Report): YamlTree | undefined {
  const text = readText(files, file, report);
  if (text === undefined) return undefined;
  const lines = new LineCounter();
  const tree = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const isRepeated = ({ code }: { readonly code: string }) => code === 'DUPLICATE_KEY';
  const syntax = tree.errors.filter((problem) => !isRepeated(problem)).slice(0, 1);
  for (const problem of [...tree.errors.filter(isRepeated), ...syntax]) {
    const { line, col } = lines.linePos(problem.pos[0]);
    report(error('yaml.syntax', { file, line, column: col }, { message: problem.message.split('\n')[0] ?? '' }));
  }
  if (tree.errors.length > 0) return undefined;
  const place = (path: readonly PropertyKey[]): Place => {
    for (let length = path.length; length > 0; length -= 1) {
      const node: unknown = tree.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) {
        const { line, col } = lines.linePos(node.range[0]);
        return { file, line, column: col };
      }
    }
    return { file, line: 1, column: 1 };
  };
  return { file, value: tree.toJS(), place };
}
