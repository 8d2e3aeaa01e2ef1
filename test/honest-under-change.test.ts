import { describe, expect, it } from 'vitest';
import type { Block } from '../src/model/document.ts';
import { blocksOf, runningTexts } from '../src/model/document-texts.ts';
import {
  amountsIn,
  changedBlocks,
  changes,
  documentWhen,
  languages,
  names,
  numbersOf,
  original,
  printedNumbers,
  prose,
  table,
} from './support/one-change.ts';
import { cellText, reaches } from './support/origins.ts';

describe.each(Object.entries(changes))('when %s', (name, { place, byCondition = [] }) => {
  it.each(languages)('changes only what follows from it (%s)', (lang) => {
    const [before, now] = [original[lang], documentWhen(name, lang)];
    expect(blocksOf(now).map(({ type }) => type)).toEqual(blocksOf(before).map(({ type }) => type));
    const follows = (block: Block | undefined) =>
      block !== undefined && numbersOf(block).some((number) => reaches(number, place));
    const unexpected = changedBlocks(before, now).filter((block) => {
      const index = names(before).indexOf(block);
      return !follows(blocksOf(before)[index]) && !follows(blocksOf(now)[index]);
    });
    expect(unexpected).toEqual(byCondition);
    // A number from another origin is the same wherever it is printed.
    const old = printedNumbers(before);
    for (const [origin, { text, quantity }] of printedNumbers(now)) {
      const was = old.get(origin);
      if (was !== undefined && !reaches(quantity, place) && !reaches(was.quantity, place))
        expect(text, origin).toBe(was.text);
    }
    // In a table nothing moves: a cell that changed follows from the change.
    for (const block of blocksOf(before)) {
      if (block.type !== 'table') continue;
      for (const [index, { cells }] of block.rows.entries()) {
        for (const [at, cell] of cells.entries()) {
          const other = table(now, block.id)?.rows[index]?.cells[at];
          if (other === undefined || cellText(other) === cellText(cell)) continue;
          const dependent = [cell, other].some((one) => one.type === 'quantity' && reaches(one.quantity, place));
          expect(dependent, `${block.id} ${index} ${at}: ${cellText(cell)} → ${cellText(other)}`).toBe(true);
        }
      }
    }
  });

  it.each(languages)('changes all that follows from it (%s)', (lang) => {
    const [old, now] = [printedNumbers(original[lang]), printedNumbers(documentWhen(name, lang))];
    let checked = 0;
    for (const [origin, { text, quantity }] of old) {
      const found = now.get(origin);
      if (found === undefined || !reaches(quantity, place)) continue;
      checked += 1;
      // Printed anew from the new value: a text stays only where the values agree to the last printed decimal.
      const same = found.quantity.value
        .toDecimalPlaces(quantity.decimals)
        .eq(quantity.value.toDecimalPlaces(quantity.decimals));
      if (found.text === text) expect(same, `${origin} ${text}`).toBe(true);
      else expect(found.quantity.value.eq(quantity.value), `${origin} ${text}`).toBe(false);
    }
    expect(checked).toBeGreaterThan(0);
  });

  it('changes the same blocks in both languages', () => {
    const [zh, en] = languages.map((lang) => changedBlocks(original[lang], documentWhen(name, lang)));
    expect(en).toEqual(zh);
    expect(zh?.length).toBeGreaterThan(0);
  });

  it.each(languages)('says in words what the numbers do (%s)', (lang) => {
    const words = { zh: { up: /(增长|增加)$/, down: /(下降|减少)$/ }, en: { up: /rose by $/, down: /fell by $/ } }[
      lang
    ];
    let checked = 0;
    for (const block of blocksOf(documentWhen(name, lang))) {
      for (const inlines of runningTexts(block)) {
        inlines.forEach((inline, index) => {
          if (inline.type !== 'quantity' || inline.quantity.origin.kind !== 'derived') return;
          const { indicator, inputs } = inline.quantity.origin;
          const [now, before] = inputs;
          if ((indicator !== 'growth' && indicator !== 'increase') || now === undefined || before === undefined) return;
          const preceding = inlines[index - 1];
          const said = preceding?.type === 'text' ? preceding.text : '';
          expect(inline.text, 'a sign after a word of direction').not.toMatch(/[\u2212-]/);
          expect(said).toMatch(now.value.gte(before.value) ? words.up : words.down);
          checked += 1;
        });
      }
    }
    expect(checked).toBeGreaterThan(5);
  });

  it.each(languages)('names the division that leads the table (%s)', (lang) => {
    const document = documentWhen(name, lang);
    const rows = table(document, 'table-registrants')?.rows.map(({ cells }) => cells.map(cellText)) ?? [];
    const leader = rows.find((cells) => cells.at(-1) === '1')?.[0];
    expect(leader).toBeDefined();
    const said = lang === 'zh' ? `${leader}以` : `In 2024 the ${leader} led the divisions`;
    expect(prose(document, 'by-registrant')).toContain(said);
  });

  it.each(languages)('draws what the alternative text says (%s)', (lang) => {
    const document = documentWhen(name, lang);
    for (const block of blocksOf(document)) {
      if (block.type !== 'figure') continue;
      const data = Object.values(block.data).flatMap((rows) => rows.flatMap((datum) => Object.values(datum)));
      const said = [...block.alt.matchAll(/[\d.]+%/g)].map(([percent]) => percent);
      const amounts = amountsIn(block.alt, lang);
      for (const one of [...said, ...amounts]) expect(data, `${block.id}: ${block.alt}`).toContain(one);
      expect(said.length + amounts.length, block.id).toBeGreaterThan(0);
    }
  });
});
