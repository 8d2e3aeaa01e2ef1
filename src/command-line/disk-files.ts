import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { error, Failure } from '../model/problem.ts';
import type { ProjectFiles } from '../model/project-files.ts';

/** A folder on the disk as project files; what is no file has no content, what is no folder has no entries. */
export function diskFiles(folder: string): ProjectFiles {
  const find = (path: string) => statSync(join(folder, path), { throwIfNoEntry: false });
  return {
    read: (path) => {
      if (!find(path)?.isFile()) return undefined;
      try {
        return readFileSync(join(folder, path));
      } catch (cause) {
        // No permission, or another program has it open.
        const reason = cause instanceof Error ? cause.message : String(cause);
        throw new Failure('machine', [error('file.unreadable', { file: path }, { reason })]);
      }
    },
    list: (path) => (find(path)?.isDirectory() ? readdirSync(join(folder, path)).sort() : []),
  };
}
