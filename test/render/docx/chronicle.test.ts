import { describe, expect, it } from 'vitest';
import { writeDocx } from '../../../src/render/docx/index.ts';
import { verify } from '../../../src/verify/index.ts';
import { sampleDocument, sampleTheme } from '../../support/sample.ts';
import { all, text, value } from '../../support/xml-tree.ts';
import { chronicleBook } from '../chronicle-sample.ts';
import { partsOf } from './sample.ts';

describe.each(['zh', 'en'] as const)('a chronicle in %s', async (lang) => {
  const document = chronicleBook(lang, 5);
  const part = await partsOf(document);
  const styles = (of: typeof part) => all(of('word/styles.xml'), 'w:style');
  const style = styles(part).find(({ attributes }) => attributes['w:styleId'] === 'chronicle');

  it('has a paragraph for each entry: the date, a tab, the text', () => {
    const entries = all(part('word/document.xml'), 'w:p').filter((p) => value(p, 'w:pStyle') === 'chronicle');
    expect(entries).toHaveLength(6);
    for (const entry of entries) {
      const [date, tab] = all(entry, 'w:r');
      expect(date && value(date, 'w:rStyle')).toBe('Strong');
      expect(date && text(date)).toMatch(/^(5月|6月|\d+[–\d]*\u00a0(May|June))/);
      expect(tab && all(tab, 'w:tab')).toHaveLength(1);
    }
  });

  it('hangs by a column that takes the longest date, and does not tear an entry', () => {
    const longest = lang === 'zh' ? 3 * 10.5 + 10.5 + 5 * 6 : 9 * 6;
    const indent = style && all(style, 'w:ind')[0]?.attributes;
    expect(indent?.['w:left']).toBe(indent?.['w:hanging']);
    expect(Number(indent?.['w:left']) / 20).toBeGreaterThan(longest);
    expect(style && all(style, 'w:keepLines')).toHaveLength(1);
  });

  it('shows all that its document says', async () => {
    const bytes = await writeDocx(document, sampleTheme, new Map());
    expect((await verify(document, sampleTheme, 'docx', bytes, 'a.docx')).problems).toEqual([]);
  });

  it('has no style in a book without one', async () => {
    const without = await partsOf(sampleDocument(lang, 2));
    expect(styles(without).map(({ attributes }) => attributes['w:styleId'])).not.toContain('chronicle');
  });
});
