/** Headings with their levels, and the bookmarks that a reader's program shows. */
import { type Document, type Heading, plainText } from '../../model/document.ts';
import type { Check, CheckInput } from '../check.ts';
import { finding } from '../findings.ts';
import { compact, type FinishedFile, pageAt, type ShownHeading } from '../finished.ts';

interface ExpectedHeading {
  readonly text: string;
  readonly level: number;
}

function ofBlocks(blocks: Document['body']): ExpectedHeading[] {
  return blocks
    .filter((block): block is Heading => block.type === 'heading')
    .map(({ number, inlines, level }) => ({ text: compact(number + plainText(inlines)), level }));
}

/** In Word the titles of board and contents are none: a table of contents made anew would list itself. */
function expectedHeadings({ front, body }: Document, { format }: FinishedFile): readonly ExpectedHeading[] {
  const title = (text: string) => ({ text: compact(text), level: 1 });
  const board = front.board && format === 'pdf' ? [title(front.board.title)] : [];
  const contents = format === 'pdf' ? front.contents.map((list) => title(list.title)) : [];
  return [...board, ...ofBlocks(front.preface), ...contents, ...ofBlocks(body)];
}

/** The first heading that is not the expected one; those behind it would only repeat it. */
function compare(
  input: CheckInput,
  name: string,
  expected: readonly ExpectedHeading[],
  found: readonly ShownHeading[],
) {
  const describe = (heading: ExpectedHeading | undefined) => (heading ? `${heading.level}: ${heading.text}` : '');
  const shown = found.map((heading) => ({ ...heading, text: compact(heading.text) }));
  const count = Math.max(expected.length, shown.length);
  for (let index = 0; index < count; index += 1) {
    const [wanted, there] = [expected[index], shown[index]];
    if (describe(wanted) === describe(there)) continue;
    return [finding(name, input.name, there?.page, { expected: describe(wanted), found: describe(there) })];
  }
  return [];
}

/** Bookmarks lead to the pages of their headings. */
function comparePages(input: CheckInput, outline: readonly ShownHeading[]) {
  const { alignment, file } = input;
  const headings = alignment.texts.filter(({ expected }) => expected.kind === 'heading');
  return headings.flatMap(({ expected, at }, index) => {
    const bookmark = outline[index];
    if (at === undefined || bookmark === undefined || compact(bookmark.text) !== expected.text) return [];
    const page = pageAt(file, at);
    if (bookmark.page === page) return [];
    const values = {
      place: expected.place,
      expected: String((page ?? 0) + 1),
      found: String((bookmark.page ?? 0) + 1),
    };
    return [finding('verify.destination', input.name, page, values)];
  });
}

export const checkOutline: Check = (input) => {
  const { document, file } = input;
  const expected = expectedHeadings(document, file);
  const headings = compare(input, 'verify.heading', expected, file.headings);
  const bookmarks = file.outline ? compare(input, 'verify.bookmark', expected, file.outline) : [];
  const pages = file.outline ? comparePages(input, file.outline) : [];
  return {
    proved: { bookmarks: file.outline === undefined ? 0 : file.outline.length - bookmarks.length },
    problems: [...headings, ...bookmarks, ...pages],
  };
};
