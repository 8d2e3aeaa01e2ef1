/** Shares of a file: some of its pages in succession, read apart from the rest. All of this is plain data, for threads. */
import type { FinishedFile } from './finished.ts';
import type { TaggedLinks } from './pdf-links.ts';

/** One of several shares of about as many pages each, counted from 0. */
export interface Share {
  readonly share: number;
  readonly of: number;
}

/** What a thread is asked to read. */
export interface ShareTask {
  readonly bytes: Uint8Array;
  readonly share: Share;
}

/** A link of the tags, with the marked content by which its annotation is found. */
export interface TaggedLink {
  readonly text: string;
  readonly content: string;
  readonly page: number;
}

/** What a file has besides its pages. */
type FileParts = Pick<FinishedFile, 'outline' | 'destinations' | 'pageLabels' | 'title' | 'languages' | 'fonts'>;

/** What the pages of a share show. */
export interface PagesRead
  extends Pick<FinishedFile, 'flow' | 'pageStarts' | 'tables' | 'figures' | 'headings' | 'margins'> {
  readonly links: readonly TaggedLink[];
  /** Destinations of annotations, by the numbers of their objects. */
  readonly targets: readonly (readonly [number, string])[];
  /** In the first share. */
  readonly file?: FileParts & { readonly tagged: TaggedLinks };
}

/** Puts all shares of a file together, in their order. */
export function joinShares(shares: readonly PagesRead[]): FinishedFile {
  const file = shares[0]?.file;
  if (file === undefined) throw new TypeError('The first share has what the file has besides its pages');
  const { tagged, ...parts } = file;
  const targets = new Map(shares.flatMap((share) => share.targets));
  const targetOf = (content: string) => {
    const annotation = tagged.get(content)?.find((number) => targets.has(number));
    return annotation === undefined ? '' : (targets.get(annotation) ?? '');
  };
  let before = 0;
  const pageStarts = shares.flatMap((share) => {
    const from = before;
    before += share.flow.length;
    return share.pageStarts.map(({ at, page }) => ({ at: from + at, page }));
  });
  return {
    format: 'pdf',
    flow: shares.map(({ flow }) => flow).join(''),
    pageStarts,
    tables: shares.flatMap(({ tables }) => tables),
    figures: shares.flatMap(({ figures }) => figures),
    headings: shares.flatMap(({ headings }) => headings),
    links: shares.flatMap(({ links }) =>
      links.map(({ text, content, page }) => ({ text, target: targetOf(content), page })),
    ),
    margins: shares.flatMap(({ margins }) => margins),
    ...parts,
  };
}
