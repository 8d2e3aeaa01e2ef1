import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export interface Run {
  readonly seconds: number;
  /** Largest memory of the whole process tree in MB, shared pages counted once; undefined where there is no /proc. */
  readonly peakMegabytes: number | undefined;
}

function parents(): Map<number, number> {
  const found = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      found.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      // The process has ended meanwhile.
    }
  }
  return found;
}

function treeKilobytes(root: number): number {
  const tree = new Set([root]);
  const parentOf = parents();
  for (let grown = true; grown; ) {
    grown = false;
    for (const [child, parent] of parentOf) {
      if (!tree.has(parent) || tree.has(child)) continue;
      tree.add(child);
      grown = true;
    }
  }
  let sum = 0;
  for (const id of tree) {
    try {
      sum += Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
    } catch {
      // Ended meanwhile, or not ours to read.
    }
  }
  return sum;
}

export interface RunOptions {
  /** Folder of the project whose files the program reads. */
  readonly project: string;
  /** Folder of the build cache. */
  readonly cache: string;
  /** Whether to sample memory, which takes some time itself. */
  readonly sample?: boolean;
}

/** What an npm script of the project runs: the arguments of `node`. */
function commandOf(script: string): readonly string[] {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const [program, ...args] = scripts[script]?.split(' ') ?? [];
  if (program !== 'node') throw new Error(`package.json has no script ${script} that runs node`);
  return args;
}

/** Runs an npm script of the project as a cold process, without npm's own start. @throws Error if it fails */
export async function coldRun(script: string, args: readonly string[], options: RunOptions): Promise<Run> {
  const command = commandOf(script);
  const start = performance.now();
  const child = spawn(process.execPath, [...command, ...args], {
    cwd: options.project,
    env: { ...process.env, YEARBOOK_CACHE: options.cache },
    stdio: 'ignore',
  });
  let peak = 0;
  const sampling =
    options.sample && process.platform === 'linux'
      ? setInterval(() => {
          peak = Math.max(peak, treeKilobytes(child.pid ?? 0));
        }, 40)
      : undefined;
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  clearInterval(sampling);
  if (code !== 0) throw new Error(`${script} ${args.join(' ')} ended with ${code}`);
  return { seconds: (performance.now() - start) / 1000, peakMegabytes: sampling ? peak / 1024 : undefined };
}
