/** The interpreter against Handlebars' own compiler. */
import Handlebars from 'handlebars';
import { describe, expect, it } from 'vitest';
import { interpret } from '../../src/compose/interpret.ts';

const handlebars = Handlebars.create();
handlebars.registerHelper('show', (value: unknown) => (value === undefined ? '-' : value));
handlebars.registerHelper('join', (first: string, second: string, { hash }) => `${first}${hash.by ?? ''}${second}`);
handlebars.registerHelper('same', function (this: unknown, options: { fn: (context: unknown) => string }) {
  return options.fn(this);
});
handlebars.registerHelper('part', (base: Record<string, unknown>, name: string) => base[name]);
handlebars.registerHelper('markup', () => new Handlebars.SafeString('<b>'));
const knownHelpers = Object.fromEntries(Object.keys(handlebars.helpers).map((name) => [name, true]));

const context = {
  a: '<a>',
  none: null,
  list: [
    { name: 'x', parts: ['p', 'q'] },
    { name: 'y', parts: [] },
    { name: 'z', parts: ['r'] },
  ],
  keyed: { one: 1, two: 2 },
  empty: [],
};

/** Names as `rewrite` leaves them: helpers with `this` and its like, and names of blocks. */
const at = (template: string) => template.replace(/\[\[(\S+) (\w+)\]\]/g, '(part $1 "$2")');

describe('interpret', () => {
  it.each([
    ['text and escaping', 'x {{show [[this a]]}} {{markup}} {{show "<>"}}'],
    ['literals and named arguments', '{{join "a" 1 by=true}}|{{join "a" (join "b" "c" by="-")}}|{{show undefined}}'],
    [
      'conditions',
      '{{#if [[this a]]}}yes{{else}}no{{/if}}{{#unless [[this empty]]}}none{{/unless}}{{#if false}}x{{/if}}',
    ],
    ['chains', '{{#if false}}1{{else if [[this empty]]}}2{{else if true}}3{{else}}4{{/if}}'],
    ['lists', '{{#each [[this list]]}}{{show @index}}{{show @first}}{{show @last}}{{show [[this name]]}};{{/each}}'],
    [
      'keys',
      '{{#each [[this keyed]]}}{{show @key}}={{show this}} {{/each}}{{#each [[this empty]]}}x{{else}}e{{/each}}',
    ],
    [
      'outer contexts',
      '{{#each [[this list]]}}{{#each [[this parts]]}}{{show this}}{{show [[.. name]]}}{{show [[../.. a]]}}{{show @../index}}{{/each}}{{/each}}',
    ],
    [
      'names of blocks',
      '{{#each [[this list]] as |item n|}}{{#with [[item parts]] as |parts|}}{{show n}}{{#each parts as |n|}}{{show n}}{{/each}}{{/with}}{{/each}}',
    ],
    ['a block in its own context', '{{#same}}{{#each [[this list]]}}{{show [[.. a]]}}{{/each}}{{/same}}'],
    ['nothing as context', '{{#with [[this none]]}}x{{else}}{{show [[this a]]}}{{/with}}'],
    ['white space', 'a\n  {{#if true}}\n  b {{~show "c"~}}  d\n  {{/if}}\n{{! note }}\ne {{!-- {{x}} --}}'],
  ])('runs %s as Handlebars does', (_, written) => {
    const template = at(written);
    const compiled = handlebars.compile(template, { knownHelpers: knownHelpers as never, knownHelpersOnly: true });
    const expected = compiled(context);
    expect(interpret(Handlebars.parse(template), handlebars.helpers, context)).toBe(expected);
    expect(expected).not.toBe('');
  });

  it('refuses what no template may hold', () => {
    const tree = Handlebars.parse('{{> partial}}');
    expect(() => interpret(tree, handlebars.helpers, context)).toThrow('PartialStatement');
    expect(() => interpret(Handlebars.parse('{{show (absent 1)}}'), handlebars.helpers, context)).toThrow('absent');
  });
});
