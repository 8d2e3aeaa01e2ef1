/** What the prose asserts stays with the document: which helper answered what, from which figures, and where. */
import { describe, expect, it } from 'vitest';
import type { Claim, Document } from '../../src/model/document.ts';
import { documentWhen, original } from '../support/one-change.ts';
import { originText } from '../support/origins.ts';

const claims = ({ claims: all }: Document, helper: string, file: string): readonly Claim[] =>
  all.filter((claim) => claim.helper === helper && claim.place.file.endsWith(file));

describe('the claims of a document', () => {
  it('say where a condition stands, what it answered and from which figure', () => {
    const [record, ...others] = claims(original.zh, 'record', 'zh/overview.hbs');
    expect(others).toEqual([]);
    expect(record?.answer).toBe(true);
    expect(record?.place).toMatchObject({ line: 1 });
    expect(record?.inputs.map(originText)).toEqual(['total registrations amount 2024']);
  });
  it('turn with the data', () => {
    const [record] = claims(documentWhen('the total falls', 'zh'), 'record', 'zh/overview.hbs');
    expect(record?.answer).toBe(false);
  });
  it('keep both sides of a comparison', () => {
    const [majority] = claims(original.en, 'exceeds', 'en/task-sources.hbs');
    expect(majority?.inputs).toHaveLength(1);
    const [gap] = claims(original.en, 'exceeds', 'en/north-south.hbs');
    expect(gap?.inputs).toHaveLength(2);
  });
  it('keep an order by its codes, with the figures that they were ordered by', () => {
    const [order] = claims(original.zh, 'sort', 'zh/by-registrant.hbs');
    expect(order?.answer).toEqual(expect.arrayContaining(['D12', 'D08']));
    expect(Array.isArray(order?.answer) && order.answer[0]).toBe('D12');
    expect(order?.inputs[0]?.value.toString()).toBe('12921.46');
    const [changed] = claims(documentWhen('the leading division falls', 'zh'), 'sort', 'zh/by-registrant.hbs');
    expect(Array.isArray(changed?.answer) && changed.answer[0]).toBe('D08');
  });
  it('are those of captions and alternative texts too, and not of what only prints', () => {
    const files = new Set(original.en.claims.map(({ place }) => place.file));
    expect([...files].some((file) => file.endsWith('.vl.json'))).toBe(true);
    expect(original.en.claims.map(({ helper }) => helper)).not.toContain('share');
  });
});
