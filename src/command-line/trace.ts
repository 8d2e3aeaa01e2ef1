/** `trace`: where a printed number stands in the book and where it comes from. Composes the edition and renders nothing. */
import { composeEdition, remembering } from '../compose-edition.ts';
import type { EditionYear } from '../load/index.ts';
import type { Lang } from '../model/document.ts';
import { suggest } from '../model/nearest.ts';
import { error, Failure } from '../model/problem.ts';
import type { ProjectFiles } from '../model/project-files.ts';
import { type PrintedNumber, printedNumbers } from '../publish/printed-numbers.ts';
import { inputsDigest, OriginList, pageOf, type Trace, type TracedBlock, traceName } from '../publish/trace.ts';
import type { Words } from '../words/index.ts';
import { originLines } from './trace-origin.ts';
import { findNumbers, nearestNumbers, type TraceQuery } from './trace-query.ts';

/** The blocks of the last build with their pages, if its inputs are still those of today. */
function tracedBlocks(file: Uint8Array | undefined, inputs: string, lang: Lang): readonly TracedBlock[] {
  if (file === undefined) return [];
  try {
    const trace = JSON.parse(new TextDecoder().decode(file)) as Partial<Trace>;
    return trace.inputs?.[lang] === inputs ? (trace.numbers?.[lang] ?? []) : [];
  } catch {
    // Half a file, or somebody else's: without pages the answer is still right.
    return [];
  }
}

/** `Part 3 › 1.2 Output, Table 3-2, row 1 (Beijing), column 2 (Value), p. 31`. */
function placeText(printed: PrintedNumber, page: string | undefined, words: Words): string {
  const { section, label, row, stub, column, head } = printed;
  const cell = row === undefined ? [] : [words.say('cli:trace.cell', { row, stub, column, head })];
  return [
    section.join(' › '),
    ...(label === undefined ? [] : [label]),
    ...cell,
    ...(page === undefined ? [] : [words.say('cli:trace.page', { page })]),
  ].join(words.say('cli:trace.separator'));
}

function notFound(
  { number, table }: TraceQuery,
  edition: EditionYear,
  lang: Lang,
  numbers: readonly PrintedNumber[],
): Failure {
  const values = { ...edition, lang };
  if (number !== undefined) {
    const nearest = nearestNumbers(numbers, number, 5).join('; ');
    return new Failure('usage', [error('trace.not-printed', undefined, { ...values, number, nearest })]);
  }
  const labels = [...new Set(numbers.flatMap(({ label }) => label ?? []))];
  const suggestion = suggest(table ?? '', labels);
  return new Failure('usage', [error('trace.no-such-cell', undefined, { ...values, table: table ?? '', suggestion })]);
}

export interface TraceRequest extends EditionYear {
  readonly lang: Lang;
  readonly query: TraceQuery;
}

/**
 * The answer as text. `built` gives a file of the last build's folder, whose pages are told if it was made of the same data
 * and templates.
 * @throws Failure (input) if the edition cannot be composed
 * @throws Failure (usage) if no such number is printed
 */
export function traceText(
  { lang, query, ...edition }: TraceRequest,
  files: ProjectFiles,
  built: (name: string) => Uint8Array | undefined,
  words: Words,
): string {
  const inputs = new Map<string, Uint8Array>();
  const { documents, dataset } = composeEdition(remembering(files, inputs), edition, [lang], () => undefined);
  const numbers = documents.flatMap(printedNumbers);
  const found = findNumbers(numbers, query, dataset.units);
  if (found.length === 0) throw notFound(query, edition, lang, numbers);
  const file = built(traceName(edition.series, edition.year));
  const blocks = new Map(tracedBlocks(file, inputsDigest(inputs, lang), lang).map((block) => [block.block, block]));
  const list = new OriginList();
  const byOrigin = new Map<number, PrintedNumber[]>();
  for (const printed of found) {
    const origin = list.add(printed.quantity);
    byOrigin.set(origin, [...(byOrigin.get(origin) ?? []), printed]);
  }
  const answers = [...byOrigin].map(([origin, printed]) => {
    const places = printed.flatMap((number) => {
      const block = blocks.get(number.block);
      const place = placeText(number, block && pageOf(block, number.row), words);
      return [`  ${number.text}  ${place}`, ...(number.context === undefined ? [] : [`      ${number.context}`])];
    });
    return [...places, ...originLines(list.origins, origin, words).map((line) => `    ${line}`)].join('\n');
  });
  const title = words.say('cli:trace.title', {
    ...edition,
    lang: words.say(`cli:languages.${lang}`),
    count: found.length,
  });
  return [title, ...answers].join('\n\n');
}
