/** A Word file from what is prepared to what was read back: work without a browser, which a thread of its own can do. */
import type { BuildCache } from './model/build-cache.ts';
import type { Problem } from './model/problem.ts';
import { type Prepared, writeWord } from './render/index.ts';
import { verify } from './verify/index.ts';

/** A finished Word file, and what it does not show of its document. */
export interface WordFile {
  readonly bytes: Uint8Array;
  readonly problems: readonly Problem[];
}

export type WordMaker = (prepared: Prepared, name: string) => Promise<WordFile>;

/** @throws Failure of the Word writer */
export async function makeWord(prepared: Prepared, name: string, cache?: BuildCache): Promise<WordFile> {
  const { bytes } = await writeWord(prepared, cache);
  const { problems } = await verify(prepared.document, 'docx', bytes, name);
  return { bytes, problems };
}
