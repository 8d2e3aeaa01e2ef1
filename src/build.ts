import { audit, type Finding, unexplained } from './audit/index.ts';
import { checkEditions } from './check.ts';
import { type Composed, composeEdition, remembering, type Stage } from './compose-edition.ts';
import type { EditionYear } from './load/index.ts';
import { type BuildCache, cacheOf, noCache } from './model/build-cache.ts';
import { type Document, type Lang, unreachable } from './model/document.ts';
import { Failure, type Problem } from './model/problem.ts';
import type { ProjectFiles } from './model/project-files.ts';
import type { Theme } from './model/theme.ts';
import type { OutputFile } from './publish/index.ts';
import { manifest } from './publish/manifest.ts';
import { traceBytes, traceName, traceOf, withPages } from './publish/trace.ts';
import {
  type Browser,
  createPreparation,
  type Format,
  loadPdfWriter,
  type Preparation,
  type Preparing,
  startPreparing,
  type Workshop,
  writePdf,
} from './render/index.ts';
import { checkDocuments } from './verify/documents.ts';
import { ownReader, type PdfReader, type Verified, verify } from './verify/index.ts';
import { makeWord, type WordMaker } from './word.ts';

/** The outside world, as parameters, so that the same input gives the same bytes. */
export interface World {
  readonly files: ProjectFiles;
  /** @throws Failure (machine) if there is no browser */
  readonly browser: () => Promise<Browser>;
  /** Cuts fonts and draws charts elsewhere; without it that is done here. */
  readonly workshop?: Workshop;
  /** Makes Word files elsewhere, while the browser prints; without it they are made here. */
  readonly makeWord?: WordMaker;
  /** Reads PDFs back elsewhere; without it they are read here. */
  readonly pdfReader?: PdfReader;
  /** What the build before has kept; without it everything is made anew. */
  readonly cache?: BuildCache;
  /** Puts all files of a folder in place, or none. */
  readonly publish: (folder: string, files: readonly OutputFile[]) => void;
  /** Overrides the publication date (`SOURCE_DATE_EPOCH`). */
  readonly date: Date | undefined;
  /** Told when a stage of the pipeline begins. */
  readonly stage: (name: Stage) => void;
}

export interface BuildRequest extends EditionYear {
  readonly languages: readonly Lang[];
  readonly formats: readonly Format[];
  readonly folder: string;
  readonly strict: boolean;
}

export interface BuildResult extends Composed {
  readonly findings: readonly Finding[];
  readonly outputs: readonly OutputFile[];
  /** Warnings, and what kept a format from being written. */
  readonly problems: readonly Problem[];
}

const fileName = ({ series, year }: EditionYear, lang: Lang, format: Format): string =>
  `${series}-${year}-${lang}.${format}`;

interface RenderedFile extends OutputFile {
  /** What is found when it is read back. */
  readonly verified: Promise<Verified>;
}

/** One file. It is read back while others are written. `whilePrinting` is called when there is time for other work. */
async function render(
  format: Format,
  preparing: Preparing,
  name: string,
  world: World,
  whilePrinting: () => void,
): Promise<RenderedFile> {
  switch (format) {
    case 'pdf': {
      const reader = world.pdfReader ?? ownReader;
      preparing.prepared.then(reader.load).catch(() => undefined);
      const written = await writePdf(preparing, await world.browser(), whilePrinting, world.cache);
      const verified = verify(preparing.document, preparing.theme, format, written.bytes, name, reader);
      // Whoever waits for it hears of its failure; nobody does once the build has failed.
      verified.catch(() => undefined);
      return { name, ...written, verified };
    }
    case 'docx': {
      const make: WordMaker = world.makeWord ?? ((prepared) => makeWord(prepared, name, world.cache));
      const { bytes, verified } = await make(await preparing.prepared, name);
      return { name, bytes, verified: Promise.resolve(verified) };
    }
    default:
      return unreachable(format);
  }
}

/**
 * All formats of all documents, sorted by name. What the machine cannot do (no browser) is a problem and not an
 * exception, so that the other formats are written. `meanwhile` is done while the browser prints.
 */
