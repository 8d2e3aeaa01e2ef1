/**
 * Copyfitting: where a stretch of text ends with a few lines on a page of their own, its lines are set a little closer, so
 * that it ends on the page before. No file, no browser.
 */
import type { Document } from '../../model/document.ts';
import type { Theme } from '../../model/theme.ts';
import type { Destination } from './pdf-file.ts';
import { type Sheet, sheetsOf } from './sheets.ts';

/** Factors of the leading of sheets, by their ids; of all others it is as the theme has it. */
export type Leadings = ReadonlyMap<string, number>;

/** So many lines are few for a page. */
const few = 4;

/** By so much at most leading is taken away; more would be seen beside other pages. */
const most = 0.05;

/** Pages hold headings, tables and figures as well, whose lines stay as they are. */
const allowance = 2;

const pointsOf = (millimetres: number) => (millimetres * 72) / 25.4;

/** Sheets of running text, which end where they happen to. */
export const isRunning = ({ kind }: Sheet): boolean => kind === 'preface' || kind === 'text';

/** Id of the place at which a sheet ends, by the sheet's. */
export const endOf = (sheet: string): string => `${sheet}--end`;

/** Pages of a sheet that are full, and how much of the next one it takes, in points; undefined if that was not measured. */
function extentOf(sheet: string, measured: ReadonlyMap<string, Destination>) {
  const [start, end] = [measured.get(sheet), measured.get(endOf(sheet))];
  if (start === undefined || end === undefined) return undefined;
  // A sheet starts at the head of a page. Chromium leaves the margin out of account.
  return { full: end.page - start.page, rest: start.height - end.height };
}

/** How much closer lines have to be set for sheets to end a page earlier, where that can be done. */
export function tighterLeadings(
  document: Document,
  theme: Theme,
  measured: ReadonlyMap<string, Destination>,
): Leadings {
  const { page, text } = theme;
  const height = pointsOf(page.height - page.head - page.foot);
  const found = new Map<string, number>();
  for (const sheet of sheetsOf(document).filter(isRunning)) {
    const extent = extentOf(sheet.id, measured);
    if (extent === undefined || extent.full < 1 || extent.rest > few * text.body.size * text.body.leading) continue;
    const needed = extent.rest / (extent.full * height);
    if (needed < most) found.set(sheet.id, 1 - Math.min(most, allowance * needed));
  }
  return found;
}

/** Those of the leadings with which a sheet does end a page earlier than without. */
export function successful(
  leadings: Leadings,
  before: ReadonlyMap<string, Destination>,
  after: ReadonlyMap<string, Destination>,
): Leadings {
  const pages = (sheet: string, measured: ReadonlyMap<string, Destination>) => extentOf(sheet, measured)?.full ?? 0;
  return new Map([...leadings].filter(([sheet]) => pages(sheet, after) < pages(sheet, before)));
}
