/** Word's units. A twip is a twentieth of a point, 1440 to the inch. */
import type { Theme } from '../../model/theme.ts';

export function twipsFromPoints(points: number): number {
  return Math.round(points * 20);
}

/** Sizes of type in Word are whole half points. */
export function halfPoints(points: number): number {
  return Math.round(points * 2);
}

export function twipsFromMillimetres(millimetres: number): number {
  return Math.round((millimetres / 25.4) * 1440);
}

/** Rules are measured in eighths of a point. */
export function eighthsFromPoints(points: number): number {
  return Math.round(points * 8);
}

/** CSS px, 96 to the inch. */
export function pixelsFromTwips(twips: number): number {
  return twips / 15;
}

/** Width of the text area in twips. */
export function textWidth(theme: Theme): number {
  const { width, inner, outer } = theme.page;
  return twipsFromMillimetres(width) - twipsFromMillimetres(inner) - twipsFromMillimetres(outer);
}

/** A colour of the theme as six hexadecimal digits without `#`. */
export function hexColor(theme: Theme, name: string): string {
  return (theme.colors[name] ?? '#000000').replace('#', '').toUpperCase();
}
