/** What book and templates ask the data for by name: a name that no edition has hides a section, or breaks one unseen. */
import { hasData, hasNamed } from '../compose/index.ts';
import type { Report, YamlTree } from '../load/index.ts';
import { suggest } from '../model/nearest.ts';
import { error } from '../model/problem.ts';
import type { Words } from '../words/index.ts';
import { callsIn, withinExpression } from './expressions.ts';
import { placeInToken } from './reading.ts';
import type { LintText, SeriesSources } from './texts.ts';

/** Every name by which the data of a series can be asked for. */
function knownNames({ datasets }: SeriesSources) {
  const cubes = new Set(datasets.flatMap((dataset) => [...dataset.cubes.keys()]));
  const facts = new Set(datasets.flatMap((dataset) => [...dataset.facts.keys()]));
  const groups = datasets.flatMap(({ codeLists }) =>
    [...codeLists.values()].flatMap((list) => [...list.groups.keys()]),
  );
  const factGroups = [...facts].map((path) => path.split('.')[0] ?? '');
  const needs = ['chronicle', ...cubes, ...[...factGroups, ...facts].map((path) => `facts.${path}`)];
  const measures = datasets.flatMap((dataset) =>
    [...dataset.cubes.values()].flatMap(({ name, measures: of }) =>
      [...of.keys()].map((measure) => `${name}.${measure}`),
    ),
  );
  return {
    facts,
    needs: [...needs, ...groups.map((group) => `groups.${group}`)],
    named: [...facts, ...cubes, ...measures],
  };
}

/** `needs` of sections that no edition of the series meets. */
export function lintNeeds(sources: SeriesSources, report: Report): void {
  const { raw, datasets } = sources;
  const known = knownNames(sources).needs;
  const visit = (book: YamlTree, value: unknown, path: readonly PropertyKey[]): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [name, item] of Object.entries(value)) {
      const key = Array.isArray(value) ? Number(name) : name;
      if (key !== 'needs' || !Array.isArray(item)) visit(book, item, [...path, key]);
      else {
        for (const [index, need] of item.entries()) {
          if (datasets.some((dataset) => hasData(dataset, String(need)))) continue;
          const values = { name: String(need), suggestion: suggest(String(need), known) };
          report(error('lint.unknown-need', book.place([...path, key, index]), values));
        }
      }
    }
  };
  for (const book of [raw.book, ...raw.arrangements.values()]) if (book) visit(book, book.value, []);
}

/** Names in `(has "…")`, facts and words that do not exist, in branches that no edition reaches too. */
export function createDataNameLint(sources: SeriesSources): (text: LintText, words: Words, report: Report) => void {
  const { datasets } = sources;
  const { facts, named } = knownNames(sources);
  const groups = new Set([...facts].map((path) => path.split('.')[0]));
  return ({ tokens }, words, report) => {
    for (const token of tokens) {
      if (token.kind !== 'computed') continue;
      for (const call of callsIn([token.expression])) {
        const [argument] = call.args;
        const name = argument?.kind === 'written' ? String(argument.value) : undefined;
        if (argument === undefined || name === undefined) continue;
        const place = placeInToken(token, argument);
        if (call.helper === 'has' && !datasets.some((dataset) => hasNamed(dataset, name))) {
          report(error('lint.unknown-need', place, { name, suggestion: suggest(name, named) }));
        }
        if (call.helper === 't' && !words.has(`book:${name}`))
          report(error('words.missing', place, { key: `book:${name}` }));
      }
      for (const expression of withinExpression(token.expression)) {
        if (expression.kind !== 'name') continue;
        const [root, group = '', name] = expression.data ? expression.parts.slice(1) : expression.parts;
        const path = name === undefined ? group : `${group}.${name}`;
        if (root !== 'facts' || path === '' || (name === undefined ? groups.has(group) : facts.has(path))) continue;
        const values = { name: `facts.${path}`, suggestion: `facts.${suggest(path, facts)}` };
        report(error('template.unknown-name', placeInToken(token, expression), values));
      }
    }
  };
}
