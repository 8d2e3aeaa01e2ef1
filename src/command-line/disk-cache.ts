/** The build cache on the disk: a file for each shelf. Whatever is wrong with one, the build does without it. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { BuildCache, Shelf } from '../model/build-cache.ts';

export interface DiskCache extends BuildCache {
  /** Writes what is new. */
  save(): void;
}

interface OpenShelf extends Shelf {
  readonly name: string;
  /** Results that this build has asked for or made; the next one finds only these. */
  readonly used: Map<string, unknown>;
  readonly isNew: () => boolean;
}

const digestLength = 32;
const month = 30 * 24 * 60 * 60 * 1000;

const sha256 = (program: string, bytes: Uint8Array): Buffer =>
  createHash('sha256').update(`${program}\n`).update(bytes).digest();

/** What JSON would leave out, confuse or, like bytes, write at length. */
function told(this: unknown, name: string, value: unknown): unknown {
  const original: unknown = (this as Readonly<Record<string, unknown>>)[name];
  if (original instanceof Uint8Array) return { bytes: createHash('sha256').update(original).digest('hex') };
  if (original === undefined) return { undefined: true };
  if (typeof original === 'number' && (!Number.isFinite(original) || Object.is(original, -0)))
    return { number: Object.is(original, -0) ? '-0' : String(original) };
  return value;
}

/** The results of a file; none if there is no file, if it is damaged or if another program wrote it. */
function readShelf(path: string, program: string): ReadonlyMap<string, unknown> {
  try {
    const bytes = readFileSync(path);
    const content = bytes.subarray(digestLength);
    if (!sha256(program, content).equals(bytes.subarray(0, digestLength))) return new Map();
    const found: unknown = deserialize(content);
    return found instanceof Map ? found : new Map();
  } catch {
    return new Map();
  }
}

/** All of a file or nothing of it: another build may read it meanwhile, or this one be interrupted. */
function writeShelf(path: string, program: string, used: ReadonlyMap<string, unknown>): void {
  const content = serialize(used);
  const draft = `${path}.${process.pid}.${Date.now()}`;
  try {
    writeFileSync(draft, Buffer.concat([sha256(program, content), content]));
    renameSync(draft, path);
  } catch {
    rmSync(draft, { force: true });
  }
}

/** Shelves of editions that nobody has built for a month, and what interrupted builds left. */
function sweep(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const modified = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - modified > month) rmSync(path, { force: true });
  }
}

/**
 * A cache in `folder`. `program` tells this state of the program and its libraries from all others: what another one
 * has kept is not used. A shelf holds what its last build used and nothing else, so that it does not grow.
 */
export function diskCache(folder: string, program: string): DiskCache {
  const shelves = new Map<string, OpenShelf>();
  const open = (name: string): OpenShelf => {
    const path = join(folder, name);
    const found = readShelf(path, program);
    const used = new Map<string, unknown>();
    let isNew = false;
    return {
      name,
      used,
      isNew: () => isNew,
      get: (key) => {
        const value = used.get(key) ?? found.get(key);
        if (value !== undefined) used.set(key, value);
        return value;
      },
      set: (key, value) => {
        used.set(key, value);
        isNew = true;
      },
    };
  };
  return {
    // Not of `serialize`, which writes one string in different ways, by how it came about.
    key: (...inputs) => createHash('sha256').update(JSON.stringify(inputs, told)).digest('base64url'),
    shelf: (name) => {
      const shelf = shelves.get(name) ?? open(name);
      shelves.set(name, shelf);
      return shelf;
    },
    save: () => {
      try {
        mkdirSync(folder, { recursive: true });
        for (const { name, used, isNew } of shelves.values()) {
          const path = join(folder, name);
          if (isNew()) writeShelf(path, program, used);
          else if (used.size > 0) utimesSync(path, new Date(), new Date());
        }
        sweep(folder);
      } catch {
        // A folder that cannot be written: the next build starts from nothing, too.
      }
      shelves.clear();
    },
  };
}

/**
 * The cache of a program that `scripts/run.mjs` has started, which says in `YEARBOOK_PROGRAM` which state of sources and
 * libraries it is; undefined if somebody else has. `YEARBOOK_CACHE` is `off` for none, or another folder than the one in
 * `folder`, which is the project's.
 */
export function programCache(
  folder: string,
  { YEARBOOK_PROGRAM: program, YEARBOOK_CACHE: wanted }: Readonly<Record<string, string | undefined>>,
): DiskCache | undefined {
  if (program === undefined || wanted === 'off') return undefined;
  return diskCache(wanted || join(folder, 'node_modules', '.cache', 'yearbook-press-builds'), program);
}
