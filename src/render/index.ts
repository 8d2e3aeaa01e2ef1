import { type BuildCache, noCache } from '../model/build-cache.ts';
import type { Document, Figure, Lang } from '../model/document.ts';
import type { Problem } from '../model/problem.ts';
import type { Theme } from '../model/theme.ts';
import { charactersOf } from './characters.ts';
import type { ChartImage } from './charts/index.ts';
import { createDrawing, type DrawFigure, drawAll } from './charts/kept.ts';
import type { CutFace } from './fonts/face.ts';
import { keptFaces } from './fonts/kept.ts';
import { keptFile } from './kept.ts';
import type { Browser, BrowserChoice, OpenBrowser } from './pdf/browser.ts';
import { ownWorkshop, type Workshop } from './workshop.ts';

export type { DrawnFigure } from './charts/index.ts';
export type { Browser, BrowserChoice } from './pdf/browser.ts';
export type { Workshop } from './workshop.ts';
export { withoutQuantities } from './written.ts';

export const formats = ['pdf', 'docx'] as const;
export type Format = (typeof formats)[number];

/** What every format needs of a document: its fonts cut down to the characters used, its charts drawn with them. */
export interface Prepared {
  readonly document: Document;
  readonly theme: Theme;
  readonly faces: readonly CutFace[];
  readonly charts: ReadonlyMap<string, ChartImage>;
  /** Charts that are hard to read. */
  readonly problems: readonly Problem[];
}

// Each step loads its libraries when it begins: a run waits for none that it does not need, and the browser starts while
// others work.

/** @throws Failure (machine) if there is no browser */
export async function openBrowser(choice: BrowserChoice): Promise<OpenBrowser> {
  return (await import('./pdf/browser.ts')).openBrowser(choice);
}

/** A document whose fonts are cut and whose charts are being drawn: the browser can load the fonts meanwhile. */
export interface Preparing extends Pick<Prepared, 'document' | 'theme' | 'faces'> {
  /** Rejected with a Failure if a chart cannot be drawn. */
  readonly prepared: Promise<Prepared>;
}

/** What a document is prepared with. */
export interface Preparation {
  readonly cutFaces: Workshop['cutFaces'];
  /** It may have drawn some figures already. */
  readonly drawFigure: DrawFigure;
  readonly cache: BuildCache;
}

/** `lang` is the edition's; figures may be drawn with it before there is a document. */
export function createPreparation(
  lang: Lang,
  theme: Theme,
  { cutFaces, drawChart }: Workshop = ownWorkshop,
  cache = noCache,
): Preparation {
  return { cutFaces, drawFigure: createDrawing(lang, theme, drawChart, cache), cache };
}

/** @throws Failure if a font lacks a character */
export async function startPreparing(
  document: Document,
  theme: Theme,
  { cutFaces, drawFigure, cache }: Preparation = createPreparation(document.lang, theme),
): Promise<Preparing> {
  const figures = document.body.filter((block): block is Figure => block.type === 'figure');
  const charts = drawAll(figures, drawFigure);
  // Nobody asks for the charts of a document whose fonts are at fault.
  charts.catch(() => undefined);
  const faces = await keptFaces(theme, charactersOf(document), document.lang, cutFaces, cache);
  const started = { document, theme, faces };
  const prepared = charts.then(({ images, problems }) => ({ ...started, charts: images, problems }));
  return { ...started, prepared };
}

/** @throws Failure if a font lacks a character or a chart cannot be drawn */
export async function prepare(document: Document, theme: Theme): Promise<Prepared> {
  return (await startPreparing(document, theme)).prepared;
}

/** A finished file; a format that has pages of its own knows their number. */
export interface Written {
  readonly bytes: Uint8Array;
  readonly pages?: number;
}

/** Loads the PDF writer, which takes some time, before there is something to write. */
export function loadPdfWriter(): void {
  // Whoever writes hears of its failure.
  import('./pdf/index.ts').catch(() => undefined);
}

/**
 * `whilePrinting` is called when there is time for other work, unless the file is in the cache.
 * @throws Failure of the charts or of the PDF writer (see there)
 */
export async function writePdf(
  { prepared, ...started }: Preparing,
  browser: Browser,
  whilePrinting: () => void = () => undefined,
  cache: BuildCache = noCache,
): Promise<Written> {
  const charts = prepared.then((done) => done.charts);
  // Whoever asks for the charts hears of their failure.
  charts.catch(() => undefined);
  const tool = [await browser.version(), browser.process()?.spawnfile];
  return keptFile('pdf', started, tool, cache, async () =>
    (await import('./pdf/index.ts')).writePdf({ ...started, charts, whilePrinting }, browser),
  );
}

/** @throws Failure of the Word writer (see there) */
export async function writeWord(prepared: Prepared, cache: BuildCache = noCache): Promise<Written> {
  const { document, theme, faces, charts } = prepared;
  return keptFile('docx', prepared, [...charts], cache, async () => {
    const [{ keptOutlines }, { writeDocx }] = await Promise.all([
      import('./charts/kept-outlines.ts'),
      import('./docx/index.ts'),
    ]);
    return { bytes: await writeDocx(document, theme, await keptOutlines(charts, faces, cache)) };
  });
}
