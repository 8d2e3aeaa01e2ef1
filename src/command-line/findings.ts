import { type Finding, unexplained } from '../audit/index.ts';
import type { CheckedEdition } from '../check.ts';
import type { Dataset, Note } from '../model/dataset.ts';
import type { Lang } from '../model/document.ts';
import { placeText } from '../model/problem.ts';
import type { Words } from '../words/index.ts';
import { problemList, problemText } from './messages.ts';
import { textTable } from './text-table.ts';

/** Row and column of a finding as a reader of the source would name them: names of the codes, measure, year. */
function cellText({ name, rule, cell }: Finding, { cubes }: Dataset, lang: Lang): string {
  if (cell?.cube === undefined) return name;
  const dimensions = cubes.get(cell.cube)?.dimensions ?? [];
  const codes = Object.entries(cell.key ?? {}).map(
    ([dimension, code]) =>
      dimensions.find((candidate) => candidate.name === dimension)?.list.codes.get(code)?.names[lang] ?? code,
  );
  // A finding's name begins with what is printed there: `growth output region=BJ amount 2021`.
  const indicator = rule === 'published' ? name.split(' ')[0] : undefined;
  return [...codes, cell.measure, cell.year?.toString(), indicator].filter((part) => part !== undefined).join(' · ');
}

/** What probably happened to which figure. */
function slipText({ slip, problem }: Finding, words: Words): string {
  if (slip === undefined) return '';
  const isElsewhere = slip.place !== undefined && JSON.stringify(slip.place) !== JSON.stringify(problem.place);
  const { printed, meant } = slip;
  const change = meant === undefined ? printed : `${printed} → ${meant}`;
  const where = isElsewhere ? `, ${placeText(slip.place)}` : '';
  return `${words.say(`cli:check.slip.${slip.kind}`)} (${change}${where})`;
}

function findingRows(findings: readonly Finding[], dataset: Dataset, words: Words, lang: Lang) {
  return findings.map((finding) => {
    const { rule, problem, cell, printed = '', follows = '', off = '', unit = '', erratum } = finding;
    const amount = (text: string) => (text === '' ? '' : `${text} ${unit}`.trimEnd());
    // What has no figures to compare is told as it is elsewhere.
    const told =
      printed === '' && follows === ''
        ? problemText({ name: problem.name, severity: problem.severity, values: problem.values }, words)
        : undefined;
    const after = [told, erratum?.reason[lang]].filter((text) => text !== undefined).join('\n    ');
    return {
      cells: [
        placeText(problem.place),
        words.say(`cli:check.rule.${rule}`),
        cell?.table ?? '',
        cellText(finding, dataset, lang),
        amount(printed),
        amount(follows),
        off,
        slipText(finding, words),
      ],
      ...(after !== '' && { after }),
    };
  });
}

const columns = ['place', 'rule-name', 'table', 'cell', 'printed', 'follows', 'off', 'slip-kind'] as const;

/** The findings of an edition as tables for a terminal: those to look at, those on record, and what was found by reading. */
export function findingsText(edition: CheckedEdition, words: Words, lang: Lang): string {
  const { dataset, findings, problems } = edition;
  if (dataset === undefined) {
    const title = words.say('cli:check.unreadable', { ...edition, count: problems.length });
    return `${title}\n${problemList(problems, words)}`;
  }
  const open = unexplained(findings);
  const known = findings.filter(({ erratum }) => erratum !== undefined);
  const head = columns.map((column) => words.say(`cli:check.column.${column}`));
  const table = (title: string, list: readonly Finding[]) =>
    list.length === 0 ? [] : ['', words.say(title), textTable(head, findingRows(list, dataset, words, lang))];
  const noteText = ({ about, reason }: Note) => `${about}\n    ${reason[lang]}`;
  const notes = dataset.notes.length === 0 ? [] : ['', words.say('cli:check.notes'), ...dataset.notes.map(noteText)];
  const counts = { ...edition, open: open.length, known: known.length, notes: dataset.notes.length };
  return [
    words.say('cli:check.title', counts),
    ...table('cli:check.open', open),
    ...table('cli:check.known', known),
    ...notes,
  ].join('\n');
}

/** The findings of editions as JSON, for programs; names and places as in the text. */
export function findingsJson(editions: readonly CheckedEdition[]): string {
  const content = editions.map(({ series, year, dataset, findings, problems }) => ({
    series,
    year,
    open: unexplained(findings).length,
    known: findings.length - unexplained(findings).length,
    findings: findings.map(({ name, rule, problem, cell, printed, follows, off, unit, slip, erratum }) => ({
      finding: name,
      rule,
      problem: problem.name,
      place: problem.place,
      cell,
      printed,
      follows,
      off,
      unit,
      slip,
      erratum: erratum?.reason,
    })),
    notes: dataset?.notes.map(({ about, reason, place }) => ({ about, reason, place })) ?? [],
    problems,
  }));
  return JSON.stringify({ editions: content }, null, 2);
}
