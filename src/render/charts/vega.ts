/** Compiles and draws one Vega-Lite specification without a browser. The one import site of Vega and Vega-Lite. */
import * as vega from 'vega';
import { type Config, compile, type TopLevelSpec } from 'vega-lite';
import type { Measure, TextStyle } from '../fonts/glyphs.ts';
import { type ChartConfig, numberFormatter } from './config.ts';
import { type SceneGroup, type SceneText, type TextBox, textBoxes } from './scene.ts';
import { wrapText } from './wrap.ts';
import { centreWrapped } from './wrapped-labels.ts';

export interface Drawing {
  readonly svg: string;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly texts: readonly TextBox[];
}

/** Everything that Vega and Vega-Lite said about a specification while they worked on it. */
export class VegaComplaint extends Error {
  readonly messages: readonly string[];

  constructor(messages: readonly string[]) {
    super(messages.join('\n'));
    this.name = 'VegaComplaint';
    this.messages = messages;
  }
}

/** What the typings leave out. `textMetrics` is replaced below: Vega guesses 0.8 em for every character. */
interface TextMetrics {
  width: (item: SceneText, text: unknown) => number;
}
interface Untyped {
  readonly textMetrics: TextMetrics;
  readonly randomLCG: (seed: number) => () => number;
  readonly setRandom: (random: () => number) => void;
  readonly locale: (number?: object, time?: object) => vega.LocaleFormatters;
}
const { textMetrics, randomLCG, setRandom, locale } = vega as typeof vega & Untyped;

/** Seed of Vega's random numbers (sampling, jitter). */
const seed = 1;

const refuse = async (uri: string): Promise<never> => {
  throw new Error(`External resources are not loaded: ${uri}`);
};
const loader: vega.Loader = { ...vega.loader(), load: refuse, sanitize: refuse, http: refuse, file: refuse };

