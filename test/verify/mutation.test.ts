/**
 * Changes finished Word files behind the program's back, by a fixed seed, and asks that every change is found: a check that
 * finds nothing where there is nothing to find proves nothing.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Document, Lang } from '../../src/model/document.ts';
import { prepare, writeWord } from '../../src/render/index.ts';
import { verify } from '../../src/verify/index.ts';
import { otherDigit, replaceOne, withPart } from '../support/finished-files.ts';
import { sampleDocument, sampleTheme } from '../support/sample.ts';
import { seeded } from '../support/tiny.ts';

const languages: readonly Lang[] = ['zh', 'en'];
const documents = { zh: sampleDocument('zh', 40), en: sampleDocument('en', 40) };
const files = new Map<Lang, Uint8Array>();

const fileIn = (lang: Lang): Uint8Array => {
  const found = files.get(lang);
  if (found === undefined) throw new Error('Written beforehand');
  return found;
};
const namesIn = async (document: Document, bytes: Uint8Array) =>
  (await verify(document, sampleTheme, 'docx', bytes, 'book.docx')).problems.map(({ name }) => name);

beforeAll(async () => {
  for (const lang of languages) {
    const { bytes } = await writeWord(await prepare(documents[lang], sampleTheme));
    files.set(lang, bytes);
  }
});

const main = 'word/document.xml';
/** A cell, row or paragraph does not reach into the next one. */
const cellPattern =
  /<w:tc>(?:(?!<\/w:tc>).)*?<w:t xml:space="preserve">[^<]*\d[^<]*<\/w:t>(?:(?!<\/w:tc>).)*<\/w:tc>/gs;
const rowPattern = /<w:tr>(?:(?!<\/w:tr>).)*<\/w:tr>/gs;
const shownText = /(?<=<w:t xml:space="preserve">)[^<]*\d[^<]*(?=<\/w:t>)/g;
const inCell = (xml: string, at: number, change: (text: string) => string) =>
  replaceOne(xml, cellPattern, at, (cell) => replaceOne(cell, shownText, 0, change));

/** The texts of two cells of a row that say different things, each in the other's place. */
function swapCells(row: string, at: number): string {
  const texts = [...row.matchAll(/(?<=<w:t xml:space="preserve">)[^<]+(?=<\/w:t>)/g)];
  const first = texts[at % Math.max(1, texts.length - 1)];
  const second = texts.find((text) => text.index > (first?.index ?? 0) && text[0] !== first?.[0]);
  if (first === undefined || second === undefined) return row;
  return [
    row.slice(0, first.index),
    second[0],
    row.slice(first.index + first[0].length, second.index),
    first[0],
    row.slice(second.index + second[0].length),
  ].join('');
}

interface Mutation {
  readonly part?: string;
  readonly times: number;
  /** `at` is a large random number. */
  readonly change: (xml: string, at: number) => string;
}

