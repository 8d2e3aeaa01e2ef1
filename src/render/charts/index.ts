/** Draws a book's figures as SVG, in the book's own fonts and without a browser. */
import type { Figure, Lang } from '../../model/document.ts';
import { error, Failure, type Problem, warning } from '../../model/problem.ts';
import type { Theme } from '../../model/theme.ts';
import { readFaces } from '../fonts/files.ts';
import { createMeasure, type Measure, type OpenFace, openFace } from '../fonts/glyphs.ts';
import { checkSpec } from './check-spec.ts';
import { chartConfig, chartFamilies, chartTheme, pxFromMm, pxFromPt } from './config.ts';
import { checkLegibility } from './legibility.ts';
import { type Drawing, type DrawOptions, draw, VegaComplaint } from './vega.ts';

export interface ChartImage {
  /** Stands alone, or inline beside others: its ids begin with the figure's. It has no role or title of its own. */
  readonly svg: string;
  /** CSS pixels, 96 an inch. */
  readonly width: number;
  readonly height: number;
}

export interface RenderedCharts {
  /** By figure id. */
  readonly images: ReadonlyMap<string, ChartImage>;
  /** Warnings about legibility: `chart.text-overlap`, `chart.text-clipped`, `chart.text-too-small`, `chart.too-wide`. */
  readonly problems: readonly Problem[];
}

/** What of a figure is drawn. */
export type DrawnFigure = Pick<Figure, 'id' | 'spec' | 'data' | 'place' | 'basePlaces'>;

/** The faces of charts by the files that they are in: they are opened once. */
const opened = new Map<string, Promise<readonly OpenFace[]>>();

/**
 * Measures the type of charts: the sans pair, whole as its packages bring it. Charts need not wait until the fonts have
 * been cut to the characters of the book.
 */
async function measureFor({ fonts: { sans } }: Theme, lang: Lang): Promise<Measure> {
  const key = JSON.stringify(sans);
  const faces = opened.get(key) ?? readFaces([sans]).then((read) => read.map(openFace));
  opened.set(key, faces);
  return createMeasure(await faces, lang);
}

/** A single view without a width of its own is fitted to the full width; panels have the widths their author gave. */
function isFitted({ spec }: DrawnFigure): boolean {
  return spec.width === undefined && !compositions.some((key) => key in spec);
}
const compositions = ['concat', 'hconcat', 'vconcat', 'facet', 'repeat'];

/**
 * The specification with its data and with the theme's colours for expressions; `fitted` gives it the book's full
 * chart width. The data is copied: Vega writes ids into its rows.
 */
function prepare(figure: DrawnFigure, fitted: boolean, theme: Theme): Record<string, unknown> {
  const { usermeta: _, params, ...spec } = figure.spec;
  return {
    ...(fitted && { width: Math.floor(pxFromMm(theme.chart.width)) }),
    ...spec,
    params: [{ name: 'theme', value: chartTheme(theme) }, ...(Array.isArray(params) ? params : [])],
    datasets: structuredClone(figure.data),
  };
}

/**
 * Vega numbers its clip paths and gradients from one in every chart: the figure's id keeps them apart on one page.
 * The style keeps the page’s Chinese spacing rules and the hinting of screens out, so that text is as wide as measured.
 */
function finish(svg: string, figure: string): string {
  const prefix = `${figure.replace(/[^\w-]/g, '_')}-`;
  return svg
    .replace(/(<[^>]*?\sid=")/g, `$1${prefix}`)
    .replaceAll('url(#', `url(#${prefix}`)
    .replaceAll('href="#', `href="#${prefix}`)
    .replace(
      /^<svg /,
      '<svg style="text-autospace:no-autospace;text-spacing-trim:space-all;letter-spacing:0;text-rendering:geometricPrecision" ',
    );
}

/**
 * Draws every figure. The same input gives the same bytes. That the theme's fonts have all characters is found out when
 * they are cut (`subsetFaces`).
 *
 * Throws one `Failure` (input) with the problems of all figures: `chart.invalid` with what Vega says, and those of
 * `checkSpec`; `font.missing` (machine). What is merely hard to read comes back as warnings.
 */
export async function renderCharts(figures: readonly DrawnFigure[], lang: Lang, theme: Theme): Promise<RenderedCharts> {
  const families = chartFamilies(theme);
  const options: DrawOptions = {
    config: chartConfig(theme, lang),
    measure: await measureFor(theme, lang),
    labelStyle: { families, size: pxFromPt(theme.chart.size), weight: 400, italic: false },
    groupFrom: lang === 'zh' ? 10_000 : 1000,
  };
  const images = new Map<string, ChartImage>();
  const errors: Problem[] = [];
  const problems: Problem[] = [];
  for (const figure of figures) {
    // Drawing takes long and waits for nothing: what waits for the browser or a thread goes on in between.
    await new Promise(setImmediate);
    const found = checkSpec(figure);
    errors.push(...found);
    if (found.length > 0) continue;
    let drawing: Drawing;
    try {
      const fitted = isFitted(figure);
      drawing = await draw(prepare(figure, fitted, theme), fitted, options);
    } catch (cause) {
      if (!(cause instanceof VegaComplaint)) throw cause;
      errors.push(
        ...cause.messages.map((message) => error('chart.invalid', figure.place, { figure: figure.id, message })),
      );
      continue;
    }
    const { svg, width, height, texts } = drawing;
    images.set(figure.id, { svg: finish(svg, figure.id), width, height });
    problems.push(...checkLegibility(figure, texts, { width, height }));
    const mm = (width * 25.4) / 96;
    if (mm > theme.chart.width + 0.5) {
      const values = { figure: figure.id, width: Math.round(mm * 10) / 10, available: theme.chart.width };
      problems.push(warning('chart.too-wide', figure.place, values));
    }
  }
  if (errors.length > 0) throw new Failure('input', errors);
  return { images, problems };
}
