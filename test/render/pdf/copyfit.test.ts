import { describe, expect, it } from 'vitest';
import { endOf, isRunning, successful, tighterLeadings } from '../../../src/render/pdf/copyfit.ts';
import type { Destination } from '../../../src/render/pdf/pdf-file.ts';
import { type Sheet, sheetsOf } from '../../../src/render/pdf/sheets.ts';
import { sampleDocument, sampleTheme } from '../../support/sample.ts';

const document = sampleDocument('en');
function running(at: number): Sheet {
  const sheet = sheetsOf(document).filter(isRunning)[at];
  if (sheet === undefined) throw new Error('The sample has a preface and a body');
  return sheet;
}
const [preface, body] = [running(0), running(1)];

const line = sampleTheme.text.body.size * sampleTheme.text.body.leading;

/** Where preface and body begin and end: after so many full pages, some lines down the next. */
function measured(full: number, lines: number): ReadonlyMap<string, Destination> {
  return new Map([
    [preface.id, { page: 4, height: 800 }],
    [endOf(preface.id), { page: 4, height: 300 }],
    [body.id, { page: 6, height: 800 }],
    [endOf(body.id), { page: 6 + full, height: 800 - lines * line }],
  ]);
}

describe('tighterLeadings', () => {
  it('sets a stretch of text closer of which a few lines stand on a page of their own', () => {
    const leadings = tighterLeadings(document, sampleTheme, measured(4, 2));
    expect([...leadings.keys()]).toEqual([body.id]);
    const factor = leadings.get(body.id) ?? 1;
    // Twice what the lines need if the four pages were nothing but text of some 37 lines each.
    expect((1 - factor) * 4 * 37).toBeCloseTo(2 * 2, 0);
  });

  it('takes away no more than a twentieth of the leading', () => {
    expect(tighterLeadings(document, sampleTheme, measured(1, 1)).get(body.id)).toBe(0.95);
  });

  it('leaves alone what ends on its first page, what has a good part of its last, and what cannot be helped', () => {
    for (const [full, lines] of [
      [0, 2],
      [4, 8],
      [1, 3],
    ] as const)
      expect([...tighterLeadings(document, sampleTheme, measured(full, lines))]).toEqual([]);
  });
});

describe('successful', () => {
  it('keeps the leadings of sheets that have become shorter by a page', () => {
    const leadings = new Map([[body.id, 0.96]]);
    expect(successful(leadings, measured(4, 2), measured(3, 36))).toEqual(leadings);
    expect([...successful(leadings, measured(4, 2), measured(4, 1))]).toEqual([]);
  });
});