/** The families of a CSS font-family list, without quotation marks. */
function familiesOf(list: string): string[] {
  return list.split(',').map((family) => family.trim().replace(/^(['"])(.*)\1$/, '$2'));
}

function styleOf(item: SceneText): TextStyle {
  const weight = item.fontWeight === 'bold' ? 700 : Number(item.fontWeight ?? 400);
  return {
    families: familiesOf(item.font ?? ''),
    size: item.fontSize ?? 11,
    weight: Number.isNaN(weight) ? 400 : weight,
    italic: item.fontStyle === 'italic',
  };
}

/** Width of a text item's line in CSS pixels as SVG sets it: blanks at its ends and repeated ones print nothing. */
function lineWidth(measure: Measure, item: SceneText, text: unknown): number {
  const printed = String(text ?? '')
    .replace(/[ \t\r\n]+/g, ' ')
    .trim();
  return measure(printed, styleOf(item));
}

/** What Vega asks for: the width of a line, but not more than the limit at which Vega cuts it off. */
function widthWith(measure: Measure): TextMetrics['width'] {
  return (item, text) => {
    const width = lineWidth(measure, item, text);
    return item.limit !== undefined && item.limit > 0 ? Math.min(width, item.limit) : width;
  };
}

/** A logger in Vega's shape that keeps what it is told. */
function collector(messages: string[]): vega.LoggerInterface {
  const note = (...parts: readonly unknown[]): vega.LoggerInterface => {
    messages.push(parts.map((part) => (part instanceof Error ? part.message : String(part))).join(' '));
    return logger;
  };
  const ignore = (): vega.LoggerInterface => logger;
  function level(value: number): vega.LoggerInterface;
  function level(): number;
  function level(value?: number): vega.LoggerInterface | number {
    return value === undefined ? vega.Warn : logger;
  }
  const logger: vega.LoggerInterface = { level, error: note, warn: note, info: ignore, debug: ignore };
  return logger;
}

/** What the expression functions use of the chart that is being drawn. */
let current: DrawOptions | undefined;

function drawing(): DrawOptions {
  if (!current) throw new Error('The functions of charts are only available while one is drawn');
  return current;
}

/**
 * `wrap(text, width)` breaks a label into lines not wider than `width` pixels in the type of labels; of a list of
 * labels it gives the lines of all, so that a chart can make room for them.
 */
vega.expressionFunction('wrap', (text: unknown, width: number): string[] => {
  const { measure, labelStyle } = drawing();
  const labels: unknown[] = Array.isArray(text) ? text : [text];
  return labels.flatMap((label) => wrapText(String(label ?? ''), width, (line) => measure(line, labelStyle)));
});

/** Numbers of axes and legends; the default specifier groups digits and prints the decimals that a value has. */
vega.expressionFunction(numberFormatter, (value: number, specifier: unknown): string => {
  const { config, groupFrom } = drawing();
  const { number } = config.locale;
  const grouped = Math.abs(value) >= groupFrom;
  const format = typeof specifier === 'string' ? specifier : ',~f';
  return locale(grouped ? number : { ...number, thousands: '' }).format(format)(value);
});

/** Vega's text measuring and ids belong to the whole process, so charts are drawn one after another. */
let queue: Promise<unknown> = Promise.resolve();

/**
 * Shrinks the plot until axes, labels and legends fit in the width, too. Put on the compiled specification, because
 * Vega-Lite warns of a conflict with `height: { step }` where there is none.
 */
const fitWidth: vega.AutoSize = { type: 'fit-x', contains: 'padding' };

export interface DrawOptions {
  readonly config: ChartConfig;
  readonly measure: Measure;
  /** The type of labels, for `wrap`. */
  readonly labelStyle: TextStyle;
  /** The smallest number whose digits are grouped. */
  readonly groupFrom: number;
}

/**
 * Draws a specification with its data in `datasets`. Rejects with a `VegaComplaint` if either library warned or threw.
 * `fitted` makes the specification's width that of the whole image. The same specification gives the same bytes.
 * Nothing is loaded from anywhere.
 */
export function draw(spec: Readonly<Record<string, unknown>>, fitted: boolean, options: DrawOptions): Promise<Drawing> {
  const result = queue.then(() => drawNow(spec, fitted, options));
  queue = result.catch(() => undefined);
  return result;
}

/**
 * A drawing without what Vega says of the groups of every chart: its text alternative is the figure's, and a browser
 * would make a tag of each group. Axes and legends stay hidden from readers who hear that.
 */
const withoutRoles = (svg: string): string =>
  svg.replaceAll(/<[a-z]+[^<>]*>/gi, (tag) => tag.replaceAll(/ (?:class|role|aria-roledescription)="[^"]*"/g, ''));

async function drawNow(
  spec: Readonly<Record<string, unknown>>,
  fitted: boolean,
  options: DrawOptions,
): Promise<Drawing> {
  const { config, measure } = options;
  const messages: string[] = [];
  const logger = collector(messages);
  const width = textMetrics.width;
  textMetrics.width = widthWith(measure);
  current = options;
  setRandom(randomLCG(seed));
  vega.resetSVGDefIds();
  let view: vega.View | undefined;
  try {
    // The specification is the editor's: Vega-Lite itself is what checks it.
    const compiled = compile(spec as unknown as TopLevelSpec, { config: config as unknown as Config, logger });
    const centred = centreWrapped(
      compiled.spec as unknown as Readonly<Record<string, unknown>>,
      config.axis.labelLineHeight,
    );
    const final = { ...centred, ...(fitted && { autosize: fitWidth }) } as vega.Spec;
    view = new vega.View(vega.parse(final), {
      renderer: 'none',
      loader,
      logger,
    });
    await view.runAsync();
    // The first fit does not know yet where labels at the ends of bars will stand.
    if (fitted) await view.resize().runAsync();
    const svg = withoutRoles(await view.toSVG());
    if (messages.length > 0) throw new VegaComplaint(messages);
    const [, w = '0', h = '0'] = /^<svg[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
    const [x = 0, y = 0] = view.origin();
    const padding = view.padding();
    const offset = typeof padding === 'number' ? { left: padding, top: padding } : padding;
    const root = (view.scenegraph() as unknown as { readonly root: SceneGroup }).root;
    const origin = { x: x + (offset.left ?? 0), y: y + (offset.top ?? 0) };
    return {
      svg,
      width: Number(w),
      height: Number(h),
      texts: textBoxes(root, origin, (item, line) => lineWidth(measure, item, line)),
    };
  } catch (cause) {
    if (cause instanceof VegaComplaint) throw cause;
    throw new VegaComplaint([...messages, cause instanceof Error ? cause.message : String(cause)]);
  } finally {
    view?.finalize();
    textMetrics.width = width;
    current = undefined;
  }
}
