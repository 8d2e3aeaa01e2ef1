import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { documentText } from './support/document-text.ts';
import { buildDocuments, projectFolder } from './support/project.ts';

const inCi = process.env.CI === 'true';
const update = process.env.UPDATE_GOLDEN === '1';

/** The first lines that differ, for the message; the whole text is in the file beside the golden one. */
function difference(golden: string, found: string): string {
  const [before, after] = [golden.split('\n'), found.split('\n')];
  const at = after.findIndex((line, index) => line !== before[index]);
  const line = at === -1 ? after.length : at;
  return `line ${line + 1}\n- ${before[line] ?? '(end)'}\n+ ${after[line] ?? '(end)'}`;
}

describe('the composed book', () => {
  const documents = buildDocuments();
  it.each(['zh', 'en'] as const)('xpcc 2024 %s is what was agreed', (lang) => {
    const name = `xpcc-2024-${lang}`;
    const goldenFile = join(projectFolder, 'test/golden', `${name}.txt`);
    const changedFile = join(projectFolder, 'test/golden', `${name}.changed.txt`);
    const found = documentText(documents[lang]);
    if (update && !inCi) writeFileSync(goldenFile, found);
    const golden = existsSync(goldenFile) ? readFileSync(goldenFile, 'utf8') : undefined;
    if (golden === found) {
      rmSync(changedFile, { force: true });
      return;
    }
    writeFileSync(changedFile, found);
    const what =
      golden === undefined
        ? 'There is no golden file.'
        : `The document differs from the golden one at ${difference(golden, found)}`;
    expect.fail(
      `${what}\nCompare test/golden/${name}.changed.txt; if it is right, run UPDATE_GOLDEN=1 npx vitest run test/golden.test.ts`,
    );
  });
});
