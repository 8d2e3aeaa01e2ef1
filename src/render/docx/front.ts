/** Cover, title page and imprint. */
import type { FrontMatter, TitleLines } from '../../model/document.ts';
import type { Context } from './context.ts';
import { coverBand, coverRule } from './cover-art.ts';
import { inlineChildren, words } from './inlines.ts';
import {
  FrameAnchorType,
  FrameWrap,
  HorizontalPositionAlign,
  Paragraph,
  type ParagraphChild,
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

/** The imprint, at the foot of its page. */
export function imprintBlocks(context: Context, imprint: FrontMatter['imprint']): readonly Paragraph[] {
  if (imprint.length === 0) return [];
  return footBlocks(
    context,
    'imprint',
    imprint.map((line) => inlineChildren(context, line)),
  );
}
