/** Changes figures at random and asks the audit: what share does it catch, and does it catch all that break an identity? */
import { audit, unexplained } from '../../src/audit/index.ts';
import { Lookup } from '../../src/derive/index.ts';
import { collect, listEditions, loadData } from '../../src/load/index.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import type { ProjectFiles } from '../../src/model/project-files.ts';
import { validateData } from '../../src/validate/index.ts';
import { type Figure, figuresOf } from './figures.ts';
import { type MutationKind, mutated, mutationKinds } from './mutations.ts';
import { brokenIdentities } from './oracle.ts';

export interface Mutation {
  readonly kind: MutationKind;
  /** Edition, figure, what it was and what it became. */
  readonly text: string;
  /** Identities that it breaks by more than rounding. */
  readonly breaks: readonly string[];
  /** Findings that were not there before. */
  readonly caught: readonly string[];
}

interface Subject {
  readonly name: string;
  readonly dataset: Dataset;
  readonly earlier: readonly Dataset[];
  readonly figures: readonly Figure[];
  readonly broken: ReadonlySet<string>;
}

/** Every edition, read once. @throws Failure (input) for data that are not valid */
function subjects(files: ProjectFiles): Subject[] {
  const datasets = listEditions(files).map((edition) =>
    collect((report) => validateData(loadData(files, edition, report), report)),
  );
  return datasets.map((dataset) => {
    const { series, year } = dataset.edition;
    const earlier = datasets.filter(({ edition }) => edition.series === series && edition.year < year);
    return {
      name: `${series} ${year}`,
      dataset,
      earlier,
      figures: figuresOf(dataset),
      broken: brokenIdentities(dataset),
    };
  });
}

/** Findings that no erratum explains, in an edition that has none before it is changed. */
const findingsIn = (dataset: Dataset, earlier: readonly Dataset[]) =>
  unexplained(audit(new Lookup(dataset), earlier)).map(({ name }) => name);

const pick = <T>(list: readonly T[], random: () => number): T | undefined => list[Math.floor(random() * list.length)];

/** One mutation of the kind in the edition; undefined if nothing in it can be changed so. */
function mutateOnce(
  { name, figures, broken, earlier }: Subject,
  kind: MutationKind,
  random: () => number,
): Mutation | undefined {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const figure = pick(figures, random);
    const to = figure && mutated(kind, figure, random);
    if (figure === undefined || to === undefined) continue;
    const changed = figure.change(to);
    const breaks = [...brokenIdentities(changed)].filter((identity) => !broken.has(identity));
    const text = `${name}: ${figure.name}: ${figure.quantity.value} → ${to}`;
    return { kind, text, breaks, caught: findingsIn(changed, earlier) };
  }
  return undefined;
}

/** As many mutations as asked for, of every kind and in every edition by turns. */
export function mutate(files: ProjectFiles, number: number, random: () => number): readonly Mutation[] {
  const all = subjects(files);
  const turns = all.flatMap((subject) => mutationKinds.map((kind) => ({ subject, kind })));
  const done: Mutation[] = [];
  for (let turn = 0; done.length < number && turn < number * 2; turn += 1) {
    const { subject, kind } = turns[turn % turns.length] ?? {};
    const mutation = subject && kind && mutateOnce(subject, kind, random);
    if (mutation) done.push(mutation);
  }
  return done;
}

/** What an audit catches of the mutations, by kind. */
export function mutationReport(mutations: readonly Mutation[]): string {
  const line = (name: string, list: readonly Mutation[]) => {
    const breaking = list.filter(({ breaks }) => breaks.length > 0);
    const caught = (of: readonly Mutation[]) => of.filter((each) => each.caught.length > 0).length;
    const share = (part: number, whole: number) => (whole === 0 ? '—' : `${((100 * part) / whole).toFixed(1)} %`);
    const cells = [
      list.length,
      caught(list),
      share(caught(list), list.length),
      breaking.length,
      caught(breaking),
      share(caught(breaking), breaking.length),
    ];
    return name.padEnd(24) + cells.map((cell) => String(cell).padStart(10)).join('');
  };
  const head =
    ''.padEnd(24) + ['changed', 'caught', '', 'breaking', 'caught', ''].map((cell) => cell.padStart(10)).join('');
  const kinds = mutationKinds.map((kind) =>
    line(
      kind,
      mutations.filter((each) => each.kind === kind),
    ),
  );
  return [head, ...kinds, line('all', mutations)].join('\n');
}
