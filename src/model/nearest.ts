import leven from 'leven';

/** The option nearest to a misspelt word, if one is near enough to be meant; for "did you mean". */
export function nearest(word: string, options: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(word.length / 2));
  for (const option of options) {
    const distance = leven(word.toLowerCase(), option.toLowerCase());
    if (distance < bestDistance || (distance === bestDistance && best === undefined)) {
      best = option;
      bestDistance = distance;
    }
  }
  return best;
}

/** What to suggest for a misspelt word: the nearest option, or the first few where none is near. */
export function suggest(word: string, options: Iterable<string>): string {
  const all = [...options];
  return nearest(word, all) ?? all.slice(0, 5).join(', ');
}
