import { main, type Setting } from '../../src/command-line/main.ts';
import { type Changes, projectWith } from './project.ts';

const never = () => {
  throw new Error('this command renders and writes nothing');
};

/**
 * Runs a command on the repository with changes; answers with its exit code and what it said. Unless `setting` says how, it
 * may render and write nothing.
 */
export async function runCommand(text: string, changes: Changes = {}, setting: Partial<Setting> = {}) {
  let [out, err] = ['', ''];
  const args = text.split(' ').filter((arg) => arg !== '');
  const code = await main(args, {
    files: projectWith(changes),
    environment: { LANG: 'en_GB.UTF-8' },
    folder: '.',
    publish: never,
    openBrowser: never,
    onInterrupt: () => undefined,
    out: (said) => {
      out += said;
    },
    err: (said) => {
      err += said;
    },
    live: false,
    ...setting,
  });
  return { code, out, err };
}
