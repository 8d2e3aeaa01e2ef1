/** The cover's ornaments, as shapes of Word: a short rule, and columns that rise and darken, as on the PDF's cover. */
import type { Theme } from '../../model/theme.ts';
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

export function coverColumns(context: Context): ShapeGroupRun {
  const count = 33;
  const height = pixels(70);
  const step = pixelsFromTwips(textWidth(context.theme)) / (count - 0.6);
  const children = Array.from({ length: count }, (_, index) => {
    const rise = index / (count - 1);
    const millimetres = 8 + 46 * rise ** 1.7 + 7 * rise * Math.sin(index * 1.9) + 5 * Math.sin(index * 0.7);
    const column = Math.round(pixels(millimetres));
    return {
      type: 'rectangle',
      transformation: {
        width: step * 0.4,
        height: column,
        offset: { left: index * step, top: height - column },
      },
      fill: shade(context.theme, 0.16 + 0.84 * rise),
      line: 'none',
      altText: { name: `column ${index + 1}` },
    } as const;
  });
  return new ShapeGroupRun({ children, decorative: true });
}
