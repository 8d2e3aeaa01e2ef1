/** Finds and launches the browser that prints. The one import site of Puppeteer. */
import { existsSync } from 'node:fs';
import puppeteer, { type Browser, type LaunchOptions } from 'puppeteer';
import { error, Failure } from '../../model/problem.ts';
import { unpackedChromium } from './chromium-package.ts';

export type { Browser, HTTPRequest, Page } from 'puppeteer';

export interface BrowserChoice {
  /** The path that the command line names. */
  readonly path?: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export interface OpenBrowser {
  readonly browser: Browser;
  /** Where the browser comes from. */
  readonly name: string;
  readonly version: string;
}

interface Candidate {
  readonly name: string;
  readonly path: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Puppeteer's own defaults already switch off first run, updates, extensions and background traffic. */
const commonArguments = [
  '--disable-gpu',
  '--font-render-hinting=none',
  // The book comes from memory: no name is ever looked up.
  '--host-resolver-rules=MAP * ~NOTFOUND',
];

const installed: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: [
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/snap/bin/chromium',
    '/usr/bin/microsoft-edge-stable',
    '/usr/bin/microsoft-edge',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
};

function windowsPlaces(environment: BrowserChoice['environment']): readonly string[] {
  const roots = [environment.PROGRAMFILES, environment['PROGRAMFILES(X86)'], environment.LOCALAPPDATA];
  const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
  return programs.flatMap((program) => roots.flatMap((root) => (root ? [`${root}\\${program}`] : [])));
}

/** The package's Chromium: with the machine's libraries first, with its own where the machine has none. */
async function packaged(): Promise<readonly Candidate[]> {
  const chromium = await unpackedChromium();
  if (chromium === undefined) return [];
  const name = '@sparticuz/chromium';
  const environment = { FONTCONFIG_PATH: chromium.fonts };
  return [
    { name, path: chromium.executablePath, environment },
    { name, path: chromium.executablePath, environment: { ...environment, LD_LIBRARY_PATH: chromium.libraries } },
  ];
}

async function puppeteersOwn(): Promise<readonly Candidate[]> {
  const path = await puppeteer.executablePath();
  return existsSync(path) ? [{ name: 'puppeteer', path }] : [];
}

function system(environment: BrowserChoice['environment']): readonly Candidate[] {
  const places = process.platform === 'win32' ? windowsPlaces(environment) : (installed[process.platform] ?? []);
  return places.filter((path) => existsSync(path)).map((path) => ({ name: 'system', path }));
}

function reason(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  const lines = message.split('\n').map((line) => line.trim());
  return lines
    .filter((line) => line !== '' && !/^TROUBLESHOOTING/.test(line))
    .slice(0, 3)
    .join(' ');
}

async function launch(candidate: Candidate, sandbox: boolean): Promise<Browser> {
  const root = process.platform === 'linux' && process.getuid?.() === 0;
  const options: LaunchOptions = {
    executablePath: candidate.path,
    headless: candidate.name === '@sparticuz/chromium' || /headless[-_]shell/.test(candidate.path) ? 'shell' : true,
    args: [...commonArguments, ...(sandbox && !root ? [] : ['--no-sandbox'])],
    env: { ...process.env, ...candidate.environment },
    pipe: true,
    protocolTimeout: 0,
  };
  try {
    return await puppeteer.launch(options);
  } catch (cause) {
    // Containers and some distributions refuse the sandbox. The page runs no script and loads nothing foreign.
    if (sandbox && !root && process.platform === 'linux' && /sandbox/i.test(String(cause)))
      return launch(candidate, false);
    throw cause;
  }
}

type Source = () => readonly Candidate[] | Promise<readonly Candidate[]>;

function sources({ path, environment }: BrowserChoice): readonly Source[] {
  const chosen = path ?? environment.YEARBOOK_BROWSER ?? environment.PUPPETEER_EXECUTABLE_PATH;
  if (chosen === undefined || chosen === '') return [packaged, puppeteersOwn, () => system(environment)];
  if (!existsSync(chosen)) throw new Failure('machine', [error('browser.not-found', undefined, { path: chosen })]);
  return [() => [{ name: 'chosen', path: chosen }]];
}

/**
 * Launches the first browser that works: the one chosen by command line or environment (then no other), the one that
 * comes with the npm packages, Puppeteer's own, one that is installed on the machine.
 *
 * Throws a `Failure` of the machine: `browser.not-found` for a chosen path that does not exist, `browser.failed` if
 * those that were found do not start, `browser.none` if there are none.
 */
export async function openBrowser(choice: BrowserChoice): Promise<OpenBrowser> {
  const failures: string[] = [];
  for (const source of sources(choice)) {
    try {
      for (const candidate of await source()) {
        try {
          const browser = await launch(candidate, true);
          return { browser, name: candidate.name, version: await browser.version() };
        } catch (cause) {
          failures.push(`${candidate.path}: ${reason(cause)}`);
        }
      }
    } catch (cause) {
      failures.push(reason(cause));
    }
  }
  if (failures.length > 0) {
    throw new Failure('machine', [error('browser.failed', undefined, { reasons: failures.join('; ') })]);
  }
  const tried = ['@sparticuz/chromium', 'puppeteer', ...(installed[process.platform] ?? ['Chrome', 'Edge'])];
  throw new Failure('machine', [error('browser.none', undefined, { tried: tried.join(', ') })]);
}
