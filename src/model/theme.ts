/** One theme gives PDF, Word and charts their page, fonts, sizes and colours. Lengths: mm for the page, pt for type. */

export interface FontFile {
  /** npm package and file, such as `@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf`. */
  readonly path: string;
  readonly weight: number;
  readonly italic: boolean;
}

/** A typeface: the files for PDF and charts, the name Word looks for on the reader's machine. */
export interface Typeface {
  readonly family: string;
  readonly files: readonly FontFile[];
  readonly word: string;
}

/** Fonts of a role: Latin letters and digits come from `latin`, the rest from `han`. */
export interface FontPair {
  readonly latin: Typeface;
  readonly han: Typeface;
}

/** Roles are one name for a CSS class and a Word style. */
export type TextRole =
  | 'body'
  | 'lead'
  | 'part'
  | 'section'
  | 'item'
  | 'subitem'
  | 'caption'
  | 'table'
  | 'table-head'
  | 'note'
  | 'contents'
  | 'running-head'
  | 'folio'
  | 'cover-title'
  | 'cover-line';

export interface TextStyle {
  readonly font: 'serif' | 'sans';
  readonly size: number;
  readonly weight: number;
  /** Multiple of the size. */
  readonly leading: number;
  /** First-line indent in em, by language. */
  readonly indent: { readonly zh: number; readonly en: number };
  /** Space before and after in pt. */
  readonly before: number;
  readonly after: { readonly zh: number; readonly en: number };
  /** Name of a colour. */
  readonly color: string;
}

export interface Theme {
  readonly page: {
    readonly width: number;
    readonly height: number;
    readonly head: number;
    readonly foot: number;
    readonly inner: number;
    readonly outer: number;
  };
  readonly fonts: { readonly serif: FontPair; readonly sans: FontPair };
  readonly colors: Readonly<Record<string, string>>;
  /** Category colours of charts, in order of use. */
  readonly palette: readonly string[];
  readonly rules: { readonly thick: number; readonly thin: number };
  readonly text: Readonly<Record<TextRole, TextStyle>>;
  /** Smallest type in pt and full width in mm. */
  readonly chart: { readonly size: number; readonly width: number };
}
