/** A Word file from what is prepared to what was read back: work without a browser, which a thread of its own can do. */
import type { BuildCache } from './model/build-cache.ts';
import { type Prepared, writeWord } from './render/index.ts';
import { type Verified, verify } from './verify/index.ts';

/** A finished Word file, and what was found when it was read back. */
export interface WordFile {
  readonly bytes: Uint8Array;
  readonly verified: Verified;
}

export type WordMaker = (prepared: Prepared, name: string) => Promise<WordFile>;

/** @throws Failure of the Word writer */
export async function makeWord(prepared: Prepared, name: string, cache?: BuildCache): Promise<WordFile> {
  const { bytes } = await writeWord(prepared, cache);
  return { bytes, verified: await verify(prepared.document, prepared.theme, 'docx', bytes, name) };
}
