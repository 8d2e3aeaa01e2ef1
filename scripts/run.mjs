// Runs a TypeScript program of this project: `node scripts/run.mjs src/cli.ts --year 2024`. The program is bundled
// first, with the libraries that it uses, because loading hundreds of small files one by one takes several times as long;
// as long as no source and no library changes, the bundle of the last run serves.
// What is imported with `import()` gets files of its own, so that packages which a run does not need are not loaded.
// Can be the script of a worker thread, too: its `argv` is then the program.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { project, wanted } from './setup.mjs';
import { mapStackTraces } from './stack-trace.mjs';

// A run lasts seconds: V8 would spend a second on optimizing functions that are soon done.
setFlagsFromString('--interrupt-budget=600000');

const [entry, ...args] = process.argv.slice(2);
const cache = join(project, 'node_modules', '.cache', 'yearbook-press-programs');
/** Entries of different folders may have one name. */
const nameOf = (program) => program.replace(/\W+/g, '-');

/**
 * A program and those of its threads are bundled together: all of them take hardly more time and memory than one, but
 * several bundlers at once take several times as much.
 */
const threads = readdirSync(join(project, 'src')).filter((file) => file.endsWith('-worker.ts'));
const together = ['cli.ts', ...threads].map((file) => join('src', file));
const isTogether = together.map(nameOf).includes(nameOf(entry));
const programs = isTogether ? together : [entry];
const stem = `${isTogether ? 'src' : nameOf(entry)}-`;

/** Tells one state of everything that runs from all others: sources, this script, libraries, Node. */
function stateOfSources() {
  const state = createHash('sha256').update(`${wanted} ${process.version} ${process.platform} ${process.arch}`);
  for (const folder of new Set(['scripts', 'src', entry.split(/[\\/]/)[0]])) {
    const files = readdirSync(join(project, folder), { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile())
      .map((file) => join(file.parentPath, file.name));
    for (const file of [...files, join(project, 'tsconfig.json')].sort()) {
      const content = readFileSync(file);
      state.update(`${file.slice(project.length)}\n${content.length}\n`).update(content);
    }
  }
  return state.digest('hex');
}

/** Libraries that stay outside: they have native code or read files of their own, which they find beside them. */
const external = ['@embedpdf/pdfium', '@resvg/resvg-js', '@sparticuz/chromium', 'esbuild', 'subset-font'];

/** What libraries in CommonJS find in every file. */
const namesOfCommonJs = [
  "import { createRequire as createRequireOf } from 'node:module';",
  "import { fileURLToPath as pathOf } from 'node:url';",
  'const require = createRequireOf(import.meta.url);',
  'const __filename = pathOf(import.meta.url);',
  "const __dirname = require('node:path').dirname(__filename);",
].join(' ');

async function bundle(outdir) {
  const { build, stop } = await import('esbuild');
  await build({
    absWorkingDir: project,
    entryPoints: programs.map((program) => ({ in: program, out: nameOf(program) })),
    bundle: true,
    splitting: true,
    external,
    banner: { js: namesOfCommonJs },
    platform: 'node',
    format: 'esm',
    target: 'node20',
    outdir,
    outExtension: { '.js': '.mjs' },
    sourcemap: 'external',
    logLevel: 'error',
  });
  // It waits for more to bundle, with all its memory.
  await stop();
}

/** Writes a bundle whole or not at all: an interrupted run, or two at once, never leave half a program. */
async function write(folder) {
  const draft = `${folder}.${process.pid}.${Date.now()}`;
  await bundle(draft);
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
    if (old.startsWith(stem) && path !== folder && age > day) rmSync(path, { recursive: true, force: true });
  }
}

const state = stateOfSources();
const folder = join(cache, `${stem}${state.slice(0, 16)}`);
if (!existsSync(folder)) await write(folder);
mapStackTraces(folder);
process.argv = [process.argv[0], entry, ...args];
// For the build cache, which serves only the program that wrote it.
process.env.YEARBOOK_PROGRAM = state;
await import(pathToFileURL(join(folder, `${nameOf(entry)}.mjs`)).href);
