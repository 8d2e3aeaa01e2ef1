/** Bulleted and numbered lists. */
import type { Context } from './context.ts';
import { LevelFormat } from './library.ts';
import { twipsFromPoints } from './units.ts';

export function listReference(ordered: boolean): string {
  return ordered ? 'ordered' : 'unordered';
}

/** The two kinds of list; each list of the book is an instance, which counts from 1. */
export function listNumbering({ theme, lang }: Context) {
  const em = twipsFromPoints(theme.text.body.size);
  const first = theme.text.body.indent[lang] * em;
  const hanging = Math.round(1.5 * em);
  const config = (ordered: boolean, text: string) => ({
    reference: listReference(ordered),
    levels: [
      {
        level: 0,
        format: ordered ? LevelFormat.DECIMAL : LevelFormat.BULLET,
        text,
        style: { paragraph: { indent: { left: first + hanging, hanging } } },
      },
    ],
  });
  return { config: [config(true, lang === 'zh' ? '(%1)' : '%1.'), config(false, '•')] };
}
