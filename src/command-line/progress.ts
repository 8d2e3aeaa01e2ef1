import type { Stage } from '../compose-edition.ts';
import type { EditionYear } from '../load/index.ts';
import type { Words } from '../words/index.ts';

/** Where progress is shown: a terminal has one line that changes, anything else gets plain lines. */
export interface ProgressOutput {
  readonly write: (text: string) => void;
  readonly live: boolean;
}

/** Measures stages and shows them. */
export function createProgress(edition: EditionYear, words: Words, { write, live }: ProgressOutput) {
  const times = new Map<Stage, number>();
  let current: { readonly stage: Stage; readonly start: number } | undefined;
  const stop = () => {
    if (current) times.set(current.stage, (performance.now() - current.start) / 1000);
    if (current && live) write('\r\u001b[K');
    current = undefined;
  };
  const stage = (name: Stage) => {
    stop();
    current = { stage: name, start: performance.now() };
    const line = words.say('cli:building', { ...edition, stage: words.say(`cli:stage.${name}`) });
    write(live ? line : `${line}\n`);
  };
  return { stage, stop, times };
}
