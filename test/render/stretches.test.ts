import { describe, expect, it } from 'vitest';
import type { Document, Heading } from '../../src/model/document.ts';
import { headingText, numberGap, stretchesOf } from '../../src/render/stretches.ts';
import { sampleDocument } from '../support/sample.ts';

const heading = (number: string, text: string): Heading => ({
  type: 'heading',
  id: text,
  level: 1,
  role: 'part',
  number,
  inlines: [{ type: 'text', text }],
});

describe('headings', () => {
  it('set a full-width number close to the words and any other off by a space', () => {
    expect(headingText(heading('一、', '登记情况'))).toBe('一、登记情况');
    expect(headingText(heading('第一部分', '登记情况'))).toBe('第一部分 登记情况');
    expect(headingText(heading('1.1', 'Registrations'))).toBe('1.1 Registrations');
    expect(numberGap('')).toBe('');
  });
});

describe('stretchesOf', () => {
  it('gives each part an opening page and its title to the pages that follow', () => {
    const sample = sampleDocument('zh');
    const parts = [heading('第一部分', '概况'), heading('第二部分', '结构')] as const;
    const paragraph = { type: 'paragraph', role: 'body', inlines: [] } as const;
    const document: Document = { ...sample, body: [parts[0], paragraph, paragraph, parts[1], paragraph] };
    expect(stretchesOf(document).map(({ kind, head, blocks }) => [kind, head, blocks.length])).toEqual([
      ['opener', '第一部分 概况', 1],
      ['text', '第一部分 概况', 2],
      ['opener', '第二部分 结构', 1],
      ['text', '第二部分 结构', 1],
    ]);
  });

  it('keeps a book without parts in one piece, and has one for an empty body too', () => {
    const sample = sampleDocument('en');
    expect(stretchesOf(sample)).toMatchObject([{ kind: 'text', part: undefined, head: sample.publisher }]);
    expect(stretchesOf({ ...sample, body: [] })).toHaveLength(1);
  });
});
