/** The book xpcc 2024 with one cell of its data changed, and what a reader sees of it. */
import { Decimal } from 'decimal.js';
import type { Block, Document, Figure, Lang, Table } from '../../src/model/document.ts';
import { plainText } from '../../src/model/document.ts';
import { blocksOf, numbersIn, runningTexts } from '../../src/model/document-texts.ts';
import type { Quantity } from '../../src/model/quantity.ts';
import { cellText, originText } from './origins.ts';
import { buildDocuments, type Changes, swap } from './project.ts';

export const languages: readonly Lang[] = ['zh', 'en'];
export const original = buildDocuments();
export const folder = 'data/xpcc/2024';

/** One change of one cell: the file, what its line says before and after, and the place of the observation. */
interface OneChange {
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly place: string;
  /** Blocks that change although no number in them follows: a condition, not a number, decides what they say. */
  readonly byCondition?: readonly string[];
}
/** The change as one of a whole line. */
const changesOf = ({ file, from, to }: OneChange): Changes => ({
  [`${folder}/${file}`]: (text) => swap(`\n${from}\n`, `\n${to}\n`)(`${text}\n`).slice(0, -1),
});

export const changes: Readonly<Record<string, OneChange>> = {
  'the leading division falls': {
    file: 'registrations.csv',
    from: '2024,D12,12921.46',
    to: '2024,D12,1921.46',
    place: 'registrations registrant=D12 amount 2024',
  },
  'a division had more in the year before': {
    file: 'registrations.csv',
    from: '2023,D01,3055.06',
    to: '2023,D01,3255.06',
    place: 'registrations registrant=D01 amount 2023',
  },
  'the total falls': {
    file: 'registrations.csv',
    from: '2023,D08,8824.8',
    to: '2023,D08,48824.8',
    place: 'registrations registrant=D08 amount 2023',
  },
  'the south overtakes the north': {
    file: 'registrations.csv',
    from: '2024,TARU,3644.02',
    to: '2024,TARU,83644.02',
    place: 'registrations registrant=TARU amount 2024',
  },
  'a type of contract becomes small': {
    file: 'contract-types.csv',
    from: '2024,TD,388,40703.63',
    to: '2024,TD,388,4070.36',
    place: 'contract-types type=TD amount 2024',
    // The whole falls, so that nothing contributes to its growth any more.
    byCondition: ['types 2'],
  },
  'contracts of a type become many': {
    file: 'contract-types.csv',
    from: '2024,TC,100,9475.21',
    to: '2024,TC,900,9475.21',
    place: 'contract-types type=TC contracts 2024',
  },
  'contracts become fewer than in the year before': {
    file: 'published.csv',
    from: 'increase,contract-types,,,contracts,2024,44,contract,一',
    to: 'increase,contract-types,,,contracts,2024,-12,contract,一',
    place: 'contract-types contracts 2024',
  },
  'a programme loses its majority': {
    file: 'task-sources.csv',
    from: '2024,PLAN,429,48878.86,',
    to: '2024,PLAN,429,18878.86,',
    place: 'task-sources task_source=PLAN amount 2024',
  },
  'most technology leaves': {
    file: 'flows.csv',
    from: '2024,OUTSIDE,113,9083.99',
    to: '2024,OUTSIDE,113,99083.99',
    place: 'flows destination=OUTSIDE amount 2024',
  },
  'enterprises lose their majority': {
    file: 'parties.csv',
    from: '2024,ENT,286,56940.2,',
    to: '2024,ENT,286,36940.2,',
    place: 'parties party=ENT amount 2024',
  },
  'a field grows': {
    file: 'fields.csv',
    from: '2024,NM,,18484,missing',
    to: '2024,NM,,22484.5,missing',
    place: 'fields field=NM amount 2024',
  },
  'a size band leads': {
    file: 'contract-sizes.csv',
    from: '2024,B10,109,1450.50',
    to: '2024,B10,109,21450.50',
    place: 'contract-sizes band=B10 amount 2024',
  },
  'a size band has the most contracts': {
    file: 'contract-sizes.csv',
    from: '2024,B5,70,440.02',
    to: '2024,B5,370,440.02',
    place: 'contract-sizes band=B5 contracts 2024',
  },
};
const changed = new Map<string, ReturnType<typeof buildDocuments>>();
/** The book of one change, composed when it is first asked for. */
export function documentWhen(name: string, lang: Lang): Document {
  const change = changes[name];
  if (change === undefined) throw new Error(`No such change: ${name}`);
  const documents = changed.get(name) ?? buildDocuments(changesOf(change));
  changed.set(name, documents);
  return documents[lang];
}

