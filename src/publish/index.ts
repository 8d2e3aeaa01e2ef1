import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { error, Failure } from '../model/problem.ts';

export interface OutputFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Number of pages, if the format has any. */
  readonly pages?: number;
}

const stagingPrefix = '.staging-';
/** Lists the files of a finished staging folder; from when it exists, publishing is only renaming. */
const journal = 'commit.json';
const backupPrefix = 'earlier-';

function writeDurably(path: string, bytes: Uint8Array | string): void {
  const file = openSync(path, 'w');
  try {
    writeFileSync(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Renames staged files into place. If one cannot be, those already replaced come back. */
function commit(folder: string, staging: string, names: readonly string[]): void {
  const done: string[] = [];
  const backup = (name: string) => join(staging, `${backupPrefix}${name}`);
  try {
    for (const name of names) {
      if (!existsSync(join(staging, name))) continue;
      const earlier = statSync(join(folder, name), { throwIfNoEntry: false });
      if (earlier?.isDirectory()) throw new Error(`${join(folder, name)} is a folder`);
      if (earlier) renameSync(join(folder, name), backup(name));
      done.push(name);
      renameSync(join(staging, name), join(folder, name));
    }
  } catch (cause) {
    for (const name of done.reverse()) {
      if (existsSync(backup(name))) renameSync(backup(name), join(folder, name));
      else rmSync(join(folder, name), { force: true });
    }
    throw cause;
  }
}

/** Whether another process has this number. In a container, numbers come back: a staging folder of ours is an earlier one's. */
function isRunning(pid: number): boolean {
  if (pid === process.pid || !Number.isInteger(pid)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    // It is there, and somebody else's.
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM';
  }
}

/** Removes a staging folder, unless it holds the only copy of an earlier file that could not be put back. */
function discard(folder: string, staging: string): void {
  if (!existsSync(staging)) return;
  const held = readdirSync(staging).filter((name) => name.startsWith(backupPrefix));
  if (held.some((name) => !existsSync(join(folder, name.slice(backupPrefix.length))))) return;
  rmSync(staging, { recursive: true, force: true });
}

/** Finishes what a killed build had begun to publish, and removes what it had only begun to write. */
function recover(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(stagingPrefix) || isRunning(Number(name.slice(stagingPrefix.length)))) continue;
    const staging = join(folder, name);
    if (existsSync(join(staging, journal))) {
      commit(folder, staging, JSON.parse(readFileSync(join(staging, journal), 'utf8')) as string[]);
    }
    discard(folder, staging);
  }
}

/**
 * Writes files into a folder, all or none: they are written beside their places first and then renamed. A failure or
 * an interruption before that leaves the earlier files as they were; a kill in the middle of renaming is completed by
 * the next call.
 * @throws Failure (machine) `publish.failed`
 */
export function publish(folder: string, files: readonly OutputFile[]): void {
  const staging = join(folder, `${stagingPrefix}${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true });
    recover(folder);
    mkdirSync(staging, { recursive: true });
    for (const { name, bytes } of files) writeDurably(join(staging, name), bytes);
    const names = files.map(({ name }) => name);
    // Written aside first: half a journal would be no journal.
    writeDurably(join(staging, `${journal}.part`), JSON.stringify(names));
    renameSync(join(staging, `${journal}.part`), join(staging, journal));
    commit(folder, staging, names);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Failure('machine', [error('publish.failed', { file: folder }, { reason })]);
  } finally {
    discard(folder, staging);
  }
}
