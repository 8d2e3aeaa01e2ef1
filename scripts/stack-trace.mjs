// Stack traces that name the sources of a bundled program. Node's own source maps would do the same, but read the maps
// of all libraries at every start, which takes as long as loading the libraries; here a map is read when an error is
// shown.
import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The map of each file of the program, once it is needed. */
const maps = new Map();

function mapOf(file) {
  if (!maps.has(file)) {
    const path = `${file}.map`;
    maps.set(file, existsSync(path) ? new SourceMap(JSON.parse(readFileSync(path, 'utf8'))) : undefined);
  }
  return maps.get(file);
}

/** A frame as V8 writes it, with the place in the source instead of that in the bundle. */
function frameText(frame, folder) {
  const text = String(frame);
  const url = frame.getFileName();
  if (!url?.startsWith(folder)) return text;
  const file = fileURLToPath(url);
  const [line, column] = [frame.getLineNumber(), frame.getColumnNumber()];
  const { originalSource, originalLine, originalColumn } = mapOf(file)?.findEntry(line - 1, column - 1) ?? {};
  if (originalSource === undefined) return text;
  const source = pathToFileURL(resolve(dirname(file), originalSource)).href;
  return text.replace(`${url}:${line}:${column}`, `${source}:${originalLine + 1}:${originalColumn + 1}`);
}

/** Maps the stack traces of all errors of this thread for programs in `folder`. */
export function mapStackTraces(folder) {
  const start = pathToFileURL(folder).href;
  Error.prepareStackTrace = (error, frames) => {
    const lines = frames.map((frame) => `\n    at ${frameText(frame, start)}`);
    return String(error) + lines.join('');
  };
}
