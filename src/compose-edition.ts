import { compose, createComposer, unconditionalFigures } from './compose/index.ts';
import { Lookup } from './derive/index.ts';
import { collect, type EditionYear, loadEdition, type Report } from './load/index.ts';
import type { Dataset } from './model/dataset.ts';
import type { Document, Lang } from './model/document.ts';
import type { Problem } from './model/problem.ts';
import type { ProjectFiles } from './model/project-files.ts';
import type { Theme } from './model/theme.ts';
import { createDrawings, type FigureDrawing, resolve } from './resolve/index.ts';
import { validateEdition } from './validate/index.ts';
import { namesWithDigits } from './verify/names.ts';
import { loadWords } from './words/index.ts';

export type Stage = 'load' | 'validate' | 'derive' | 'compose' | 'resolve' | 'render' | 'verify' | 'publish';

export interface Composed {
  readonly documents: readonly Document[];
  readonly dataset: Dataset;
  /** What follows from the dataset. */
  readonly lookup: Lookup;
  /** Names and units with digits, which are no numbers of the book. */
  readonly names: Readonly<Record<Lang, readonly string[]>>;
  readonly theme: Theme;
}

/** Told what is drawn of a figure as soon as that is known, before the prose around it is composed. */
export type OnFigure = (figure: FigureDrawing, lang: Lang, theme: Theme) => void;

/**
 * From files to documents: everything before rendering. `onFigure` is not told of figures that a template places in some
 * cases only.
 * @throws Failure (input) with every problem found
 */
export function composeEdition(
  files: ProjectFiles,
  edition: EditionYear,
  languages: readonly Lang[],
  stage: (name: Stage) => void,
  onFigure?: OnFigure,
): Composed {
  return collect((report) => {
    let faulty = false;
    const noting: Report = (problem) => {
      faulty ||= problem.severity === 'error';
      report(problem);
    };
    stage('load');
    const raw = loadEdition(files, edition, noting);
    const words = loadWords(files, noting);
    stage('validate');
    const valid = validateEdition(raw, noting);
    if (valid === undefined) return undefined;
    const { dataset, specs } = valid;
    // Templates are read even if data are at fault, so that all is told at once; but not what follows from the data.
    const telling: Report = (problem) => {
      if (!faulty || isOfTemplateAlone(problem)) report(problem);
    };
    const composeAll = () => {
      stage('derive');
      const lookup = new Lookup(dataset);
      stage('compose');
      const drafts = languages.map((lang) => {
        const composer = createComposer(lookup, specs, words[lang], telling);
        const drawings = createDrawings(lookup, specs, composer, telling);
        for (const key of onFigure ? unconditionalFigures(raw, lookup, specs, lang) : []) {
          const drawing = drawings(key);
          if (drawing && !faulty) onFigure?.(drawing, lang, specs.theme);
        }
        return { composer, drawings, draft: compose(raw, lookup, specs, composer, telling) };
      });
      stage('resolve');
      const documents = drafts.map(({ composer, drawings, draft }) =>
        resolve(draft, lookup, specs, composer, drawings, telling),
      );
      const names = { zh: namesWithDigits(dataset, words.zh), en: namesWithDigits(dataset, words.en) };
      return { documents, theme: specs.theme, lookup, dataset, names };
    };
    if (!faulty) return composeAll();
    try {
      composeAll();
    } catch {
      // Data that are half valid may break anything; what is wrong with them has been told.
    }
    return undefined;
  });
}

/** Whether a problem lies in a template whatever the data are. */
function isOfTemplateAlone({ name }: Problem): boolean {
  return /^template\.(syntax|missing|unsupported|unknown-helper)$|^markup\.(?!empty$)/.test(name);
}

/** Files remembered as they are read, for the manifest and the trace. */
export function remembering(files: ProjectFiles, inputs: Map<string, Uint8Array>): ProjectFiles {
  return {
    list: files.list,
    read: (path) => {
      const bytes = files.read(path);
      if (bytes) inputs.set(path, bytes);
      return bytes;
    },
  };
}