const wordMutations: Readonly<Record<string, Mutation>> = {
  'a digit of a cell': { times: 40, change: (xml, at) => inCell(xml, at, (text) => otherDigit(text, at)) },
  'a digit of the text behind the contents': {
    times: 40,
    change: (xml, at) => {
      // Numbers of pages are Word's to count: they are asked to be there and to ascend.
      const start = xml.indexOf('</w:p>', xml.lastIndexOf('PAGEREF'));
      return xml.slice(0, start) + replaceOne(xml.slice(start), shownText, at, (text) => otherDigit(text, at));
    },
  },
  'two cells of a row': {
    times: 20,
    change: (xml, at) => replaceOne(xml, rowPattern, at + 2, (row) => swapCells(row, at)),
  },
  'a row left out': { times: 10, change: (xml, at) => replaceOne(xml, rowPattern, at, () => '') },
  'a row twice': { times: 10, change: (xml, at) => replaceOne(xml, rowPattern, at, (row) => row + row) },
  'a cell emptied': { times: 10, change: (xml, at) => inCell(xml, at, () => '') },
  'the number of a caption': {
    times: 2,
    change: (xml, at) =>
      replaceOne(xml, /<w:fldSimple w:instr="SEQ.*?<\/w:fldSimple>/gs, at, (field) =>
        replaceOne(field, shownText, 0, () => '7'),
      ),
  },
  'a paragraph left out': {
    times: 10,
    change: (xml, at) =>
      replaceOne(xml, /<w:p><w:pPr><w:pStyle w:val="(?:body|lead|note|ListBullet)"\/>.*?<\/w:p>/gs, at, () => ''),
  },
  'a paragraph put in': {
    times: 5,
    change: (xml, at) =>
      replaceOne(
        xml,
        /<w:p><w:pPr><w:pStyle w:val="body"\/>/g,
        at,
        (start) => `<w:p><w:r><w:t>+1</w:t></w:r></w:p>${start}`,
      ),
  },
  'the alternative text': {
    times: 2,
    change: (xml) => replaceOne(xml, /(?<=descr=")[^"]+\d/g, 0, (text) => otherDigit(text, 0)),
  },
  'the title of a table': {
    times: 1,
    change: (xml) => replaceOne(xml, /(?<=<w:tblCaption w:val=")[^"]+/g, 0, () => '—'),
  },
  'a picture left out': {
    times: 1,
    change: (xml) => replaceOne(xml, /<w:drawing>(?:(?!<\/w:drawing>).)*<pic:pic.*?<\/w:drawing>/gs, 0, () => ''),
  },
  'a picture without its file': {
    times: 2,
    change: (xml, at) => replaceOne(xml, /(?<=r:embed=")rId\d+/g, at, () => 'rId999'),
  },
  'the name of a bookmark': {
    times: 5,
    change: (xml, at) => replaceOne(xml, /(?<=<w:bookmarkStart w:name=")[^"]+/g, at, (name) => `${name}_x`),
  },
  'where a bookmark begins': {
    times: 2,
    change: (xml, at) =>
      replaceOne(xml, /<w:bookmarkStart[^>]*\/>(<w:r>.*?<\/w:r>)/gs, at, (found) => {
        const start = /^<w:bookmarkStart[^>]*\/>/.exec(found)?.[0] ?? '';
        return found.slice(start.length) + start;
      }),
  },
  'where a link leads': {
    times: 5,
    change: (xml, at) =>
      replaceOne(xml, /(?<=w:anchor=")[^"]+/g, at, (name) =>
        name === 'registrations' ? 'by_division' : 'registrations',
      ),
  },
  'the page of a line of the contents': {
    times: 3,
    change: (xml, at) =>
      replaceOne(xml, /PAGEREF.*?<w:t[^>]*>[^<]*<\/w:t>/gs, at, (field) => field.replace(/>[^<]*<\/w:t>$/, '></w:t>')),
  },
  'the level of a heading': { times: 1, change: (xml) => xml.replace('"Heading2"', '"Heading1"') },
  'a heading made text': { times: 1, change: (xml) => xml.replace('"Heading2"', '"body"') },
  'the language of the styles': {
    part: 'word/styles.xml',
    times: 1,
    change: (xml) => xml.replace(/(<w:docDefaults>.*?<w:lang [^>]*w:val=")[^"]+/s, '$1fr-FR'),
  },
  'the language of the settings': {
    part: 'word/settings.xml',
    times: 1,
    change: (xml) => xml.replace(/(<w:themeFontLang [^>]*w:val=")[^"]+/, '$1fr-FR'),
  },
  'the language of the properties': {
    part: 'docProps/core.xml',
    times: 1,
    change: (xml) => xml.replace(/(<dc:language>)[^<]+/, '$1fr'),
  },
  'the title of the file': {
    part: 'docProps/core.xml',
    times: 1,
    change: (xml) => xml.replace(/(<dc:title>)[^<]+/, '$1Book'),
  },
  'a font': {
    part: 'word/styles.xml',
    times: 1,
    change: (xml) => xml.replace(/w:ascii="[^"]+"/, 'w:ascii="Comic Sans MS"'),
  },
  'a running head': {
    part: 'word/header1.xml',
    times: 1,
    change: (xml) => xml.replace(/(<w:t[^>]*>)[^<]+/, '$1Draft 3'),
  },
};

describe.each(languages)('verify, of a Word file in %s that was changed', (lang) => {
  it('finds nothing in what was not', async () => {
    expect(await namesIn(documents[lang], fileIn(lang))).toEqual([]);
  });

  it.each(Object.entries(wordMutations))('finds %s', async (_, { part = main, times, change }) => {
    const random = seeded(20_211);
    const missed: number[] = [];
    for (let round = 0; round < times; round += 1) {
      const at = Math.floor(random() * 1e6);
      const file = withPart(fileIn(lang), part, (xml) => change(xml, at));
      if ((await namesIn(documents[lang], file)).length === 0) missed.push(at);
    }
    expect(missed).toEqual([]);
  });
});
