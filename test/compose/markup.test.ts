import { describe, expect, it } from 'vitest';
import type { DraftBlock, DraftInline } from '../../src/compose/draft.ts';
import { createEngine } from '../../src/compose/engine.ts';
import { type Bound, parseBlocks, parseInlines } from '../../src/compose/markup.ts';
import type { Lang } from '../../src/model/document.ts';
import type { Problem } from '../../src/model/problem.ts';
import { published } from '../support/tiny.ts';

const render = createEngine({});
const bound: Bound = [{ text: '777项', quantity: published('777', 'contract') }];
const context = { number: { toHTML: () => '<q n="0"/>' }, name: '<A & B>', lines: 'one\ntwo' };

/** Blocks and problems of a template, each problem as `line:column name`. */
function parse(template: string, lang: Lang = 'en') {
  const problems: Problem[] = [];
  const markup = render(template, context, { file: 'a.hbs', line: 1, column: 1 });
  const blocks = parseBlocks(markup, 'a.hbs', lang, bound, (problem) => problems.push(problem));
  return { blocks, problems, told: problems.map(({ name, place }) => `${place?.line}:${place?.column} ${name}`) };
}

function inlines(template: string, lang: Lang = 'en'): readonly DraftInline[] {
  const { blocks, told } = parse(`<p>${template}</p>`, lang);
  expect(told).toEqual([]);
  const [block] = blocks;
  return block?.type === 'paragraph' ? block.inlines : [];
}
const textOf = (found: readonly DraftInline[]) =>
  found.map((inline) => ('text' in inline ? inline.text : `[${inline.type}]`)).join('|');

describe('the vocabulary', () => {
  it('has paragraphs of two roles', () => {
    expect(parse('<p>a</p>\n<p role="lead">b</p>').blocks).toEqual([
      { type: 'paragraph', role: 'body', inlines: [{ type: 'text', text: 'a' }] },
      { type: 'paragraph', role: 'lead', inlines: [{ type: 'text', text: 'b' }] },
    ] satisfies DraftBlock[]);
  });
  it('has ordered and unordered lists', () => {
    const text = (value: string) => [{ type: 'text', text: value }] as const;
    expect(parse('<ul>\n  <li>a</li>\n  <li>b</li>\n</ul><ol><li>c</li></ol>').blocks).toEqual([
      { type: 'list', ordered: false, items: [text('a'), text('b')] },
      { type: 'list', ordered: true, items: [text('c')] },
    ]);
  });
  it('places tables and figures, and remembers where', () => {
    expect(parse('<p>a</p>\n  <table key="types"/>\n<figure key="flows"/>').blocks.slice(1)).toEqual([
      { type: 'insert', kind: 'table', key: 'types', place: { file: 'a.hbs', line: 2, column: 3 } },
      { type: 'insert', kind: 'figure', key: 'flows', place: { file: 'a.hbs', line: 3, column: 1 } },
    ]);
  });
  it('binds numbers to their quantities', () => {
    expect(inlines('A total of {{number}}.')).toEqual([
      { type: 'text', text: 'A total of ' },
      { type: 'quantity', text: '777项', quantity: bound[0]?.quantity },
      { type: 'text', text: '.' },
    ]);
  });
  it('has literals, originals, emphasis and references', () => {
    expect(
      inlines('<lit>10%</lit><original lang="zh">兵团</original><em>x {{number}}</em><see table="types"/>'),
    ).toEqual([
      { type: 'literal', text: '10%' },
      { type: 'original', text: '兵团', lang: 'zh' },
      {
        type: 'emphasis',
        children: [
          { type: 'text', text: 'x ' },
          { type: 'quantity', ...bound[0] },
        ],
      },
      { type: 'open-reference', kind: 'table', key: 'types', place: { file: 'a.hbs', line: 1, column: 72 } },
    ]);
  });
  it('takes angle brackets and ampersands of values as text', () => {
    expect(textOf(inlines('{{name}} &amp; C'))).toBe('<A & B> & C');
  });
});

