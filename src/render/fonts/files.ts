/** The theme's typefaces as their packages bring them. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { error, Failure } from '../../model/problem.ts';
import type { FontFile, FontPair } from '../../model/theme.ts';
import type { FontFace } from './face.ts';

const require = createRequire(import.meta.url);

/** The file's bytes, or undefined if the package or the file is not installed. */
async function read({ path }: FontFile): Promise<Uint8Array | undefined> {
  try {
    return await readFile(require.resolve(path));
  } catch {
    return undefined;
  }
}

/** Every face of the pairs with all its glyphs. @throws Failure `font.missing` (machine) for files that are not installed */
export async function readFaces(pairs: readonly FontPair[]): Promise<readonly FontFace[]> {
  const sources = pairs.flatMap((pair) =>
    (['latin', 'han'] as const).flatMap((script) =>
      pair[script].files.map((file) => ({ family: pair[script].family, script, file })),
    ),
  );
  const faces = await Promise.all(
    sources.map(async ({ family, script, file }) => {
      const data = await read(file);
      return data && { family, weight: file.weight, italic: file.italic, script, data };
    }),
  );
  const absent = sources.filter((_, index) => faces[index] === undefined);
  if (absent.length > 0) {
    throw new Failure(
      'machine',
      absent.map(({ family, file }) => error('font.missing', undefined, { family, path: file.path })),
    );
  }
  return faces.flatMap((face) => face ?? []);
}
