/** The data of one edition year, checked: what `validate` hands on. */
import type { Lang } from './document.ts';
import type { Place } from './problem.ts';
import type { Key, PublicationDate, Quantity, Vintage } from './quantity.ts';
import type { SourceBook } from './source-book.ts';
import type { ChronicleEntry, Fact, PublishedIndicator } from './statements.ts';

export type { PublicationDate, Vintage } from './quantity.ts';

export type Names = Readonly<Record<Lang, string>>;

/** A unit of measure; `power` is the power of ten by which it is larger than its base (万元: base yuan, power 4). */
export interface Unit {
  readonly code: string;
  readonly base: string;
  readonly power: number;
}

export interface Code {
  readonly code: string;
  readonly names: Names;
  /** Sort of code within its list, such as `division`; `group` marks a sum of other codes. */
  readonly kind: string;
  /** Code of which this one is a part; the parts of a code make up all of it. */
  readonly parent?: string;
  /** Code of which this one is only some (其中): a city of its province. */
  readonly within?: string;
  /** First and last year in which statistics use the code; absent where nothing is known of a beginning or an end. */
  readonly from?: number;
  readonly to?: number;
  /** Code that took its place. */
  readonly successor?: string;
}

export interface CodeList {
  readonly name: string;
  /** In the order of the list, which is the printing order. */
  readonly codes: ReadonlyMap<string, Code>;
  /** Members of each group that holds in the dataset's year. */
  readonly groups: ReadonlyMap<string, readonly string[]>;
}

export interface Dimension {
  readonly name: string;
  readonly list: CodeList;
}

export interface Measure {
  readonly name: string;
  readonly unit: string;
  /** Undefined where editions differ in them: each value is then printed as its edition printed it. */
  readonly decimals: number | undefined;
  /** Measures of the same row that make it up. */
  readonly sumOf?: readonly string[];
  /** Measure of the same row of which it is some. */
  readonly partOf?: string;
  /** It holds those of the row's `count` things that are worth `each` or more; what else there is of `partOf` are smaller ones. */
  readonly above?: { readonly each: string; readonly count: string };
  /** It numbers the rows of a year: 1, 2, 3 …, each once. */
  readonly numbers?: true;
  /** Factor by which it changes from one year to the next at most, unless the source prints the growth. */
  readonly jump?: number;
}

/**
 * The same quantity in another cube. `equal`: the two agree. `part`: it is some of what the other cube counts. `mean`: the
 * other cube has the average, which lies among the values of this one.
 */
export interface Agreement {
  readonly cube: string;
  readonly relation: 'equal' | 'part' | 'mean';
  /** Dimensions of this cube with those of the other that have the same codes; over all others it is added up. */
  readonly by: Readonly<Record<string, string>>;
  /** Codes that hold in this cube, and in the other one. */
  readonly where: Key;
  readonly at: Key;
  /** Measures of this cube with those of the other. */
  readonly measures: Readonly<Record<string, string>>;
}

/** SDMX observation status of a value that is not there. */
export type BlankStatus = 'missing' | 'not-applicable';

export interface Blank {
  readonly status: BlankStatus;
}

export interface Observation {
  readonly year: number;
  readonly key: Key;
  readonly values: Readonly<Record<string, Quantity | Blank>>;
  readonly place: Place;
}

export interface Cube {
  readonly name: string;
  readonly titles: Names;
  readonly source: string;
  readonly dimensions: readonly Dimension[];
  readonly measures: ReadonlyMap<string, Measure>;
  /** `complete`: the codes without parent add up to the whole; `partial`: the source breaks down only a part. */
  readonly breakdown: 'complete' | 'partial';
  /** `shared`: it counts the same contracts as the whole book; `own`: something else, such as major contracts. */
  readonly total: 'shared' | 'own';
  /** Where else its figures stand, for the audit to compare. */
  readonly agrees: readonly Agreement[];
  readonly observations: readonly Observation[];
  readonly place: Place;
  /** Only of a long series: the editions that it is put together from, whose own audits have checked it; latest first. */
  readonly vintages?: readonly Vintage[];
}

/** A cube that a series continues through its editions. */
export interface LongSeries {
  readonly cube: string;
  readonly measures: readonly string[];
  /** The cube as each edition up to the book's own has it, the latest first. */
  readonly editions: readonly { readonly vintage: Vintage; readonly cube: Cube }[];
}

export interface Erratum {
  /** Name of the finding it explains. */
  readonly finding: string;
  /** What the finding shows, as `contradictionText` writes it; the same place may print several wrong figures. */
  readonly shows?: readonly string[];
  readonly reason: Names;
  readonly place: Place;
}

/** A fault of the source that was found by reading, because no calculation can find it. */
export interface Note {
  readonly about: string;
  readonly reason: Names;
  readonly place: Place;
}

/** A text in both languages as an editor wrote it, with the place of each. */
export interface LocatedNames {
  readonly names: Names;
  readonly places: Readonly<Record<Lang, Place>>;
}

export interface Edition {
  readonly series: string;
  readonly year: number;
  readonly published: PublicationDate;
  readonly publisher: Code;
  readonly source: Names;
  /** Which of the series' arrangements the edition follows; undefined for the book's own. */
  readonly arrangement: { readonly name: string; readonly place: Place } | undefined;
  /** Tables that are lost in the source's text as we have it, by id (`table-annual`). */
  readonly lost: ReadonlySet<string>;
  /** What the edition says of a table or figure of the source, by id. */
  readonly notes: ReadonlyMap<string, LocatedNames>;
  readonly place: Place;
}

export interface Dataset {
  readonly edition: Edition;
  readonly units: ReadonlyMap<string, Unit>;
  readonly codeLists: ReadonlyMap<string, CodeList>;
  readonly cubes: ReadonlyMap<string, Cube>;
  readonly longSeries: readonly LongSeries[];
  /** For each measure the cube whose sum is the book's total of it. */
  readonly totals: ReadonlyMap<string, string>;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly published: readonly PublishedIndicator[];
  /** By date; empty if the edition has none. */
  readonly chronicle: readonly ChronicleEntry[];
  /** Undefined if nothing is known of it. */
  readonly sourceBook: SourceBook | undefined;
  readonly errata: readonly Erratum[];
  readonly notes: readonly Note[];
  /** Cells that each table of the source fills, by its label as the Chinese edition prints it. */
  readonly sourceTables: ReadonlyMap<string, number>;
}
