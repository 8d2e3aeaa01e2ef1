/** What a build may keep for the next one. It changes how long a build takes and nothing else. */

/** Results of one kind for one edition in one language, each by a digest of everything that it was made of. */
export interface Shelf {
  /** A result of this build or the one before; undefined if there is none. */
  get(key: string): unknown;
  /** `value`: strings, numbers, bytes, and arrays, maps and plain objects of them. */
  set(key: string, value: unknown): void;
}

export interface BuildCache {
  /** The digest under which a result is kept: of everything that the result depends on, but for the program and its libraries. */
  key(...inputs: readonly unknown[]): string;
  /** `name` such as `national-2021-zh.charts`. */
  shelf(name: string): Shelf;
}

const emptyShelf: Shelf = { get: () => undefined, set: () => undefined };

/** Keeps nothing. */
export const noCache: BuildCache = { key: () => '', shelf: () => emptyShelf };

/** The cache of one edition in one language, which `edition` names: `national-2021-zh`. Its shelves are named by kind. */
export function cacheOf(cache: BuildCache, edition: string): BuildCache {
  return { key: cache.key, shelf: (kind) => cache.shelf(`${edition}.${kind}`) };
}
