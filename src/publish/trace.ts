/**
 * The trace beside the files of an edition: for every printed number its place in the book and its origin. Origins are
 * listed once and named by their place in the list, since thousands of numbers follow from the same observations.
 */
import { refText } from '../derive/index.ts';
import { type Document, type Lang, languages } from '../model/document.ts';
import { placeText } from '../model/problem.ts';
import type { Quantity } from '../model/quantity.ts';
import type { BlockPages } from '../verify/index.ts';
import { sha256 } from './manifest.ts';
import { type PrintedNumber, printedNumbers } from './printed-numbers.ts';

/** Where a quantity comes from; `from` are the places of its inputs in the list of origins. */
export interface TraceOrigin {
  /** The exact value, with a dot. */
  readonly value: string;
  readonly unit: string;
  readonly kind: Quantity['origin']['kind'];
  /** Of an observation or published indicator its place in a cube; of a fact its path; of the edition its field. */
  readonly of?: string;
  readonly indicator?: string;
  readonly from?: readonly number[];
  /** `data/…/output.csv:14:4` */
  readonly at?: string;
  /** The source's table or page. */
  readonly source?: string;
}

/** Text, origin and, of a cell, row and column from 1. */
export type TracedNumber = readonly [text: string, origin: number, row?: number, column?: number];

export interface TracedBlock {
  readonly block: number;
  readonly section: readonly string[];
  readonly label?: string;
  /** As it is printed; only if a PDF was made. */
  readonly page?: string;
  /** Of a table on several pages: the page of each row. */
  readonly rowPages?: readonly string[];
  readonly numbers: readonly TracedNumber[];
}

export interface Trace {
  readonly series: string;
  readonly year: number;
  /** Digest of the inputs of each language: pages are those of a book that was made of them. */
  readonly inputs: Readonly<Partial<Record<Lang, string>>>;
  readonly numbers: Readonly<Partial<Record<Lang, readonly TracedBlock[]>>>;
  readonly origins: readonly TraceOrigin[];
}

/** Origins, each once, in the order in which they are asked for. */
export class OriginList {
  readonly origins: TraceOrigin[] = [];
  private readonly ofQuantity = new Map<Quantity, number>();
  private readonly ofText = new Map<string, number>();

  /** Place of a quantity's origin in the list. */
  add(quantity: Quantity): number {
    const known = this.ofQuantity.get(quantity);
    if (known !== undefined) return known;
    const origin = this.describe(quantity);
    const text = JSON.stringify(origin);
    const place = this.ofText.get(text) ?? this.origins.push(origin) - 1;
    this.ofText.set(text, place);
    this.ofQuantity.set(quantity, place);
    return place;
  }

  private describe({ value, unit, origin, ref }: Quantity): TraceOrigin {
    const common = { value: value.toSignificantDigits(20).toFixed(), unit, kind: origin.kind };
    switch (origin.kind) {
      case 'observation':
        return { ...common, of: refText(origin), at: placeText(origin.place), source: origin.source };
      case 'published': {
        const { indicator, source } = origin;
        return { ...common, of: refText(origin), indicator, at: placeText(origin.place), source };
      }
      case 'fact':
        return { ...common, of: origin.path, at: placeText(origin.place), source: origin.source };
      case 'edition':
        return { ...common, of: origin.field, at: placeText(origin.place) };
      case 'derived': {
        const { indicator, inputs, printed } = origin;
        return {
          ...common,
          indicator,
          ...(ref && { of: refText(ref) }),
          from: inputs.map((input) => this.add(input)),
          ...(printed && { at: placeText(printed.place), source: printed.source }),
        };
      }
    }
  }
}

/** Digest of everything that an edition of this language is made of: all but the templates of the others. */
export function inputsDigest(inputs: ReadonlyMap<string, Uint8Array>, lang: Lang): string {
  const others = languages.filter((other) => other !== lang);
  const isOwn = (file: string) => !others.some((other) => new RegExp(`^templates/[^/]+/${other}/`).test(file));
  const own = [...inputs].filter(([file]) => isOwn(file));
  const lines = own.map(([file, bytes]) => `${file} ${sha256(bytes)}`).sort();
  return sha256(new TextEncoder().encode(lines.join('\n')));
}

function tracedBlocks(numbers: readonly PrintedNumber[], origins: OriginList): readonly TracedBlock[] {
  const blocks = new Map<number, TracedBlock & { readonly numbers: TracedNumber[] }>();
  for (const { text, quantity, block, section, label, row, column } of numbers) {
    const traced = blocks.get(block) ?? { block, section, ...(label !== undefined && { label }), numbers: [] };
    const origin = origins.add(quantity);
    traced.numbers.push(row === undefined || column === undefined ? [text, origin] : [text, origin, row, column]);
    blocks.set(block, traced);
  }
  return [...blocks.values()];
}

export interface TraceInput {
  readonly series: string;
  readonly year: number;
  readonly inputs: ReadonlyMap<string, Uint8Array>;
  readonly documents: readonly Document[];
}

/** The trace of an edition year, without pages. */
export function traceOf({ series, year, inputs, documents }: TraceInput): Trace {
  const origins = new OriginList();
  const numbers = documents.map(
    (document) => [document.lang, tracedBlocks(printedNumbers(document), origins)] as const,
  );
  const digests = documents.map(({ lang }) => [lang, inputsDigest(inputs, lang)] as const);
  const [byLang, ofInputs] = [Object.fromEntries(numbers), Object.fromEntries(digests)];
  return { series, year, inputs: ofInputs, numbers: byLang, origins: origins.origins };
}

/** The trace with the pages of the PDFs that were made, by language. */
export function withPages(trace: Trace, pages: ReadonlyMap<string, readonly BlockPages[]>): Trace {
  const numbers = Object.entries(trace.numbers).map(([lang, blocks]) => {
    const ofBlocks = new Map((pages.get(lang) ?? []).map((found) => [found.block, found]));
    const paged = blocks.map((block): TracedBlock => {
      const found = ofBlocks.get(block.block);
      if (found === undefined) return block;
      const isSplit = new Set(found.rows).size > 1;
      return { ...block, page: found.page, ...(isSplit && found.rows && { rowPages: found.rows }) };
    });
    return [lang, paged] as const;
  });
  return { ...trace, numbers: Object.fromEntries(numbers) };
}

/** Page of a row of a block, or of the block, as far as it is known. */
export const pageOf = ({ page, rowPages }: TracedBlock, row: number | undefined): string | undefined =>
  (row === undefined ? undefined : rowPages?.[row - 1]) ?? page;

/** As JSON with a line for each block and each origin. */
export function traceBytes({ origins, numbers, ...head }: Trace): Uint8Array {
  const lines = (list: readonly unknown[]) => `[\n${list.map((entry) => JSON.stringify(entry)).join(',\n')}\n]`;
  const languages = Object.entries(numbers).map(([lang, blocks]) => `${JSON.stringify(lang)}: ${lines(blocks)}`);
  const start = JSON.stringify(head).slice(0, -1);
  return new TextEncoder().encode(`${start},\n"numbers": {${languages.join(',\n')}},\n"origins": ${lines(origins)}}\n`);
}

/** Name of the trace of an edition year. */
export const traceName = (series: string, year: number): string => `${series}-${year}.trace.json`;
