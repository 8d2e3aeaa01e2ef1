/** The real project folder with changes in memory, so that a test can break one file without touching the disk. */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { audit, type Finding } from '../../src/audit/index.ts';
import { diskFiles } from '../../src/command-line/disk-files.ts';
import { problemText } from '../../src/command-line/messages.ts';
import { type Composed, composeEdition } from '../../src/compose-edition.ts';
import type { EditionYear } from '../../src/load/index.ts';
import { type Document, type Lang, languages } from '../../src/model/document.ts';
import { Failure, type Problem, placeText } from '../../src/model/problem.ts';
import type { ProjectFiles } from '../../src/model/project-files.ts';
import { loadWords } from '../../src/words/index.ts';

export { diskFiles };

export const projectFolder = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const xpcc2024: EditionYear = { series: 'xpcc', year: 2024 };

/** What becomes of a file: another text, other bytes, a change of its text, or null to delete it. */
export type Change = string | Uint8Array | null | ((text: string) => string);
export type Changes = Readonly<Record<string, Change>>;

const encode = (text: string) => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** The project's files, some of them changed, added or deleted; folders list what is added and what is left. */
export function projectWith(changes: Changes = {}): ProjectFiles {
  const disk = diskFiles(projectFolder);
  const changed = new Map<string, Uint8Array | undefined>();
  for (const [path, change] of Object.entries(changes)) {
    if (change === null) changed.set(path, undefined);
    else if (typeof change === 'string') changed.set(path, encode(change));
    else if (change instanceof Uint8Array) changed.set(path, change);
    else {
      const bytes = disk.read(path);
      if (bytes === undefined) throw new Error(`No file to change: ${path}`);
      changed.set(path, encode(change(decode(bytes))));
    }
  }
  return {
    read: (path) => (changed.has(path) ? changed.get(path) : disk.read(path)),
    list: (folder) => {
      const names = new Set(disk.list(folder));
      for (const [path, bytes] of changed) {
        if (!path.startsWith(`${folder}/`)) continue;
        const [name = '', ...rest] = path.slice(folder.length + 1).split('/');
        if (bytes !== undefined) names.add(name);
        else if (rest.length === 0) names.delete(name);
      }
      return [...names].sort();
    },
  };
}

/** Replaces one passage of a file. @throws Error if it is not there exactly once, lest a test pass by changing nothing */
export function swap(from: string, to: string): (text: string) => string {
  return (text) => {
    const parts = text.split(from);
    if (parts.length !== 2) throw new Error(`Found ${parts.length - 1} times instead of once: ${from}`);
    return parts.join(to);
  };
}

/** Composes an edition of the changed project. @throws Failure */
export function composed(
  changes: Changes = {},
  edition: EditionYear = xpcc2024,
  langs: readonly Lang[] = languages,
): Composed {
  return composeEdition(projectWith(changes), edition, langs, () => undefined);
}

/** What the audit of the changed project finds. @throws Failure */
export function findingsOf(changes: Changes = {}): readonly Finding[] {
  return audit(composed(changes).lookup);
}

/** The documents of an edition of the changed project, by language. @throws Failure */
export function buildDocuments(
  changes: Changes = {},
  edition: EditionYear = xpcc2024,
): Readonly<Record<Lang, Document>> {
  const { documents } = composed(changes, edition);
  const [zh, en] = (['zh', 'en'] as const).map((lang) => documents.find((document) => document.lang === lang));
  if (zh === undefined || en === undefined) throw new Error('A language is missing');
  return { zh, en };
}

/** The problems for which the changed project cannot be composed; none if it can. Anything but bad input is thrown on. */
export function failureOf(
  changes: Changes,
  langs: readonly Lang[] = languages,
  edition: EditionYear = xpcc2024,
): readonly Problem[] {
  try {
    composed(changes, edition, langs);
    return [];
  } catch (cause) {
    if (cause instanceof Failure && cause.fault === 'input') return cause.problems;
    throw cause;
  }
}

export interface Told {
  /** `file:line:column`, as far as known. */
  readonly place: string;
  /** What is wrong and, on the next line, what to do; without place. */
  readonly text: string;
}

const words = loadWords(projectWith(), () => undefined);

/** The same problems in the words of a language, with places. */
export function problemsOf(changes: Changes, lang: Lang = 'en', langs: readonly Lang[] = languages): readonly Told[] {
  return failureOf(changes, langs).map(({ place, ...problem }) => ({
    place: placeText(place),
    text: problemText(problem, words[lang]),
  }));
}
