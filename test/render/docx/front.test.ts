import { describe, expect, it } from 'vitest';
import { writeDocx } from '../../../src/render/docx/index.ts';
import { verify } from '../../../src/verify/index.ts';
import { sampleDocument, sampleTheme } from '../../support/sample.ts';
import { all, text, value } from '../../support/xml-tree.ts';
import { documentWithSource } from '../front-sample.ts';
import { charts, partsOf } from './sample.ts';

describe.each(['zh', 'en'] as const)('the front matter of a source in %s', async (lang) => {
  const document = documentWithSource(lang);
  const body = (await partsOf(document))('word/document.xml');
  const without = (await partsOf(sampleDocument(lang, 3)))('word/document.xml');
  const paragraphs = all(body, 'w:p').map((p) => ({ style: value(p, 'w:pStyle') ?? '', text: text(p), p }));
  const at = (style: string) => paragraphs.findIndex((paragraph) => paragraph.style === style);

  it('shows the source before the imprint, outside of the frame at the foot', () => {
    expect(at('source-title')).toBeLessThan(at('source'));
    expect(at('source')).toBeLessThan(at('imprint'));
    expect(paragraphs.filter(({ style }) => style === 'source').map((line) => line.text)).toEqual([
      'ISBN 1',
      '889×1194',
    ]);
    expect(paragraphs.some(({ style, p }) => style === 'source' && all(p, 'w:framePr').length > 0)).toBe(false);
  });

  it('has the board in a section of its own, its people in columns of tabs', () => {
    const rows = paragraphs.filter(({ style }) => style === 'board-people');
    const columns = lang === 'zh' ? 4 : 3;
    // One person, then six.
    expect(rows).toHaveLength(1 + Math.ceil(6 / columns));
    expect(rows.map(({ p }) => all(p, 'w:tab').length)).toEqual(lang === 'zh' ? [0, 3, 1] : [0, 2, 2]);
    expect(all(body, 'w:sectPr')).toHaveLength(all(without, 'w:sectPr').length + 1);
  });

  it('shows all that its document says', async () => {
    const bytes = await writeDocx(document, sampleTheme, charts);
    expect((await verify(document, sampleTheme, 'docx', bytes, 'a.docx')).problems).toEqual([]);
  });
});
