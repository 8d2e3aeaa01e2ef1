/** Changes to the data at random: every one that no rounding hides must be found. */
import { beforeAll, describe, expect, it } from 'vitest';
import { mutationKinds } from '../mutation/mutations.ts';
import { type Mutation, mutate } from '../mutation/run.ts';
import { projectWith } from '../support/project.ts';
import { seeded } from '../support/tiny.ts';

/** `npm run mutate` makes 500. */
const number = 80;
const patience = 300_000;

describe('figures changed at random in every edition', () => {
  let mutations: readonly Mutation[] = [];
  beforeAll(() => {
    mutations = mutate(projectWith(), number, seeded(1));
  }, patience);

  it('are found wherever they break an identity by more than rounding', () => {
    const missed = mutations.filter(({ breaks, caught }) => breaks.length > 0 && caught.length === 0);
    expect(missed.map(({ text, breaks }) => `${text} breaks ${breaks.join(', ')}`)).toEqual([]);
  });
  it.each(mutationKinds)('break identities: %s', (kind) => {
    const ofKind = mutations.filter((mutation) => mutation.kind === kind);
    // Else there would be nothing to find.
    expect(ofKind.filter(({ breaks }) => breaks.length > 0).length).toBeGreaterThan(ofKind.length / 2);
  });
  it('are all those that were asked for', () => expect(mutations).toHaveLength(number));
});
