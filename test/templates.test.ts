import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listEditions } from '../src/load/index.ts';
import type { Document, Inline, Lang } from '../src/model/document.ts';
import { plainText } from '../src/model/document.ts';
import { blocksOf, runningTexts } from '../src/model/document-texts.ts';
import { buildDocuments, diskFiles, projectFolder } from './support/project.ts';

const files = diskFiles(projectFolder);
const languages: readonly Lang[] = ['zh', 'en'];
const series = [...new Set(listEditions(files).map((edition) => edition.series))];
const han = /\p{Script=Han}/u;
// Digits of every script, full-width and in circles too.
const digit = /[\p{Nd}\p{No}]/u;

/** Texts that are typed or come from code lists and words; not those of numbers, references, literals and originals. */
function typed(inlines: readonly Inline[]): string[] {
  return inlines.flatMap((inline) =>
    inline.type === 'emphasis' ? typed(inline.children) : inline.type === 'text' ? inline.text : [],
  );
}
/** All that is read in its edition's language: everything but originals. */
function read(inlines: readonly Inline[]): string[] {
  return inlines.flatMap((inline) =>
    inline.type === 'emphasis' ? read(inline.children) : inline.type === 'original' ? [] : inline.text,
  );
}
/** Running text with the imprint; not the heads of tables, where units such as 10,000 yuan stand. */
const documentTexts = (document: Document): readonly (readonly Inline[])[] => [
  ...document.front.imprint,
  ...(document.front.source?.lines ?? []),
  ...(document.front.board?.groups ?? []).flatMap(({ people }) => people),
  ...blocksOf(document).flatMap(runningTexts),
];

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

const documents = buildDocuments();

describe('a composed book', () => {
  it.each(languages)('has no number in its prose that is not bound or marked (%s)', (lang) => {
    const found = documentTexts(documents[lang]).flatMap((inlines) =>
      typed(inlines).filter((text) => digit.test(text)),
    );
    expect(found).toEqual([]);
  });

  it('has no Chinese character in its English edition but in originals', () => {
    const { en } = documents;
    const { titleLines, contents } = en.front;
    const tables = blocksOf(en).flatMap((block) => (block.type === 'table' ? block : []));
    const figures = blocksOf(en).flatMap((block) => (block.type === 'figure' ? block : []));
    const texts = [
      ...documentTexts(en).flatMap(read),
      ...tables.flatMap(({ head, rows, label, continuedLabel, unit = '' }) => [
        label,
        continuedLabel,
        unit,
        ...head.flat().flatMap(({ inlines }) => read(inlines)),
        ...rows.flatMap(({ cells }) =>
          cells.flatMap((cell) => (cell.type === 'label' ? read(cell.inlines) : cell.text)),
        ),
      ]),
      ...figures.flatMap(({ label, alt, data, spec }) => [label, alt, ...strings(data), ...strings(spec)]),
      ...contents.flatMap(({ title, entries }) => [title, ...entries.flatMap(({ number, text }) => [number, text])]),
      ...[en.title, en.description, en.publisher, titleLines.title, titleLines.publisher, titleLines.date],
    ];
    expect(texts.length).toBeGreaterThan(500);
    expect(texts.filter((text) => han.test(text))).toEqual([]);
  });

  it('has no English sentence in its Chinese edition', () => {
    const words = documentTexts(documents.zh)
      .flatMap(read)
      .filter((text) => /[A-Za-z]{2,}/.test(text));
    expect(words).toEqual([]);
  });

  it.each(languages)('has no gap, double space or stray mark where a condition left something out (%s)', (lang) => {
    const wrong = { zh: / |，，|，。|；。|。。|、、|（）|，、/u, en: / {2}|\s[,.;:]|,,|\.\.|,\.|\(\)|;\.|[a-z]\(/u }[
      lang
    ];
    const found = blocksOf(documents[lang]).flatMap((block) =>
      block.type === 'paragraph' ? plainText(block.inlines) : block.type === 'figure' ? block.alt : [],
    );
    expect(found.filter((text) => wrong.test(text))).toEqual([]);
  });

  it.each(languages)(
    'begins each English sentence with a capital and ends each paragraph with a full stop (%s)',
    (lang) => {
      for (const block of blocksOf(documents[lang])) {
        if (block.type !== 'paragraph') continue;
        const text = plainText(block.inlines);
        expect(text.at(-1), text).toBe(lang === 'zh' ? '。' : '.');
        if (lang === 'en') expect(text.match(/(^|[a-z)%]\. )[a-z]/), text).toBeNull();
      }
    },
  );
});

describe.each(series)('the templates of %s, every branch of them', (name) => {
  const templates = languages.flatMap((lang) =>
    files
      .list(`templates/${name}/${lang}`)
      .filter((file) => file.endsWith('.hbs'))
      .map((file) => ({
        lang,
        path: `templates/${name}/${lang}/${file}`,
        text: readFileSync(join(projectFolder, `templates/${name}/${lang}/${file}`), 'utf8'),
      })),
  );

  it('exist in both languages', () => {
    const of = (lang: Lang) =>
      templates.filter((template) => template.lang === lang).map(({ path }) => path.split('/').at(-1));
    expect(of('en')).toEqual(of('zh'));
    expect(of('zh').length).toBeGreaterThan(0);
  });
  it('have no Chinese in English, not even as an argument', () => {
    const english = templates.filter(({ lang }) => lang === 'en');
    expect(english.filter(({ text }) => han.test(text)).map(({ path }) => path)).toEqual([]);
  });
});
