/** Reads a finished Word file back from its XML. */
import { partSizes } from '../render/docx/zip.ts';
import { type HeadingLevels, MainReader } from './docx-main.ts';
import { elementText, readPart } from './docx-parts.ts';
import type { FinishedFile } from './finished.ts';

interface Styles {
  readonly levels: HeadingLevels;
  readonly fonts: ReadonlySet<string>;
  readonly languages: ReadonlySet<string>;
}

function readStyles(bytes: Uint8Array): Styles {
  const levels = new Map<string, number>();
  const fonts = new Set<string>();
  const languages = new Set<string>();
  let style = '';
  let inDefaults = false;
  readPart(bytes, 'word/styles.xml', {
    open: (name, attributes) => {
      if (name === 'w:style') style = attributes['w:styleId'] ?? '';
      else if (name === 'w:docDefaults') inDefaults = true;
      else if (name === 'w:outlineLvl') levels.set(style, Number(attributes['w:val']) + 1);
      else if (name === 'w:lang' && inDefaults) languages.add(attributes['w:val'] ?? '');
      else if (name === 'w:rFonts') {
        for (const key of ['w:ascii', 'w:hAnsi', 'w:eastAsia']) if (attributes[key]) fonts.add(attributes[key]);
      }
    },
    close: (name) => {
      if (name === 'w:docDefaults') inDefaults = false;
    },
  });
  return { levels, fonts, languages };
}

/** Parts of the main document's relationships by their ids, as paths in the package. */
function readRelationships(bytes: Uint8Array): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  readPart(bytes, 'word/_rels/document.xml.rels', {
    open: (name, { Id, Target }) => {
      if (name === 'Relationship' && Id !== undefined) found.set(Id, `word/${Target}`);
    },
  });
  return found;
}

/** A finished Word file: text, tables, pictures, headings, links and bookmarks, running heads, language and fonts. */
export function readDocx(bytes: Uint8Array): FinishedFile {
  const sizes = partSizes(bytes);
  const relationships = readRelationships(bytes);
  const styles = readStyles(bytes);
  const reader = new MainReader(styles.levels, (id) => sizes.get(relationships.get(id ?? '') ?? '') ?? 0);
  readPart(bytes, 'word/document.xml', {
    open: (name, attributes) => reader.open(name, attributes),
    close: (name) => reader.close(name),
    text: (text) => reader.text(text),
  });
  const languages = new Set([...styles.languages, elementText(bytes, 'docProps/core.xml', 'dc:language')]);
  readPart(bytes, 'word/settings.xml', {
    open: (name, attributes) => {
      if (name === 'w:themeFontLang') languages.add(attributes['w:val'] ?? '');
    },
  });
  const { flow, headings, links, destinations } = reader.document;
  const margins = [...sizes.keys()].filter((path) => /^word\/(?:header|footer)\d+\.xml$/.test(path));
  return {
    format: 'docx',
    flow: flow.flow,
    pageStarts: flow.pageStarts,
    tables: flow.tables,
    figures: flow.figures,
    headings,
    outline: undefined,
    links,
    destinations,
    margins: margins.map((path) => ({ text: elementText(bytes, path, 'w:t'), page: undefined })),
    pageLabels: [],
    title: elementText(bytes, 'docProps/core.xml', 'dc:title'),
    languages: [...languages],
    fonts: [...styles.fonts].map((name) => ({ name, embedded: false })),
  };
}
