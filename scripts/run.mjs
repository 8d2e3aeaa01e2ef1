// Runs a TypeScript program of this project: `node scripts/run.mjs src/cli.ts --year 2024`. The program is bundled
// first (packages stay outside), because loading a hundred small files one by one would take longer than the bundling.
// What is imported with `import()` gets files of its own, so that packages which a run does not need are not loaded.
// Can be the script of a worker thread, too: its `argv` is then the program.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { project } from './setup.mjs';

const { build } = await import('esbuild');
const [entry, ...args] = process.argv.slice(2);
const cache = join(project, 'node_modules', '.cache', 'yearbook-press-programs');
const stem = `${basename(entry, '.ts')}-`;
const { outputFiles } = await build({
  absWorkingDir: project,
  entryPoints: [{ in: entry, out: 'program' }],
  bundle: true,
  splitting: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  outdir: join(cache, 'any'),
  outExtension: { '.js': '.mjs' },
  sourcemap: 'inline',
  write: false,
  logLevel: 'error',
});
// Named by its content, so that two runs at once, or an interrupted one, never load half a program.
process.setSourceMapsEnabled(true);
const digest = createHash('sha256');
for (const { path, contents } of outputFiles) digest.update(basename(path)).update(contents);
const folder = join(cache, `${stem}${digest.digest('hex').slice(0, 16)}`);
if (!existsSync(folder)) {
  const draft = `${folder}.${process.pid}.${Date.now()}`;
  mkdirSync(draft, { recursive: true });
  for (const { path, contents } of outputFiles) writeFileSync(join(draft, basename(path)), contents);
  try {
    renameSync(draft, folder);
  } catch (cause) {
    rmSync(draft, { recursive: true, force: true });
    // Somebody else was quicker.
    if (!existsSync(folder)) throw cause;
  }
  // Programs of earlier sources; one that still runs may yet load some of its files.
  const day = 24 * 60 * 60 * 1000;
  for (const old of readdirSync(cache)) {
    const path = join(cache, old);
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (old.startsWith(stem) && age > day) rmSync(path, { recursive: true, force: true });
  }
}
process.argv = [process.argv[0], entry, ...args];
await import(pathToFileURL(join(folder, 'program.mjs')).href);
