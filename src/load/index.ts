import type { Lang } from '../model/document.ts';
import type { ProjectFiles } from '../model/project-files.ts';
import { type CsvTable, readCsv } from './csv.ts';
import { type Report, readText } from './text.ts';
import { readYaml, type YamlTree } from './yaml.ts';

export type { CsvCell, CsvTable } from './csv.ts';
export { collect, placeIn, type Report } from './text.ts';
export { readYaml, type YamlTree } from './yaml.ts';

export interface EditionYear {
  readonly series: string;
  readonly year: number;
}

export interface TemplateSource {
  readonly file: string;
  readonly text: string;
}

/** Of an earlier edition year of the series: what its cubes are, and those of them that long series ask for. */
export interface RawVintage extends EditionYear {
  readonly descriptor: YamlTree | undefined;
  readonly edition: YamlTree | undefined;
  /** By file name. */
  readonly cubes: ReadonlyMap<string, CsvTable>;
  readonly unreadable: ReadonlySet<string>;
}

/** The data of one edition year, as read: nothing checked but that files can be read. */
export interface RawData extends EditionYear {
  readonly descriptor: YamlTree | undefined;
  readonly edition: YamlTree | undefined;
  readonly facts: YamlTree | undefined;
  readonly errata: YamlTree | undefined;
  readonly notes: YamlTree | undefined;
  readonly chronicle: YamlTree | undefined;
  readonly frontMatter: YamlTree | undefined;
  readonly sourceTables: YamlTree | undefined;
  readonly published: CsvTable | undefined;
  /** By file name. */
  readonly cubes: ReadonlyMap<string, CsvTable>;
  /** By list name. */
  readonly codes: ReadonlyMap<string, CsvTable>;
  /** Files that are there and could not be read, which has been reported; what names them is not at fault. */
  readonly unreadable: ReadonlySet<string>;
}

/** Everything that one edition year is made of: its data, and what makes a book of them. */
export interface RawEdition extends RawData {
  /** `data/<series>/long-series.csv`: the cubes that are continued through the editions. */
  readonly longSeries: CsvTable | undefined;
  /** The earlier edition years of the series, the earliest first; none if it has no long series. */
  readonly vintages: readonly RawVintage[];
  readonly book: YamlTree | undefined;
  /** Other orders of the book's sections, by name. */
  readonly arrangements: ReadonlyMap<string, YamlTree>;
  readonly theme: YamlTree | undefined;
  readonly tables: ReadonlyMap<string, YamlTree>;
  readonly charts: ReadonlyMap<string, YamlTree>;
  /** Specifications that charts of all series build on. */
  readonly chartBases: ReadonlyMap<string, YamlTree>;
  /** By language, then by section. */
  readonly templates: Readonly<Record<Lang, ReadonlyMap<string, TemplateSource>>>;
}

/** Every edition year that can be built: the folders `data/<series>/<year>` of series that have a book. */
export function listEditions(files: ProjectFiles): readonly EditionYear[] {
  return files
    .list('data')
    .filter((series) => files.read(`templates/${series}/book.yaml`) !== undefined)
    .flatMap((series) => yearsOf(files, series).map((year) => ({ series, year })));
}

/** Files of a folder with an ending, read one by one and keyed by their name without it. */
function readAll<T>(files: ProjectFiles, folder: string, ending: string, read: (file: string) => T | undefined) {
  const found = new Map<string, T>();
  for (const name of files.list(folder)) {
    // Editors and systems leave hidden files beside those they open.
    if (!name.endsWith(ending) || /^[.~]/.test(name)) continue;
    const content = read(`${folder}/${name}`);
    if (content !== undefined) found.set(name.slice(0, -ending.length), content);
  }
  return found;
}

/** Edition years of a series that have data, ascending. */
function yearsOf(files: ProjectFiles, series: string): number[] {
  const years = files.list(`data/${series}`).filter((name) => /^\d{4}$/.test(name));
  return years.map(Number).toSorted((a, b) => a - b);
}

