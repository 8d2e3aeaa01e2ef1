/** Finds where a drawn chart's texts stand, by walking Vega's scenegraph. */

/** The part of a Vega text item that we read. */
export interface SceneText {
  readonly text?: string | readonly string[] | null;
  readonly x?: number;
  readonly y?: number;
  readonly dx?: number;
  readonly dy?: number;
  readonly radius?: number;
  readonly theta?: number;
  readonly angle?: number;
  readonly align?: string;
  readonly baseline?: string;
  readonly font?: string;
  readonly fontSize?: number;
  readonly fontWeight?: string | number;
  readonly fontStyle?: string;
  readonly lineHeight?: number;
  readonly lineBreak?: string;
  readonly limit?: number;
  readonly opacity?: number;
  readonly fillOpacity?: number;
}

interface SceneItem extends SceneText {
  readonly width?: number;
  readonly height?: number;
  readonly items?: readonly SceneGroup[];
}

/** A mark: its items are texts, shapes, or groups that hold marks again. */
export interface SceneGroup {
  readonly marktype: string;
  readonly clip?: unknown;
  readonly items: readonly SceneItem[];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A text of a chart with the four corners of its line boxes, in CSS pixels from the image's top left. */
export interface TextBox {
  readonly text: string;
  readonly corners: readonly [Point, Point, Point, Point];
  readonly fontSize: number;
  /** True if the text is wider than its limit, so that Vega cut it off with an ellipsis. */
  readonly truncated: boolean;
}

type LineWidth = (item: SceneText, line: string) => number;

function linesOf(item: SceneText): string[] {
  const { text, lineBreak } = item;
  if (text === undefined || text === null) return [];
  if (typeof text === 'object') return text.map(String);
  const whole = String(text);
  return lineBreak ? whole.split(lineBreak) : [whole];
}

/** Distance from the baseline up to the anchor, as Vega computes it; `lh` is the line height. */
function baselineOffset(baseline: string | undefined, size: number, lh: number): number {
  switch (baseline) {
    case 'top':
      return 0.79 * size;
    case 'middle':
      return 0.3 * size;
    case 'bottom':
      return -0.21 * size;
    case 'line-top':
      return 0.29 * size + 0.5 * lh;
    case 'line-bottom':
      return 0.29 * size - 0.5 * lh;
    default:
      return 0;
  }
}

/** From the top of capitals to the bottom of descenders: the ink that must not touch other ink. */
const ascent = 0.74;
const descent = 0.2;

function boxOf(item: SceneText, origin: Point, lineWidth: LineWidth): TextBox | undefined {
  const lines = linesOf(item);
  const size = item.fontSize ?? 11;
  const text = lines.join(' ').trim();
  if (text === '' || size <= 0 || item.opacity === 0 || item.fillOpacity === 0) return undefined;
  const widths = lines.map((line) => lineWidth(item, line.trim()));
  const limit = item.limit !== undefined && item.limit > 0 ? item.limit : Number.POSITIVE_INFINITY;
  const widest = Math.max(...widths);
  const width = Math.min(widest, limit);
  const lh = item.lineHeight ?? size + 2;
  const polar = (item.theta ?? 0) - Math.PI / 2;
  const anchor = {
    x: origin.x + (item.x ?? 0) + (item.radius ?? 0) * Math.cos(polar),
    y: origin.y + (item.y ?? 0) + (item.radius ?? 0) * Math.sin(polar),
  };
  const shift = item.align === 'center' ? width / 2 : item.align === 'right' ? width : 0;
  const left = (item.dx ?? 0) - shift;
  const baseline = (item.dy ?? 0) + Math.round(baselineOffset(item.baseline, size, lh));
  const top = baseline - ascent * size;
  const bottom = baseline + lh * (lines.length - 1) + descent * size;
  const angle = ((item.angle ?? 0) * Math.PI) / 180;
  const place = (x: number, y: number): Point => ({
    x: anchor.x + x * Math.cos(angle) - y * Math.sin(angle),
    y: anchor.y + x * Math.sin(angle) + y * Math.cos(angle),
  });
  return {
    text,
    corners: [place(left, top), place(left + width, top), place(left + width, bottom), place(left, bottom)],
    fontSize: size,
    truncated: widest > limit,
  };
}

/** Every text that a mark and the groups in it print; `origin` is where the mark's coordinates begin in the image. */
export function textBoxes(mark: SceneGroup, origin: Point, lineWidth: LineWidth): TextBox[] {
  if (mark.marktype === 'text') return mark.items.flatMap((item) => boxOf(item, origin, lineWidth) ?? []);
  if (mark.marktype !== 'group') return [];
  return mark.items.flatMap((item) => {
    const inner = { x: origin.x + (item.x ?? 0), y: origin.y + (item.y ?? 0) };
    return (item.items ?? []).flatMap((child) => textBoxes(child, inner, lineWidth));
  });
}
