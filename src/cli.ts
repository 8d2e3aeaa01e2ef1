import { programCache } from './command-line/disk-cache.ts';
import { diskFiles } from './command-line/disk-files.ts';
import { main } from './command-line/main.ts';
import { readingThread } from './command-line/reading-thread.ts';
import { startWordThread } from './command-line/word-thread.ts';
import { startWorkshopThreads } from './command-line/workshop-threads.ts';
import { publish } from './publish/index.ts';
import { openBrowser } from './render/index.ts';

/** npm runs its scripts in the project's folder. */
const folder = process.cwd();
const cache = programCache(folder, process.env);

process.exitCode = await main(process.argv.slice(2), {
  files: diskFiles(folder),
  environment: process.env,
  locale: Intl.DateTimeFormat().resolvedOptions().locale,
  folder,
  publish,
  ...(cache && { cache }),
  openBrowser: async (path) => {
    const { browser } = await openBrowser({ ...(path !== undefined && { path }), environment: process.env });
    return browser;
  },
  startWorkshopThreads: () => startWorkshopThreads(folder),
  startWordThread: () => startWordThread(folder),
  readingThread: () => readingThread(folder),
  onInterrupt: (close) => {
    const interrupted = () => void close().finally(() => process.exit(130));
    process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  },
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  live: process.stderr.isTTY === true,
});