/** Readers that note the files which could not be read. */
function notingReaders(files: ProjectFiles, report: Report) {
  const unreadable = new Set<string>();
  const noting =
    <T>(read: (files: ProjectFiles, file: string, report: Report) => T | undefined) =>
    (file: string) => {
      const content = read(files, file, report);
      if (content === undefined) unreadable.add(file);
      return content;
    };
  return { unreadable, csv: noting(readCsv), yaml: noting(readYaml), text: noting(readText) };
}

type Readers = ReturnType<typeof notingReaders>;

function readData(files: ProjectFiles, { series, year }: EditionYear, { csv, yaml, unreadable }: Readers): RawData {
  const data = `data/${series}/${year}`;
  const optional = (file: string) => (files.read(file) ? yaml(file) : undefined);
  const cubes = readAll(files, data, '.csv', csv);
  const published = cubes.get('published');
  cubes.delete('published');
  return {
    series,
    year,
    descriptor: yaml(`${data}/datapackage.json`),
    edition: yaml(`${data}/edition.yaml`),
    facts: optional(`${data}/facts.yaml`),
    errata: optional(`${data}/errata.yaml`),
    notes: optional(`${data}/notes.yaml`),
    chronicle: optional(`${data}/chronicle.yaml`),
    frontMatter: optional(`${data}/front-matter.yaml`),
    sourceTables: optional(`${data}/source-tables.yaml`),
    published,
    cubes,
    codes: readAll(files, 'data/codes', '.csv', csv),
    unreadable,
  };
}

/** Reads the data of an edition year without its templates. Unreadable files are reported, and are undefined or absent in the result. */
export function loadData(files: ProjectFiles, edition: EditionYear, report: Report): RawData {
  return readData(files, edition, notingReaders(files, report));
}

/** The cubes that a series continues through its editions, as far as the earlier ones have them. */
function readVintages(
  files: ProjectFiles,
  { series, year }: EditionYear,
  { csv, yaml, unreadable }: Readers,
): Pick<RawEdition, 'longSeries' | 'vintages'> {
  const optional = (file: string) => (files.read(file) ? csv(file) : undefined);
  const longSeries = optional(`data/${series}/long-series.csv`);
  const asked = new Set(longSeries?.rows.map((row) => row.get('cube')?.text ?? ''));
  const vintage = (earlier: number): RawVintage => {
    const folder = `data/${series}/${earlier}`;
    const tables = [...asked].map((cube) => [cube, optional(`${folder}/${cube}.csv`)] as const);
    return {
      series,
      year: earlier,
      descriptor: yaml(`${folder}/datapackage.json`),
      edition: yaml(`${folder}/edition.yaml`),
      cubes: new Map(tables.flatMap(([cube, table]) => (table === undefined ? [] : [[cube, table]]))),
      unreadable,
    };
  };
  const earlier = asked.size === 0 ? [] : yearsOf(files, series).filter((each) => each < year);
  return { longSeries, vintages: earlier.map(vintage) };
}

/** Reads all that an edition year needs. Unreadable files are reported, and are undefined or absent in the result. */
export function loadEdition(files: ProjectFiles, edition: EditionYear, report: Report): RawEdition {
  const readers = notingReaders(files, report);
  const { yaml, text: read } = readers;
  const templates = `templates/${edition.series}`;
  const sections = (lang: Lang) =>
    readAll(files, `${templates}/${lang}`, '.hbs', (file) => {
      const text = read(file);
      return text === undefined ? undefined : { file, text };
    });
  return {
    ...readData(files, edition, readers),
    ...readVintages(files, edition, readers),
    book: yaml(`${templates}/book.yaml`),
    arrangements: readAll(files, `${templates}/arrangements`, '.yaml', yaml),
    theme: yaml('templates/shared/theme.yaml'),
    tables: readAll(files, `${templates}/tables`, '.yaml', yaml),
    charts: readAll(files, `${templates}/charts`, '.vl.json', yaml),
    chartBases: readAll(files, 'templates/shared/charts', '.vl.json', yaml),
    templates: { zh: sections('zh'), en: sections('en') },
  };
}
