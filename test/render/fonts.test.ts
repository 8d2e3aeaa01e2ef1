import { beforeAll, describe, expect, it } from 'vitest';
import { Failure } from '../../src/model/problem.ts';
import type { Theme } from '../../src/model/theme.ts';
import { alwaysNeeded, type CutFace, type FontFace } from '../../src/render/fonts/face.ts';
import { readFaces } from '../../src/render/fonts/files.ts';
import { charactersIn, createMeasure, openFace } from '../../src/render/fonts/glyphs.ts';
import { subsetFaces } from '../../src/render/fonts/subset.ts';
import { sampleTheme } from '../support/sample.ts';

const characters = '兵团技术市场统计年报2024，“成交额”—Contract value: 81\u2009423.37';
let faces: readonly CutFace[];

beforeAll(async () => {
  faces = await subsetFaces(sampleTheme, characters, 'zh');
});

async function failureOf(work: Promise<unknown>): Promise<Failure> {
  const cause = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(cause instanceof Failure)) throw new Error(`Expected a failure, got ${String(cause)}`);
  return cause;
}

const held = (face: FontFace): string[] => [...charactersIn(face.data)].sort();

describe('subsetFaces', () => {
  it('gives one face for each file of the theme', () => {
    expect(faces.map(({ family, weight, script }) => `${family} ${weight} ${script}`)).toEqual([
      'Source Serif 4 400 latin',
      'Source Serif 4 700 latin',
      'Noto Serif SC 400 han',
      'Noto Serif SC 700 han',
      'Source Sans 3 400 latin',
      'Source Sans 3 700 latin',
      'Noto Sans SC 400 han',
      'Noto Sans SC 700 han',
    ]);
  });

  it('holds the characters of the book and no others', () => {
    const wanted = new Set(alwaysNeeded + characters);
    const visible = [...new Set(characters.replaceAll('\u2009', ''))];
    for (const face of faces) {
      expect(held(face).filter((character) => !wanted.has(character))).toEqual([]);
      if (face.script === 'han') expect(held(face)).toEqual(expect.arrayContaining(visible));
      expect([...face.characters].sort()).toEqual(held(face));
    }
  });

  it('leaves Chinese quotation marks and dashes to the Han faces in a Chinese edition only', async () => {
    const latin = (list: readonly FontFace[]) => list.filter(({ script }) => script === 'latin');
    for (const face of latin(faces)) expect(held(face)).not.toContain('“');
    for (const face of latin(await subsetFaces(sampleTheme, characters, 'en'))) expect(held(face)).toContain('“');
  });

  it('gives the same bytes for the same characters in any order', async () => {
    const again = await subsetFaces(sampleTheme, [...characters, ...characters].reverse().join(''), 'zh');
    expect(again.map(({ data }) => Buffer.from(data).toString('base64'))).toEqual(
      faces.map(({ data }) => Buffer.from(data).toString('base64')),
    );
  });

  it('reports characters that would print as boxes, and blames the input', async () => {
    const failure = await failureOf(subsetFaces(sampleTheme, `${characters}\u{13000}🦄\u200b\n`, 'zh'));
    expect(failure.fault).toBe('input');
    expect(failure.problems.map(({ name, values }) => [name, values.codes])).toEqual([
      ['font.missing-character', 'U+13000 U+1F984'],
      ['font.missing-character', 'U+13000 U+1F984'],
    ]);
  });

  it('reports every font file that is not installed, and blames the machine', async () => {
    const { serif, sans } = sampleTheme.fonts;
    const files = [{ path: '@expo-google-fonts/no-such-font/x.ttf', weight: 400, italic: false }];
    const theme: Theme = { ...sampleTheme, fonts: { sans, serif: { ...serif, latin: { ...serif.latin, files } } } };
    const failure = await failureOf(subsetFaces(theme, characters, 'zh'));
    expect(failure.fault).toBe('machine');
    expect(failure.problems).toMatchObject([
      { name: 'font.missing', values: { family: 'Source Serif 4', path: '@expo-google-fonts/no-such-font/x.ttf' } },
    ]);
  });
});

describe('createMeasure', () => {
  const style = { families: ['Source Sans 3', 'Noto Sans SC'], size: 10, weight: 400, italic: false };

  it('sets a Han character one em wide and digits about half an em', () => {
    const measure = createMeasure(faces.map(openFace), 'zh');
    expect(measure('技术市场', style)).toBe(40);
    expect(measure('2024', style)).toBeCloseTo(4 * 4.97, 6);
    expect(measure('2024年', style)).toBeCloseTo(measure('2024', style) + 10, 6);
  });

  it('takes a mark that the first family lacks from the second', () => {
    expect(createMeasure(faces.map(openFace), 'zh')('“', style)).toBe(10);
  });

  it('measures whole faces as those that are cut for an edition', async () => {
    const whole = (await readFaces(Object.values(sampleTheme.fonts))).map(openFace);
    const cut = { zh: faces, en: await subsetFaces(sampleTheme, characters, 'en') };
    for (const lang of ['zh', 'en'] as const)
      for (const text of ['技术市场AV“2024”—To.', 'Contract: 1\u202f234.5%'])
        for (const weight of [400, 700])
          expect(createMeasure(whole, lang)(text, { ...style, weight }), `${lang} ${text}`).toBe(
            createMeasure(cut[lang].map(openFace), lang)(text, { ...style, weight }),
          );
  });

  it('measures blanks, bold type and nothing', () => {
    const measure = createMeasure(faces.map(openFace), 'zh');
    expect(measure('81\u2009423', style)).toBeGreaterThan(measure('81423', style));
    expect(measure('Contract', { ...style, weight: 700 })).toBeGreaterThan(measure('Contract', style));
    expect(measure('', style)).toBe(0);
  });
});
