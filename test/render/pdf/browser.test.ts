import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Failure } from '../../../src/model/problem.ts';
import { openBrowser } from '../../../src/render/pdf/browser.ts';

const folder = mkdtempSync(join(tmpdir(), 'yearbook-browser-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function problemOf(opening: Promise<unknown>): Promise<string> {
  const failure = await opening.catch((cause: unknown) => cause);
  if (!(failure instanceof Failure)) throw new Error('A Failure was expected');
  expect(failure.fault).toBe('machine');
  return failure.problems.map((problem) => problem.name).join();
}

describe('browser', () => {
  it('says that a chosen browser does not exist, whoever chose it', async () => {
    const path = join(folder, 'none');
    expect(await problemOf(openBrowser({ path, environment: {} }))).toBe('browser.not-found');
    expect(await problemOf(openBrowser({ environment: { YEARBOOK_BROWSER: path } }))).toBe('browser.not-found');
    expect(await problemOf(openBrowser({ environment: { PUPPETEER_EXECUTABLE_PATH: path } }))).toBe(
      'browser.not-found',
    );
  });

  it('does not replace a chosen browser that fails by another', async () => {
    const path = join(folder, 'broken');
    writeFileSync(path, '#!/bin/sh\nexit 1\n');
    chmodSync(path, 0o755);
    expect(await problemOf(openBrowser({ path, environment: {} }))).toBe('browser.failed');
  });
});
