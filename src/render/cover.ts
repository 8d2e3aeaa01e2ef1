/**
 * The cover's ornament, the same for PDF and Word: a band of stripes that darken to the right. They are equally high
 * on purpose; anything that rises and falls on a yearbook's cover would be read as figures.
 */
export interface Stripe {
  /** Left edge and width as shares of the text's width. */
  readonly left: number;
  readonly width: number;
  /** Share of the accent colour, the rest being paper. */
  readonly shade: number;
}

/** Height of the band in mm. */
export const bandHeight = 30;

const count = 33;
/** Width of a stripe, where 1 is the distance from stripe to stripe. */
const thickness = 0.4;

export const stripes: readonly Stripe[] = Array.from({ length: count }, (_, index) => {
  const step = 1 / (count - 1 + thickness);
  return { left: index * step, width: thickness * step, shade: 0.12 + (0.88 * index) / (count - 1) };
});
