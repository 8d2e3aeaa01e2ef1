/** Every figure with its picture, its alternative text, and the labels of its data. */
import type { Figure } from '../../model/document.ts';
import { labelSuffix } from '../../model/document-texts.ts';
import type { Problem } from '../../model/problem.ts';
import type { Check, CheckInput } from '../check.ts';
import { finding } from '../findings.ts';
import { compact, type MarginText, type PageNumber } from '../finished.ts';
import { marginsOf } from '../margins.ts';
import { type MatchedFigure, matchFigures } from '../parts.ts';

/** Numbers in a text as it is compared: `(81.9%)` has `81.9`. */
const numbersOf = (text: string): readonly string[] => text.match(/[−-]?\d+(?:[.,:/]\d+)*/g) ?? [];

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [compact(value)];
  if (Array.isArray(value)) return value.flatMap(stringsIn);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

/** The labels of one field of the chart's data, in the order of its rows. */
interface LabelField {
  readonly name: string;
  readonly labels: readonly string[];
}

function labelFields({ data }: Figure): readonly LabelField[] {
  return Object.entries(data).flatMap(([query, rows]) => {
    const fields = new Set(rows.flatMap((row) => Object.keys(row).filter((field) => field.endsWith(labelSuffix))));
    return [...fields].map((field) => ({
      name: `${query}.${field.slice(0, -labelSuffix.length)}`,
      // One that is not known shows a sign instead of a number.
      labels: rows.map((row) => compact(String(row[field] ?? ''))).filter((label) => /\d/.test(label)),
    }));
  });
}

/** Numbers that are drawn, each as often as it is drawn and not yet accounted for. */
class Drawn {
  private readonly counts = new Map<string, number>();

  constructor(texts: readonly string[]) {
    for (const number of texts.flatMap(numbersOf)) this.counts.set(number, (this.counts.get(number) ?? 0) + 1);
  }

  has(label: string): boolean {
    return numbersOf(label).every((number) => (this.counts.get(number) ?? 0) > 0);
  }

  take(label: string): void {
    for (const number of numbersOf(label)) this.counts.set(number, (this.counts.get(number) ?? 0) - 1);
  }

  get left(): readonly string[] {
    return [...this.counts].flatMap(([number, count]) => (count > 0 ? [number] : []));
  }
}

/** Labels of a field that are drawn and those that are not. */
function split({ labels }: LabelField, drawn: Drawn) {
  const shown: string[] = [];
  const missing: string[] = [];
  for (const label of labels) {
    if (drawn.has(label)) {
      drawn.take(label);
      shown.push(label);
    } else missing.push(label);
  }
  return { shown, missing };
}

interface Labels {
  readonly proved: number;
  readonly problems: readonly Problem[];
}

/**
 * A chart draws the labels of a field or leaves the field to its bars and lines: if half of them are there, all must be. A number
 * that is drawn and is no label stands in another text of the chart: a name, a year, a title.
 */
function compareLabels(input: CheckInput, { figure, shown }: MatchedFigure, beside: readonly string[]): Labels {
  const names = [...namesIn(figure), ...stringsIn(figure.spec)].toSorted((a, b) => b.length - a.length);
  // Names on an axis stand in one line: `2020 2021`.
  const withoutNames = (text: string) =>
    names.reduce((rest, name) => (name === '' ? rest : rest.replaceAll(name, ' ')), text);
  const texts = [...shown.texts.map(compact), ...beside.map(withoutNames)];
  const drawn = new Drawn(texts);
  const problems: Problem[] = [];
  const fields = labelFields(figure);
  const here = (name: string, values: Problem['values']) =>
    problems.push(finding(name, input.name, shown.page, { place: figure.label, ...values }));
  let proved = 0;
  // Those that are drawn whole take their numbers first, lest a field that is not drawn takes some that look alike.
  const isWhole = (field: LabelField) => split(field, new Drawn(texts)).missing.length === 0;
  for (const field of fields.filter(isWhole)) proved += split(field, drawn).shown.length;
  for (const field of fields.filter((candidate) => !isWhole(candidate))) {
    const rest = new Drawn(texts);
    const { missing } = split(field, rest);
    if (missing.length * 2 > field.labels.length) continue;
    const found = split(field, drawn);
    proved += found.shown.length;
    for (const label of found.missing) here('verify.label-missing', { field: field.name, expected: label });
  }
  const others = new Set(names.flatMap(numbersOf));
  for (const number of drawn.left) if (!others.has(number)) here('verify.unbound-label', { found: number });
  return { proved, problems };
}

