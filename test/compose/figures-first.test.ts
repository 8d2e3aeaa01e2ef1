/** Figures are told before the prose is composed, so that they can be drawn meanwhile. */
import { describe, expect, it } from 'vitest';
import { composeEdition, type OnFigure } from '../../src/compose-edition.ts';
import type { Figure } from '../../src/model/document.ts';
import { type Changes, projectWith, swap, xpcc2024 } from '../support/project.ts';

function told(changes: Changes = {}) {
  const figures: Parameters<OnFigure>[0][] = [];
  const { documents } = composeEdition(
    projectWith(changes),
    xpcc2024,
    ['zh'],
    () => undefined,
    (figure) => figures.push(figure),
  );
  const placed = documents.flatMap(({ body }) => body.filter((block): block is Figure => block.type === 'figure'));
  return { figures, placed, ids: figures.map(({ id }) => id) };
}

const template = 'templates/xpcc/zh/volume.hbs';
const figure = '<figure key="volume"/>';

describe('the figures that are told', () => {
  it('are those of the book, in its order, with just what the book has of them', () => {
    const { figures, placed, ids } = told();
    expect(placed.length).toBeGreaterThan(6);
    expect(ids).toEqual(placed.map(({ id }) => id));
    for (const [index, { spec, data }] of figures.entries()) {
      expect(placed[index]?.spec).toBe(spec);
      expect(placed[index]?.data).toBe(data);
    }
  });

  it.each([
    `{{#if (rises registrations.total.amount)}}\n${figure}\n{{/if}}`,
    `{{#unless (rises registrations.total.amount)}}<p>无</p>{{else}}\n${figure}\n{{/unless}}`,
  ])('are not those that the data decide upon, which the book has all the same: %s', (text) => {
    const { placed, ids } = told({ [template]: swap(figure, text) });
    expect(placed.map(({ id }) => id)).toContain('figure-volume');
    expect(ids).not.toContain('figure-volume');
    expect(ids.length).toBe(placed.length - 1);
  });

  it.each(['{{!-- <figure key="flows"/> --}}', '{{! <figure key="flows"/> }}'])('are none of a comment: %s', (text) => {
    expect(told({ [template]: swap(figure, `${figure}\n${text}`) }).ids).toEqual(told().ids);
  });
});
