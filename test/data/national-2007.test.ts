import { describe, expect, it } from 'vitest';
import type { Figure } from '../../src/model/document.ts';
import { buildDocuments } from '../support/project.ts';

const { zh } = buildDocuments({}, { series: 'national', year: 2007 });

describe('the national yearbook of 2007', () => {
  it('draws only the kinds of transfer that this edition has', () => {
    const figure = zh.body.find(
      (block): block is Figure => block.type === 'figure' && block.id === 'figure-transfer-types',
    );
    const rows = figure?.data.rows ?? [];
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.filter(({ amount }) => amount === null)).toEqual([]);
  });
});
