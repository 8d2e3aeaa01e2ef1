/** The data of one edition year, checked: what `validate` hands on. */
import type { Lang } from './document.ts';
import type { Place } from './problem.ts';
import type { IndicatorKind, Key, ObservationRef, PublicationDate, Quantity, Vintage } from './quantity.ts';

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

/** Second operand of a published indicator: what a share is of, a ratio to, a rank among; empty for the usual one. */
export interface Against {
  /** Another cube or measure than the indicator's own. */
  readonly cube?: string;
  readonly measure?: string;
  /** Kind of codes among which a rank is counted. */
  readonly kind?: string;
  /** Another year than the indicator's own, or than the one before it. */
  readonly year?: number;
  readonly key: Key;
}

/** How sure the source is of a figure: "more than", "less than" or "about" it, or without such a word. */
export type Precision = 'exact' | 'above' | 'below' | 'nearly' | 'about';

/** What the source says without a number: a direction, a record, which of two is larger. */
export const publishedWords = {
  direction: ['up', 'down', 'flat'],
  record: ['high', 'low'],
  comparison: ['above', 'below'],
} as const;

/** What the source prints beside its tables and what a check compares: a number, a direction, a record. */
export interface PublishedIndicator {
  readonly indicator: IndicatorKind | 'value' | 'growth-rank' | keyof typeof publishedWords;
  readonly ref: ObservationRef;
  readonly against: Against;
  /** The number as printed; absent for a direction or record. */
  readonly printed?: Quantity;
  /** "Over 90 %" is `above`. */
  readonly precision: Precision;
  /** One of `publishedWords`. */
  readonly word?: string;
  readonly source: string;
  readonly place: Place;
}

/** How a fact follows from others. */
export const derivations = ['same', 'sum', 'share', 'ratio', 'difference', 'at-least', 'at-most'] as const;

/**
 * A figure that a fact follows from: another fact by its path (or `total.<measure>`, the book's total), or a figure of the
 * data, which may be several codes together or one of their indicators (`share output region=BJ+TJ amount 2021`).
 */
export type Operand =
  | { readonly kind: 'fact'; readonly path: string }
  | {
      readonly kind: 'place';
      readonly indicator: 'value' | 'share' | 'growth';
      /** Places whose values are added up. */
      readonly refs: readonly ObservationRef[];
    };

/** Which codes the source names: the largest ones by a measure, or those above or below a limit or another cube. */
export interface Choice {
  readonly rule: 'largest' | 'smallest' | 'above' | 'below';
  readonly cube: string;
  readonly measure: string;
  readonly indicator: 'value' | 'share' | 'growth' | 'increase';
  /** Kind of codes that compete, or the group or code to which they belong; else the cube's uppermost codes. */
  readonly kind?: string;
  readonly within?: string;
  /** Codes that do not compete, such as "other". */
  readonly except: readonly string[];
  readonly limit?: string;
  /** The cube and measure that each code's figure is above or below. */
  readonly than?: { readonly cube: string; readonly measure: string };
  /** The source names some of them and not all. */
  readonly examples: boolean;
}

/** A figure of the text that belongs to no table. */
export interface FigureFact {
  readonly kind: 'figure';
  readonly path: string;
  readonly quantity: Quantity;
  readonly precision: Precision;
  /** How the figure follows from others, for the audit to compare. */
  readonly follows?: { readonly indicator: (typeof derivations)[number]; readonly of: readonly Operand[] };
  /** The figure is the number of codes that are chosen so. */
  readonly counts?: Choice;
}

/** What the text says besides figures: which of a list's codes, or a name. */
export type Fact =
  | FigureFact
  | {
      readonly kind: 'codes';
      readonly path: string;
      readonly codes: readonly Code[];
      readonly chosen?: Choice;
      readonly place: Place;
      readonly source: string;
    }
  | { readonly kind: 'name'; readonly path: string; readonly names: Names };

/** A day of the calendar. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** A figure that an entry of the chronicle states. */
export type ChronicleFigure = FigureFact;

/** What happened on a day, or on the days from one to another. */
export interface ChronicleEntry {
  readonly from: Day;
  readonly to: Day;
  /** As templates are written: `{{events}}` prints the figure or the date of that name. */
  readonly texts: Names;
  /** Where each text begins, for messages. */
  readonly textPlaces: Readonly<Record<Lang, Place>>;
  /** By name. */
  readonly figures: ReadonlyMap<string, ChronicleFigure>;
  /** Other days that the text names. */
  readonly dates: ReadonlyMap<string, Day>;
}

/** Parts that people have in a yearbook, in the order of its board. */
export const boardRoles = ['editors-in-chief', 'deputy-editors', 'members', 'writers'] as const;
export type BoardRole = (typeof boardRoles)[number];

export interface BoardGroup {
  readonly role: BoardRole;
  readonly people: readonly Names[];
  /** `strokes`: in the order of the strokes of their names. */
  readonly order?: 'strokes';
}

/** What the compilation note of the published book says besides figures. */
export interface CompilationNote {
  readonly survey: Names;
  readonly owner: Names;
  /** The document by which the survey was approved, and by whom. */
  readonly approval: Names;
  readonly approvedBy: Names;
  readonly commissioned: Code;
  readonly subjects: readonly Names[];
  readonly documents: readonly Names[];
}

/** The front matter of the published book that the data are taken from. */
export interface SourceBook {
  readonly titles: Names;
  readonly compiler: Code;
  readonly imprint: {
    readonly isbn?: string;
    /** Number of its CIP record, in Chinese. */
    readonly cip?: string;
    /** Subjects of its CIP record, in Chinese, with their classes in the Chinese Library Classification. */
    readonly classes: readonly { readonly zh: string; readonly class: string }[];
    readonly place?: Names;
    readonly edition?: Names;
    readonly impression?: Names;
    readonly format?: string;
    readonly sheets?: Amount;
    readonly characters?: Amount;
  };
  readonly board: readonly BoardGroup[];
  readonly note?: CompilationNote;
}

/** A number of an imprint, which is no statistic; `unit` is a word of the book. */
export interface Amount {
  readonly value: string;
  readonly unit: string;
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
