// Runs a TypeScript program of this project: `node scripts/run.mjs src/cli.ts --year 2024`. The program is bundled
// first (packages stay outside), because loading a hundred small files one by one would take longer than the bundling.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { project } from './setup.mjs';

const { build } = await import('esbuild');
const [entry, ...args] = process.argv.slice(2);
const { outputFiles } = await build({
  absWorkingDir: project,
  entryPoints: [entry],
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: 'inline',
  write: false,
  logLevel: 'error',
});
const [{ contents }] = outputFiles;
// Named by its content, so that two runs at once, or an interrupted one, never load half a file.
process.setSourceMapsEnabled(true);
const stem = `${basename(entry, '.ts')}-`;
const name = `${stem}${createHash('sha256').update(contents).digest('hex').slice(0, 16)}.mjs`;
const folder = join(project, 'node_modules', '.cache', 'yearbook-press');
const file = join(folder, name);
if (!existsSync(file)) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${file}.${process.pid}`, contents);
  renameSync(`${file}.${process.pid}`, file);
  // Bundles of earlier sources; a running program has loaded its own already.
  for (const old of readdirSync(folder)) {
    if (old.startsWith(stem) && old !== name) rmSync(join(folder, old), { force: true });
  }
}
process.argv = [process.argv[0], entry, ...args];
await import(pathToFileURL(file).href);
