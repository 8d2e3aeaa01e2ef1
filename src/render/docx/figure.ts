import type { Figure } from '../../model/document.ts';
import { error, Failure } from '../../model/problem.ts';
import { captionParagraph, noteParagraphs } from './captions.ts';
import type { Context } from './context.ts';
import { ImageRun, Paragraph } from './library.ts';
import { pixelsFromTwips, textWidth } from './units.ts';

/**
 * A chart with its caption below, and its notes. An SVG wider than the text is scaled to it.
 * @throws Failure `docx.no-chart` when no chart was drawn for the figure
 */
export function figureBlocks(context: Context, figure: Figure): readonly Paragraph[] {
  const chart = context.charts.get(figure.id);
  if (chart === undefined) throw new Failure('input', [error('docx.no-chart', undefined, { figure: figure.id })]);
  const scale = Math.min(1, pixelsFromTwips(textWidth(context.theme)) / chart.width);
  const transformation = {
    width: Math.round(chart.width * scale),
    height: Math.round(chart.height * scale),
  };
  const picture = new ImageRun({
    type: 'svg',
    data: new TextEncoder().encode(chart.svg),
    fallback: { type: 'png', data: chart.png },
    transformation,
    altText: { name: figure.label, description: figure.alt },
  });
  return [
    new Paragraph({ style: 'figure', children: [picture] }),
    captionParagraph(context, figure),
    ...noteParagraphs(context, figure),
  ];
}