async function renderAll<T>(
  documents: readonly Document[],
  theme: Theme,
  { series, year, formats }: BuildRequest,
  world: World,
  preparationOf: (lang: Lang) => Preparation,
  meanwhile: () => T,
): Promise<{ readonly files: readonly RenderedFile[]; readonly problems: readonly Problem[]; readonly done: T }> {
  let done: Promise<T> | undefined;
  const whilePrinting = (): Promise<T> => {
    done ??= (async () => meanwhile())();
    // It is looked at when all has been written.
    done.catch(() => undefined);
    return done;
  };
  const problems: Problem[] = [];
  const writing: Promise<RenderedFile[]>[] = [];
  const start = async (document: Document) => {
    const preparation = preparationOf(document.lang);
    const preparing = await startPreparing(document, theme, preparation);
    for (const format of formats) {
      const name = fileName({ series, year }, document.lang, format);
      const written = render(format, preparing, name, { ...world, cache: preparation.cache }, whilePrinting).then(
        (file) => [file],
        (cause: unknown) => {
          if (!(cause instanceof Failure) || cause.fault !== 'machine') throw cause;
          problems.push(...cause.problems);
          return [];
        },
      );
      // It is looked at when all have been started.
      written.catch(() => undefined);
      writing.push(written);
    }
    problems.push(...(await preparing.prepared).problems);
  };
  const startAll = async () => {
    // The next language is prepared while the browser prints this one.
    for (const document of documents) await start(document);
    world.workshop?.rest();
  };
  if (formats.includes('pdf')) loadPdfWriter();
  // Nothing is left running behind a failure.
  const [started] = await Promise.allSettled([startAll()]);
  const settled = await Promise.allSettled(writing);
  const failed = [started, ...settled].find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
  const files = settled.flatMap((result) => (result.status === 'fulfilled' ? result.value : []));
  return { files: files.toSorted((a, b) => (a.name < b.name ? -1 : 1)), problems, done: await whilePrinting() };
}

/** @throws Failure (input) with what `check` finds without erratum, comparison with earlier editions included */
function refuseContradictions(files: ProjectFiles, edition: EditionYear): void {
  const open = checkEditions(files, [edition]).flatMap(({ findings }) => unexplained(findings));
  if (open.length > 0)
    throw new Failure(
      'input',
      open.map(({ problem }) => problem),
    );
}

/**
 * Builds one edition year: load → validate → derive → compose → resolve → render → verify → publish. The audit changes
 * nothing in a book: it is done while the browser prints.
 *
 * Without a browser the other formats are still written, and the problem is in the result.
 * @throws Failure (input) for faults of data, templates or words, and for languages that say different figures; for any
 *   finding without erratum if `strict`
 * @throws Failure (machine) if nothing can be rendered, a file does not show what its document says, or publishing fails
 */
export async function buildEdition(request: BuildRequest, world: World): Promise<BuildResult> {
  const { series, year } = request;
  const inputs = new Map<string, Uint8Array>();
  const preparations = new Map<Lang, Preparation>();
  const preparationFor = (theme: Theme) => (lang: Lang) => {
    const cache = cacheOf(world.cache ?? noCache, `${series}-${year}-${lang}`);
    const preparation = preparations.get(lang) ?? createPreparation(lang, theme, world.workshop, cache);
    preparations.set(lang, preparation);
    return preparation;
  };
  const composed = composeEdition(
    remembering(world.files, inputs),
    request,
    request.languages,
    world.stage,
    // Threads draw while this one composes; without them there is nothing to gain.
    world.workshop && ((figure, lang, theme) => void preparationFor(theme)(lang).drawFigure(figure)),
  );
  const { date } = world;
  const documents = date
    ? composed.documents.map((document) => ({ ...document, published: date }))
    : composed.documents;

  if (request.strict) refuseContradictions(world.files, request);

  world.stage('render');
  const { theme } = composed;
  const { files, problems, done } = await renderAll(documents, theme, request, world, preparationFor(theme), () => {
    const { dataset, names, lookup } = composed;
    const findings = audit(lookup);
    const faults = checkDocuments({ documents, units: dataset.units, names });
    if (faults.length > 0) throw new Failure('input', faults);
    return { findings, trace: traceOf({ series, year, inputs, documents }) };
  });
  const warnings = problems.filter(({ severity }) => severity === 'warning');
  if (request.strict && warnings.length > 0) throw new Failure('input', warnings);
  if (files.length === 0) throw new Failure('machine', problems);

  world.stage('verify');
  const verified = await Promise.all(files.map(({ verified: found }) => found));
  const unproved = verified.flatMap((file) => file.problems);
  if (unproved.length > 0) throw new Failure('machine', unproved);

  world.stage('publish');
  const outputs = files.map(({ name, bytes, pages }, index) => {
    return { name, bytes, ...(pages && { pages }), proved: verified[index]?.proved ?? {} };
  });
  const pages = new Map(
    documents.map(({ lang }) => {
      const at = files.findIndex(({ name }) => name === fileName(request, lang, 'pdf'));
      return [lang, verified[at]?.pages ?? []] as const;
    }),
  );
  const trace = { name: traceName(series, year), bytes: traceBytes(withPages(done.trace, pages)) };
  const list: OutputFile = {
    name: `${series}-${year}.manifest.json`,
    bytes: manifest(request, outputs, trace, inputs, documents, done.findings),
  };
  world.publish(request.folder, [...outputs, trace, list]);
  return { ...composed, findings: done.findings, documents, outputs, problems };
}
