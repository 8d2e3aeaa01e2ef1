/** Figures of the chronicle against the cubes whose figures they repeat. */
import { describe, expect, it } from 'vitest';
import { auditFacts } from '../../src/audit/facts.ts';
import { Lookup } from '../../src/derive/index.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import type { FigureFact } from '../../src/model/statements.ts';
import { published, tinyDataset } from '../support/tiny.ts';

const dataset = tinyDataset({
  cubes: {
    trade: {
      codes: ['A', 'B'],
      rows: {
        2023: { A: { amount: '100' }, B: { amount: '100' } },
        2024: { A: { amount: '150' }, B: { amount: '114' } },
      },
    },
  },
});

/** What the audit finds if an entry states this. */
function found(value: string, unit: string, follows: FigureFact['follows']) {
  const place = { file: 'chronicle.yaml', line: 7 };
  const day = { year: 2024, month: 12, day: 31 };
  const figure: FigureFact = {
    kind: 'figure',
    path: 'chronicle.2024-12-31.a',
    quantity: published(value, unit),
    precision: 'exact',
    ...(follows && { follows }),
  };
  const entry: Dataset['chronicle'][number] = {
    from: day,
    to: day,
    texts: { zh: '', en: '' },
    textPlaces: { zh: place, en: place },
    figures: new Map([['a', figure]]),
    dates: new Map(),
  };
  return auditFacts(new Lookup({ ...dataset, chronicle: [entry] }));
}

describe('a figure of the chronicle', () => {
  const refs = [{ cube: 'trade', key: {}, measure: 'amount', year: 2024 }];
  const total = { indicator: 'same', of: [{ kind: 'place', indicator: 'value', refs }] } as const;
  const growth = { indicator: 'same', of: [{ kind: 'place', indicator: 'growth', refs }] } as const;

  it.each([
    ['is the total', '264', 'wanyuan', total],
    ['is the total in another unit, rounded', '0.03', 'yiyuan', total],
    ['is the growth', '32.0', 'percent', growth],
    ['follows from nothing', '7', 'wanyuan', undefined],
  ])('that %s is right', (_what, value, unit, follows) => expect(found(value, unit, follows)).toEqual([]));

  it.each([
    ['the total', '246', 'wanyuan', total, '264'],
    ['the growth', '40.0', 'percent', growth, '32.0'],
  ])('that is not %s it says it is, is a finding with what follows', (_what, value, unit, follows, right) => {
    const [finding, ...others] = found(value, unit, follows);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      name: 'chronicle.2024-12-31.a',
      problem: {
        name: 'audit.contradiction',
        place: { file: 'test/support/tiny.ts' },
        values: { printed: value, follows: right },
      },
    });
  });
});
