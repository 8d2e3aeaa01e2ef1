import { main } from '../../src/command-line/main.ts';
import { type Changes, projectWith } from './project.ts';

/** Runs a command that builds nothing, on the repository with changes; nothing but its own output may come of it. */
export async function runCommand(text: string, changes: Changes = {}) {
  let [out, err] = ['', ''];
  const never = () => {
    throw new Error('this command renders and writes nothing');
  };
  const code = await main(text.split(' '), {
    files: projectWith(changes),
    environment: { LANG: 'en_GB.UTF-8' },
    folder: '.',
    publish: never,
    openBrowser: never,
    startWordThread: never,
    onInterrupt: () => undefined,
    out: (said) => {
      out += said;
    },
    err: (said) => {
      err += said;
    },
    live: false,
  });
  return { code, out, err };
}
