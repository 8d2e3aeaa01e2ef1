/** Checks that a reader can read a drawn chart: no text overlaps another, leaves the image, is cut off or too small. */
import type { Figure } from '../../model/document.ts';
import { type Problem, warning } from '../../model/problem.ts';
import { pxFromPt, smallestLabel } from './config.ts';
import type { Point, TextBox } from './scene.ts';

/** Rounding of baselines to whole pixels moves a text by half a pixel; less than that is no finding. */
const tolerance = 0.75;

type Polygon = readonly Point[];

function edges(polygon: Polygon): Point[] {
  return polygon.map((point, index) => {
    const next = polygon[(index + 1) % polygon.length] ?? point;
    return { x: next.x - point.x, y: next.y - point.y };
  });
}

/** How deep two spans on an axis reach into each other; negative if they don't. */
function depth(a: Polygon, b: Polygon, axis: Point): number {
  const along = (polygon: Polygon): number[] => polygon.map(({ x, y }) => x * axis.x + y * axis.y);
  const [one, two] = [along(a), along(b)];
  return Math.min(Math.max(...one), Math.max(...two)) - Math.max(Math.min(...one), Math.min(...two));
}

/** Separating axis test, exact for turned boxes, too. */
function overlap(a: Polygon, b: Polygon): boolean {
  return [...edges(a), ...edges(b)].every((edge) => {
    const length = Math.hypot(edge.x, edge.y);
    return length === 0 || depth(a, b, { x: -edge.y / length, y: edge.x / length }) > tolerance;
  });
}

export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

function outside({ corners }: TextBox, { width, height }: ImageSize): boolean {
  return corners.some(
    ({ x, y }) => x < -tolerance || y < -tolerance || x > width + tolerance || y > height + tolerance,
  );
}

/** Warnings about one figure: `chart.text-overlap`, `chart.text-clipped`, `chart.text-too-small`. */
export function checkLegibility(
  { id: figure, place }: Pick<Figure, 'id' | 'place'>,
  texts: readonly TextBox[],
  size: ImageSize,
): Problem[] {
  const problems: Problem[] = [];
  texts.forEach((box, index) => {
    for (const other of texts.slice(index + 1)) {
      if (overlap(box.corners, other.corners)) {
        problems.push(warning('chart.text-overlap', place, { figure, first: box.text, second: other.text }));
      }
    }
    if (box.truncated || outside(box, size)) {
      problems.push(warning('chart.text-clipped', place, { figure, text: box.text }));
    }
    const pt = (box.fontSize * 72) / 96;
    if (box.fontSize < pxFromPt(smallestLabel) - 0.01) {
      problems.push(
        warning('chart.text-too-small', place, {
          figure,
          text: box.text,
          size: Math.round(pt * 10) / 10,
          smallest: smallestLabel,
        }),
      );
    }
  });
  return problems;
}
