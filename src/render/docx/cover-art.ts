/** The cover's ornaments, as shapes of Word: a short rule and the band of stripes. */
import type { Theme } from '../../model/theme.ts';
import { bandHeight, stripes } from '../cover.ts';
import type { Context } from './context.ts';
import { ShapeGroupRun, ShapeRun } from './library.ts';
import { hexColor, pixelsFromTwips, textWidth, twipsFromMillimetres } from './units.ts';

const pixels = (millimetres: number) => pixelsFromTwips(twipsFromMillimetres(millimetres));

/** The accent colour, thinned with the paper's; `share` of 1 is the accent itself. */
function shade(theme: Theme, share: number): string {
  const [accent, paper] = [hexColor(theme, 'accent'), hexColor(theme, 'paper')];
  return [0, 2, 4]
    .map((at) => {
      const [full, none] = [accent, paper].map((color) => Number.parseInt(color.slice(at, at + 2), 16));
      const mixed = Math.round((full ?? 0) * share + (none ?? 0) * (1 - share));
      return mixed.toString(16).padStart(2, '0').toUpperCase();
    })
    .join('');
}

export function coverRule(context: Context): ShapeRun {
  return new ShapeRun({
    type: 'rectangle',
    transformation: { width: pixels(36), height: pixels(2.4) },
    fill: hexColor(context.theme, 'accent'),
    line: 'none',
    decorative: true,
  });
}

export function coverBand(context: Context): ShapeGroupRun {
  const width = pixelsFromTwips(textWidth(context.theme));
  const children = stripes.map(
    (stripe, index) =>
      ({
        type: 'rectangle',
        transformation: {
          width: stripe.width * width,
          height: pixels(bandHeight),
          offset: { left: stripe.left * width, top: 0 },
        },
        fill: shade(context.theme, stripe.shade),
        line: 'none',
        altText: { name: `stripe ${index + 1}` },
      }) as const,
  );
  return new ShapeGroupRun({ children, decorative: true });
}
