import type { Document, Figure } from '../model/document.ts';
import type { Problem } from '../model/problem.ts';
import type { Theme } from '../model/theme.ts';
import { charactersOf } from './characters.ts';
import { outlineCharts, renderCharts } from './charts/index.ts';
import { writeDocx } from './docx/index.ts';
import { subsetFaces } from './fonts/subset.ts';
import { type Browser, writePdf } from './pdf/index.ts';

export { type Browser, type BrowserChoice, openBrowser } from './pdf/index.ts';

export const formats = ['pdf', 'docx'] as const;
export type Format = (typeof formats)[number];

/** What every format needs of a document: its fonts cut down to the characters used, its charts drawn with them. */
export interface Prepared {
  readonly document: Document;
  readonly theme: Theme;
  readonly faces: Awaited<ReturnType<typeof subsetFaces>>;
  readonly charts: Awaited<ReturnType<typeof renderCharts>>['images'];
  /** Charts that are hard to read. */
  readonly problems: readonly Problem[];
}

/** @throws Failure if a font lacks a character or a chart cannot be drawn */
export async function prepare(document: Document, theme: Theme): Promise<Prepared> {
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

/** One format. `browser` is asked for only by the format that needs one. */
export async function write(format: Format, prepared: Prepared, browser: () => Promise<Browser>): Promise<Written> {
  switch (format) {
    case 'pdf':
      return writePdf(prepared, await browser());
    case 'docx': {
      const outlined = await outlineCharts(prepared.charts, prepared.faces);
      return { bytes: await writeDocx(prepared.document, prepared.theme, outlined) };
    }
  }
}
