/** A page that holds the book and nothing else: what it loads comes from memory, whatever else it asks for is refused. */
import { error, Failure } from '../../model/problem.ts';
import type { FontFace } from '../fonts/face.ts';
import type { Browser, HTTPRequest, Page } from './browser.ts';
import { type FontSource, fontFaces } from './stylesheet.ts';

/** A host that by its standard (RFC 6761) never exists; the book's own files are answered under it. */
const origin = 'https://book.invalid/';

/** The faces with the addresses that the page loads them from. */
export function fontSources(faces: readonly FontFace[]): readonly FontSource[] {
  return faces.map(({ family, weight, italic }, index) => ({
    family,
    weight,
    italic,
    url: `${origin}font-${index}.ttf`,
  }));
}

export interface BookPage {
  /** Shows this HTML, with all its fonts loaded. */
  show(html: string): Promise<void>;
  /**
   * Prints what is shown. `tagged` adds structure and outline, for the reader; without is quicker, for measuring.
   * `whilePrinting` is called when the browser has been told, and there is nothing to do but wait.
   */
  print(tagged: boolean, whilePrinting?: () => void): Promise<Uint8Array>;
}

/** Margins are those of the style's pages. */
const noMargins = { marginTop: 0, marginBottom: 0, marginLeft: 0, marginRight: 0 };

interface Shelf {
  readonly faces: readonly FontFace[];
  html: string;
  readonly foreign: Set<string>;
}

function answer(shelf: Shelf, request: HTTPRequest): Promise<void> {
  const url = request.url();
  const font = url.startsWith(origin) ? shelf.faces[Number(/font-(\d+)\.ttf$/.exec(url)?.[1] ?? -1)] : undefined;
  if (url === origin) return request.respond({ contentType: 'text/html; charset=utf-8', body: shelf.html });
  if (url.startsWith('data:')) return request.continue();
  if (font !== undefined) {
    const headers = { 'cache-control': 'max-age=3600' };
    return request.respond({ contentType: 'font/ttf', headers, body: Buffer.from(font.data) });
  }
  shelf.foreign.add(url);
  return request.abort('blockedbyclient');
}

function refuseForeign({ foreign }: Shelf): void {
  if (foreign.size === 0) return;
  const problems = [...foreign].sort().map((url) => error('pdf.foreign-request', undefined, { url }));
  throw new Failure('input', problems);
}

/** Running heads are set while printing, too late to load a font: every face is loaded beforehand. */
const loadFonts = 'Promise.all([...document.fonts].map((face) => face.load())).then(() => undefined)';

async function show(page: Page, shelf: Shelf, html: string): Promise<void> {
  shelf.html = html;
  await page.goto(origin, { waitUntil: 'load', timeout: 0 });
  await page.evaluate(loadFonts);
  refuseForeign(shelf);
}

async function bookPage(page: Page, shelf: Shelf): Promise<BookPage> {
  await page.setJavaScriptEnabled(false);
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    // A request may be gone before it is answered, when the page already shows something else.
    answer(shelf, request).catch(() => undefined);
  });
  // Files of the machine are refused by the browser itself, which asks nobody but says so.
  page.on('console', (message) => {
    const local = /^Not allowed to load local resource: (.+)/.exec(message.text())?.[1];
    if (local !== undefined) shelf.foreign.add(local);
  });
  // With the fonts in its cache, the browser lays the book out once and not anew for each font that arrives.
  await show(page, shelf, `<!DOCTYPE html><style>${fontFaces(fontSources(shelf.faces))}</style>`);
  const session = await page.createCDPSession();
  return {
    show: (html) => show(page, shelf, html),
    async print(tagged, whilePrinting) {
      // Puppeteer's own `pdf` asks several things before it has anything printed.
      const printing = session.send('Page.printToPDF', {
        preferCSSPageSize: true,
        printBackground: true,
        ...noMargins,
        generateTaggedPDF: tagged,
        generateDocumentOutline: tagged,
      });
      whilePrinting?.();
      const { data } = await printing;
      // What has been asked for while printing is told by now.
      await page.evaluate('undefined');
      refuseForeign(shelf);
      return Buffer.from(data, 'base64');
    },
  };
}

/** The last use of each browser's page: a book's page holds some 250 MB, so that there is one at a time. */
const lastUse = new WeakMap<Browser, Promise<unknown>>();

/** Runs `use` when every earlier use of the browser has ended, however it did. */
function inTurn<T>(browser: Browser, use: () => Promise<T>): Promise<T> {
  const turn = (lastUse.get(browser) ?? Promise.resolve()).then(use, use);
  lastUse.set(
    browser,
    turn.catch(() => undefined),
  );
  return turn;
}

/**
 * Lends a page of the browser, without scripts, for as long as `use` runs. Throws a `Failure`: `pdf.foreign-request`
 * (input) if what is shown asks for anything but the book's fonts, `browser.crashed` (machine) if the browser goes away.
 */
export function withPage<T>(
  browser: Browser,
  faces: readonly FontFace[],
  use: (page: BookPage) => Promise<T>,
): Promise<T> {
  return inTurn(browser, () => lend(browser, faces, use));
}

async function lend<T>(browser: Browser, faces: readonly FontFace[], use: (page: BookPage) => Promise<T>): Promise<T> {
  const shelf: Shelf = { faces, html: '', foreign: new Set() };
  let page: Page | undefined;
  try {
    page = await browser.newPage();
    return await use(await bookPage(page, shelf));
  } catch (cause) {
    if (browser.connected) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Failure('machine', [error('browser.crashed', undefined, { reason })]);
  } finally {
    // A page that cannot be closed is gone already, with its browser.
    await page?.close().catch(() => undefined);
  }
}
