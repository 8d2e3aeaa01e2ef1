import type { Figure } from '../../model/document.ts';
import { error, Failure } from '../../model/problem.ts';
import { captionParagraph, noteParagraphs } from './captions.ts';
import type { ChartPicture, Context } from './context.ts';
import { ImageRun, Paragraph } from './library.ts';
import { pixelsFromTwips, textWidth } from './units.ts';

/** What stands for the bytes of a figure's picture until the file is packed. */
function standIn(id: string, type: 'svg' | 'png'): string {
  return `${id}.${type}`;
}

/** The pictures of all charts by what stands for them: the library would hash and compress each of them. */
export function pictures(charts: ReadonlyMap<string, ChartPicture>): ReadonlyMap<string, Uint8Array> {
  return new Map(
    [...charts].flatMap(([id, { svg, png }]) => [
      [standIn(id, 'svg'), new TextEncoder().encode(svg)],
      [standIn(id, 'png'), png],
    ]),
  );
}

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
    data: new TextEncoder().encode(standIn(figure.id, 'svg')),
    fallback: { type: 'png', data: new TextEncoder().encode(standIn(figure.id, 'png')) },
    transformation,
    altText: { name: figure.label, description: figure.alt },
  });
  return [
    new Paragraph({ style: 'figure', children: [picture] }),
    captionParagraph(context, figure),
    ...noteParagraphs(context, figure),
  ];
}
