/** What the library cannot say: mirrored margins, the document's language, dates that are not the clock's. */
import type { Document } from '../../model/document.ts';
import { error, Failure } from '../../model/problem.ts';
import { languageTags } from './words.ts';
import { escapeXml, xml } from './xml.ts';
import type { Edit } from './zip.ts';

/** Replaces what the library writes; that it writes something else is a fault of this writer, never passed over. */
function replaced(part: string, text: string, pattern: RegExp, replacement: string): string {
  if (!pattern.test(text)) throw new Failure('machine', [error('docx.unexpected-part', undefined, { part })]);
  return text.replace(pattern, () => replacement);
}

/** `docProps/core.xml`. */
function coreProperties(document: Document): Edit {
  return (text) => {
    const date = document.published.toISOString().replace(/\.\d+Z$/, 'Z');
    const dated = (name: string) => xml(`dcterms:${name}`, { 'xsi:type': 'dcterms:W3CDTF' }, [date]);
    const language = xml('dc:language', {}, [escapeXml(languageTags[document.lang])]);
    return replaced(
      'docProps/core.xml',
      text,
      /<dcterms:created.*<\/dcterms:modified>/s,
      dated('created') + dated('modified') + language,
    );
  };
}

/** `word/settings.xml`; the places are the schema's (ECMA-376 part 1, 17.15.1.78). */
function settings(document: Document): Edit {
  return (text) => {
    const part = 'word/settings.xml';
    const language = xml('w:themeFontLang', {
      'w:val': languageTags[document.lang],
      'w:eastAsia': languageTags.zh,
    });
    const mirrored = replaced(
      part,
      text,
      /<w:displayBackgroundShape\/>/,
      '<w:displayBackgroundShape/><w:mirrorMargins/>',
    );
    return replaced(part, mirrored, /<\/w:compat>/, `</w:compat>${language}`);
  };
}

/** The library ends a section with an empty paragraph, which must not take a line of the page. */
function slimSectionBreaks(text: string): string {
  return text.replaceAll('<w:p><w:pPr><w:sectPr>', '<w:p><w:pPr><w:pStyle w:val="section-break"/><w:sectPr>');
}

/** The library counts bookmarks and drawings through the process; here they count from 1, in the order of the text. */
function renumbered(text: string): string {
  const numbers = new Map<string, number>();
  let drawings = 0;
  const bookmarked = text.replace(
    /(<w:bookmark(?:Start|End)\b[^>]*\bw:id=")(\d+)"/g,
    (_, before: string, id: string) => {
      const number = numbers.get(id) ?? numbers.size + 1;
      numbers.set(id, number);
      return `${before}${number}"`;
    },
  );
  return bookmarked.replace(/(<(?:wp:docPr|wps:cNvPr) id=")\d+"/g, (_, before: string) => {
    drawings += 1;
    return `${before}${drawings}"`;
  });
}

export function partEdits(document: Document): ReadonlyMap<string, Edit> {
  return new Map([
    ['docProps/core.xml', coreProperties(document)],
    ['word/settings.xml', settings(document)],
    ['word/document.xml', (text) => renumbered(slimSectionBreaks(text))],
  ]);
}
