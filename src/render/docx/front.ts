/** Cover, title page, imprint and editorial board. */
import type { FrontMatter, Inline, TitleLines } from '../../model/document.ts';
import type { Context } from './context.ts';
import { coverBand, coverRule } from './cover-art.ts';
import { boardColumns } from './front-styles.ts';
import { inlineChildren, words } from './inlines.ts';
import {
  FrameAnchorType,
  FrameWrap,
  HorizontalPositionAlign,
  Paragraph,
  type ParagraphChild,
  Tab,
  TextRun,
  VerticalPositionAlign,
} from './library.ts';
import { textWidth } from './units.ts';

/**
 * Paragraphs at the foot of the page, in one frame. A frame stands on the page of the paragraph after it, which must
 * not be in a frame itself. It is no part of the style, since LibreOffice knows no frames in styles.
 */
function footBlocks(
  context: Context,
  style: string,
  lines: readonly (readonly ParagraphChild[])[],
): readonly Paragraph[] {
  const frame = {
    type: 'alignment',
    width: textWidth(context.theme),
    wrap: FrameWrap.AROUND,
    anchor: { horizontal: FrameAnchorType.MARGIN, vertical: FrameAnchorType.MARGIN },
    alignment: { x: HorizontalPositionAlign.LEFT, y: VerticalPositionAlign.BOTTOM },
  } as const;
  return [
    ...lines.map((line) => new Paragraph({ style, frame, children: [...line] })),
    new Paragraph({ style: 'section-break' }),
  ];
}

/** The cover: year and titles above, columns and publisher below. */
export function coverBlocks(context: Context, lines: TitleLines): readonly Paragraph[] {
  return [
    new Paragraph({ style: 'cover-year', children: [words(context, lines.year)] }),
    new Paragraph({ style: 'cover-art', children: [coverRule(context)] }),
    new Paragraph({ style: 'cover-title', children: [words(context, lines.title)] }),
    new Paragraph({ style: 'other-title', children: [words(context, lines.otherTitle, lines.otherLang)] }),
    ...footBlocks(context, 'cover-line', [
      [coverBand(context)],
      [words(context, lines.publisher)],
      [words(context, lines.date)],
    ]),
  ];
}

/** The title page says the same without ornaments, centred. */
export function titleBlocks(context: Context, lines: TitleLines): readonly Paragraph[] {
  return [
    new Paragraph({ style: 'title-year', children: [words(context, lines.year)] }),
    new Paragraph({ style: 'title', children: [words(context, lines.title)] }),
    new Paragraph({ style: 'title-other', children: [words(context, lines.otherTitle, lines.otherLang)] }),
    ...footBlocks(context, 'title-foot', [[words(context, lines.publisher)], [words(context, lines.date)]]),
  ];
}

/** The copyright page: what is known of the source at its head, the imprint at its foot. */
export function imprintBlocks(context: Context, { imprint, source }: FrontMatter): readonly Paragraph[] {
  const line = (style: string) => (inlines: readonly Inline[]) =>
    new Paragraph({ style, children: [...inlineChildren(context, inlines)] });
  const head = source
    ? [
        new Paragraph({ style: 'source-title', children: [words(context, source.title)] }),
        ...source.lines.map(line('source')),
      ]
    : [];
  if (imprint.length === 0) return head;
  const foot = footBlocks(
    context,
    'imprint',
    imprint.map((inlines) => inlineChildren(context, inlines)),
  );
  return [...head, ...foot];
}

/** The editorial board: the people of each group in columns, which are tabs. */
export function boardBlocks(context: Context, board: FrontMatter['board']): readonly Paragraph[] {
  if (board === undefined) return [];
  const columns = boardColumns[context.lang];
  const row = (people: readonly (readonly Inline[])[]) =>
    new Paragraph({
      style: 'board-people',
      children: people.flatMap((person, index) => [
        ...(index === 0 ? [] : [new TextRun({ children: [new Tab()] })]),
        ...inlineChildren(context, person),
      ]),
    });
  return [
    new Paragraph({ style: 'contents-title', spacing: { before: 0 }, children: [words(context, board.title)] }),
    ...board.groups.flatMap(({ role, people }) => [
      new Paragraph({ style: 'board-role', children: [words(context, role)] }),
      ...people.flatMap((_, index) => (index % columns === 0 ? [row(people.slice(index, index + columns))] : [])),
    ]),
  ];
}