/** Texts of the data that are no labels of numbers: names of categories, years. */
function namesIn({ data }: Figure): readonly string[] {
  return Object.values(data).flatMap((rows) =>
    rows.flatMap((row) =>
      Object.entries(row).flatMap(([field, value]) => (field.endsWith(labelSuffix) ? [] : stringsIn(value))),
    ),
  );
}

/** Names of the categories, if most of them are drawn: then all must be but those for which the chart has other words. */
function compareNames(input: CheckInput, { figure, shown }: MatchedFigure, beside: readonly string[]): Problem[] {
  const text = [...shown.texts.map(compact), ...beside].join('');
  const spec = JSON.stringify(figure.spec);
  const isSpecial = (word: string) => spec.includes(`"${word}"`) || spec.includes(`'${word}'`);
  return Object.values(figure.data).flatMap((rows) => {
    const names = new Map(rows.map(({ name, code }) => [compact(String(name ?? '')), String(code)]));
    const missing = [...names].filter(([name]) => !text.includes(name));
    if (missing.length * 2 >= names.size) return [];
    return missing
      .filter(([name, code]) => !isSpecial(code) && !isSpecial(name))
      .map(([name]) =>
        finding('verify.label-missing', input.name, shown.page, { place: figure.label, field: 'name', expected: name }),
      );
  });
}

/** Words that are drawn and are neither in the data nor in the specification of the chart. */
function compareWords(input: CheckInput, { figure, shown }: MatchedFigure): Problem[] {
  const known = [...namesIn(figure), ...stringsIn(figure.data), ...stringsIn(figure.spec)].join('\n');
  const words = shown.texts.flatMap((text) => compact(text).split(/[\d.,:%()/−+-]+/));
  return words
    .filter((word) => !known.includes(word))
    .map((found) => finding('verify.unbound-label', input.name, shown.page, { place: figure.label, found }));
}

function compareAlternative(input: CheckInput, { figure, shown }: MatchedFigure): Problem[] {
  const [expected, found] = [compact(figure.alt), compact(shown.alt)];
  return expected === found
    ? []
    : [
        finding('verify.alternative', input.name, shown.page, {
          place: figure.label,
          expected: figure.alt,
          found: shown.alt,
        }),
      ];
}

/** A format that has pictures beside the text has each twice, as drawing and as pixels. */
function comparePictures(input: CheckInput, { figure, shown }: MatchedFigure): Problem[] {
  const isDrawn = input.file.format === 'pdf' ? shown.texts.length > 0 : shown.pictures.length === 2;
  if (isDrawn && !shown.pictures.includes(0)) return [];
  return [finding('verify.no-picture', input.name, shown.page, { place: figure.label })];
}

/** Texts of charts that the file has among what is no part of the text: axes and legends. */
function besideOn(page: PageNumber, margins: readonly MarginText[]): readonly string[] {
  return margins.filter((margin) => margin.page === page).map(({ text }) => compact(text));
}

/** On a page with several figures each text beside them belongs to one of them: numbers in it must be those of any. */
function besideOf({ figure }: MatchedFigure, texts: readonly string[]): readonly string[] {
  const own = [...namesIn(figure), ...stringsIn(figure.spec)];
  return texts.filter((text) => own.some((name) => name !== '' && (text.includes(name) || name.includes(text))));
}

export const checkFigures: Check = (input) => {
  const matched = matchFigures(input.alignment, input.file);
  const { others } = marginsOf(input.document, input.file);
  let chartLabels = 0;
  const problems = matched.flatMap((match) => {
    const wrong = [...compareAlternative(input, match), ...comparePictures(input, match)];
    // Word has its charts as outlines.
    if (input.file.format !== 'pdf') return wrong;
    const beside = besideOf(match, besideOn(match.shown.page, others));
    const labels = compareLabels(input, match, beside);
    chartLabels += labels.proved;
    return [...wrong, ...labels.problems, ...compareNames(input, match, beside), ...compareWords(input, match)];
  });
  return { proved: { figures: matched.length, chartLabels }, problems };
};
