import { describe, expect, it } from 'vitest';
import { found } from '../support/linting.ts';

const claims = (lang: 'zh' | 'en', sentence: string) => found(lang, sentence, 'claim');

describe('a word that asserts something', () => {
  it.each([
    ['zh', '成交额增长。', ['增长']],
    ['zh', '北京居首位。', ['居首']],
    ['zh', '占比过半。', ['过半']],
    ['zh', '创历史新高。', ['新高']],
    ['zh', '首次超过上年。', ['首次', '超过']],
    ['zh', '成交额翻番。', ['翻番']],
    ['zh', '各地均有增长。', ['增长', '均']],
    ['en', 'Values rose.', ['rose']],
    ['en', 'It had the largest output.', ['largest']],
    ['en', 'It accounts for more than half of it.', ['half', 'more than']],
    ['en', 'The highest level on record.', ['highest', 'on record']],
    ['en', 'It exceeded the plan for the first time.', ['first time', 'exceeded']],
    ['en', 'Output doubled.', ['doubled']],
    ['en', 'Values rose in every province.', ['rose', 'every']],
  ] as const)('is a finding where nothing computes it (%s: %s)', (lang, sentence, expected) => {
    expect(claims(lang, sentence)).toEqual(expected);
  });

  it.each([
    ['zh', '{{#if (rises output.BJ.amount)}}成交额增长。{{/if}}'],
    ['zh', '{{#if (falls output.BJ.amount)}}下降{{else}}增长{{/if}}'],
    ['zh', '{{#with (first (sort (slices output)))}}{{name}}居首位{{/with}}'],
    ['zh', '{{#if (exceeds (share output.BJ.amount) 50)}}占比过半{{/if}}'],
    ['zh', '{{#if (record output.BJ.amount)}}创历史新高{{/if}}'],
    ['zh', '增长的有{{list (rising (slices output))}}'],
    ['zh', '{{#if (any (falling (slices output)))}}有{{else}}各地均有增长{{/if}}'],
    ['zh', '{{#unless (any (falling (slices output)))}}均未下降{{/unless}}'],
    ['en', '{{#unless (any (falling (slices output)))}}None of them fell{{/unless}}'],
    ['en', 'Growth was fastest in {{list facts.plain.leaders}}'],
    ['en', 'It is more than {{number facts.plain.floor}}'],
    ['zh', '<lit>不足一半</lit>的说法'],
    ['zh', '增长率与增长、占比'],
  ] as const)('is none where a condition, an order or the source bears it out (%s: %s)', (lang, sentence) => {
    expect(claims(lang, sentence)).toEqual([]);
  });

  it('is not borne out by a condition that decides another word', () => {
    expect(claims('zh', '{{#if (rises output.BJ.amount)}}是{{/if}}，成交额增长')).toEqual(['增长']);
    expect(claims('en', '{{#if (rises output.BJ.amount)}}It fell{{/if}}')).toEqual(['fell']);
    expect(claims('en', '{{#if (exceeds output.BJ.amount output.SH.amount)}}It had the largest output{{/if}}')).toEqual(
      ['largest'],
    );
  });

  it('before a change is that of this very change', () => {
    const sentence = (subject: string) =>
      `{{#if (rises output.${subject}.amount)}}增长{{growth output.BJ.amount}}{{/if}}`;
    expect(claims('zh', sentence('BJ'))).toEqual([]);
    expect(claims('zh', sentence('SH'))).toEqual(['增长']);
    expect(claims('en', '{{#each (rising (slices output))}}{{name}} rose by {{growth amount}}{{/each}}')).toEqual([]);
    expect(claims('en', '{{#each (sort (slices output))}}{{name}} rose by {{growth amount}}{{/each}}')).toEqual([
      'rose',
    ]);
  });
});
