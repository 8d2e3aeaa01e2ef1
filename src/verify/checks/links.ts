/** Links in order: each shows the label of what it leads to, and leads to where that stands. */
import type { Block, Document } from '../../model/document.ts';
import { flatInlines, gridTexts, runningTexts } from '../../model/document-texts.ts';
import { bookmarkName } from '../../render/docx/bookmarks.ts';
import type { Check, CheckInput } from '../check.ts';
import { finding } from '../findings.ts';
import { compact, type FinishedFile, isFolio, pageAt } from '../finished.ts';

interface ExpectedLink {
  readonly text: string;
  readonly target: string;
}

function referencesIn(block: Block): readonly ExpectedLink[] {
  const [caption = [], ...notes] = runningTexts(block);
  const texts = block.type === 'table' ? [caption, ...gridTexts(block), ...notes] : runningTexts(block);
  return texts.flatMap((text) =>
    flatInlines(text).flatMap((inline) =>
      inline.type === 'reference' ? [{ text: inline.text, target: inline.target }] : [],
    ),
  );
}

/** All links in the order of the book: contents stand between preface and body. */
function expectedLinks({ front, body }: Document): readonly ExpectedLink[] {
  const entries = front.contents.flatMap((list) => list.entries);
  return [
    ...front.preface.flatMap(referencesIn),
    ...entries.map(({ number, text, target }) => ({ text: number + text, target })),
    ...body.flatMap(referencesIn),
  ];
}

/** The file's name for the id of a heading, table or figure. */
const nameOf = (id: string, { format }: FinishedFile): string => (format === 'docx' ? bookmarkName(id) : id);

/** A line of the contents shows a page behind its text. */
const withoutPage = (text: string, expected: string): string =>
  text.startsWith(expected) && isFolio(text.slice(expected.length)) ? expected : text;

function checkSequence(input: CheckInput): { readonly links: number; readonly problems: ReturnType<typeof finding>[] } {
  const { document, file } = input;
  const expected = expectedLinks(document);
  const problems = expected.flatMap(({ text, target }, index) => {
    const link = file.links[index];
    const label = compact(text);
    const shown = withoutPage(compact(link?.text ?? ''), label);
    const name = nameOf(target, file);
    if (link !== undefined && shown === label && link.target === name) return [];
    const found = link === undefined ? '' : `${shown} → ${link.target}`;
    return [finding('verify.link', input.name, link?.page, { expected: `${label} → ${name}`, found })];
  });
  const stray = file.links
    .slice(expected.length)
    .map(({ text, target, page }) =>
      finding('verify.link', input.name, page, { expected: '', found: `${text} → ${target}` }),
    );
  return { links: expected.length - problems.length, problems: [...problems, ...stray] };
}

/** Every destination that is led to is where its heading, table or figure stands, or marks its label. */
function checkDestinations(input: CheckInput) {
  const { document, file, alignment } = input;
  const targets = new Set(expectedLinks(document).map(({ target }) => target));
  const places = new Map(
    alignment.texts
      .flatMap((aligned) => {
        const { expected, at } = aligned;
        if (at === undefined) return [];
        // A table's or figure's destination is its beginning: the figure stands above its caption.
        if (expected.kind === 'figure') return [[expected.figure.id, aligned] as const];
        const { kind } = expected;
        return (kind === 'heading' || kind === 'caption') && expected.id !== undefined
          ? [[expected.id, aligned] as const]
          : [];
      })
      .toReversed(),
  );
  return [...targets].flatMap((id) => {
    const aligned = places.get(id);
    const destination = file.destinations.get(nameOf(id, file));
    const place = aligned?.expected.place ?? id;
    if (aligned?.at === undefined) return [];
    if (destination === undefined) return [finding('verify.no-destination', input.name, undefined, { place })];
    const page = pageAt(file, aligned.at);
    if (destination.text === undefined) {
      if (destination.page === page) return [];
      const values = { place, expected: String((page ?? 0) + 1), found: String((destination.page ?? 0) + 1) };
      return [finding('verify.destination', input.name, page, values)];
    }
    const marked = compact(destination.text);
    // The mark is around a heading, and around the label of a caption.
    const wanted = aligned.expected.kind === 'heading' ? aligned.expected.text : compact(place);
    return marked === wanted
      ? []
      : [finding('verify.destination', input.name, page, { place, expected: wanted, found: marked })];
  });
}

export const checkLinks: Check = (input) => {
  const { links, problems } = checkSequence(input);
  return { proved: { links }, problems: [...problems, ...checkDestinations(input)] };
};