/** All a reader sees of a block: its words and numbers, its cells, its data and its alternative text. */
export const seen = (block: Block): string =>
  JSON.stringify([
    runningTexts(block).map((inlines) => plainText(inlines)),
    block.type === 'table' ? block.rows.map(({ cells }) => cells.map(cellText)) : [],
    block.type === 'figure' ? [block.alt, block.data] : [],
  ]);
/** The amounts that a text names, in 万元. */
export const amountsIn = (text: string, lang: Lang): number[] =>
  lang === 'zh'
    ? [...text.matchAll(/([\d\u202f.]+)万元/g)].map(([, digits = '']) => Number(digits.replaceAll('\u202f', '')))
    : [...text.matchAll(/CNY\u00a0([\d,.]+)(\u00a0million)?/g)].map(([, digits = '', million]) =>
        new Decimal(digits.replaceAll(',', '')).times(million ? 100 : 0.0001).toNumber(),
      );
/** Every bound number of a block. */
export const numbersOf = (block: Block): Quantity[] => [
  ...runningTexts(block).flatMap((inlines) => numbersIn(inlines).map(({ quantity }) => quantity)),
  ...(block.type === 'table'
    ? block.rows.flatMap(({ cells }) => cells.flatMap((cell) => (cell.type === 'quantity' ? cell.quantity : [])))
    : []),
  ...(block.type === 'figure' ? block.quantities : []),
];
/** Every number as it is printed, by where it comes from. */
export function printedNumbers(
  document: Document,
): ReadonlyMap<string, { readonly text: string; readonly quantity: Quantity }> {
  const found = blocksOf(document).flatMap((block) => [
    ...runningTexts(block).flatMap((inlines) => numbersIn(inlines)),
    ...(block.type === 'table'
      ? block.rows.flatMap(({ cells }) => cells.flatMap((cell) => (cell.type === 'quantity' ? cell : [])))
      : []),
  ]);
  return new Map(
    found.map(({ text, quantity }) => [
      `${originText(quantity)} ${quantity.unit} ${quantity.decimals}`,
      { text, quantity },
    ]),
  );
}
/** Name of a block for a message, and to tell where something changed. */
export function names(document: Document): string[] {
  let heading = '';
  const counts = new Map<string, number>();
  return blocksOf(document).map((block) => {
    if (block.type === 'heading') heading = block.id.replace('section-', '');
    if (block.type !== 'paragraph') return 'id' in block ? block.id : `${heading} ${block.type}`;
    counts.set(heading, (counts.get(heading) ?? 0) + 1);
    return `${heading} ${counts.get(heading)}`;
  });
}
/** Names of the blocks in which a reader sees a difference. */
export function changedBlocks(before: Document, now: Document): string[] {
  const [old, found] = [blocksOf(before), blocksOf(now)];
  return names(before).filter((_, index) => {
    const [a, b] = [old[index], found[index]];
    return a === undefined || b === undefined || seen(a) !== seen(b);
  });
}
/** The paragraphs of a section, with ordinary spaces. */
export const prose = (document: Document, section: string) => {
  const at = names(document).flatMap((name, index) => (name.startsWith(`${section} `) ? index : []));
  return at
    .map((index) =>
      blocksOf(document)
        .slice(index, index + 1)
        .flatMap(runningTexts)
        .map(plainText)
        .join(''),
    )
    .join('\n')
    .replace(/[\u202f\u00a0]/g, ' ');
};
export const table = (document: Document, id: string) =>
  blocksOf(document).find((block): block is Table => block.type === 'table' && block.id === id);
export const figure = (document: Document, id: string) =>
  blocksOf(document).find((block): block is Figure => block.type === 'figure' && block.id === id);
/** Texts of a table's row by its label. */
export const row = (document: Document, id: string, label: string) =>
  table(document, id)
    ?.rows.map(({ cells }) => cells.map((cell) => cellText(cell).replaceAll('\u202f', ' ')))
    .find(([first]) => first === label);
