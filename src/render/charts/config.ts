/** The look of all charts, made from the book's theme. Specifications say what is drawn; how it looks is said here. */
import type { Lang } from '../../model/document.ts';
import type { Theme } from '../../model/theme.ts';

/** CSS pixels of a length in points or millimetres: 96 pixels, 72 points or 25.4 mm an inch. */
export const pxFromPt = (pt: number): number => (pt * 96) / 72;
export const pxFromMm = (mm: number): number => (mm * 96) / 25.4;

/** Smallest type in a chart, in points. */
export const smallestLabel = 8;

/** Name of the expression function that formats numbers of axes and legends. */
export const numberFormatter = 'bookNumber';

/** The sans pair as a font-family list: Latin letters and digits from the first, all else from the second. */
export function chartFamilies(theme: Theme): readonly [string, string] {
  return [theme.fonts.sans.latin.family, theme.fonts.sans.han.family];
}

/** A colour of the theme; its absence is our own mistake, for the theme is validated when it is read. */
function color(theme: Theme, name: string): string {
  const value = theme.colors[name];
  if (value === undefined) throw new RangeError(`The theme has no colour ${name}`);
  return value;
}

/** `share` of colour `a` in `b`, both `#rrggbb`; for gridlines and remainders, so that the theme needs no greys. */
export function mix(a: string, b: string, share: number): string {
  const channel = (value: string, index: number): number =>
    Number.parseInt(value.slice(1 + index * 2, 3 + index * 2), 16);
  const mixed = [0, 1, 2].map((i) => Math.round(channel(a, i) * share + channel(b, i) * (1 - share)));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/**
 * What specifications may refer to in expressions as `theme`: colours by name, the palette in order of use, and two
 * more made from them. `muted` is for remainders and earlier years, `faint` for lines behind the data.
 */
export function chartTheme(theme: Theme): Readonly<Record<string, unknown>> {
  const soft = color(theme, 'soft');
  const paper = color(theme, 'paper');
  return {
    ...theme.colors,
    muted: mix(soft, paper, 0.35),
    faint: mix(soft, paper, 0.2),
    palette: theme.palette,
    size: pxFromPt(theme.chart.size),
    width: pxFromMm(theme.chart.width),
  };
}

/** A number locale in the shape of d3-format. */
export interface NumberLocale {
  readonly decimal: string;
  readonly thousands: string;
  readonly grouping: readonly number[];
  readonly currency: readonly [string, string];
  readonly minus: string;
}

/** A Vega-Lite configuration. */
export interface ChartConfig {
  readonly locale: { readonly number: NumberLocale };
  readonly axis: { readonly labelLineHeight: number; readonly [property: string]: unknown };
  readonly [property: string]: unknown;
}

/** Grouping of `lang`: thin spaces in Chinese, commas in English; U+2212 as the minus of both. */
function numberLocale(lang: Lang): NumberLocale {
  return { decimal: '.', thousands: lang === 'zh' ? '\u202f' : ',', grouping: [3], currency: ['', ''], minus: '−' };
}

/** The Vega-Lite configuration. Type is in CSS pixels, at the theme's chart size unless a style says more. */
export function chartConfig(theme: Theme, lang: Lang): ChartConfig {
  const font = chartFamilies(theme)
    .map((family) => `'${family}'`)
    .join(', ');
  const ink = color(theme, 'ink');
  const soft = color(theme, 'soft');
  const accent = color(theme, 'accent');
  const paper = color(theme, 'paper');
  const faint = mix(soft, paper, 0.2);
  const fontSize = pxFromPt(theme.chart.size);
  const hairline = pxFromPt(theme.rules.thin) * 0.75;
  const label = { labelFont: font, labelFontSize: fontSize, labelLimit: 0 };
  const title = { titleFont: font, titleFontSize: fontSize, titleFontWeight: 400, titleColor: soft, titleLimit: 0 };
  return {
    aria: false,
    background: null,
    font,
    // Han glyphs reach a little above and below the box that Vega allows for.
    padding: { left: 0, right: 0, top: 2, bottom: 2 },
    locale: { number: numberLocale(lang) },
    customFormatTypes: true,
    numberFormatType: numberFormatter,
    view: { stroke: null, continuousWidth: pxFromMm(theme.chart.width), continuousHeight: 180 },
    concat: { spacing: 28 },
    facet: { spacing: 20 },
    axis: {
      ...label,
      ...title,
      labelColor: ink,
      labelPadding: 6,
      labelLineHeight: fontSize * 1.25,
      titlePadding: 8,
      grid: false,
      gridColor: faint,
      gridWidth: hairline,
      ticks: false,
      domainColor: soft,
      domainWidth: hairline,
      tickColor: soft,
      tickWidth: hairline,
    },
    axisX: { labelAngle: 0 },
    axisQuantitative: { grid: true, domain: false, labelColor: soft, tickCount: 5 },
    axisTemporal: { ticks: true, tickSize: 4 },
    header: { ...label, ...title, labelColor: ink, labelFontWeight: 700 },
    legend: {
      ...label,
      ...title,
      labelColor: ink,
      orient: 'top',
      direction: 'horizontal',
      title: null,
      symbolType: 'square',
      symbolSize: 90,
      symbolStrokeWidth: 0,
      columnPadding: 18,
      offset: 8,
    },
    title: {
      font,
      fontSize,
      fontWeight: 400,
      color: soft,
      anchor: 'start',
      frame: 'group',
      limit: 0,
      offset: 10,
      subtitleFont: font,
      subtitleFontSize: fontSize,
      subtitleColor: soft,
    },
    range: {
      category: theme.palette,
      ordinal: [accent, mix(accent, paper, 0.7), mix(accent, paper, 0.45)],
      ramp: [color(theme, 'tint'), accent],
      heatmap: [color(theme, 'tint'), accent],
    },
    mark: { color: accent },
    bar: { discreteBandSize: { band: 0.62 } },
    arc: { stroke: paper, strokeWidth: 1.5 },
    line: { strokeWidth: 2, strokeCap: 'round', strokeJoin: 'round' },
    point: { size: 36, filled: true },
    rule: { color: soft, strokeWidth: hairline },
    // Under `style`, because what stands under `text` would win over the styles that a specification asks for.
    style: {
      text: { font, fontSize, lineHeight: fontSize * 1.3, lineBreak: '\n', color: ink },
      value: { fontWeight: 700 },
      secondary: { color: soft },
      reversed: { color: paper },
      'reversed-value': { color: paper, fontWeight: 700 },
      headline: { fontSize: fontSize * 1.6, lineHeight: fontSize * 2, fontWeight: 700, color: accent },
    },
  };
}
