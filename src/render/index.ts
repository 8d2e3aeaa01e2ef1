import type { Document, Figure } from '../model/document.ts';
import type { Problem } from '../model/problem.ts';
import type { Theme } from '../model/theme.ts';
import { charactersOf } from './characters.ts';
import type { ChartImage } from './charts/index.ts';
import type { FontFace } from './fonts/face.ts';
import type { Browser, BrowserChoice, OpenBrowser } from './pdf/browser.ts';

export type { Browser, BrowserChoice } from './pdf/browser.ts';

export const formats = ['pdf', 'docx'] as const;
export type Format = (typeof formats)[number];

/** What every format needs of a document: its fonts cut down to the characters used, its charts drawn with them. */
export interface Prepared {
  readonly document: Document;
  readonly theme: Theme;
  readonly faces: readonly FontFace[];
  readonly charts: ReadonlyMap<string, ChartImage>;
  /** Charts that are hard to read. */
  readonly problems: readonly Problem[];
}

// Each step loads its libraries when it begins: a run waits for none that it does not need, and the browser starts while
// those that draw are loaded.

/** @throws Failure (machine) if there is no browser */
export async function openBrowser(choice: BrowserChoice): Promise<OpenBrowser> {
  return (await import('./pdf/browser.ts')).openBrowser(choice);
}

/** Loads what `prepare` needs, which else happens when it begins. */
export async function loadPreparation() {
  const [{ subsetFaces }, { renderCharts }] = await Promise.all([
    import('./fonts/subset.ts'),
    import('./charts/index.ts'),
  ]);
  return { subsetFaces, renderCharts };
}

/** @throws Failure if a font lacks a character or a chart cannot be drawn */
export async function prepare(document: Document, theme: Theme): Promise<Prepared> {
  const { subsetFaces, renderCharts } = await loadPreparation();
  const faces = await subsetFaces(theme, charactersOf(document), document.lang);
  const figures = document.body.filter((block): block is Figure => block.type === 'figure');
  const { images, problems } = await renderCharts(figures, document.lang, theme, faces);
  return { document, theme, faces, charts: images, problems };
}

/** A finished file; a format that has pages of its own knows their number. */
export interface Written {
  readonly bytes: Uint8Array;
  readonly pages?: number;
}

/** @throws Failure of the PDF writer (see there) */
export async function writePdf(prepared: Prepared, browser: Browser): Promise<Written> {
  return (await import('./pdf/index.ts')).writePdf(prepared, browser);
}

/** @throws Failure of the Word writer (see there) */
export async function writeWord({ document, theme, faces, charts }: Prepared): Promise<Written> {
  const [{ outlineCharts }, { writeDocx }] = await Promise.all([
    import('./charts/outline.ts'),
    import('./docx/index.ts'),
  ]);
  return { bytes: await writeDocx(document, theme, await outlineCharts(charts, faces)) };
}
