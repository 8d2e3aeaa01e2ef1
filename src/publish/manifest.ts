import { createHash } from 'node:crypto';
import { type Finding, unexplained } from '../audit/index.ts';
import type { Document } from '../model/document.ts';
import { blocksOf, numbersIn, runningTexts } from '../model/document-texts.ts';
import type { Proved } from '../verify/index.ts';
import type { OutputFile } from './index.ts';

/** What a document holds, for the summary and the manifest. */
export interface Counts {
  readonly tables: number;
  readonly cells: number;
  readonly figures: number;
  /** Bound numbers in prose. */
  readonly numbers: number;
}

/** An output and what was proved of it when it was read back. */
export interface ProvedFile extends OutputFile {
  readonly proved: Proved;
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export function countsOf(document: Document): Counts {
  const blocks = blocksOf(document);
  const tables = blocks.filter((block) => block.type === 'table');
  return {
    tables: tables.length,
    cells: tables.reduce((sum, table) => sum + table.rows.reduce((cells, row) => cells + row.cells.length, 0), 0),
    figures: blocks.filter((block) => block.type === 'figure').length,
    numbers: blocks.flatMap(runningTexts).flatMap(numbersIn).length,
  };
}

/**
 * The manifest beside the files: hashes of outputs and inputs, what was proved of each file, counts, findings. The trace is
 * a file of its own. The same input gives the same bytes.
 */
export function manifest(
  edition: { readonly series: string; readonly year: number },
  outputs: readonly ProvedFile[],
  trace: OutputFile,
  inputs: ReadonlyMap<string, Uint8Array>,
  documents: readonly Document[],
  findings: readonly Finding[],
): Uint8Array {
  const content = {
    series: edition.series,
    year: edition.year,
    outputs: outputs.map(({ name, bytes, pages, proved }) => ({
      name,
      ...(pages !== undefined && { pages }),
      bytes: bytes.length,
      sha256: sha256(bytes),
      proved,
    })),
    trace: { name: trace.name, bytes: trace.bytes.length, sha256: sha256(trace.bytes) },
    counts: Object.fromEntries(documents.map((document) => [document.lang, countsOf(document)])),
    findings: findings.map(({ name, problem, erratum }) => ({
      finding: name,
      place: problem.place,
      ...problem.values,
      ...(erratum && { erratum: erratum.reason }),
    })),
    unexplained: unexplained(findings).length,
    inputs: Object.fromEntries(
      [...inputs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([file, bytes]) => [file, sha256(bytes)]),
    ),
  };
  return new TextEncoder().encode(`${JSON.stringify(content, null, 2)}\n`);
}
