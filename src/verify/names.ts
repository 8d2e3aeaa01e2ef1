/** Names of the data that have digits, and words of units: they may stand in a text unmarked. */
import type { Dataset, Names } from '../model/dataset.ts';
import type { Words } from '../words/index.ts';

function namesOf({ codeLists, facts }: Dataset): readonly Names[] {
  const codes = [...codeLists.values()].flatMap((list) => [...list.codes.values()].map(({ names }) => names));
  const ofFacts = [...facts.values()].flatMap((fact) => {
    if (fact.kind === 'name') return [fact.names];
    return fact.kind === 'codes' ? fact.codes.map(({ names }) => names) : [];
  });
  return [...codes, ...ofFacts];
}

/** In the language of the words, each once. */
export function namesWithDigits(dataset: Dataset, words: Words): readonly string[] {
  const units = [...dataset.units.keys()].map((unit) => words.say(`units:${unit}.symbol`));
  const all = [...namesOf(dataset).map((names) => names[words.lang]), ...units];
  return [...new Set(all)].filter((name) => /\d/.test(name));
}
