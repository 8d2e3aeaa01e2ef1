import type { Words } from './index.ts';

/**
 * What an entry of `locales/` says where some of its values are no texts: its own words as `typed` turns them, and the
 * `parts` in place of the values of their names, all in the order in which the language has them.
 * @throws Failure (input) if there is no such entry
 */
export function partsOf<T>(
  words: Words,
  key: string,
  typed: (text: string) => T,
  parts: Readonly<Record<string, readonly T[]>>,
  values: Readonly<Record<string, unknown>> = {},
): T[] {
  const names = Object.keys(parts);
  const marks = Object.fromEntries(names.map((name, index) => [name, `\u0000${index}\u0000`]));
  // Between two marks stands, at every second place, the number of a part.
  const pieces = words.say(key, { ...values, ...marks }).split('\u0000');
  return pieces.flatMap((piece, index) => {
    if (index % 2 === 1) return parts[names[Number(piece)] ?? ''] ?? [];
    return piece === '' ? [] : [typed(piece)];
  });
}