describe('what the vocabulary does not have', () => {
  it.each([
    ['<p>a <b>x</b></p>', '1:6 markup.unknown-tag'],
    ['<p>a</p>\n\n<div>x</div>', '3:1 markup.unknown-tag'],
    ['<p>a\n  <table key="t"/></p>', '2:3 markup.misplaced-tag'],
    ['<p><p>a</p></p>', '1:4 markup.misplaced-tag'],
    ['<li>a</li>', '1:1 markup.misplaced-tag'],
    ['<ul><p>a</p></ul>', '1:5 markup.misplaced-tag'],
    ['<lit>3</lit>', '1:1 markup.misplaced-tag'],
    ['<p><em>a <em>b</em></em></p>', '1:10 markup.misplaced-tag'],
    ['<p><lit>a {{number}}</lit></p>', '1:11 markup.misplaced-tag'],
    ['<p class="x">a</p>', '1:1 markup.unknown-attribute'],
    ['<p>a</p>\n<table key="t" width="3"/>', '2:1 markup.unknown-attribute'],
    ['<p>a</p><figure/>', '1:9 markup.key-missing'],
    ['<p role="big">a</p>', '1:1 markup.unknown-role'],
    ['<p>a</p>\n<p></p>', '2:1 markup.empty'],
    ['<p>  \n </p>', '1:1 markup.empty'],
    ['<ul></ul>', '1:1 markup.empty'],
    ['<p>a</p>\n stray', '2:2 markup.stray-text'],
    ['<ul>stray<li>a</li></ul>', '1:5 markup.stray-text'],
    ['<p>a <q n="7"/></p>', '1:6 markup.unbound'],
  ])('%j: %s', (template, problem) => {
    expect(parse(template).told).toContain(problem);
  });
  it('is named with what there is instead', () => {
    expect(parse('<p><b>x</b></p>').problems[0]?.values).toMatchObject({
      tag: 'b',
      known: expect.stringContaining('em'),
    });
    expect(parse('<li>a</li>').problems[0]?.values).toMatchObject({ tag: 'li', parent: 'root', allowed: 'ul, ol' });
    expect(parse('<p class="x">a</p>').problems[0]?.values).toMatchObject({ name: 'class', known: 'role' });
  });
  it('is reported in full, not only the first time', () => {
    expect(parse('<p><b>x</b></p>\n<p>{{number}}<i>y</i></p>\nz').told).toEqual([
      '1:4 markup.unknown-tag',
      '2:14 markup.unknown-tag',
      '3:1 markup.stray-text',
    ]);
  });
  it.each([
    ['<p>a', 1],
    ['<p>a</em></p>', 1],
    ['<p>a</p>\n<p>a & b</p>', 2],
    ['<p>a</p>\n<p role=lead>b</p>', 2],
    ['<p>a</p>\n\n<p>1 < 2</p>', 3],
  ])('%j is a syntax error of its line, told once', (template, line) => {
    const syntax = parse(template).problems.filter(({ name }) => name === 'markup.syntax');
    expect(syntax.map(({ place }) => place?.line)).toEqual([line]);
  });
});

describe('places', () => {
  it('are those of the template, whatever stands in front after filling in', () => {
    const { told } = parse('<p>{{name}}{{number}}{{name}} and <b>x</b></p>');
    expect(told).toEqual(['1:35 markup.unknown-tag']);
  });
  it('survive blocks and values of several lines', () => {
    const { told } = parse('<p>{{#if name}}\n{{lines}}\n{{else}}\nno\n{{/if}}\n<b>x</b></p>');
    expect(told).toEqual(['6:1 markup.unknown-tag']);
  });
  it('are right within a text of a YAML file', () => {
    const problems: Problem[] = [];
    const place = { file: 'book.yaml', line: 12, column: 9 };
    parseInlines(render('{{name}} <b>x</b>', context, place), place.file, 'en', bound, (problem) =>
      problems.push(problem),
    );
    expect(problems.map((problem) => problem.place)).toEqual([{ file: 'book.yaml', line: 12, column: 18 }]);
  });
});

describe('titles and notes', () => {
  const title = (template: string) => {
    const problems: Problem[] = [];
    const found = parseInlines(render(template, context, { file: 'a' }), 'a', 'zh', bound, (problem) =>
      problems.push(problem),
    );
    return { found, names: problems.map(({ name }) => name) };
  };
  it('hold inlines without a paragraph', () => {
    expect(textOf(title(' 共{{number}}，<lit>2024</lit>年 ').found)).toBe('共|777项|，|2024|年');
  });
  it('hold no blocks', () => expect(title('<p>a</p>').names).toEqual(['markup.misplaced-tag']));
});

describe('white space', () => {
  it('of a line break is nothing between Chinese lines, a space between English ones', () => {
    expect(textOf(inlines('成交额\n  增长', 'zh'))).toBe('成交额增长');
    expect(textOf(inlines('the value\n  rose'))).toBe('the value rose');
  });
  it('beside a number is kept within a line and folded at its end', () => {
    expect(textOf(inlines('of {{number}} in'))).toBe('of |777项| in');
    expect(textOf(inlines('of\n{{number}}\nin'))).toBe('of |777项| in');
    expect(textOf(inlines('共\n{{number}}\n。', 'zh'))).toBe('共|777项|。');
  });
  it('is one space where it is several', () => expect(textOf(inlines('a  b \t c   {{number}}'))).toBe('a b c |777项'));
  it('at both ends of a paragraph is taken off', () => {
    expect(textOf(inlines('\n  a {{number}} b \n'))).toBe('a |777项| b');
    expect(textOf(inlines(' {{number}} '))).toBe('777项');
  });
  it('joins texts that a template puts together', () => {
    expect(inlines('a {{#if name}}b{{/if}} {{name}}')).toEqual([{ type: 'text', text: 'a b <A & B>' }]);
  });
  it('that is typed as a character stays', () => expect(textOf(inlines('a\u00a0b'))).toBe('a\u00a0b'));
});
