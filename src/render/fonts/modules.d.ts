/** What we use of two packages that bring no typings of their own. */

declare module 'subset-font' {
  interface SubsetOptions {
    readonly targetFormat?: 'truetype' | 'woff' | 'woff2';
    readonly keepFeatures?: readonly string[];
    readonly noHinting?: boolean;
    readonly dropTables?: readonly string[];
  }
  export default function subsetFont(font: Uint8Array, text: string, options?: SubsetOptions): Promise<Uint8Array>;
}

declare module 'fontkit' {
  export interface GlyphRun {
    /** Sum of the advances in font units, kerning applied. */
    readonly advanceWidth: number;
  }
  export interface Font {
    readonly unitsPerEm: number;
    /** Every code point that the font maps to a glyph. */
    readonly characterSet: readonly number[];
    hasGlyphForCodePoint(codePoint: number): boolean;
    glyphForCodePoint(codePoint: number): { readonly id: number };
    readonly hmtx: {
      /** One for each glyph up to the last that differs in its advance. */
      readonly metrics: { readonly length: number; get(index: number): { readonly advance: number } };
    };
    layout(text: string, features?: Readonly<Record<string, boolean>>): GlyphRun;
  }
  export function create(data: Uint8Array): Font;
}
