import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ProjectFiles } from '../model/project-files.ts';

/** A folder on the disk as project files; what is no file has no content, what is no folder has no entries. */
export function diskFiles(folder: string): ProjectFiles {
  const find = (path: string) => statSync(join(folder, path), { throwIfNoEntry: false });
  return {
    read: (path) => (find(path)?.isFile() ? readFileSync(join(folder, path)) : undefined),
    list: (path) => (find(path)?.isDirectory() ? readdirSync(join(folder, path)).sort() : []),
  };
}
