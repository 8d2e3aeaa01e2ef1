/** Charts for readers that don't have the book's fonts: as outlines and as bitmaps. The one import site of resvg. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import type { CutFace } from '../fonts/face.ts';
import type { ChartImage } from './index.ts';

/**
 * The SVG with every run of text that the first family of its list lacks marked with the second. For a character that
 * the first lacks, resvg takes any face that has it, of whatever weight.
 */
function namingFamilies(svg: string, latin: ReadonlySet<string>, families: ReadonlySet<string>): string {
  return svg.replace(/<text[^>]* font-family="([^"]*)"[^>]*>.*?<\/text>/gs, (element: string, list: string) => {
    const han = list
      .split(',')
      .map((family) => family.trim().replaceAll(/['"]|&quot;/g, ''))
      .find((family) => families.has(family));
    if (han === undefined) return element;
    return element.replace(/>([^<]+)</g, (_, text: string) => {
      const runs: { latin: boolean; text: string }[] = [];
      for (const character of text) {
        const last = runs.at(-1);
        const isLatin = latin.has(character);
        if (last?.latin === isLatin) last.text += character;
        else runs.push({ latin: isLatin, text: character });
      }
      return `>${runs.map((run) => (run.latin ? run.text : `<tspan font-family="${han}">${run.text}</tspan>`)).join('')}<`;
    });
  });
}

/** CSS pixels. */
const sidePaper = 3;

/** A chart that needs no font. */
export interface OutlinedChart {
  /** Texts turned into paths. */
  readonly svg: string;
  readonly png: Uint8Array;
  /** CSS pixels, 96 an inch. */
  readonly width: number;
  readonly height: number;
}

/**
 * `images` without text: as SVG outlines, and as PNG on white of `scale` device pixels a CSS pixel. Only readers that
 * show no SVG show the PNG, and its compression takes most of the time: 2, which is 192 dpi, prints sharp letters.
 * `faces` are those that the charts were drawn with. Font files lie in a folder of their own below the temporary
 * folder and are gone afterwards.
 */
export async function outlineCharts(
  images: ReadonlyMap<string, ChartImage>,
  faces: readonly CutFace[],
  scale = 2,
): Promise<ReadonlyMap<string, OutlinedChart>> {
  const folder = await mkdtemp(join(tmpdir(), `chart-fonts-${process.pid}-`));
  try {
    // Only the families that the charts name; resvg opens each file again for every chart.
    const used = faces.filter(({ family }) => [...images.values()].some(({ svg }) => svg.includes(family)));
    const fontFiles = await Promise.all(
      used.map(async ({ data }, index) => {
        const file = join(folder, `${index}.ttf`);
        await writeFile(file, data);
        return file;
      }),
    );
    const latin = new Set(used.filter(({ script }) => script === 'latin').flatMap(({ characters }) => [...characters]));
    const han = new Set(used.filter(({ script }) => script === 'han').map(({ family }) => family));
    const outlined = new Map<string, OutlinedChart>();
    // One after another: the pixels of all at once would take more memory than all else.
    for (const [id, { svg, width, height }] of images) {
      // LibreOffice takes what is drawn for the size of the image and cuts off its last pixels: all of it is drawn
      // on, and there is some paper at both sides.
      const [full, left] = [width + 2 * sidePaper, -sidePaper];
      const paper = `<rect x="${left}" width="${full}" height="${height}" fill="#ffffff"/>`;
      const named = namingFamilies(svg, latin, han)
        .replace(/<svg[^>]*>/, (tag) => tag + paper)
        .replace(/ width="[^"]*"/, ` width="${full}"`)
        .replace(/ viewBox="[^"]*"/, ` viewBox="${left} 0 ${full} ${height}"`);
      // Read once for both: its fonts are opened and its texts set each time.
      const font = { fontFiles, loadSystemFonts: false };
      const chart = new Resvg(named, { font, fitTo: { mode: 'zoom', value: scale } });
      outlined.set(id, { svg: chart.toString(), png: chart.render().asPng(), width: full, height });
    }
    return outlined;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
