/** `npm run lint:templates`: what it prints, and its exit codes. */
import { describe, expect, it } from 'vitest';
import { runCommand } from '../support/command.ts';
import { type Changes, swap } from '../support/project.ts';

const overview = 'templates/xpcc/en/overview.hbs';
const typed: Changes = {
  [overview]: swap('The rules of the market,', 'In 1998 a year was typed. The rules of the market,'),
};
const lint = (text: string, changes: Changes = {}) => runCommand(`--lint --all --series xpcc ${text}`, changes);

describe('lint:templates', () => {
  it('has code 0 where nothing is found', async () => {
    const { code, out, err } = await lint('');
    expect([code, out, err]).toEqual([0, 'xpcc: 0 findings in the templates\n', '']);
  });

  it('has code 1 and names file, line and column of what is found', async () => {
    const { code, out } = await lint('', typed);
    expect(code).toBe(1);
    expect(out).toMatch(/xpcc: one finding in the templates\n.*en\/overview\.hbs:1:\d+ {2}.*1998/);
  });

  it('prints JSON for programs', async () => {
    const { code, out } = await lint('--json', typed);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual([
      expect.objectContaining({ file: overview, line: 1, message: expect.stringContaining('1998') }),
    ]);
  });
});
