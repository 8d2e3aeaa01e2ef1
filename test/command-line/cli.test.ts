/** The command as npm starts it, in a process of its own. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFolder } from '../support/project.ts';

function cli(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join('scripts', 'run.mjs'), join('src', 'cli.ts'), ...args],
    {
      cwd: projectFolder,
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'en_GB.UTF-8' },
    },
  );
  return { status, stdout, stderr };
}

describe('the command', () => {
  it('tells its help and ends with 0', () => {
    const { status, stdout, stderr } = cli('--help');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('--year YYYY');
  });
  it('ends with 2 if it cannot be understood, naming what was probably meant', () => {
    const { status, stdout, stderr } = cli('--yaer', '2024');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toBe('error: There is no option --yaer.\n    → Did you mean --year? See --help.\n');
  });
  it('ends with 2 if there are no data, naming the years there are', () => {
    const { status, stderr } = cli('--year', '1999');
    expect(status).toBe(2);
    expect(stderr).toMatch(/There are data for: .*2024 \(xpcc\)/);
  });
});
